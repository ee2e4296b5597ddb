"""Dialogue: lines without a tag that two people speak by turns, each line a paragraph."""

from collections.abc import Mapping

from quoteattr.attribution.draft import Draft
from quoteattr.grammar.pattern import built_in
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER

END, PARA = LETTER["END"], LETTER["PARA"]
QUESTION = "?"
LINE = built_in("dialogue")


def answers(shape: Shape, ends: Mapping[int, Draft], piece: Range) -> bool:
    """Whether a quotation without a tag is the other's line in a dialogue.

    It is where it answers a question that one of two asked the other, where it asks again after an answer, where of it
    and the next one asks and the other answers, and where the line before had no tag either. Else a quotation after
    another is more of the same.

    Args:
        shape: The text's shape.
        ends: For the END of each sentence in which claims end, the claim that goes on.
        piece: The tokens of the quotation's sentence.
    """
    start, end = piece
    if shape.letters[max(0, start - 2) : start] != END + PARA or not shape.ends_paragraph(end):
        return False
    if any(at not in shape.quotations for at in range(start, end)):
        return False  # somebody’s tag, although no claim was read from it
    last = _line(shape, ends, start - 2)
    if last is None or last.pattern is LINE:
        return last is not None
    following = _untagged_after(shape, ends, end)
    if following is not None and _question(shape, start) != _question(shape, following):
        return _question(shape, start) or _asks(shape, last)
    first = _line(shape, ends, last.content[0][0] - 2)
    if first is None or _words(shape, first) == _words(shape, last):
        return False
    return _asks(shape, last) or (_asks(shape, first) and _question(shape, start))


def _untagged_after(shape: Shape, ends: Mapping[int, Draft], end: int) -> int | None:
    """The quotation that is the whole next paragraph, without a tag."""
    at = end + 2
    if shape.letters[end + 1 : at] != PARA or at not in shape.quotations or shape.letters[at + 1 : at + 2] != END:
        return None
    return at if at + 1 not in ends and shape.quotations[at].closed else None


def _line(shape: Shape, ends: Mapping[int, Draft], end: int) -> Draft | None:
    """The draft that is a whole paragraph, from a quotation at its start to the END of its last sentence."""
    draft = ends.get(end)
    if draft is None:
        return None
    start = shape.letters.rfind(PARA, 0, end) + 1
    first = draft.content[0][0]
    opened = first == start and first in shape.quotations
    closed = all(shape.quotations[at].closed for at in range(start, end) if at in shape.quotations)
    return draft if opened and closed and (draft.source or draft.pattern is LINE) else None


def _words(shape: Shape, draft: Draft) -> str:
    return " ".join(shape.word(at) for at in range(*draft.source)) if draft.source else ""


def _asks(shape: Shape, draft: Draft) -> bool:
    """Whether the last quotation of a draft is a question."""
    return any(_question(shape, at) for first, last in draft.content[-1:] for at in range(first, last))


def _question(shape: Shape, at: int) -> bool:
    quotation = shape.quotations.get(at)
    return quotation is not None and shape.text[quotation.inner_start : quotation.inner_end].rstrip().endswith(QUESTION)
