"""Conditions: what rows ask for by name about the place where they match, each decided by one short pattern."""

from collections.abc import Iterator, Mapping
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.notation import Notation

KEY = "condition"
AT, NOT_IN, WHEN = "at", "not_in", "when"


class Conditions:
    """The conditions of a language.

    Args:
        table: The conditions: conditions.toml.
        notation: What reads their patterns.
        place: The file, for error messages.

    Attributes:
        notation: What reads patterns.

    Raises:
        LanguageError: A condition cannot be read, or matches more than a place.
    """

    def __init__(self, table: Mapping[str, Any], notation: Notation, place: str) -> None:
        self.notation = notation
        self._patterns: dict[str, str] = {}
        for entry in table.get(KEY, ()):
            name, pattern = entry["name"], entry["pattern"]
            here = f"{place}: {KEY} {name!r}"
            if notation.compile(pattern, here).width != 0:
                raise LanguageError(f"{here}: the pattern matches more than a place")
            self._patterns[name] = f"({pattern})" if "|" in pattern else pattern

    def pattern(self, entry: Mapping[str, Any], here: str) -> str:
        """The pattern of a row with what its conditions stand for.

        `at` must hold, and `not_in` must not, where the match begins; `when` must hold where it ends.

        Raises:
            LanguageError: There is no such condition, or nothing can be seen where it should hold.
        """
        if WHEN in entry and entry.get("side") == "left":
            raise LanguageError(f"{here}: when: a match on the left ends where its anchor begins; use after")
        before = [*self._named(entry, AT, here), *[f"(?! {one})" for one in self._named(entry, NOT_IN, here)]]
        after = list(self._named(entry, WHEN, here))
        pattern: str = entry["pattern"]
        return " ".join([*before, f"({pattern})", *after]) if before or after else pattern

    def _named(self, entry: Mapping[str, Any], key: str, here: str) -> Iterator[str]:
        for name in entry.get(key, ()):
            if name not in self._patterns:
                raise LanguageError(f"{here}: {key}: no condition {name!r}")
            yield self._patterns[name]
