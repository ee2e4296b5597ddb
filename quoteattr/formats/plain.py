"""A claim as a block of lines for people to read."""

from collections.abc import Iterator

from quoteattr.claim import Attitude, Claim, Polarity, Realis
from quoteattr.formats.escape import inert
from quoteattr.formats.records import JOINT

_WIDTH = 9


def to_block(claim: Claim) -> str:
    """Who, through which words, to whom, what, where and when, and of which kind; each on a line of its own.

    What the text does not tell has no line, but for who and through which words.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("“It is safe,” Mayor Ana Brandt told reporters on Monday.")
        >>> print(to_block(claim))
        who      Mayor Ana Brandt (Ana Brandt)
        through  told
        to whom  reporters
        what     It is safe
        setting  on Monday
        kind     direct
    """
    return "\n".join(f"{label:<{_WIDTH}}{_one_line(value)}" for label, value in _lines(claim))


def _lines(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "who", _who(claim)
    yield "through", str(claim.cue or "–")
    if claim.addressee is not None:
        yield "to whom", claim.addressee.text
    yield "what", claim.text
    if claim.circumstances:
        yield "setting", JOINT.join([each.text for each in claim.circumstances])
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
