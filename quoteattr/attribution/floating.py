"""Floating: quotations that go on with no claim."""

from quoteattr.attribution.draft import Draft
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import built_in
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER, PARA

LONELY, FLOATING = map(built_in, ("quotation alone", "floating quotation"))
ENDED = frozenset(LETTER[name] for name in ("QFULLP", "QFULLX"))
QUESTION = "?"
SENTENCE = 6  # words: fewer may be a heading or a saying


def lonely(shape: Shape, piece: Range) -> Draft | None:
    """A quotation of a whole sentence that nothing beside it tells the speaker of, also a short one that answers."""
    if shape.letters[piece[1] - 1] not in ENDED:
        return None
    asked = shape.word(piece[0] - 1) == QUESTION  # "Did she cry? “I wept.”"
    return Draft(shape, None, None, (piece,), LONELY) if asked or word_count(shape, piece) >= SENTENCE else None


def word_count(shape: Shape, piece: Range) -> int:
    """How many words a piece has."""
    return shape.written(*piece).count(" ") + 1


def floating(shape: Shape, piece: Range, before: int, grammar: Grammar) -> Draft | None:
    """A quotation after a sentence that makes no claim: its speaker is that sentence's subject."""
    form = "floating" if shape.letters[piece[0] - 1] == PARA else "mood"
    if form == "floating" and not shape.ends_paragraph(piece[1]):
        return None
    start = shape.sentence_start(before - 1) if before else 0
    for pattern in grammar.sources:
        if pattern.side == "subject" and form in pattern.forms:
            match = pattern.regex.match(shape.letters, start, before + 1)
            if match:
                return Draft(shape, None, match.span("source"), (piece,), FLOATING, pattern)
    return None
