"""A piece of a pattern: its regular expression, the letters at its edges, and how pieces are put together."""

import re
from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from quoteattr.grammar.wordclass import LETTER, LETTERS

EVERY = (1 << len(LETTER)) - 1
FEW = 3  # letters in a row that are worth a range


# Expressions that each match one number of letters, after that number.
Ways = tuple[tuple[int, str], ...]
MOST_WAYS = 12


class Piece(NamedTuple):
    """A part of a pattern. Letters are the bits of a number, in the order of `wordclass.LETTER`.

    Args:
        text: Its regular expression.
        first: The letters that what it matches may begin with.
        empty: Whether it may match nothing.
        solid: Whether it can be repeated as it stands.
        phrase: Whether it can be repeated in brackets.
        width: How many letters it matches, where that is always the same number.
        loops: How many repeats without a bound are in it; one of a group counts as more than may ever be.
        common: Whether the standard library's `re` reads it as `regex` does.
        behind: Of a lookbehind, the beginnings of its expressions up to what stands before, one for each width.
        ways: Of a piece without one width, all ways to match it; none where they are too many.
    """

    text: str
    first: int = 0
    empty: bool = True
    solid: bool = False
    width: int | None = 0
    loops: int = 0
    common: bool = True
    phrase: bool = False
    behind: tuple[str, ...] = ()
    ways: Ways = ()

    def each_way(self) -> Ways:
        """All ways to match it, each with its width; none where they are too many."""
        return self.ways if self.width is None else ((self.width, self.text),)

    def is_letter(self) -> bool:
        """Whether it is a letter or a set of letters."""
        return self.solid and self.width == 1 and self.text[0] != "("


@cache
def one_of(letters: int) -> Piece:
    """One of some letters."""
    others = EVERY & ~letters
    text = _ranges(letters)
    if letters.bit_count() > 1:
        text = min(f"[{text}]", f"[^{_ranges(others)}]", key=len) if others else f"[{text}]"
    return Piece(text, letters, empty=False, solid=True, width=1)


@cache
def letters_of(bits: int) -> frozenset[str]:
    """The letters that a number stands for."""
    return frozenset(letter for at, letter in enumerate(LETTER.values()) if bits >> at & 1)


def _ranges(letters: int) -> str:
    """Letters as they stand in a set, those in a row as a range, which compiles faster."""
    rows = (LETTERS[row.start() : row.end()] for row in re.finditer("1+", f"{letters:b}"[::-1]))
    return "".join(f"{row[0]}-{row[-1]}" if len(row) > FEW else row for row in rows)


def sequence(pieces: Sequence[Piece]) -> Piece:
    """Pieces one after the other as one."""
    if len(pieces) == 1:
        return pieces[0]
    first, bare = 0, True  # of what stands behind the piece that is added
    width: int | None = 0
    loops, common = 0, True
    for piece in reversed(pieces):
        first = piece.first | first if piece.empty else piece.first
        bare = bare and piece.empty
        width = None if width is None or piece.width is None else width + piece.width
        loops += piece.loops
        common = common and piece.common
    texts = [piece.text for piece in pieces]
    if pieces and pieces[0].behind and pieces[1].is_letter():  # a letter that stands first is sought much faster
        texts[:2] = texts[1], _looking(pieces[0].behind, texts[1])
    ways = _joined(pieces) if width is None else ()
    return Piece("".join(texts), first, bare, width=width, loops=loops, common=common, ways=ways)


def _joined(pieces: Sequence[Piece]) -> Ways:
    """All ways to match pieces one after the other."""
    found: Ways = ((0, ""),)
    for piece in pieces:
        ways = piece.each_way()
        if not ways or len(found) * len(ways) > MOST_WAYS:
            return ()
        found = tuple([(width + more, text + behind) for width, text in found for more, behind in ways])
    return found


def _instead(pieces: Sequence[Piece]) -> Ways:
    """All ways to match one piece or the other."""
    several = [piece.each_way() for piece in pieces]
    return tuple([way for ways in several for way in ways]) if all(several) else ()


def repeated(piece: Piece, least: int, most: int | None) -> Ways:
    """All ways to match a piece several times."""
    ways = piece.each_way()
    if most is None or not ways or most - least >= MOST_WAYS or (len(ways) > 1 and most > 1):
        return ()
    none: Ways = () if least else ((0, ""),)
    if len(ways) > 1:
        return (*none, *ways)
    ((width, text),) = ways
    return (*none, *[(n * width, text if n == 1 else f"{text}{{{n}}}") for n in range(max(least, 1), most + 1)])


def either(pieces: Sequence[Piece]) -> Piece:
    """Pieces one instead of the other as one."""
    first = reduce(or_, [piece.first for piece in pieces])
    if all(piece.is_letter() for piece in pieces):
        return one_of(first)
    widths = {piece.width for piece in pieces}
    one = len(widths) == 1 and None not in widths
    return Piece(
        "|".join([piece.text for piece in pieces]),
        first,
        any(piece.empty for piece in pieces),
        width=pieces[0].width if one else None,
        loops=sum([piece.loops for piece in pieces]),
        common=all(piece.common for piece in pieces),
        ways=() if one else _instead(pieces),
    )


def lookbehind(opening: str, pieces: Sequence[Piece]) -> Piece:
    """What must, or must not, stand before: one piece or the other.

    Args:
        opening: ``(?<=`` or ``(?<!``.
        pieces: The alternatives. `re` looks behind for what has one width only, so each width has its own lookbehind.
    """
    loops = sum([piece.loops for piece in pieces])
    ways = _instead(pieces)
    if not ways or len(ways) > MOST_WAYS or not all(piece.common for piece in pieces):
        return Piece(f"{opening}{'|'.join([piece.text for piece in pieces])})", loops=loops, common=False)
    texts: dict[int, list[str]] = {}
    for width, text in ways:
        texts.setdefault(width, []).append(text)
    whole = ["|".join(several) for several in texts.values()]
    behind = tuple(f"{opening}(?:{text})" if "|" in text else opening + text for text in whole)
    return Piece(_looking(behind), loops=loops, behind=behind)


def _looking(behind: Sequence[str], letter: str = "") -> str:
    """A lookbehind, from after a letter that follows what stands before."""
    texts = [f"{text}{letter})" for text in behind]
    if len(texts) == 1 or texts[0].startswith("(?<!"):
        return "".join(texts)
    return f"(?:{'|'.join(texts)})"


def phrase(piece: Piece) -> Piece:
    """A piece that becomes part of others: in brackets where it has alternatives, else only where it is repeated."""
    return bracketed(piece) if "|" in piece.text and not piece.solid else piece._replace(phrase=True)


def bracketed(piece: Piece) -> Piece:
    """A piece in brackets, which can be repeated."""
    return piece._replace(text=f"(?:{piece.text})", solid=True, phrase=False, behind=())
