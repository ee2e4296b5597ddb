"""The claims of a text: a tuple that knows its speakers, and how it is written down and shown."""

from collections.abc import Iterable
from typing import Any, Self, SupportsIndex, overload

from quoteattr.claim import Claim, Speaker

_SHOWN = 20


class Claims(tuple[Claim, ...]):  # noqa: SLOT001  # a tuple has no room for slots
    """The claims of a text, in text order: a tuple with views of it.

    Args:
        claims: The claims.
        text: The text that they were found in. A page of them cannot be shown without it.

    Example:
        >>> from quoteattr import extract
        >>> claims = extract("Mayor Ana Brandt said that the bridge was closed. “It is not safe,” she said.")
        >>> claims
        Claims(
          Ana Brandt said: the bridge was closed
          Ana Brandt said: “It is not safe”
        )
        >>> [(str(speaker), len(said)) for speaker, said in claims.by_speaker().items()]
        [('Ana Brandt', 2)]
    """

    text: str

    def __new__(cls, claims: Iterable[Claim] = (), text: str = "") -> Self:  # noqa: D102  # the class tells
        made = super().__new__(cls, claims)
        made.text = text
        return made

    def __getnewargs__(self) -> tuple[tuple[Claim, ...], str]:
        return tuple(self), self.text

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> Claim: ...
    @overload
    def __getitem__(self, at: slice, /) -> "Claims": ...
    def __getitem__(self, at: SupportsIndex | slice, /) -> "Claim | Claims":
        return Claims(super().__getitem__(at), self.text) if isinstance(at, slice) else super().__getitem__(at)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The speakers, each once, in the order in which they first speak."""
        return tuple(dict.fromkeys(claim.speaker for claim in self if claim.speaker is not None))

    def by_speaker(self) -> "dict[Speaker | None, Claims]":
        """The claims of each speaker, in the order in which they first speak; those of nobody known are under None."""
        found: dict[Speaker | None, list[Claim]] = {}
        for claim in self:
            found.setdefault(claim.speaker, []).append(claim)
        return {speaker: Claims(claims, self.text) for speaker, claims in found.items()}

    def to_dicts(self) -> list[dict[str, Any]]:
        """All fields of the claims as plain data; see `quoteattr.to_dicts`."""
        from quoteattr.formats.json import to_dicts  # noqa: PLC0415  # not every program writes claims down

        return to_dicts(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The claims as JSON text, a list of what `to_dicts` gives; ``from_dicts(json.loads(…))`` reads it back.

        Args:
            indent: By how many blanks each level is indented; None writes one line.
        """
        import json  # noqa: PLC0415  # as above

        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=indent)

    def __repr__(self) -> str:
        if not self:
            return "Claims()"
        lines = [f"  {claim}\n" for claim in self[:_SHOWN]]
        if len(self) > _SHOWN:
            lines.append(f"  … and {len(self) - _SHOWN} more\n")
        return f"Claims(\n{''.join(lines)})"

    def _repr_html_(self) -> str:
        from quoteattr.render.show import show  # noqa: PLC0415  # notebooks ask for it

        return show(self.text, self)._repr_html_()
