"""Tidied text: what a page leaves in its text is taken out, and every offset can be told in the caller's string.

Markdown, HTML entities, footnote marks, hyphens at line ends and missing blanks are no part of what is said.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quoteattr.text.edits import (
    Edit,
    Edits,
    IsWord,
    apostrophes,
    broken,
    characters,
    doubled,
    emphasis,
    gaps,
    glued,
    hyphens,
    labels,
    links,
    listed,
    notes,
    points,
    posts,
    raised,
    strays,
    tags,
    unspaced,
)

# Bold and slanted at once: twice.
STEPS = (
    *(tags, listed, characters, doubled, apostrophes, links, emphasis, emphasis, points, notes, posts),
    *(raised, broken, unspaced, gaps, labels),
)


class Tidied:
    """A text without what a page left in it.

    Args:
        text: The caller's text.
        is_word: Whether the language has a word; it tells a hyphen at a line's end from one inside a word.
        between: Words that a page puts between two sentences.

    Attributes:
        text: The tidied text.
        changed: Whether it is another than the caller's.

    Example:
        >>> tidied = Tidied("**Sato** said it&#8217;s over.", frozenset().__contains__)
        >>> tidied.text
        'Sato said it’s over.'
        >>> tidied.place(0, 4), tidied.place(10, 14)
        ((2, 6), (14, 24))
    """

    def __init__(self, text: str, is_word: IsWord, between: Sequence[str] = ()) -> None:
        self.text = text
        self._steps: list[_Step] = []
        for edits in STEPS:
            self._take(edits(self.text))
        self._take(strays(self.text, between))
        self._take(hyphens(self.text, is_word))
        self._take(glued(self.text, is_word))
        self.changed = bool(self._steps)

    def _take(self, edits: Edits) -> None:
        several = list(edits)
        if several:
            step = _Step(self.text, several)
            self._steps.append(step)
            self.text = step.text

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the tidied text stands in the caller's."""
        for step in reversed(self._steps):
            start, end = step.place(start, end)
        return start, end


class _Step:
    """A text after some edits, and the stretches of it that stand for those of the text before."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._starts, self._ends = list[int](), list[int]()  # in the new text
        self._before = list[tuple[int, int]]()  # in the old one
        parts, at, size = list[str](), 0, 0
        for start, end, new in (*edits, (len(text), len(text), "")):
            for begin, stop, part in ((at, start, text[at:start]), (start, end, new)):
                self._starts.append(size)
                size += len(part)
                self._ends.append(size)
                self._before.append((begin, stop))
                parts.append(part)
            at = end
        self.text = "".join(parts)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stands in the text before: without what was taken out beside it."""
        index = bisect_right(self._starts, start) - 1
        first, stop = self._before[index]
        before = min(stop, first + start - self._starts[index])
        index = bisect_left(self._ends, end)
        first, stop = self._before[index]
        return before, max(before, first, stop - (self._ends[index] - end))
