"""Syntax: a pattern read piece by piece, each with its regular expression and the letters at its edges."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from quoteattr.grammar.automaton import is_unbounded
from quoteattr.grammar.backtracking import HIGHEST

AROUND = ("(?=", "(?!", "(?<")
BEHIND = "(?<"
# Groups that `re` does not know, or that its first releases with atomic groups (before 3.11.5) match wrongly.
UNCOMMON = frozenset(["(?|", "(?>"])

# Of letters at an edge, as bits, those that may stand next to them, one further in.
Pairs = tuple[tuple[int, int], ...]


class Piece(NamedTuple):
    """A part of a pattern. Letters are the bits of a number, as in `wordclass.BIT`.

    Args:
        text: Its regular expression.
        first: The letters that what it matches may begin with.
        last: The letters that what it matches may end with.
        single: The letters that may be all that it matches.
        after_first: The letters that may follow the first one.
        before_last: The letters that may stand before the last one.
        empty: Whether it may match nothing.
        solid: Whether it can be repeated as it stands.
        phrase: Whether it can be repeated in brackets.
        width: How many letters it matches, where that is always the same number.
        loops: How many repeats without a bound are in it; one of a group counts as more than may ever be.
        common: Whether the standard library's engine reads it as `regex` does.
    """

    text: str
    first: int = 0
    last: int = 0
    single: int = 0
    after_first: Pairs = ()
    before_last: Pairs = ()
    empty: bool = True
    solid: bool = False
    width: int | None = 0
    loops: int = 0
    common: bool = True
    phrase: bool = False


class _Group:
    """A group that is still open: its alternatives so far."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.alternatives: list[list[Piece]] = []
        self.pieces: list[Piece] = []
        self.mended = False  # whether the last piece is repeated, so that only a manner of repeating may follow

    def closed(self) -> Piece:
        """The whole group as a piece."""
        if not self.alternatives:
            whole = _sequence(self.pieces)
        else:
            whole = _either([_sequence(pieces) for pieces in (*self.alternatives, self.pieces)])
        if not self.opening:
            return whole
        text = f"{self.opening}{whole.text})"
        if self.opening.startswith(AROUND):
            common = whole.common and (whole.width is not None or not self.opening.startswith(BEHIND))
            return Piece(text, loops=whole.loops, common=common)
        return whole._replace(text=text, solid=True, phrase=False, common=whole.common and self.opening not in UNCOMMON)


def read(tokens: Iterable[Piece | str]) -> Piece:
    """The piece that tokens make up.

    Args:
        tokens: Pieces; and operators: an opening bracket with what belongs to it, ``)``, ``|`` and repeats.

    Raises:
        ValueError: Brackets or repeats stand where they cannot.
    """
    group = _Group("")
    groups = [group]
    for token in tokens:
        if isinstance(token, Piece):
            group.pieces.append(token)
        elif token[0] == "(":
            group = _Group(f"(?P<{token[1:]}>" if token[1:].isidentifier() else "(?:" if token == "(" else token)
            groups.append(group)
        elif token == "|":
            group.alternatives.append(group.pieces)
            group.pieces = []
        elif token == ")":
            if len(groups) == 1:
                raise ValueError("a closing bracket too many")
            piece = groups.pop().closed()
            group = groups[-1]
            group.pieces.append(piece)
        else:
            _repeat(group, token)
            continue
        group.mended = False
    if len(groups) > 1:
        raise ValueError("a closing bracket too few")
    return group.closed()


def phrase(piece: Piece) -> Piece:
    """A piece that becomes part of others: in brackets where it has alternatives, else only where it is repeated."""
    return _bracketed(piece) if "|" in piece.text else piece._replace(phrase=True)


def _bracketed(piece: Piece) -> Piece:
    """A piece in brackets, which can be repeated."""
    return piece._replace(text=f"(?:{piece.text})", solid=True, phrase=False)


def _repeat(group: _Group, sign: str) -> None:
    """Repeats the last piece of a group; after a repeat, a sign tells its manner."""
    if not group.pieces or (group.mended and sign not in "?+"):
        raise ValueError(f"nothing to repeat before {sign!r}")
    piece = group.pieces[-1]
    if group.mended:
        common = piece.common and (sign == "?" or piece.text[0] != "(")
        group.pieces[-1] = piece._replace(text=piece.text + sign, common=common)
        group.mended = False
        return
    if piece.phrase:
        piece = _bracketed(piece)
    if not piece.solid:
        raise ValueError(f"nothing to repeat before {sign!r}")
    least, most = _times(sign)
    if most is not None and least > most:
        raise ValueError(f"a repeat of more than its most: {sign!r}")
    width = piece.width * least if piece.width is not None and least == most else None
    loops = piece.loops
    if is_unbounded(sign):
        loops += HIGHEST + 1 if piece.text[0] == "(" else 1
    group.pieces[-1] = piece._replace(
        text=piece.text + sign, empty=piece.empty or not least, solid=False, width=width, loops=loops
    )
    if most is None or most > 1:
        group.pieces[-1] = group.pieces[-1]._replace(
            single=piece.single if least <= 1 or piece.empty else 0,
            after_first=(*piece.after_first, (piece.single, piece.first)),
            before_last=(*piece.before_last, (piece.single, piece.last)),
        )
    group.mended = True


def _times(sign: str) -> tuple[int, int | None]:
    """How often a sign repeats at the least and at the most."""
    if sign[0] != "{":
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    least, comma, most = sign[1:-1].partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least or 0)


def _sequence(pieces: list[Piece]) -> Piece:
    """Pieces one after the other as one."""
    if len(pieces) == 1:
        return pieces[0]
    last, before_last, single = _edge((piece.last, piece.before_last, piece) for piece in pieces)
    first, after_first, _ = _edge((piece.first, piece.after_first, piece) for piece in reversed(pieces))
    width: int | None = 0
    for piece in pieces:
        width = None if width is None or piece.width is None else width + piece.width
    return Piece(
        "".join([piece.text for piece in pieces]),
        first,
        last,
        single,
        after_first,
        before_last,
        all(piece.empty for piece in pieces),
        width=width,
        loops=sum([piece.loops for piece in pieces]),
        common=all(piece.common for piece in pieces),
    )


def _edge(several: Iterable[tuple[int, Pairs, Piece]]) -> tuple[int, Pairs, int]:
    """The outermost letters of a sequence, those next to them, and those that may be all of it.

    Args:
        several: The outermost letters of each piece, those next to them, and the piece, the outermost piece last.
    """
    letters, single, empty = 0, 0, True
    pairs: Pairs = ()
    for outer, inside, piece in several:
        next_to = (*inside, (piece.single, letters)) if piece.single and letters else inside
        alone = piece.single if empty else 0
        if piece.empty:
            letters, pairs, single = outer | letters, (*next_to, *pairs), alone | single
        else:
            letters, pairs, single, empty = outer, next_to, alone, False
    return letters, pairs, single


def _either(branches: list[Piece]) -> Piece:
    """Pieces one instead of the other as one."""
    widths = {branch.width for branch in branches}
    return Piece(
        "|".join([branch.text for branch in branches]),
        reduce(or_, [branch.first for branch in branches]),
        reduce(or_, [branch.last for branch in branches]),
        reduce(or_, [branch.single for branch in branches]),
        _merged([pair for branch in branches for pair in branch.after_first]),
        _merged([pair for branch in branches for pair in branch.before_last]),
        any(branch.empty for branch in branches),
        width=widths.pop() if len(widths) == 1 else None,
        loops=sum([branch.loops for branch in branches]),
        common=all(branch.common for branch in branches),
    )


def _merged(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """Pairs without those of the same outer letters."""
    found: dict[int, int] = {}
    for outer, inner in pairs:
        found[outer] = found.get(outer, 0) | inner
    return tuple(found.items())
