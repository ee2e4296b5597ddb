"""Turns: what stands behind a label is a claim without a verb, in a transcript with all its paragraphs."""

from collections.abc import Iterator
from itertools import zip_longest

from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.reading import Range, Reading
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.labels import Label
from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.once import once

END, PARA = LETTER["END"], LETTER["PARA"]
FORM = "label"
TURN, SPOKEN = "label + turn after a label", "label + turn of a transcript"


class Turns:
    """Finds the turns of a text.

    Args:
        grammar: The language's grammar.

    Raises:
        LanguageError: The table of labels is broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        table, notation, place = grammar.table("labels")
        self._meanwhile = notation.compile(table["meanwhile"], f"{place}: meanwhile")
        self._narrated = notation.compile(table["narrated"], f"{place}: narrated")
        self._cues = grammar.lexicon.cues

    def find(self, shape: Shape) -> Iterator[Reading]:
        """The turns of a text, in text order."""
        labels = [*shape.labels.values()]
        for label, following in zip_longest(labels, labels[1:]):
            pieces = tuple(self._pieces(shape, label, len(shape.letters) if following is None else following.first))
            if pieces:
                rule = SPOKEN if label.transcript else TURN
                source = label.first, label.last
                yield Reading(self._cue(shape, label), source, pieces, None, rule, ContentKind.TURN, outer=True)

    def _cue(self, shape: Shape, label: Label) -> CueCandidate | None:
        """The mark beside a label."""
        if label.mark is None:
            return None
        entries = self._cues.get(shape.word(label.mark), ())
        return CueCandidate(label.mark, label.mark, label.mark + 1, FORM, entries[0]) if entries else None

    def _pieces(self, shape: Shape, label: Label, limit: int) -> Iterator[Range]:
        """What is said before another label: the paragraph behind this one, and in a transcript those after it."""
        if label.said is not None:
            yield label.said
            return
        letters, first = shape.letters, label.begin
        while first < limit:
            end = letters.find(PARA, first, limit)
            end = limit if end < 0 else end
            last = end - (letters[end - 1] == END)
            if last > first and (first == label.begin or not self._meanwhile.match(letters, first - 1)):
                yield first, last
            first = end + 1
            if not label.transcript or self._narrated.match(letters, end):
                return


@once
def turns_of(grammar: Grammar) -> Turns:
    """What finds the turns of a language, made at its first use.

    Raises:
        LanguageError: The table of labels is broken.
    """
    return Turns(grammar)
