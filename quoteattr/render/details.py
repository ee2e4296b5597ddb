"""A claim's fields as pairs of a label and words."""

from collections.abc import Iterator
from enum import StrEnum

from quoteattr.claim import Attitude, Claim, Polarity, Realis
from quoteattr.formats.records import JOINT
from quoteattr.text.span import Span


def details(claim: Claim) -> Iterator[tuple[str, str]]:
    """The fields that say something, in the order in which one asks for them; what most claims have is left out.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Sato said that the pact would last.")
        >>> list(details(claim))[:3]
        [('who', 'Sato'), ('through', 'said'), ('kind', 'indirect')]
    """
    named = (
        ("who", _who(claim)),
        ("through", _words(claim.cue)),
        ("to whom", _words(claim.addressee)),
        ("setting", JOINT.join(span.text for span in claim.circumstances)),
        ("kind", claim.kind.value),
        ("attitude", _unusual(claim.attitude, Attitude.ASSERTION)),
        ("polarity", _unusual(claim.polarity, Polarity.POSITIVE)),
        ("realis", _unusual(claim.realis, Realis.ACTUAL)),
        ("within", claim.parent.text if claim.parent else ""),
        ("confidence", _share(claim.confidence)),
        ("rule", claim.rule),
    )
    yield from ((label, " ".join(value.split())) for label, value in named if value)


def _unusual(value: StrEnum, usual: StrEnum) -> str:
    return "" if value is usual else value.value


def _who(claim: Claim) -> str:
    words = _words(claim.source)
    if claim.speaker is None:
        return f"{words} (speaker not resolved)" if words else "not named"
    return (
        words if words == claim.speaker.name else f"{claim.speaker.name} (“{words}”)" if words else claim.speaker.name
    )


def _words(span: Span | None) -> str:
    return "" if span is None else span.text


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"
