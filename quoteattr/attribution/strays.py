"""Strays: what a page puts between the paragraphs of a quotation, and between those of an article."""

from typing import Final

from quoteattr.attribution.turns import turns_of
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import COLON, DASH, END, LETTER, PARA

# What ends no link.
TELLING: Final = frozenset(LETTER[name] for name in ("QFULLC", "QFULLP", "QFULLX", "QFULLN", "COLON"))
LINKS: Final = 8  # so many lines without an end mark are a list of links
LINK: Final = range(3, 19)  # tokens of such a line
MOST: Final = 5  # paragraphs between two of a quotation that is left open


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


def pointed(shape: Shape, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content that is the first point of a list that a colon leads to: all its points, without their dashes."""
    letters, at = shape.letters, content[0][0]
    found = list[Range]()
    while letters[max(0, at - 3) : at + 1] == COLON + END + PARA + DASH or (found and letters[at : at + 1] == DASH):
        end = letters.find(PARA, at)
        end = len(letters) if end < 0 else end
        found.append((at + 1, end - (letters[end - 1] == END)))
        at = end + 1
    return tuple(piece for piece in found if piece[0] < piece[1]) or content


def linked(shape: Shape) -> frozenset[int]:
    """The END of each line in a list of links: of many lines one after another, each short and without a mark.

    The points of a list that a colon leads to are no links.
    """
    found, run, listed = list[int](), list[int](), False
    letters, starts, ends = shape.letters, shape.starts, shape.ends
    at = letters.find(PARA)
    while at >= 0:
        end, following = letters.find(END, at), letters.find(PARA, at + 1)
        bare = end >= 0 and starts[end] == ends[end] and end - at - 1 in LINK and letters[end - 1] not in TELLING
        if bare and end + 1 == (len(letters) if following < 0 else following):
            listed = letters[max(0, at - 2) : at] == COLON + END if not run else listed
            run.append(end)
        else:
            found += [] if listed or len(run) < LINKS else run
            run = []
        at = following
    return frozenset(found if listed or len(run) < LINKS else found + run)
