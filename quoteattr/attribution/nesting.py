"""Nesting: which claim stands in the content of which."""

from collections.abc import Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.scope import Admits
from quoteattr.grammar.shape import Range, Shape

REACH = 6  # how many drafts back a parent is sought
TRAILING = 3  # how many tokens may follow a tag that closes a sentence: "said the mayor | on Monday"


def shortened(shape: Shape, found: Sequence[Draft]) -> None:
    """Ends the content of each cue that stands in another's content where that one ends."""
    order = sorted(found, key=lambda draft: (draft.first, draft.content[0][0]))
    for at, draft in enumerate(order):
        if at and draft.cue and draft.cue.verb < draft.content[0][0] and len(draft.content) == 1:
            first = draft.first
            others = order[max(0, at - REACH) : at]
            _end(draft, draft.cue.verb, [o for o in others if o.first < first or _closes(shape, o)])


def _closes(shape: Shape, draft: Draft) -> bool:
    """Whether a draft's sentence ends with its cue and source: "It is over, | said the mayor"."""
    last = max(draft.source[1] if draft.source else 0, draft.cue.last if draft.cue else 0)
    return shape.sentence_end(last - 1) - last <= TRAILING


def _end(draft: Draft, verb: int, others: Sequence[Draft]) -> None:
    """Ends a draft's content with the piece of another's content in which its cue and content begin."""
    ((begin, end),) = draft.content
    for other in others:
        for first, last in other.content:
            if first <= verb and begin < last < end:
                end = last
                break
    draft.content = ((begin, end),)


def nested(drafts: Sequence[Draft], admits: Admits, *, quoted: bool = False) -> list[Draft]:
    """The drafts of one shape in text order, each with its parent's index; of two that cross, the first stays.

    Args:
        drafts: The drafts.
        admits: Whether a draft is a claim in the scope that is wanted; what is none is left out.
        quoted: Whether all of them stand in a quotation, and so in a claim's content.
    """
    kept: list[Draft] = []
    ranges: list[Range] = []  # from the first token of each one's content to the last
    for draft in sorted(drafts, key=_order):
        content, at = draft.content, _token(draft)
        begin, end = content[0][0], content[-1][1]
        parent, crosses = None, False
        for index in range(len(kept) - 1, max(-1, len(kept) - 1 - REACH), -1):
            first, last = ranges[index]
            if (begin < last and first < end) or first <= at < last:
                inside = _inside(at, content, kept[index].content)
                if inside is None:
                    crosses = True
                    break
                if inside:
                    parent = index
                    break
        if not crosses and admits(draft, inside=quoted or parent is not None):
            draft.parent = parent
            kept.append(draft)
            ranges.append((begin, end))
    return kept


def _order(draft: Draft) -> tuple[int, int, int, bool]:
    """What drafts are sorted by: where they begin, where their content begins; the longer, then the outer one first."""
    content = draft.content
    end = content[-1][1]
    return draft.first, content[0][0], -end, content[0][0] <= _token(draft) < end


def _token(draft: Draft) -> int:
    """The token that stands in another's content where a draft does: of its cue, or else of its own content."""
    return draft.cue.verb if draft.cue else draft.content[0][0]


def _inside(at: int, content: Sequence[Range], other: Sequence[Range]) -> bool | None:
    """Whether a draft with its cue at a token stands in another's content; None where their contents cross."""
    if any(first <= at < last for first, last in other):
        return True
    for first, last in content:
        for begin, end in other:
            if first < end and begin < last:
                return None
    return False
