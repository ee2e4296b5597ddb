"""The shape of a text: one letter a token, so that sentences can be matched as strings.

A complete quotation is one token of the sentence around it. END and PARA are tokens without width.
"""

from collections.abc import Mapping
from typing import Final, TypeAlias

from quoteattr.grammar.wordclass import END, PARA
from quoteattr.text.quotation import Quotation

FURTHEST: Final = 640  # letters: two of the longest sentences


Range: TypeAlias = tuple[int, int]
"""The first token of a stretch, and the token just past it."""


class Label:
    """A label that speaks.

    Args:
        first: Its first token.
        last: The token just past it.
        mark: The mark beside it; None where there is none.
        said: What it is the label of; None for all that stands behind it.
        transcript: Whether it is one of a transcript's.
    """

    __slots__ = ("first", "last", "mark", "said", "transcript")

    def __init__(
        self, first: int, last: int, mark: int | None, said: Range | None = None, *, transcript: bool = False
    ) -> None:
        self.first, self.last, self.mark, self.said, self.transcript = first, last, mark, said, transcript

    @property
    def begin(self) -> int:
        """The first token of what stands behind it."""
        return self.last if self.mark is None else max(self.last, self.mark + 1)


class Shape:
    """A text's tokens and their letters.

    Args:
        text: The caller's text.
        letters: One letter a token.
        starts: Offset of each token.
        ends: Offset just past each token.
        quotations: The quotation behind each quotation token, by token index.

    Attributes:
        labels: The labels that speak, each by the token just past it.
    """

    __slots__ = ("_mirrored", "ends", "labels", "letters", "quotations", "starts", "text")

    def __init__(
        self,
        text: str,
        letters: str,
        starts: list[int],
        ends: list[int],
        quotations: dict[int, Quotation],
    ) -> None:
        self.text, self.letters, self.starts, self.ends, self.quotations = text, letters, starts, ends, quotations
        self.labels: Mapping[int, Label] = {}
        self._mirrored = ""

    def leftwards(self, at: int) -> str:
        """The letters before a token, the nearest first: what a pattern reads that is matched leftwards from there."""
        if not self._mirrored:
            self._mirrored = self.letters[::-1]
        start = len(self.letters) - at
        return self._mirrored[start : start + FURTHEST]

    def word(self, index: int) -> str:
        """The words of a token."""
        return self.text[self.starts[index] : self.ends[index]]

    def words(self, first: int, last: int) -> list[str]:
        """The words of each token from one up to, not including, another."""
        text, starts, ends = self.text, self.starts, self.ends
        return [text[starts[at] : ends[at]] for at in range(first, last)]

    def written(self, first: int, last: int) -> str:
        """The words from one token up to, not including, another, as they are written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def lowered(self, first: int, last: int) -> str:
        """The words from one token up to, not including, another, in lower case with one space between each two."""
        return " ".join(self.written(first, last).lower().split())

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that holds a token."""
        start = self.letters.rfind(END, 0, index) + 1
        return start + (self.letters[start : start + 1] == PARA)

    def sentence_before(self, index: int) -> int:
        """The first token of the sentence before that of a token; in the first of a paragraph, of that itself."""
        return self.sentence_start(max(0, self.sentence_start(index) - 1))

    def sentence_end(self, index: int) -> int:
        """The END token that closes the sentence of a token."""
        return self.letters.find(END, index)

    def ends_paragraph(self, end: int) -> bool:
        """Whether the END at a token is the last of its paragraph."""
        return self.letters[end + 1 : end + 2] in ("", PARA)
