"""Syntax: a pattern read piece by piece."""

from collections.abc import Iterable

from quoteattr.grammar.automaton import is_unbounded
from quoteattr.grammar.backtracking import HIGHEST
from quoteattr.grammar.piece import Piece, bracketed, either, lookbehind, repeated, sequence

AHEAD = ("(?=", "(?!")
BEHIND = ("(?<=", "(?<!")
MIRRORED = dict(zip((*AHEAD, *BEHIND), (*BEHIND, *AHEAD), strict=True))
PLAIN = ("(", "(?:")
# Groups that `re` does not know, or that its first releases with atomic groups (before 3.11.5) match wrongly.
UNCOMMON = frozenset(["(?|", "(?>"])


class _Group:
    """A group that is still open: its alternatives so far."""

    def __init__(self, opening: str, *, mirrored: bool) -> None:
        self.opening, self._mirrored = opening, mirrored
        self.alternatives: list[Piece] = []
        self.pieces: list[Piece] = []
        self.mended = False  # whether the last piece is repeated, so that only a manner of repeating may follow

    def part(self) -> None:
        """Ends an alternative."""
        self.alternatives.append(sequence(self.pieces[::-1] if self._mirrored else self.pieces))
        self.pieces = []

    def closed(self) -> Piece:
        """The whole group as a piece."""
        self.part()
        if self.opening in BEHIND:
            return lookbehind(self.opening, self.alternatives)
        whole = self.alternatives[0] if len(self.alternatives) == 1 else either(self.alternatives)
        if not self.opening:
            return whole
        if self.opening in PLAIN:
            return whole if whole.is_letter() else bracketed(whole)
        text = f"{self.opening}{whole.text})"
        if self.opening in AHEAD:
            return Piece(text, loops=whole.loops, common=whole.common)
        common = whole.common and self.opening not in UNCOMMON
        return whole._replace(text=text, solid=True, phrase=False, behind=(), common=common, ways=())


def read(tokens: Iterable[Piece | str], *, mirrored: bool = False) -> Piece:
    """The piece that tokens make up.

    Args:
        tokens: Pieces; and operators: an opening bracket with what belongs to it, ``)``, ``|`` and repeats.
        mirrored: Whether the piece is for shapes that are read from their end, as its pieces must be.

    Raises:
        ValueError: Brackets or repeats stand where they cannot.
    """
    group = _Group("", mirrored=mirrored)
    groups = [group]
    for token in tokens:
        if isinstance(token, Piece):
            group.pieces.append(token)
        elif token[0] == "(":
            opening = f"(?P<{token[1:]}>" if token[1:].isidentifier() else token
            group = _Group(MIRRORED.get(token, opening) if mirrored else opening, mirrored=mirrored)
            groups.append(group)
        elif token == "|":
            group.part()
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


def _repeat(group: _Group, sign: str) -> None:
    """Repeats the last piece of a group; after a repeat, a sign tells its manner."""
    if not group.pieces or (group.mended and sign not in "?+"):
        raise ValueError(f"nothing to repeat before {sign!r}")
    piece = group.pieces[-1]
    if group.mended:
        common = piece.common and (sign == "?" or piece.text[0] != "(")
        ways = piece.ways if sign == "?" else ()
        group.pieces[-1] = piece._replace(text=piece.text + sign, common=common, ways=ways)
        group.mended = False
        return
    if piece.phrase:
        piece = bracketed(piece)
    if not piece.solid:
        raise ValueError(f"nothing to repeat before {sign!r}")
    least, most = _times(sign)
    if most is not None and least > most:
        raise ValueError(f"a repeat of more than its most: {sign!r}")
    width = piece.width * least if piece.width is not None and least == most else None
    loops = piece.loops
    if is_unbounded(sign):
        loops += HIGHEST + 1 if piece.text[0] == "(" else 1
    group.pieces[-1] = Piece(
        piece.text + sign,
        piece.first,
        piece.empty or not least,
        width=width,
        loops=loops,
        common=piece.common,
        ways=() if width is not None else repeated(piece, least, most),
    )
    group.mended = True


def _times(sign: str) -> tuple[int, int | None]:
    """How often a sign repeats at the least and at the most."""
    if sign[0] != "{":
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    least, comma, most = sign[1:-1].partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least or 0)
