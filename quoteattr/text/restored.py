"""Restored results: every span of them told in another text than the one that it was found in."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar, cast

import attrs

from quoteattr.once import Kept
from quoteattr.text.span import Span

Value = TypeVar("Value")


def _fields(kind: type) -> tuple[str, ...]:
    """The names of the fields of a class; none of one that is no class of attrs."""
    return tuple([field.name for field in attrs.fields(kind)]) if attrs.has(kind) else ()


FIELDS: Final = Kept(_fields)


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
        names = FIELDS[type(value)]
        if not names:
            return value
        if id(value) not in self._known:
            self._known[id(value)] = self._anew(value, names)
        return cast("Value", self._known[id(value)])

    def _anew(self, value: Any, names: Sequence[str]) -> object:  # noqa: ANN401  # any class of attrs
        changes = {name: self.of(getattr(value, name)) for name in names}
        if isinstance(value, Span):
            start, end = self._place(value.start, value.end)
            changes |= {"start": start, "end": end, "text": self._text[start:end]}
        return type(value)(**changes)
