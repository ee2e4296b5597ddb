"""Nesting: which claim stands in the content of which."""

from collections.abc import Sequence

import attrs

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.reading import Range, Reading
from quoteattr.attribution.scope import Admits
from quoteattr.grammar.shape import Shape

REACH = 6  # how many drafts back a parent is sought
SETTING = 3  # how many tokens may follow a tag that closes a sentence: "said the mayor | on Monday"


def within(shape: Shape, found: Sequence[Reading]) -> list[Reading]:
    """The readings, in the order given; content of a cue that stands in another's content ends where that one does."""
    ended = list(found)
    order = sorted(range(len(found)), key=lambda index: (found[index].first, found[index].content[0][0]))
    for place, index in enumerate(order):
        reading = found[index]
        if place and reading.cue and reading.cue.verb < reading.content[0][0] and len(reading.content) == 1:
            others = [ended[other] for other in order[max(0, place - REACH) : place]]
            ended[index] = _ended(reading, [o for o in others if o.first < reading.first or _closes(shape, o)])
    return ended


def _closes(shape: Shape, reading: Reading) -> bool:
    """Whether a reading's sentence ends with its cue and source: "It is over, | said the mayor"."""
    last = max(reading.source[1] if reading.source else 0, reading.cue.last if reading.cue else 0)
    return shape.sentence_end(last - 1) - last <= SETTING


def _ended(reading: Reading, others: Sequence[Reading]) -> Reading:
    """A reading whose content ends with the piece of another's content in which its cue and content begin."""
    ((begin, end),) = reading.content
    verb, before = reading.cue.verb if reading.cue else begin, end
    for other in others:
        for first, last in other.content:
            if first <= verb and begin < last < end:
                end = last
                break
    return reading if end == before else attrs.evolve(reading, content=((begin, end),))


def nested(drafts: Sequence[Draft], admits: Admits, *, quoted: bool = False) -> list[Draft]:
    """The drafts of one shape in text order, each with its parent's index; of two that cross, the first stays.

    Args:
        drafts: The drafts.
        admits: Whether a draft is a claim in the scope that is wanted; what is none is left out.
        quoted: Whether all of them stand in a quotation, and so in a claim's content.
    """
    kept: list[Draft] = []
    ranges: list[Range] = []  # from the first token of each one's content to the last
    for draft in sorted(drafts, key=_place):
        if not admits(draft, inside=quoted):
            continue
        content, at = draft.reading.content, _token(draft.reading)
        begin, end = content[0][0], _end(content)
        parent, crosses = None, False
        for index in range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1):
            first, last = ranges[index]
            if (begin < last and first < end) or first <= at < last:
                inside = _inside(at, content, kept[index].reading.content)
                if inside is None:
                    crosses = True
                    break
                if inside:
                    parent = index
                    break
        if not crosses and (parent is None or quoted or admits(draft, inside=True)):
            kept.append(draft if parent is None else draft.under(parent))
            ranges.append((begin, end))
    return kept


def _place(draft: Draft) -> tuple[int, int, int, bool]:
    """What drafts are sorted by: where they begin, where their content begins; the longer, then the outer one first."""
    content = draft.reading.content
    end = _end(content)
    return draft.reading.first, content[0][0], -end, content[0][0] <= _token(draft.reading) < end


def _end(content: Sequence[Range]) -> int:
    """The token just past a content."""
    return content[0][1] if len(content) == 1 else max(last for _, last in content)


def _token(reading: Reading) -> int:
    """The token that stands in another's content where a reading does: of its cue, or else of its own content."""
    return reading.cue.verb if reading.cue else reading.content[0][0]


def _inside(at: int, content: Sequence[Range], other: Sequence[Range]) -> bool | None:
    """Whether a reading with its cue at a token stands in another's content; None where their contents cross."""
    if any(first <= at < last for first, last in other):
        return True
    for first, last in content:
        for begin, end in other:
            if first < end and begin < last:
                return None
    return False
