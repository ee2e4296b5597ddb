"""A claim as a block of lines for people to read."""

from collections.abc import Iterator

from quoteattr.claim import Attitude, Claim, Polarity, Realis
from quoteattr.formats.escape import inert

_WIDTH = 9


def to_block(claim: Claim) -> str:
    """Who, through which words, what and of which kind; each on a line of its own.

    Example:
        >>> from quoteattr import Claim, Span
        >>> print(to_block(Claim(content=(Span(0, 2, "No"),), text="No")))
        who      –
        through  –
        what     No
        kind     indirect
    """
    return "\n".join(f"{label:<{_WIDTH}}{_one_line(value)}" for label, value in _lines(claim))


def _lines(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "who", _who(claim)
    yield "through", str(claim.cue or "–")
    yield "what", claim.text
    yield "kind", claim.kind.value
    if claim.polarity is not Polarity.POSITIVE:
        yield "polarity", claim.polarity.value
    if claim.realis is not Realis.ACTUAL:
        yield "realis", claim.realis.value
    if claim.attitude is not Attitude.ASSERTION:
        yield "attitude", claim.attitude.value


def _who(claim: Claim) -> str:
    words = str(claim.source) if claim.source else ""
    name = claim.speaker.name if claim.speaker else ""
    if words and name and words != name:
        return f"{words} ({name})"
    return words or name or "–"


def _one_line(value: str) -> str:
    return inert(" ".join(value.split()))
