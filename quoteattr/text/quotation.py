"""A quotation: a stretch of text between quotation marks."""

from typing import NamedTuple


class Quotation(NamedTuple):
    """A stretch between quotation marks, the marks included.

    Args:
        start: Offset of the opening mark.
        end: Offset just past the closing mark, or the paragraph's end where it is left open.
        inner_start: Offset just past the opening mark.
        inner_end: Offset of the closing mark, or the paragraph's end.
        closed: Whether it is closed in its own paragraph.
        single: Whether the marks are single ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False
