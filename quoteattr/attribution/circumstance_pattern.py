"""A pattern of circumstances: what stands beside a claim, or in a sentence that refers to one."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from quoteattr.attribution.rule import WORD
from quoteattr.claim import CircumstanceRole
from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression, Match
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.language.language import Language


class Reach(StrEnum):
    """Which claims an anaphoric sentence tells of."""

    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"


class Pattern:
    """A pattern of circumstances.

    Args:
        entry: The row.
        regex: The compiled pattern.
        listed: What its group `word` must be; empty for anything.

    Attributes:
        name: What it is called.
        role: What its words tell; None for the pattern of an anaphoric sentence.
        reach: Which claims an anaphoric sentence tells of; idle for a circumstance.
        example: A sentence in which it applies, its words marked.
        counter: A sentence in which it does not.
    """

    __slots__ = ("counter", "example", "name", "reach", "regex", "role", "words")

    def __init__(self, entry: Mapping[str, Any], regex: Expression, listed: frozenset[str]) -> None:
        self.name, self.example, self.counter = entry["name"], entry["example"], entry["counter"]
        self.role = CircumstanceRole(entry["role"]) if "role" in entry else None
        self.reach = Reach(entry.get("reach", Reach.BEFORE))
        self.regex, self.words = regex, listed

    def match(self, shape: Shape, at: int, end: int) -> Match | None:
        """The match at a token, where the words are the right ones."""
        found = self.regex.match(shape.letters, at, end)
        if found is None or not self.words:
            return found
        return found if shape.lowered(*found.span(WORD)) in self.words else None


def patterns(table: Mapping[str, Any], key: str, notation: Notation, language: Language, file: str) -> list[Pattern]:
    """The patterns under a key of a table, in the order in which they are tried.

    Raises:
        LanguageError: An entry cannot be read; the message names file and entry.
    """
    found = []
    for entry in table[key]:
        here = f"{file}: {key} {entry['name']!r}"
        listed = set(entry.get("words", ()))
        for name in entry.get("lists", ()):
            if name not in language.lists:
                raise LanguageError(f"{here}: no list {name!r}")
            listed.update(map(str.lower, language.lists[name]))
        compiled = notation.compile(entry["pattern"], here)
        if listed and not compiled.has(WORD):
            raise LanguageError(f"{here}: the pattern has no {WORD}:( … ) for its words")
        found.append(Pattern(entry, compiled, frozenset(listed)))
    return found
