"""Retagging: a word's class mended by its neighbours, after rules written as data."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.wordclass import LETTER, letter

NAME, END, PARA = LETTER["NAME"], LETTER["END"], LETTER["PARA"]
SENTENCE = re.compile(f"[^{END}]++{END}")
HEADLINE_WORDS, HEADLINE_SHARE, CAPITALS_WORDS = 4, 0.45, 3


class Retagging:
    """Rules that each give a new class to the letters a pattern matches.

    Args:
        table: The rules: retagging.toml.
        notation: What reads their patterns.
        lexicon: What a headline's capitalised words are in lower case.
        place: The file, for error messages.

    Raises:
        LanguageError: A rule cannot be read.
    """

    def __init__(self, table: Mapping[str, Any], notation: Notation, lexicon: Lexicon, place: str) -> None:
        self._lexicon = lexicon
        self._rules = []
        for number, rule in enumerate(table.get("rule", ()), 1):
            here = f"{place}: rule {rule.get('name', number)!r}"
            if rule.keys() != {"name", "pattern", "becomes", "example"}:
                raise LanguageError(f"{here}: expected name, pattern, becomes and example")
            self._rules.append((notation.compile(rule["pattern"], here), letter(rule["becomes"], here)))
        self._lower = notation.compile("LOWER_VERB", place)

    def apply(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        """The letters after all rules, in their order; headlines in capitals are read as if in lower case first."""
        letters = self._headlines(letters, text, starts, ends)
        for pattern, mark in self._rules:
            letters = pattern.sub(mark, letters)
        return letters

    def _headlines(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        for match in SENTENCE.finditer(letters):
            marks = match.group()
            names = marks.count(NAME)
            if names >= CAPITALS_WORDS and text[starts[match.start()] : ends[match.end() - 1]].isupper():
                read = self._capitals(letters, text, starts, ends, match.span())
                letters = letters[: match.start()] + read + letters[match.end() :]
                continue
            if names < HEADLINE_WORDS or names < HEADLINE_SHARE * len(marks) or self._lower.search(marks):
                continue
            found = []
            for at in range(*match.span()):
                word = text[starts[at] : ends[at]]
                found.append(self._lexicon.headline(word) if letters[at] == NAME else letters[at])
            letters = letters[: match.start()] + "".join(found) + letters[match.end() :]
        return letters

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
