"""Turns: what stands behind a label is a claim without a verb, in a transcript with all its paragraphs."""

from collections.abc import Iterator
from itertools import zip_longest

from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.draft import Draft
from quoteattr.grammar.cue_group import CueGroup
from quoteattr.grammar.expression import NEVER
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import ContentKind, built_in
from quoteattr.grammar.shape import Label, Range, Shape
from quoteattr.grammar.wordclass import END, LETTER, LPAR, NUM, PARA, QUOTATIONS, RPAR
from quoteattr.language.tables import words
from quoteattr.once import once

MARK = ":"
LEADING = tuple(LETTER[name] for name in ("COLON", "MARK", "DASH"))
FORM = CueGroup("label", NEVER, frozenset())
LONGEST_HEADING, LONGEST_LABEL = 14, 4  # tokens
UNSIGNED = frozenset(["?", ""])  # a question and a heading end so
BESIDE = built_in("label")
TURN = built_in("turn after a label", ContentKind.TURN)
SPOKEN = built_in("turn of a transcript", ContentKind.TURN)


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
        self._interjection = notation.compile(table["interjection"], f"{place}: interjection")
        self._furniture = frozenset(words(table["furniture"], f"{place}: furniture"))
        self._links = frozenset(words(table["links"], f"{place}: links"))
        self._cues = grammar.lexicon.cues

    def find(self, shape: Shape) -> Iterator[Draft]:
        """The turns of a text, in text order."""
        labels = [*shape.labels.values()]
        for label, following in zip_longest(labels, labels[1:]):
            limit = len(shape.letters) if following is None else following.first
            pieces = tuple(self._pieces(shape, label, limit - (shape.letters[limit - 1] == LPAR)))
            if pieces:
                pattern = SPOKEN if label.transcript else TURN
                yield Draft(shape, self._cue(shape, label), (label.first, label.last), pieces, pattern, BESIDE)

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
        if letters[first : first + 2] == END + PARA:  # a label on a line of its own
            first += 2
        begun = first
        while first < limit:
            end = letters.find(PARA, first, limit)
            end = limit if end < 0 else end
            last = _unbracketed(letters, first, end - (letters[end - 1] == END))
            last = last if label.transcript else _quoted(letters, first, last)
            if first == begun or not self._is_between(shape, label, (first, end), limit):
                yield from self._without_interjections(letters, first, last)
            first = end + 1
            if not label.transcript or self._narrated.match(letters, end) or self._is_apart(shape, first):
                return

    def _is_apart(self, shape: Shape, first: int) -> bool:
        """Whether a paragraph is furniture, or a heading: words in capitals that end without a mark."""
        end = shape.letters.find(END, first)
        if end <= first or self.is_furniture(shape, first):
            return end > first
        bare = shape.starts[end] == shape.ends[end] and shape.ends_paragraph(end)
        return bare and end > first + 1 and shape.written(first, end).isupper()

    def is_furniture(self, shape: Shape, first: int) -> bool:
        """Whether a paragraph begins with a word of furniture: in a label, or in a short line without an end mark."""
        end = shape.letters.find(END, first, first + LONGEST_HEADING)
        bare = first < end and shape.starts[end] == shape.ends[end]
        labelled = MARK in shape.words(first, min(first + LONGEST_LABEL, len(shape.letters)))
        return (bare or labelled) and shape.word(first).lower() in self._furniture

    def leading_away(self, shape: Shape) -> frozenset[int]:
        """The END of each sentence that is a link to another article: "READ MORE: …", "Also read | …"."""
        found = set[int]()
        for mark in LEADING:
            at = shape.letters.find(mark)
            while at >= 0:
                start = shape.sentence_start(at)
                if 0 < at - start < LONGEST_LABEL and self._links.issuperset(map(str.lower, shape.words(start, at))):
                    found.add(shape.sentence_end(at))
                at = shape.letters.find(mark, at + 1)
        return frozenset(found)

    def _is_between(self, shape: Shape, label: Label, paragraph: Range, limit: int) -> bool:
        """Whether a later paragraph is none of a turn: what somebody did, or what nobody signs before initials."""
        first, end = paragraph
        if self._meanwhile.match(shape.letters, first - 1) or self._is_running_head(shape, first, end):
            return True
        signed = label.mark is not None or len(shape.word(label.first)) == 1
        return not signed and end + 1 == limit < len(shape.letters) and shape.word(end - 1) in UNSIGNED

    def _is_running_head(self, shape: Shape, first: int, end: int) -> bool:
        """Whether a paragraph is the head of a page: no mark at its end, but a number, or a capital in every word."""
        last = end - (shape.letters[end - 1] == END)
        if not first < last == end - 1 or shape.starts[last] < shape.ends[last] or last - first > LONGEST_HEADING:
            return False
        numbered = NUM in (shape.letters[first], shape.letters[last - 1])
        return numbered or all(word[0].isupper() for word in shape.words(first, last))

    def _without_interjections(self, letters: str, first: int, last: int) -> Iterator[Range]:
        """A paragraph of a turn without what stands in brackets about the one who speaks: "(laughs)"."""
        for match in self._interjection.finditer(letters, first, last):
            if match.start() > first:
                yield first, match.start()
            first = match.end() + (letters[match.end()] == END)
        if last > first:
            yield first, last


def _quoted(letters: str, first: int, last: int) -> int:
    """The end of the quotations that a paragraph begins with, where the narrator goes on behind them; else its own."""
    at = first
    while at < last and letters[at] in QUOTATIONS and letters[at + 1] == END:
        at += 2
    return at - 1 if first < at <= last else last


def _unbracketed(letters: str, first: int, last: int) -> int:
    """The end of a paragraph, without a bracket that was opened before its label."""
    if letters[last - 1] != RPAR or letters.count(RPAR, first, last) == letters.count(LPAR, first, last):
        return last
    return last - 1 - (letters[last - 2] == END)


@once
def turns_of(grammar: Grammar) -> Turns:
    """What finds the turns of a language, made at its first use.

    Raises:
        LanguageError: The table of labels is broken.
    """
    return Turns(grammar)
