"""Conditions: what rows ask for by name about the place where they match, each decided by one short pattern."""

from collections.abc import Iterator, Mapping
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression, Guard, Guarded
from quoteattr.grammar.notation import Notation
from quoteattr.language.inflection import Verb

KEY, WORD = "condition", "word"
AT, NOT_IN, WHEN, BEHIND = "at", "not_in", "when", "behind"


class Conditions:
    """The conditions of a language.

    Args:
        table: The conditions: conditions.toml.
        notation: What reads their patterns.
        place: The file, for error messages.
        verbs: The forms of irregular verbs, for rows that ask for some verbs alone.

    Attributes:
        notation: What reads patterns.

    Raises:
        LanguageError: A condition cannot be read, or matches more than a place.
    """

    def __init__(
        self, table: Mapping[str, Any], notation: Notation, place: str, verbs: Mapping[str, Verb] | None = None
    ) -> None:
        self.notation, self._verbs = notation, verbs or {}
        self._patterns: dict[str, str] = {}
        self._apart: dict[str, Expression] = {}
        for entry in table.get(KEY, ()):
            name, pattern = entry["name"], entry["pattern"]
            here = f"{place}: {KEY} {name!r}"
            compiled = notation.compile(pattern, here)
            if compiled.width != 0:
                raise LanguageError(f"{here}: the pattern matches more than a place")
            self._patterns[name] = f"({pattern})" if "|" in pattern else pattern
            if not compiled.common:
                self._apart[name] = compiled

    def compile(self, entry: Mapping[str, Any], here: str) -> Expression:
        """The expression of a row with what its conditions stand for.

        `at` must hold, and `not_in` must not, where the match begins; `when` must hold where it ends. A condition that
        `re` cannot read guards the expression from outside, so that it does not make all of it slow.

        Args:
            entry: The row.
            here: Where it comes from, for error messages.

        Raises:
            LanguageError: There is no such condition, it cannot be seen where it should hold, or the pattern is broken.
        """
        leftwards = entry.get("side") == "left"
        if WHEN in entry and leftwards:
            raise LanguageError(f"{here}: when: a match on the left ends where its anchor begins; use after")
        apart = {} if leftwards else self._apart
        guards: list[Guard] = []
        before: list[str] = []
        for key, written in ((AT, "{}"), (NOT_IN, "(?! {})")):
            for name in self._named(entry, key, here):
                if name in apart:
                    guards.append((apart[name], key == AT))
                else:
                    before.append(written.format(self._patterns[name]))
        after = [self._patterns[name] for name in self._named(entry, WHEN, here)]
        pattern: str = entry["pattern"]
        whole = " ".join([*before, f"({pattern})", *after]) if before or after else pattern
        compiled = self.notation.compile(whole, here, leftwards=leftwards)
        return Guarded(compiled, guards) if guards else compiled

    def words(self, entry: Mapping[str, Any], compiled: Expression, here: str) -> frozenset[str]:
        """The forms of the verbs that the group `word` of a row's pattern is limited to; none where it may be any.

        Raises:
            LanguageError: The pattern has no such group, or stands on the right.
        """
        named = [self._verbs.get(lemma, Verb(lemma)) for lemma in entry.get("verbs", ())]
        if named and not (compiled.has(WORD) and entry.get("side") == "left"):
            raise LanguageError(f"{here}: verbs: the pattern has no {WORD}:( … ), or does not stand on the left")
        return frozenset(form for verb in named for forms in verb.words() for form in forms)

    def behind(self, entry: Mapping[str, Any], here: str) -> Expression | None:
        """What must hold where content begins: the row's `behind`; None where that is missing.

        Raises:
            LanguageError: There is no such condition.
        """
        asked = [self._patterns[name] for name in self._named(entry, BEHIND, here)]
        return self.notation.compile(" ".join(asked), here) if asked else None

    def _named(self, entry: Mapping[str, Any], key: str, here: str) -> Iterator[str]:
        for name in entry.get(key, ()):
            if name not in self._patterns:
                raise LanguageError(f"{here}: {key}: no condition {name!r}")
            yield name
