"""An expression: a regular expression over shapes, and the letters that it may begin with."""

import re
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

    def _match(self, letters: str, *bounds: int) -> Match | None:
        self.compile()
        return self.match(letters, *bounds)

    def _search(self, letters: str, *bounds: int) -> Match | None:
        self.compile()
        return self.search(letters, *bounds)

    def _finditer(self, letters: str, *bounds: int) -> Iterator[Match]:
        self.compile()
        return self.finditer(letters, *bounds)

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

    def _match(self, letters: str, *bounds: int) -> Match | None:
        found = self.bare.match(letters, *bounds)
        return found if found is not None and self._holds(letters, found, *bounds) else None

    def _search(self, letters: str, *bounds: int) -> Match | None:
        found = self.bare.search(letters, *bounds)
        while found is not None and not self._holds(letters, found, *bounds):
            found = self.bare.search(letters, found.start() + 1, *bounds[1:])
        return found

    def _finditer(self, letters: str, *bounds: int) -> Iterator[Match]:
        found, at = self._search(letters, *bounds), 0
        while found is not None:
            yield found
            at = max(found.end(), found.start() + 1)
            found = self._search(letters, at, *bounds[1:]) if at <= len(letters) else None

    def _holds(self, letters: str, found: Match, *bounds: int) -> bool:
        """Whether the guards hold where a match begins."""
        at = found.start()
        return all((guard.match(letters, at, *bounds[1:]) is not None) is wanted for guard, wanted in self.guards)


NEVER = Expression("(?!)", "")
"""What matches nothing."""
