"""An expression: a compiled regular expression over shapes, and the letters that it may begin with."""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

import regex

Match: TypeAlias = regex.Match[str]
Finditer: TypeAlias = Callable[[str], Iterable[Match]]


class Expression:
    """A regular expression over shapes.

    All are compiled when a grammar is loaded: that is paid once, and no article waits for it.

    Args:
        pattern: The regular expression.
        edge: The letters that must stand where matching begins; None where it may match nothing.
        width: How many letters it matches, where that is always the same number.
        common: Whether the standard library reads it as `regex` does: then `re` matches it, which takes half the time
            to compile and to match.
    """

    __slots__ = ("common", "edge", "finditer", "match", "pattern", "search", "width")

    def __init__(
        self,
        pattern: str,
        edge: frozenset[str] | None,
        *,
        width: int | None = None,
        common: bool = False,
    ) -> None:
        self.pattern, self.edge, self.width, self.common = pattern, edge, width, common
        compiled = cast("regex.Pattern[str]", re.compile(pattern)) if common else regex.compile(pattern)
        self.match, self.search, self.finditer = compiled.match, compiled.search, compiled.finditer

    def beginning_with(self, letters: str) -> Finditer:
        """What finds the matches that are one of some letters, of a common expression that matches one letter."""
        return cast("regex.Pattern[str]", re.compile(f"[{letters}](?<={self.pattern})")).finditer

    def has(self, group: str) -> bool:
        """Whether the expression has a group of that name."""
        return f"(?P<{group}>" in self.pattern


NEVER = Expression("(?!)", frozenset())
"""What matches nothing."""
