"""A pattern of circumstances: what stands beside a claim, or in a sentence that refers to one."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

import attrs
import regex

from quoteattr.attribution.rule import WORD
from quoteattr.claim import CircumstanceRole
from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.language.tables import words

Matched: TypeAlias = regex.Match[str]
CIRCUMSTANCE, ANAPHORA = "circumstance", "anaphora"
KEYS = {
    CIRCUMSTANCE: frozenset(["name", "role", "pattern", "words", "lists", "example", "counter"]),
    ANAPHORA: frozenset(["name", "reach", "pattern", "words", "example", "counter"]),
}
NEEDED = {
    CIRCUMSTANCE: frozenset(["name", "role", "pattern", "example", "counter"]),
    ANAPHORA: frozenset(["name", "reach", "pattern", "words", "example", "counter"]),
}


class Reach(StrEnum):
    """Which claims an anaphoric sentence tells of."""

    BEFORE = "before"
    AFTER = "after"
    EITHER = "either"


@attrs.frozen(eq=False)
class Pattern:
    """A pattern of circumstances.

    Args:
        name: What it is called.
        role: What its words tell; None for the pattern of an anaphoric sentence.
        reach: Which claims an anaphoric sentence tells of; idle for a circumstance.
        regex: The compiled pattern.
        words: What its group `word` must be; empty for anything.
        example: A sentence in which it applies, its words marked.
        counter: A sentence in which it does not.
    """

    name: str
    role: CircumstanceRole | None
    reach: Reach
    regex: Expression
    words: frozenset[str]
    example: str
    counter: str

    def match(self, shape: Shape, at: int, end: int) -> Matched | None:
        """The match at a token, where the words are the right ones."""
        found = self.regex.match(shape.letters, at, end)
        if found is None or not self.words:
            return found
        return found if shape.lowered(*found.span(WORD)) in self.words else None


def patterns(table: Mapping[str, Any], key: str, notation: Notation, grammar: Grammar, place: str) -> Iterator[Pattern]:
    """The patterns under a key of a table, in the order in which they are tried.

    Raises:
        LanguageError: An entry is incomplete or cannot be read; the message names file and entry.
    """
    for number, entry in enumerate(table.get(key, ()), 1):
        here = f"{place}: {key} {entry.get('name', number)!r}"
        missing, unknown = NEEDED[key] - entry.keys(), entry.keys() - KEYS[key]
        if missing or unknown:
            raise LanguageError(f"{here}: {f'no {min(missing)}' if missing else f'unknown key {min(unknown)!r}'}")
        if key == CIRCUMSTANCE and entry["role"] not in list(CircumstanceRole):
            raise LanguageError(f"{here}: role is one of {', '.join(CircumstanceRole)}")
        if key == ANAPHORA and entry["reach"] not in list(Reach):
            raise LanguageError(f"{here}: reach is one of {', '.join(Reach)}")
        compiled, listed = notation.compile(entry["pattern"], here), _listed(entry, grammar, here)
        if listed and not compiled.has(WORD):
            raise LanguageError(f"{here}: the pattern has no {WORD}:( … ) for its words")
        yield Pattern(
            name=entry["name"],
            role=CircumstanceRole(entry["role"]) if "role" in entry else None,
            reach=Reach(entry.get("reach", Reach.BEFORE)),
            regex=compiled,
            words=listed,
            example=entry["example"],
            counter=entry["counter"],
        )


def _listed(entry: Mapping[str, Any], grammar: Grammar, here: str) -> frozenset[str]:
    """The words of a pattern, those of its lists included."""
    listed = set(words(entry.get("words", []), f"{here}: words"))
    for name in words(entry.get("lists", []), f"{here}: lists"):
        if name not in grammar.language.lists:
            raise LanguageError(f"{here}: no list {name!r}")
        listed.update(word.lower() for word in grammar.language.lists[name])
    return frozenset(listed)
