"""Passages: where a quotation stands in the source, word for word or nearly, in one piece or several."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs
import regex

from quoteattr.checking.side import BRACKETS, Side
from quoteattr.checking.words import find

# What a careful writer marks as left out or put in: “It was … [the bridge] that failed.”
_LEFT_OUT = regex.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\s?\.\s?\.)\s*\)|…|\.\s?\.\s?\.(?:\s?\.)?")
_LONGEST = 400  # words of a piece
_REPLACED = 8  # words that a bracket may stand for
_ALIKE = 0.6
_SOUGHT = 16  # words by which a place is sought, the rarest ones
_TRIED = 6
_BAND = 4


@attrs.frozen
class Piece:
    """A run of a quotation between marks of omission.

    Args:
        words: The numbers of its words in the summary, without those in brackets.
        brackets: Where in `words` each bracket stands, and the numbers of the words in it.
    """

    words: Sequence[int]
    brackets: Sequence[tuple[int, tuple[int, int]]] = ()


@attrs.frozen
class Match:
    """A piece and its place in the source.

    Args:
        pairs: Words of the summary with those of the source that they repeat.
        sources: The source's words of the place.
        exact: Whether all words are the same.
        verbatim: Whether the place was sought among the source's verbatim words only.
        likeness: From 0 to 1.
    """

    piece: Piece
    pairs: Sequence[tuple[int, int]]
    sources: Sequence[int]
    exact: bool = True
    verbatim: bool = True
    likeness: float = 1.0

    @property
    def first(self) -> int:
        """The first word of the place."""
        return self.sources[0]

    @property
    def last(self) -> int:
        """One past its last word."""
        return self.sources[-1] + 1


def pieces(start: int, end: int, side: Side) -> list[Piece]:
    """The runs of a quotation between two offsets of the summary."""
    found, at = list[Piece](), start
    for gap in _LEFT_OUT.finditer(side.plain, start, end):
        found.append(_piece(at, gap.start(), side))
        at = gap.end()
    found.append(_piece(at, end, side))
    return [short for piece in found if piece.words for short in _shortened(piece)]


def _shortened(piece: Piece) -> Iterator[Piece]:
    """A piece cut where it is too long to be aligned at once."""
    for begin in range(0, len(piece.words), _LONGEST):
        end = begin + _LONGEST
        here = [
            (cut - begin, span) for cut, span in piece.brackets if begin <= cut < end or cut == len(piece.words) <= end
        ]
        yield Piece(piece.words[begin:end], here)


def _piece(start: int, end: int, side: Side) -> Piece:
    words, first_last = list[int](), side.words.between(start, end)
    brackets = list[tuple[int, tuple[int, int]]]()
    at = first_last[0]
    for match in BRACKETS.finditer(side.plain, start, end):
        first, last = side.words.between(match.start(), match.end())
        words += range(at, first)
        brackets.append((len(words), (first, last)))
        at = last
    words += range(at, first_last[1])
    return Piece(words, brackets)


class Stream:
    """Words of the source in a row: all of them, or those that are verbatim.

    Args:
        side: The source.
        numbers: The numbers of the words; None takes all.
    """

    def __init__(self, side: Side, numbers: Sequence[int] | None) -> None:
        self.numbers: Sequence[int] = range(len(side.words)) if numbers is None else numbers
        self.verbatim = numbers is not None
        self.keys = side.words.keys if numbers is None else [side.words.keys[at] for at in numbers]
        self.places: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            self.places.setdefault(key, []).append(at)

    def exact(self, piece: Piece, keys: Sequence[str]) -> Iterator[Match]:
        """The places with a piece's words one after the other, others where a bracket stands."""
        cuts = [cut for cut, _ in piece.brackets if 0 < cut < len(keys)]
        runs = [list(keys[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(keys)], strict=True)]
        runs = [run for run in runs if run]
        for begin in find(self.keys, runs[0], self.places):
            at, taken = begin + len(runs[0]), list(range(begin, begin + len(runs[0])))
            for run in runs[1:]:
                near = (skip for skip in range(_REPLACED + 1) if self.keys[at + skip : at + skip + len(run)] == run)
                skip = next(near, None)
                if skip is None:
                    break
                taken += range(at + skip, at + skip + len(run))
                at += skip + len(run)
            else:
                yield self._match(piece, list(zip(piece.words, taken, strict=True)), begin, at)

    def near(self, piece: Piece, keys: Sequence[str]) -> Iterator[Match]:
        """Places around those where most words agree, counted along the diagonals of piece and source."""
        votes: Counter[int] = Counter()
        rarest = sorted(enumerate(keys), key=lambda pair: len(self.places.get(pair[1], ())))[:_SOUGHT]
        for at, key in rarest:
            places = self.places.get(key, ())
            for place in places:
                votes[(place - at) // _BAND] += math.log(1 + len(self.keys) / len(places))  # type: ignore[assignment]
        for diagonal, _ in votes.most_common(_TRIED):
            match = self._aligned(piece, keys, diagonal * _BAND)
            if match is not None and match.likeness >= _ALIKE:
                yield match

    def _aligned(self, piece: Piece, keys: Sequence[str], diagonal: int) -> Match | None:
        slack = 4 + len(keys) // 2
        begin, end = max(0, diagonal - slack), min(len(self.keys), diagonal + len(keys) + slack)
        blocks = SequenceMatcher(None, self.keys[begin:end], keys, autojunk=False).get_matching_blocks()
        pairs = [
            (piece.words[block.b + step], begin + block.a + step) for block in blocks for step in range(block.size)
        ]
        if not pairs:
            return None
        before, behind = piece.words.index(pairs[0][0]), len(keys) - 1 - piece.words.index(pairs[-1][0])
        first, last = max(begin, pairs[0][1] - before), min(end, pairs[-1][1] + 1 + behind)
        likeness = 2 * len(pairs) / (len(keys) + last - first)
        return attrs.evolve(self._match(piece, pairs, first, last), exact=False, likeness=likeness)

    def _match(self, piece: Piece, pairs: Sequence[tuple[int, int]], first: int, last: int) -> Match:
        numbers = self.numbers
        found = [(mine, numbers[at]) for mine, at in pairs]
        return Match(piece, found, numbers[first:last], verbatim=self.verbatim)
