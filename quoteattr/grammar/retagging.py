"""Retagging: a word's class mended by its neighbours, after rules written as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.titles import Titles
from quoteattr.grammar.wordclass import ENCODING, LETTER, letter

NAME, END, PARA = LETTER["NAME"], LETTER["END"], LETTER["PARA"]
FEW = 3  # letters that are sought one by one
HEADLINE_WORDS, HEADLINE_SHARE, CAPITALISED = 3, 0.3, 0.7


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
            self._rules.append((_finders(compiled), ord(letter(rule["becomes"], here))))
        self._lower = notation.compile("LOWER_VERB", place)

    def apply(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        """The letters after all rules, in their order; headlines and titles before names come first."""
        letters = self._headlines(letters, text, starts, ends)
        letters = self._titles.apply(letters, text, starts, ends)
        for finders, mark in self._rules:
            places = []
            for first, finder in finders:
                if first in letters:
                    for match in finder.finditer(letters):
                        places.append(match.start())  # noqa: PERF401  # few are ever found
            if places:
                mended = bytearray(letters, ENCODING)
                for at in places:
                    mended[at] = mark
                letters = mended.decode(ENCODING)
        return letters

    def _headlines(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        pieces, done, first, last = [], 0, 0, 0
        for marks in letters.split(END):
            first, last = last, last + len(marks) + 1
            names = marks.count(NAME)
            if names < HEADLINE_WORDS:
                continue
            if text[starts[first] : ends[last - 1]].isupper():
                read = self._capitals(letters, text, starts, ends, (first, last))
            elif names >= HEADLINE_SHARE * (last - first) and self._is_headline(text, starts, marks, first):
                read = self._capitalised(letters, text, starts, ends, (first, last))
            else:
                continue
            pieces += [letters[done:first], read]
            done = last
        return "".join([*pieces, letters[done:]])

    def _is_headline(self, text: str, starts: Sequence[int], marks: str, first: int) -> bool:
        """Whether most words of a sentence have a capital, and all of its verbs."""
        if any(text[starts[first + verb.start()]].islower() for verb in self._lower.finditer(marks)):
            return False
        initials = [text[at] for at in starts[first : first + len(marks)]]
        return sum(map(str.isupper, initials)) >= CAPITALISED * sum(map(str.isalpha, initials))

    def _capitalised(
        self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int], tokens: tuple[int, int]
    ) -> str:
        """The letters of a sentence with many capitals: its words are verbs where they can be."""
        words = ((at, text[starts[at] : ends[at]]) for at in range(*tokens))
        return "".join(self._lexicon.headline(word) if letters[at] == NAME else letters[at] for at, word in words)

    def _capitals(
        self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int], tokens: tuple[int, int]
    ) -> str:
        """The letters of a sentence that is all in capitals: its words are read as in lower case."""
        found, fresh = [], True
        for at in range(*tokens):
            if letters[at] == NAME:
                found.append(self._lexicon.in_capitals(text[starts[at] : ends[at]], initial=fresh))
            else:
                found.append(letters[at])
            fresh = fresh and letters[at] == PARA
        return "".join(found)


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
