"""Retagging: a word's class mended by its neighbours, after rules written as data."""

from collections.abc import Mapping
from typing import Any, Final

from quoteattr.errors import LanguageError
from quoteattr.grammar.acronyms import join_names
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.titles import Titles
from quoteattr.grammar.wordclass import DET, ENCODING, END, NAME, OF, PARA, letter

FEW: Final = 3  # letters that are sought one by one
HEADLINE_WORDS: Final = 3
HEADLINE_SHARE: Final = 0.3
CAPITALISED: Final = 0.7


class Retagging:
    """Rules that each give a new class to the letters a pattern matches.

    Args:
        table: The rules: retagging.toml.
        notation: What reads their patterns.
        lexicon: What a headline's capitalised words are in lower case.
        titles: What mends the titles before names.
        place: The file, for error messages.

    Raises:
        LanguageError: A rule cannot be read.
    """

    def __init__(
        self, table: Mapping[str, Any], notation: Notation, lexicon: Lexicon, titles: Titles, place: str
    ) -> None:
        self._lexicon, self._titles = lexicon, titles
        self._rules = []
        for rule in table.get("rule", ()):
            here = f"{place}: rule {rule['name']!r}"
            compiled = notation.compile(rule["pattern"], here)
            if compiled.width != 1:
                raise LanguageError(f"{here}: the pattern matches other than one token")
            kept = lexicon.words_of(frozenset(rule.get("not_frames", ())))
            self._rules.append((_finders(compiled), ord(letter(rule["becomes"], here)), kept))
        self._lower = notation.compile("LOWER_VERB", place)

    def apply(self, shape: Shape) -> None:
        """Mends the letters of a shape by all rules in order, after headlines, titles before names, and acronyms."""
        self._headlines(shape)
        self._titles.apply(shape)
        join_names(shape)
        letters = shape.letters
        for finders, mark, kept in self._rules:
            places = []
            for first, finder in finders:
                match = finder.search(letters) if first in letters else None
                while match is not None:
                    places.append(match.start())
                    match = finder.search(letters, match.end())
            if places:
                mended = bytearray(letters, ENCODING)
                for at in places:
                    if not kept or shape.word(at).lower() not in kept:
                        mended[at] = mark
                letters = mended.decode(ENCODING)
        shape.letters = letters

    def _headlines(self, shape: Shape) -> None:
        """Reads names in headlines as words: in lower case where all is in capitals, else as verbs if they can be."""
        letters, done, first, last = shape.letters, 0, 0, 0
        pieces: list[str] = []
        for marks in letters.split(END):
            first, last = last, last + len(marks) + 1
            names = marks.count(NAME)
            if names < HEADLINE_WORDS and names + marks.count(DET) + marks.count(OF) < HEADLINE_WORDS:
                continue
            capitals = shape.written(first, last).isupper()
            if not capitals and not self._is_headline(shape, marks, first):
                continue
            read, fresh = [], True
            for at in range(first, last):
                word, mark = shape.word(at), letters[at]
                if mark == NAME:
                    mark = self._lexicon.in_capitals(word, initial=fresh) if capitals else self._lexicon.headline(word)
                read.append(mark)
                fresh = fresh and letters[at] == PARA
            pieces += [letters[done:first], *read]
            done = last
        shape.letters = "".join([*pieces, letters[done:]])

    def _is_headline(self, shape: Shape, marks: str, first: int) -> bool:
        """Whether a sentence has many names, and most of its words have a capital and all of its verbs."""
        if marks.count(NAME) < HEADLINE_SHARE * (len(marks) + 1):
            return False
        text, starts = shape.text, shape.starts
        if any(text[starts[first + verb.start()]].islower() for verb in self._lower.finditer(marks)):
            return False
        initials = [text[at] for at in starts[first : first + len(marks)]]
        return sum(map(str.isupper, initials)) >= CAPITALISED * sum(map(str.isalpha, initials))


def _finders(pattern: Expression) -> list[tuple[str, Expression]]:
    """What finds a pattern that matches one letter, with that letter, or with nothing where it is one of many.

    A letter is sought ten times as fast as one of a set, so a few are sought one by one.
    """
    edge = "".join(sorted(pattern.edge or ()))
    if not pattern.common or (len(edge) == 1 and "|" not in pattern.pattern):
        return [(edge if len(edge) == 1 else "", pattern)]
    if len(edge) > FEW:
        return [("", pattern.beginning_with(edge))]
    return [(mark, pattern.beginning_with(mark)) for mark in edge]
