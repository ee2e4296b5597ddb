"""Words of a text as they are compared: by their keys, with their places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

import regex

from quoteattr.checking.spelling import Spelling
from quoteattr.text.span import Span

_UNSEEN = r"\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_WORD = regex.compile(
    rf"""
      (?:\p{{L}}\.){{2,}}\p{{L}}?+(?![\p{{L}}\d])
    | \d++(?:[.,:](?=\d)\d++|[’'\u2009\u202f\u00a0](?=\d{{3}}(?!\d))\d{{3}})*+
    | [$€£¥₹%°]
    | (?:\[\p{{L}}{{1,2}}\](?=\p{{L}}))?+[\p{{L}}\p{{M}}\d]++
      (?: (?: ['’](?=\p{{L}}) | [-‐‑](?=[\p{{L}}\d]) | (?<=\p{{L}})-[ \t]*\r?\n[ \t]*(?=\p{{Ll}})
            | [{_UNSEEN}]+(?=\p{{L}}) )
        [\p{{L}}\p{{M}}\d]++ )*+
    """,
    regex.VERBOSE,
)


class Words:
    """The words of a text.

    Args:
        text: The whole text.
        spelling: How words are compared.
        shown: What spans are cut from, if not the text: the same with its markup.

    Attributes:
        keys: The words as they are compared. A word with another behind its apostrophe has two keys, with one place.
        starts: Offset of each.
        ends: Offset just past each.
    """

    def __init__(self, text: str, spelling: Spelling, shown: str | None = None) -> None:
        self.text, self._original = text, text if shown is None else shown
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _WORD.finditer(text):
            for key in spelling.keys(match.group()):
                self.keys.append(key)
                self.starts.append(match.start())
                self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, last: int) -> Span:
        """The span of the words from `first` up to, not including, `last`."""
        return Span.of(self._original, self.starts[first], self.ends[last - 1])

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The numbers of the words between two offsets: the first, and one past the last."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_right(self.ends, end))

    def shown(self, at: int) -> str:
        """A word as it stands; empty for the second key of one with two."""
        again = at and self.starts[at] == self.starts[at - 1]
        return "" if again else self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital."""
        return self.text[self.starts[at]].isupper()

    def gap(self, at: int) -> str:
        """What stands before a word, back to the word before it."""
        return self.text[self.ends[at - 1] if at else 0 : self.starts[at]]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each key stands."""
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            found.setdefault(key, []).append(at)
        return found


def find(keys: Sequence[str], wanted: Sequence[str], places: dict[str, list[int]]) -> Iterator[int]:
    """Where some keys stand one after the other, asked of the rarest of them."""
    rare = min(range(len(wanted)), key=lambda at: len(places.get(wanted[at], ())))
    for place in places.get(wanted[rare], ()):
        begin = place - rare
        if begin >= 0 and keys[begin : begin + len(wanted)] == wanted:
            yield begin


def opcodes(one: Sequence[str], other: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """How to get from one run of words to the other, as difflib tells it."""
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
