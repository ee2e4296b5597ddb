"""Syntax: a pattern read piece by piece, each with its regular expression and the letters at its edges."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

NOTHING = frozenset[str]()


class Piece(NamedTuple):
    """A part of a pattern.

    Args:
        text: Its regular expression.
        first: The letters that what it matches may begin with.
        last: The letters that what it matches may end with.
        empty: Whether it may match nothing.
        solid: Whether it can be repeated as it stands.
    """

    text: str
    first: frozenset[str] = NOTHING
    last: frozenset[str] = NOTHING
    empty: bool = True
    solid: bool = False


class _Group:
    """A group that is still open: its alternatives so far."""

    def __init__(self, opening: str) -> None:
        self.opening = opening
        self.alternatives: list[list[Piece]] = []
        self.pieces: list[Piece] = []
        self.mended = False  # whether the last piece is repeated, so that only a manner of repeating may follow

    def closed(self) -> Piece:
        """The whole group as a piece."""
        branches = [_sequence(pieces) for pieces in (*self.alternatives, self.pieces)]
        text = "|".join(branch.text for branch in branches)
        if self.opening.startswith(("(?=", "(?!", "(?<")):
            return Piece(f"{self.opening}{text})")
        first, last = (NOTHING.union(*sets) for sets in zip(*(branch[1:3] for branch in branches), strict=True))
        empty = any(branch.empty for branch in branches)
        return Piece(f"{self.opening}{text})" if self.opening else text, first, last, empty, solid=True)


def read(tokens: Iterable[Piece | str]) -> Piece:
    """The piece that tokens make up.

    Args:
        tokens: Pieces; and operators: an opening bracket with what belongs to it, ``)``, ``|`` and repeats.

    Raises:
        ValueError: Brackets or repeats stand where they cannot.
    """
    groups = [_Group("")]
    for token in tokens:
        group = groups[-1]
        if isinstance(token, Piece):
            group.pieces.append(token)
        elif token[0] == "(":
            groups.append(_Group(f"(?P<{token[1:]}>" if token[1:].isidentifier() else token))
        elif token == "|":
            group.alternatives.append(group.pieces)
            group.pieces = []
        elif token == ")":
            if len(groups) == 1:
                raise ValueError("a closing bracket too many")
            groups.pop()
            groups[-1].pieces.append(group.closed())
        else:
            _repeat(group, token)
            continue
        groups[-1].mended = False
    if len(groups) > 1:
        raise ValueError("a closing bracket too few")
    return groups[0].closed()


def _repeat(group: _Group, sign: str) -> None:
    """Repeats the last piece of a group; after a repeat, a sign tells its manner."""
    if not group.pieces or (group.mended and sign not in "?+"):
        raise ValueError(f"nothing to repeat before {sign!r}")
    piece = group.pieces[-1]
    if group.mended:
        group.pieces[-1] = piece._replace(text=piece.text + sign)
        group.mended = False
        return
    if not piece.solid:
        raise ValueError(f"nothing to repeat before {sign!r}")
    least, most = _times(sign)
    if most is not None and least > most:
        raise ValueError(f"a repeat of more than its most: {sign!r}")
    group.pieces[-1] = piece._replace(text=piece.text + sign, empty=piece.empty or not least, solid=False)
    group.mended = True


def _times(sign: str) -> tuple[int, int | None]:
    """How often a sign repeats at the least and at the most."""
    if sign[0] != "{":
        return (1 if sign == "+" else 0), (1 if sign == "?" else None)
    least, comma, most = sign[1:-1].partition(",")
    return int(least or 0), int(most) if most else None if comma else int(least or 0)


def _sequence(pieces: list[Piece]) -> Piece:
    """Pieces one after the other as one."""
    return Piece(
        "".join(piece.text for piece in pieces),
        NOTHING.union(*(piece.first for piece in _reached(pieces))),
        NOTHING.union(*(piece.last for piece in _reached(reversed(pieces)))),
        all(piece.empty for piece in pieces),
    )


def _reached(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces up to the first that matches something."""
    for piece in pieces:
        yield piece
        if not piece.empty:
            return
