"""The stream of tokens that the reader writes, sentence by sentence."""

from typing import Final

from quoteattr.grammar.wordclass import END, PARA
from quoteattr.text.quotation import Quotation

LONGEST_SENTENCE: Final = 300


class Tokens:
    """The tokens so far: their letters, where they start and end, and the quotations among them."""

    __slots__ = ("begun", "ends", "letters", "quotations", "starts")

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.quotations: dict[int, Quotation] = {}
        self.begun = 0  # the first token of the sentence

    def begin(self, at: int) -> None:
        """Begins a paragraph."""
        self.add(PARA, at, at)
        self.begun = len(self.letters)

    def end(self, at: int) -> None:
        """Ends a sentence where no mark does."""
        self.add(END, at, at)
        self.begun = len(self.letters)

    def left(self) -> int:
        """How many tokens the sentence has room for."""
        return LONGEST_SENTENCE - (len(self.letters) - self.begun)

    def add(self, mark: str, start: int, end: int) -> None:
        """Adds a token."""
        self.letters.append(mark)
        self.starts.append(start)
        self.ends.append(end)


class Stretch:
    """A stretch of a paragraph without quotations: its tokens, and the offset of its paragraph's end."""

    __slots__ = ("ends", "last", "starts", "text")

    def __init__(self, text: str, starts: list[int], ends: list[int], last: int) -> None:
        self.text, self.starts, self.ends, self.last = text, starts, ends, last
