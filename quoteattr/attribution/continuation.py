"""Continuation: quotations without a tag of their own go on with the claim before them."""

from collections.abc import Sequence

import attrs

from quoteattr.attribution.readings import Reading
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER

END, PARA = LETTER["END"], LETTER["PARA"]
BOUNDARY = END + PARA


def continued(shape: Shape, found: Sequence[Reading], grammar: Grammar) -> list[Reading]:
    """The readings, each with the quotations that stand alone after it, and new ones for those that follow none."""
    order = sorted(found, key=lambda reading: reading.first)
    if not shape.quotations:
        return order
    taken = {at for reading in found for first, last in reading.content for at in range(first, last) if at in shape.quotations}
    ends: dict[int, int] = {}
    for index, reading in enumerate(order):
        ends[_sentence_end(shape, reading)] = index
    for at in sorted(shape.quotations.keys() - taken):
        if not _alone(shape, at):
            continue
        before = _sentence_before(shape, at)
        if before is None:
            continue
        index = ends.get(before)
        if index is None:
            floating = _floating(shape, at, before, grammar)
            if floating is None:
                continue
            order.append(floating)
            index = len(order) - 1
        else:
            order[index] = attrs.evolve(order[index], content=(*order[index].content, (at, at + 1)))
        ends[shape.sentence_end(at)] = index
    return order


def _sentence_end(shape: Shape, reading: Reading) -> int:
    last = max(piece[1] for piece in reading.content)
    at = max(last - 1, reading.cue.last - 1 if reading.cue else 0)
    return shape.sentence_end(at)


def _alone(shape: Shape, at: int) -> bool:
    """Whether a quotation is a sentence of its own."""
    letters = shape.letters
    return letters[at - 1 : at] in BOUNDARY and letters[at + 1 : at + 2] == END


def _sentence_before(shape: Shape, at: int) -> int | None:
    """The END of the sentence before a quotation that stands alone, over a paragraph's break too."""
    letters = shape.letters
    if letters[at - 1] == END:
        return at - 1
    if at >= 2 and letters[at - 1] == PARA and letters[at - 2] == END and letters[at + 2 : at + 3] in ("", PARA):
        return at - 2
    return None


def _floating(shape: Shape, at: int, before: int, grammar: Grammar) -> Reading | None:
    """A quotation after a sentence that makes no claim: its speaker is that sentence's subject."""
    start = shape.sentence_start(before - 1) if before else 0
    for pattern in grammar.sources:
        if pattern.side == "subject" and "floating" in pattern.forms:
            match = pattern.regex.match(shape.letters, start, before + 1)
            if match:
                return Reading(None, match.span("source"), ((at, at + 1),), None, f"{pattern.name} + floating quotation")
    return None


