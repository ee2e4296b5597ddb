"""Phrases: patterns in their notation read as regular expressions over shapes, with the phrases that they name."""

import re
from collections.abc import Iterator, Mapping

from quoteattr.errors import LanguageError
from quoteattr.grammar import backtracking, syntax
from quoteattr.grammar.expression import Told
from quoteattr.grammar.piece import EVERY, Piece, letters_of, one_of, phrase
from quoteattr.grammar.wordclass import LETTER

TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<group>[a-z_]+:\()|(?P<one_of>\[\^?[A-Z_ -]+\])|(?P<name>[A-Z_]+)"
    r"|(?P<bracket_or_repeat>\((?:\?(?:<?[=!]|[:>|]))?|[)|?*+]|\{\d*,?\d*\})|(?P<strange>.)",
    re.DOTALL,
)
SET = re.compile(r"\[\^?[A-Z_ -]+\]")
NAMED = re.compile(r"\(\?P<(\w+)>")


class Phrases:
    """Reads patterns as regular expressions over shapes.

    Args:
        phrases: Name and pattern of each phrase; a phrase uses only those before it.
        place: The file they come from, for error messages.
        base: Phrases that they may use too.

    Raises:
        LanguageError: A phrase cannot be read; the message names file and phrase.
    """

    def __init__(self, phrases: Mapping[str, str], place: str, base: "Phrases | None" = None) -> None:
        self.pieces: dict[str, Piece] = dict(base.pieces if base else CLASSES)
        self.sets: dict[str, int] = dict(base.sets if base else {name: piece.first for name, piece in CLASSES.items()})
        self._one_of: dict[str, Piece] = {}
        self.patterns: dict[str, str] = dict(base.patterns if base else {})
        self.mirrored: dict[str, Piece] = dict(base.mirrored if base else {})
        for name, pattern in phrases.items():
            if not isinstance(pattern, str):
                raise LanguageError(f"{place}: {name}: expected a string")
            if name in LETTER:
                raise LanguageError(f"{place}: {name} is a word class")
            if SET.fullmatch(pattern):
                self.pieces[name] = self._set(pattern, f"{place}: {name}")
                self.sets[name] = self.pieces[name].first
                self.mirrored[name] = self.pieces[name]
            else:
                self.pieces[name] = phrase(self._read(pattern, f"{place}: {name}"))
                self.patterns[name] = pattern
                self.mirrored.pop(name, None)

    def read(self, pattern: str, place: str, *, leftwards: bool = False) -> Told:
        """What the expression of a pattern is made of.

        Args:
            pattern: The pattern.
            place: Where it comes from, for error messages.
            leftwards: Whether it is matched from its end to its start: it then reads mirrored shapes.

        Raises:
            LanguageError: The pattern cannot be read, or its work could grow beyond bounds.
        """
        piece = self._read(pattern, place, mirrored=leftwards)
        if piece.loops > backtracking.HIGHEST:  # so many repeats of single letters may stand anywhere
            try:
                backtracking.check(piece.text)
            except ValueError as error:
                raise LanguageError(f"{place}: {error}") from error
        names = NAMED.findall(piece.text)
        edge = None if piece.empty else "".join(sorted(letters_of(piece.first)))
        return piece.text, edge, piece.width, piece.common and len(set(names)) == len(names)

    def _read(self, pattern: str, place: str, *, mirrored: bool = False) -> Piece:
        try:
            return syntax.read(self._tokens(pattern, place, mirrored=mirrored), mirrored=mirrored)
        except LanguageError:
            raise
        except ValueError as error:
            raise LanguageError(f"{place}: {error}") from error

    def _mirror(self, name: str, place: str) -> Piece:
        """A class or phrase for mirrored shapes."""
        found = self.mirrored.get(name)
        if found is None:
            found = self.pieces[name]
            if name in self.patterns:
                found = phrase(self._read(self.patterns[name], place, mirrored=True))
            self.mirrored[name] = found
        return found

    def _tokens(self, pattern: str, place: str, *, mirrored: bool) -> Iterator[Piece | str]:
        pieces = self.pieces
        for match in TOKEN.finditer(pattern):
            kind, token = match.lastgroup, match.group()
            if kind == "name":
                if token not in pieces:
                    raise LanguageError(f"{place}: no word class or phrase {token!r}")
                yield self._mirror(token, place) if mirrored else pieces[token]
            elif kind == "one_of":
                yield self._one_of.get(token) or self._set(token, place)
            elif kind == "group":
                yield f"({token[:-2]}"
            elif kind == "bracket_or_repeat":
                yield token
            elif kind == "strange":
                raise LanguageError(f"{place}: cannot read {pattern[match.start() : match.start() + 20]!r}")

    def _set(self, token: str, place: str) -> Piece:
        """One of some letters, or of all others."""
        named, _, less = token.strip("[^]").partition("-")
        letters = self._letters(named, place) & ~self._letters(less, place)
        if token.startswith("[^"):
            letters = EVERY & ~letters
        if not letters:
            raise LanguageError(f"{place}: no letter is left in {token!r}")
        piece = self._one_of[token] = one_of(letters)
        return piece

    def _letters(self, names: str, place: str) -> int:
        letters = 0
        for name in names.split():
            if name not in self.sets:
                raise LanguageError(f"{place}: no word class or set {name!r}")
            letters |= self.sets[name]
        return letters


CLASSES = {name: one_of(1 << at) for at, name in enumerate(LETTER)}
