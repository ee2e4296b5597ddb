"""Resolution: the speaker behind each draft's source."""

from collections.abc import Sequence

import attrs

from quoteattr.attribution.draft import Draft
from quoteattr.claim import Speaker
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape


@attrs.frozen
class Resolution:
    """Who speaks, which sieve decided, and whose names stood as candidates."""

    speaker: Speaker | None
    sieve: str = ""
    candidates: tuple[str, ...] = ()


def resolve(shape: Shape, drafts: Sequence[Draft], grammar: Grammar) -> list[Resolution]:
    """The resolution of each draft's source."""
    return [Resolution(Speaker(draft.claim.source.text) if draft.claim.source else None) for draft in drafts]
