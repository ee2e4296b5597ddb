"""A claim as a row of a specification's table."""

from collections.abc import Callable, Iterable, Sequence

from quoteattr import Claim
from tests.specs import NONE

_JOINT = " … "


def row(claims: Sequence[Claim], claim: Claim, columns: Iterable[str]) -> tuple[str, ...]:
    """The cells of `claim`, one of `claims`, in the columns named."""
    return tuple(parent(claims, claim) if name == "parent" else _CELLS[name](claim) for name in columns)


def parent(claims: Sequence[Claim], claim: Claim) -> str:
    """The number of the parent's row, counted from 1."""
    return NONE if claim.parent is None else str(claims.index(claim.parent) + 1)


def _one(value: object) -> str:
    return NONE if value is None else str(value)


def _joined(values: Iterable[object]) -> str:
    return _JOINT.join(str(value) for value in values) or NONE


_CELLS: dict[str, Callable[[Claim], str]] = {
    "source": lambda claim: _one(claim.source),
    "cue": lambda claim: _one(claim.cue),
    "content": lambda claim: _joined(claim.content),
    "text": lambda claim: claim.text or NONE,
    "speaker": lambda claim: _one(claim.speaker),
    "kind": lambda claim: claim.kind.value,
    "attitude": lambda claim: claim.attitude.value,
    "polarity": lambda claim: claim.polarity.value,
    "realis": lambda claim: claim.realis.value,
    "addressee": lambda claim: _one(claim.addressee),
    "circumstances": lambda claim: _joined(claim.circumstances),
    "roles": lambda claim: _joined(circumstance.role.value for circumstance in claim.circumstances),
    "factivity": lambda claim: NONE if claim.cue is None else claim.cue.factivity.value,
    "quoted": lambda claim: _joined(claim.quoted),
    "sieve": lambda claim: claim.resolution.sieve or NONE,
    "gender": lambda claim: _one(claim.speaker and claim.speaker.gender and claim.speaker.gender.value),
    "titles": lambda claim: _joined(claim.speaker.titles) if claim.speaker else NONE,
    "anonymous": lambda claim: "yes" if claim.source and claim.source.anonymous else NONE,
    "author": lambda claim: _one(claim.speaker and claim.speaker.author),
    "affiliation": lambda claim: _one(claim.speaker and claim.speaker.affiliation),
    "form": lambda claim: NONE if claim.source is None else claim.source.form.value,
}
