"""An expression: a regular expression over shapes, and the letters that it may begin with."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import regex

Match: TypeAlias = regex.Match[str]
Told = tuple[str, str | None, int | None, bool]
"""The arguments of an expression, `common` last."""


class Expression:
    """A regular expression over shapes, compiled when it is first matched.

    A text asks for a third of a grammar's expressions, and to compile all takes longer than to read a long article.

    Args:
        pattern: The regular expression.
        edge: The letters of which one must stand where matching begins; None where it may match nothing.
        width: How many letters it matches, where that is always the same number.
        common: Whether the standard library reads it as `regex` does: then `re` matches it, which takes half the time
            to compile and to match.

    Attributes:
        match: As of a compiled expression.
        search: The same.
        finditer: The same.

    Example:
        >>> Expression("ab+", "a", common=True).match("abbc").end()
        3
    """

    __slots__ = ("common", "edge", "finditer", "match", "pattern", "search", "width")

    def __init__(self, pattern: str, edge: str | None, width: int | None = None, *, common: bool = False) -> None:
        self.pattern, self.width, self.common = pattern, width, common
        self.edge = None if edge is None else frozenset(edge)
        self.match: Callable[..., Match | None] = self._match
        self.search: Callable[..., Match | None] = self._search
        self.finditer: Callable[..., Iterator[Match]] = self._finditer

    def compile(self) -> None:
        """Compiles the expression now."""
        compiled: Any = re.compile(self.pattern) if self.common else regex.compile(self.pattern)
        self.match, self.search, self.finditer = compiled.match, compiled.search, compiled.finditer

    def _match(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        self.compile()
        return self.match(letters, at, end)

    def _search(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        self.compile()
        return self.search(letters, at, end)

    def _finditer(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        self.compile()
        return self.finditer(letters, at, end)

    def beginning_with(self, letters: str) -> "Expression":
        """What finds the matches that are one of some letters, of a common expression that matches one letter."""
        return Expression(f"[{letters}](?<={self.pattern})", letters, 1, common=True)

    def has(self, group: str) -> bool:
        """Whether the expression has a group of that name."""
        return f"(?P<{group}>" in self.pattern


Guard: TypeAlias = tuple[Expression, bool]
"""What must match where a match of something else begins; with False, what must not."""


class Guarded(Expression):
    """An expression with guards, which are asked last: then `re` may match it, although it cannot match them.

    Args:
        bare: The expression.
        guards: What must, or must not, match where a match of it begins.

    Attributes:
        pattern: Guards and expression in one.
    """

    __slots__ = ("bare", "guards")

    def __init__(self, bare: Expression, guards: Sequence[Guard]) -> None:
        looks = "".join([f"(?{'=' if wanted else '!'}{guard.pattern})" for guard, wanted in guards])
        super().__init__(f"{looks}(?:{bare.pattern})", None, bare.width)
        self.edge, self.bare, self.guards = bare.edge, bare, guards

    def _match(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        found = self.bare.match(letters, at, end)
        return found if found is not None and self._holds(letters, at, end) else None

    def _search(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Match | None:
        found = self.bare.search(letters, at, end)
        while found is not None and not self._holds(letters, found.start(), end):
            found = self.bare.search(letters, found.start() + 1, end)
        return found

    def _finditer(self, letters: str, at: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        found = self._search(letters, at, end)
        while found is not None:
            yield found
            at = max(found.end(), found.start() + 1)
            found = self._search(letters, at, end) if at <= min(end, len(letters)) else None

    def _holds(self, letters: str, at: int, end: int) -> bool:
        """Whether the guards hold at a place."""
        for guard, wanted in self.guards:  # noqa: SIM110  # a generator would take half the time of a match
            if (guard.match(letters, at, end) is not None) is not wanted:
                return False
        return True


NEVER = Expression("(?!)", "")
"""What matches nothing."""
