"""Words of a text as they are compared: without case, marks and punctuation, but with their places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

import attrs
import regex

from quoteattr.language.language import Language
from quoteattr.text.span import Span

_WORD = regex.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_STEM = 5


@attrs.frozen(eq=False)
class Words:
    """The words of a text, or of a stretch of it.

    Args:
        text: The whole text.
        keys: The words as they are compared.
        starts: Offset of each.
        ends: Offset just past each.
    """

    text: str
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0, end: int | None = None) -> "Words":
        """The words of `text` between two offsets."""
        found = list(_WORD.finditer(text, start, len(text) if end is None else end))
        keys = (match.group().casefold().replace("’", "'") for match in found)
        return cls(text, tuple(keys), tuple(match.start() for match in found), tuple(match.end() for match in found))

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """The span of the words from `first` up to, not including, `last`."""
        return Span.of(self.text, self.starts[first], self.ends[last - 1])

    def between(self, span: Span) -> tuple[int, int]:
        """The numbers of the words in a span: the first, and one past the last."""
        return bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)

    def find(self, wanted: Sequence[str], after: int = 0) -> Iterator[int]:
        """Where these words stand one after the other."""
        first = wanted[0]
        for at in range(after, len(self.keys) - len(wanted) + 1):
            if self.keys[at] == first and self.keys[at : at + len(wanted)] == tuple(wanted):
                yield at


def content_words(keys: Iterable[str], language: Language) -> frozenset[str]:
    """The words that carry meaning, cut to a stem; closed classes are left out."""
    return frozenset(key[:_STEM] for key in keys if key not in language.closed)


def negations(keys: Iterable[str], language: Language) -> int:
    """How many of the words negate."""
    return sum(language.closed.get(key) in _NEGATIVE for key in keys)


_NEGATIVE = {"NOT", "NBE", "NDO", "NHAVE"}
"""Word classes of negation."""


def opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """How to get from one run of words to the other, as difflib tells it."""
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
