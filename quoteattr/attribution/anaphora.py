"""Anaphoric sentences: those that tell where and when the claims beside them were made."""

from bisect import bisect_left
from collections.abc import Iterator

from quoteattr.attribution.circumstance_pattern import Reach
from quoteattr.attribution.circumstances import Circumstances
from quoteattr.claim import Circumstance
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER

SUBJECT = "subject"
OPENERS = frozenset(LETTER[name] for name in ("AND", "BUT", "LINK", "COMMA", "ADV"))


class Anaphora:
    """A sentence that refers to claims and tells their circumstances.

    Args:
        at: Its first token.
        subject: The tokens of whoever made the claims; None where the sentence does not tell.
        circumstances: What it tells, in text order.
        reach: Which claims it tells of.
    """

    __slots__ = ("at", "circumstances", "reach", "subject")

    def __init__(self, at: int, subject: Range | None, circumstances: tuple[Circumstance, ...], reach: Reach) -> None:
        self.at, self.subject, self.circumstances, self.reach = at, subject, circumstances, reach


def anaphora(shape: Shape, circumstances: Circumstances) -> list[Anaphora]:
    """The anaphoric sentences of a shape, in text order."""
    sentences = sorted({shape.sentence_start(token) for token in _tokens(shape, circumstances.words)})
    found = (_read(shape, start, circumstances) for start in sentences)
    return [anaphora for anaphora in found if anaphora is not None]


def _tokens(shape: Shape, words: frozenset[str]) -> Iterator[int]:
    """The tokens that are one of some words, where it stands between spaces at least once."""
    for word in words.intersection(shape.text.split()):
        at = shape.text.find(word)
        while at >= 0:
            token = bisect_left(shape.starts, at)
            while token < len(shape.starts) and shape.starts[token] == at:  # END has no width
                if shape.ends[token] == at + len(word):
                    yield token
                token += 1
            at = shape.text.find(word, at + 1)


def _read(shape: Shape, start: int, circumstances: Circumstances) -> Anaphora | None:
    end, at = shape.sentence_end(start), start
    while at < end and shape.letters[at] in OPENERS:
        at += 1
    for pattern in circumstances.anaphora:
        match = pattern.match(shape, at, end)
        if match is not None:
            found = circumstances.after(shape, match.end(), end)
            subject = match.span(SUBJECT) if match.groupdict().get(SUBJECT) else None
            return Anaphora(start, subject, found, pattern.reach) if found else None
    return None
