"""Retagging: a word's class mended by its neighbours, after rules written as data."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.titles import Titles
from quoteattr.grammar.wordclass import LETTER, letter

NAME, END, PARA = LETTER["NAME"], LETTER["END"], LETTER["PARA"]
SENTENCE = re.compile(f"[^{END}]++{END}")
HEADLINE_WORDS, HEADLINE_SHARE, CAPITALISED, CAPITALS_WORDS = 3, 0.3, 0.7, 3


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
        for number, rule in enumerate(table.get("rule", ()), 1):
            here = f"{place}: rule {rule.get('name', number)!r}"
            if rule.keys() != {"name", "pattern", "becomes", "example"}:
                raise LanguageError(f"{here}: expected name, pattern, becomes and example")
            compiled = notation.compile(rule["pattern"], here)
            if compiled.width != 1:
                raise LanguageError(f"{here}: the pattern matches other than one token")
            self._rules.append((compiled, letter(rule["becomes"], here)))
        self._lower = notation.compile("LOWER_VERB", place)

    def apply(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        """The letters after all rules, in their order; headlines and titles before names come first."""
        letters = self._headlines(letters, text, starts, ends)
        letters = self._titles.apply(letters, text, starts, ends)
        present = set(letters)
        for pattern, mark in self._rules:
            if pattern.edge is None or not pattern.edge.isdisjoint(present):
                letters = pattern.sub(mark, letters)
                present.add(mark)
        return letters

    def _headlines(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        pieces, done = [], 0
        for match in SENTENCE.finditer(letters):
            marks = match.group()
            names = marks.count(NAME)
            if names >= CAPITALS_WORDS and text[starts[match.start()] : ends[match.end() - 1]].isupper():
                read = self._capitals(letters, text, starts, ends, match.span())
            elif self._is_headline(marks, names, text, starts[match.start() : match.end() - 1]):
                read = self._capitalised(letters, text, starts, ends, match.span())
            else:
                continue
            pieces += [letters[done : match.start()], read]
            done = match.end()
        return "".join([*pieces, letters[done:]])

    def _is_headline(self, marks: str, names: int, text: str, starts: Sequence[int]) -> bool:
        """Whether most words of a sentence have a capital, and all of its verbs."""
        if names < HEADLINE_WORDS or names < HEADLINE_SHARE * len(marks):
            return False
        initials = [text[at] for at in starts]
        words = sum(map(str.isalpha, initials))
        if sum(map(str.isupper, initials)) < CAPITALISED * words:
            return False
        return not any(initials[verb.start()].islower() for verb in self._lower.finditer(marks))

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
