"""Claims as JSON and back: plain dictionaries, lists, strings, numbers and None."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

import attrs

from quoteattr.claim import Claim, Speaker
from quoteattr.formats.structure import structured

VERSION = 2
"""The version that every dictionary carries. It grows when a field changes its meaning, not when one is added."""

NUMBER, REFERENCE = "number", "ref"


def to_dict(claim: Claim) -> dict[str, Any]:
    """All fields of `claim`, ready for ``json.dumps``; `from_dict` reads it back.

    Args:
        claim: The claim to write down.

    Returns:
        A dictionary with the claim's fields as keys; a span is ``{"start": …, "end": …, "text": …}`` and the parent a
        dictionary of the same kind.

    Example:
        >>> from quoteattr import Claim, Span
        >>> to_dict(Claim(content=(Span(0, 2, "No"),), text="No"))["content"]
        [{'start': 0, 'end': 2, 'text': 'No'}]
    """
    return to_dicts([claim])[0]


def to_dicts(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Every claim of a text as by `to_dict`, with parents and speakers written down once and then referred to.

    A speaker has a number where it stands first, with all its fields; from then on it is
    ``{"ref": number, "name": name}``. A parent is an index into this list. One that is not among `claims` is written
    down in full, with a number beyond the list's, where it is needed first.

    Example:
        >>> from quoteattr import extract
        >>> claims = to_dicts(extract("Tom Hale said that he had denied it would last."))
        >>> [claim["parent"] for claim in claims]
        [None, 0]
        >>> claims[0]["speaker"]["kind"], claims[1]["speaker"]
        ('person', {'ref': 0, 'name': 'Tom Hale'})
    """
    claims = tuple(claims)
    writer = _Writer(claims)
    return [writer.written(claim) for claim in claims]


def from_dict(data: Mapping[str, Any]) -> Claim:
    """The claim that `to_dict` wrote down.

    Args:
        data: The dictionary; keys that are no fields of a claim are passed over, and fields that it lacks take their
            default.

    Returns:
        A claim that is equal to the first one.

    Raises:
        ValueError: A value has the wrong type, the version is newer than this library, or the parent or the speaker
            stands elsewhere in a list, which only `from_dicts` can follow.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Mayor Ana Brandt said that the tunnel would reopen.")
        >>> from_dict(to_dict(claim)) == claim
        True
    """
    if isinstance(data.get("parent"), int):
        raise ValueError(f"parent is the number {data['parent']}: read the whole list with from_dicts")  # noqa: TRY004  # bad data
    return from_dicts([data])[0]


def from_dicts(data: Sequence[Mapping[str, Any]]) -> tuple[Claim, ...]:
    """The claims that `to_dicts` wrote down, now or in version 1.

    Raises:
        ValueError: As `from_dict`; or a parent's or a speaker's number is nowhere in the list, or claims are each
            other's parents.

    Example:
        >>> from quoteattr import extract
        >>> claims = extract("Sato said that Osei had denied that he would go.")
        >>> from_dicts(to_dicts(claims)) == claims
        True
    """
    reader = _Reader(data)
    return tuple(reader.claim(number) for number in range(len(data)))


class _Writer:
    """Numbers the speakers and parents that it writes down.

    Args:
        claims: The claims that will be asked for, each by its place a parent's number.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = {claim: number for number, claim in reversed(list(enumerate(claims)))}
        self._next = len(claims)
        self._speakers: dict[Speaker, int] = {}

    def written(self, claim: Claim) -> dict[str, Any]:
        fields = _fields(attrs.evolve(claim, speaker=None))
        fields["speaker"] = None if claim.speaker is None else self._speaker(claim.speaker)
        return {"version": VERSION} | fields | {"parent": None if claim.parent is None else self._parent(claim.parent)}

    def _speaker(self, speaker: Speaker) -> dict[str, Any]:
        if speaker in self._speakers:
            return {REFERENCE: self._speakers[speaker], "name": speaker.name}
        self._speakers[speaker] = number = len(self._speakers)
        return {NUMBER: number} | _fields(speaker)

    def _parent(self, parent: Claim) -> int | dict[str, Any]:
        if parent in self._claims:
            return self._claims[parent]
        self._claims[parent] = number = self._next
        self._next += 1
        return {NUMBER: number} | self.written(parent)


class _Reader:
    """Follows the numbers of parents and speakers.

    Args:
        data: The dictionaries of a list.
    """

    def __init__(self, data: Sequence[Mapping[str, Any]]) -> None:
        self._rows: dict[int, Mapping[str, Any]] = {}
        self._parents: dict[int, int | None] = {}
        self._speakers: dict[int, Speaker] = {}
        self._done: dict[int, Claim] = {}
        self._length = len(data)
        for number, row in enumerate(data):
            self._enter(number, row)

    def _enter(self, number: int, row: Mapping[str, Any]) -> None:
        """Takes a claim in, and the parents that are written down within it."""
        while True:
            _check_version(row)
            self._rows[number] = row
            speaker, parent = row.get("speaker"), row.get("parent")
            if isinstance(speaker, Mapping) and type(speaker.get(NUMBER)) is int:
                self._speakers[speaker[NUMBER]] = structured(speaker, Speaker, "claim.speaker")
            if not isinstance(parent, Mapping):
                self._parents[number] = _number(parent)
                return
            given = parent.get(NUMBER)
            outer = given if type(given) is int and given >= self._length else -len(self._rows)
            self._parents[number] = outer
            number, row = outer, parent

    def claim(self, number: int) -> Claim:
        """The claim of that number, made after those that it stands in."""
        for step in reversed(self._line(number)):
            row, parent = self._rows[step], self._parents[step]
            made = structured({**row, "parent": None, "speaker": None}, Claim)
            whole = None if parent is None else self._done[parent]
            self._done[step] = attrs.evolve(made, speaker=self._speaker(row.get("speaker")), parent=whole)
        return self._done[number]

    def _line(self, number: int) -> list[int]:
        """A claim's number and those of its ancestors, as far as they are not made yet."""
        line: list[int] = []
        step: int | None = number
        while step is not None and step not in self._done:
            if step in line:
                raise ValueError(f"claim {step} is its own ancestor")
            if step not in self._rows:
                raise ValueError(f"no claim has the number {step}")
            line.append(step)
            step = self._parents[step]
        return line

    def _speaker(self, given: object) -> Speaker | None:
        if given is None:
            return None
        if not isinstance(given, Mapping) or (NUMBER not in given and REFERENCE not in given):
            return structured(given, Speaker, "claim.speaker")
        number = given.get(NUMBER, given.get(REFERENCE))
        if number not in self._speakers:
            raise ValueError(f"speaker {given.get('name')!r} stands elsewhere: read the whole list with from_dicts")
        return self._speakers[number]


def _number(parent: object) -> int | None:
    if parent is not None and type(parent) is not int:
        raise ValueError(f"claim.parent: expected a number or a dictionary, not {parent!r}")
    return parent


def _check_version(data: Mapping[str, Any]) -> None:
    if not isinstance(data, Mapping):
        raise ValueError(f"claim: expected a dictionary, not {data!r}")  # noqa: TRY004  # bad data, not a bad call
    version = data.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise ValueError(f"version {version!r}: this library reads up to {VERSION}")


def _fields(value: Claim | Speaker) -> dict[str, Any]:
    return attrs.asdict(value, filter=_not_parent, value_serializer=_plain)


def _not_parent(field: "attrs.Attribute[Any]", _value: object) -> bool:
    return field.name != "parent"


def _plain(_instance: object, _field: object, value: Any) -> Any:  # noqa: ANN401  # attrs hands over any value
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
