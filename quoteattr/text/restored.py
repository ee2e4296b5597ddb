"""Restored results: every span of them told in another text than the one that it was found in."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar, cast

import attrs

from quoteattr.text.span import Span

Value = TypeVar("Value")


class Restored:
    """Tells spans in the caller's text. What was one object before is one afterwards.

    Args:
        text: The caller's text.
        place: Where a stretch stands in it.

    Example:
        >>> Restored("**Sato** left", lambda start, end: (start + 2, end + 2)).of((Span(0, 4, "Sato"), "left"))
        (Span(start=2, end=6, text='Sato'), 'left')
    """

    def __init__(self, text: str, place: Callable[[int, int], tuple[int, int]]) -> None:
        self._text, self._place = text, place
        self._known: dict[int, object] = {}

    def of(self, value: Value) -> Value:
        """A value with its spans told in the caller's text: a span, what has spans, a tuple, or anything else."""
        if isinstance(value, tuple):
            return cast("Value", tuple([self.of(item) for item in value]))
        if isinstance(value, (str, Enum)) or not attrs.has(type(value)):
            return value
        if id(value) not in self._known:
            self._known[id(value)] = self._anew(value)
        return cast("Value", self._known[id(value)])

    def _anew(self, value: Any) -> object:  # noqa: ANN401  # any class of attrs
        changes = {field.name: self.of(getattr(value, field.name)) for field in attrs.fields(type(value))}
        if isinstance(value, Span):
            start, end = self._place(value.start, value.end)
            changes |= {"start": start, "end": end, "text": self._text[start:end]}
        return attrs.evolve(value, **changes)
