"""Strays: what a page puts between the paragraphs of a quotation."""

from quoteattr.attribution.turns import turns_of
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER

END, PARA = LETTER["END"], LETTER["PARA"]
MOST = 3  # paragraphs between two of a quotation that is left open


def sentence_before(shape: Shape, start: int, grammar: Grammar) -> int | None:
    """The END of the sentence before a quotation; also over a paragraph's break, and over what a page puts there.

    Args:
        shape: The text's shape.
        start: The first token of the quotation's sentence.
        grammar: The language's grammar.
    """
    letters = shape.letters
    if start >= 1 and letters[start - 1] == END:
        return start - 1
    if start <= 1 or letters[start - 2 : start] != END + PARA:
        return None
    line = letters.rfind(PARA, 0, start - 1) + 1
    between = line > 1 and line not in shape.quotations and letters[line - 2 : line] == END + PARA
    if between and turns_of(grammar).is_furniture(shape, line):
        return line - 2
    return _left_open(shape, start) or start - 2


def _left_open(shape: Shape, start: int) -> int | None:
    """The END of a paragraph that leaves a quotation open, with few and no other quotations behind it."""
    letters, quotations, end = shape.letters, shape.quotations, start - 2
    following = quotations.get(start)
    for _ in range(MOST):
        line = letters.rfind(PARA, 0, end) + 1
        if following is None or any(at in quotations for at in range(line, end)):
            break
        end = line - 2
    last = quotations.get(end - 1) if end < start - 2 and following is not None else None
    if last is None or following is None or last.closed:
        return None
    same = shape.text[last.start : last.inner_start] == shape.text[following.start : following.inner_start]
    return end if same else None
