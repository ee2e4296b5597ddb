"""A stretch of the caller's text."""

from typing import Self

import attrs


@attrs.frozen(order=True)
class Span:
    """A stretch of text: half-open code-point offsets into the caller's string, and the words there.

    Args:
        start: Offset of the first code point.
        end: Offset just past the last code point.
        text: The words between, so that ``text[span.start:span.end] == span.text``.

    Raises:
        ValueError: The offsets and the words do not agree in length.

    Example:
        >>> Span.of("Sato spoke.", 0, 4)
        Span(start=0, end=4, text='Sato')
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.text):
            raise ValueError(f"span [{self.start}, {self.end}) does not fit {self.text!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return self.text

    def covers(self, other: "Span") -> bool:
        """Whether every code point of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end
