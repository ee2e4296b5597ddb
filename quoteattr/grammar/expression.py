"""An expression: a regular expression over shapes, compiled when it is first asked for."""

from collections.abc import Callable, Iterator
from typing import Any

import regex


class Expression:
    """A regular expression over shapes. Compiling takes long, so it is done at the first match.

    Args:
        pattern: The regular expression.
        edge: The letters that must stand where matching begins: at the start, or leftwards before the end; None where
            it may match nothing.
    """

    __slots__ = ("edge", "finditer", "match", "pattern", "search", "sub")

    match: "Callable[..., regex.Match[str] | None]"
    search: "Callable[..., regex.Match[str] | None]"
    finditer: "Callable[..., Iterator[regex.Match[str]]]"
    sub: Callable[..., str]

    def __init__(self, pattern: str, edge: frozenset[str] | None) -> None:
        self.pattern, self.edge = pattern, edge

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # a method of the compiled pattern
        if name not in self.__slots__:
            raise AttributeError(name)
        compiled = regex.compile(self.pattern)
        for method in ("match", "search", "finditer", "sub"):
            setattr(self, method, getattr(compiled, method))
        return object.__getattribute__(self, name)

    def may_begin_with(self, letter: str) -> bool:
        """Whether a match may begin with a letter, or leftwards end with it; an empty one is the shape's edge."""
        return self.edge is None or letter in self.edge

    def has(self, group: str) -> bool:
        """Whether the expression has a group of that name."""
        return f"(?P<{group}>" in self.pattern
