"""Nesting: which claim stands in the content of which."""

from collections.abc import Callable, Sequence

import attrs

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.reading import Reading
from quoteattr.claim import Claim

REACH = 6  # how many drafts back a parent is sought


def within(found: Sequence[Reading]) -> list[Reading]:
    """The readings, in the order given; content of a cue that stands in another's content ends where that one does."""
    order = sorted(range(len(found)), key=lambda index: found[index].first)
    ended = list(found)
    for place, index in enumerate(order):
        for other in order[max(0, place - REACH) : place]:
            ended[index] = _ended(ended[index], ended[other])
    return ended


def _ended(reading: Reading, other: Reading) -> Reading:
    """A reading whose content ends with the piece of another's content in which its cue and content begin."""
    cue = reading.cue
    if cue is None or len(reading.content) > 1:
        return reading
    begin, end = reading.content[0]
    for first, last in other.content:
        if first <= cue.verb < begin < last < end:
            return attrs.evolve(reading, content=((begin, last),))
    return reading


def nested(drafts: Sequence[Draft], is_own: Callable[[Claim], bool], *, quoted: bool = False) -> list[Draft]:
    """The drafts of one shape in text order, each with its parent's index; of two that cross, the first stays.

    Args:
        drafts: The drafts.
        is_own: Whether a claim inside another tells only what its own speaker thinks; such a one is left out.
        quoted: Whether all of them stand in a quotation, and so in a claim's content.
    """
    order = sorted(drafts, key=_place)
    kept: list[Draft] = []
    for draft in order:
        parent, crosses = None, False
        for index in range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1):
            inside = _inside(draft.reading, kept[index].reading)
            if inside is None:
                crosses = True
                break
            if inside:
                parent = index
                break
        inside_another = quoted or parent is not None
        if not crosses and not (inside_another and is_own(draft.claim)):
            kept.append(draft if parent is None else draft.under(parent))
    return kept


def _place(draft: Draft) -> tuple[int, int, int]:
    """What drafts are sorted by: where they begin, where their content begins; the longer stands first."""
    content = draft.reading.content
    return draft.reading.first, content[0][0], -max(last for _, last in content)


def _inside(reading: Reading, other: Reading) -> bool | None:
    """Whether a reading stands in another's content; None where their contents cross."""
    cue = reading.cue
    at = cue.verb if cue else reading.content[0][0]
    if any(first <= at < last for first, last in other.content):
        return True
    for first, last in reading.content:
        for begin, end in other.content:
            if first < end and begin < last:
                return None
    return False
