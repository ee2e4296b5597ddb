"""The notation of patterns: names of word classes and phrases with the operators of regular expressions.

``NP COMMA APPOSITION?`` says: a noun phrase, a comma, perhaps an apposition. Upper-case names are classes of
grammar/wordclass.py or phrases of phrases.toml; ``source:( … )`` names a group; ``[A B]`` is one of the classes,
``[^A B]`` none of them; all else is the syntax of `regex`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from quoteattr.errors import LanguageError
from quoteattr.grammar import backtracking, syntax
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.syntax import Piece
from quoteattr.grammar.wordclass import LETTER

TOKEN = re.compile(
    r"(?P<space>\s++)|(?P<group>[a-z_]++:\()|(?P<one_of>\[\^?[A-Z_ ]++\])|(?P<name>[A-Z_]++)"
    r"|(?P<bracket_or_repeat>\((?:\?(?:<?[=!]|[:>|]))?+|[)|?*+]|\{\d*,?\d*\})"
)
EVERY = frozenset(LETTER.values())
FEW = 3  # letters in a row that are worth a range


class Notation:
    """Reads patterns as regular expressions over shapes.

    Args:
        phrases: Name and pattern of each phrase; a phrase uses only those before it.
        place: The file they come from, for error messages.
        base: A notation whose phrases they may use too.

    Raises:
        LanguageError: A phrase cannot be read; the message names file and phrase.
    """

    def __init__(self, phrases: Mapping[str, str], place: str, base: "Notation | None" = None) -> None:
        self.pieces: dict[str, Piece] = dict(base.pieces if base else CLASSES)
        self.sets: dict[str, frozenset[str]] = dict(
            base.sets if base else {name: piece.first for name, piece in CLASSES.items()}
        )
        for name, pattern in phrases.items():
            if not isinstance(pattern, str):
                raise LanguageError(f"{place}: {name}: expected a string")
            if name in LETTER:
                raise LanguageError(f"{place}: {name} is a word class")
            if re.fullmatch(r"\[([A-Z_ ]+)\]", pattern):
                self.sets[name] = self._set(pattern, f"{place}: {name}")
                self.pieces[name] = _letters_of(self.sets[name])
            else:
                piece = self._read(pattern, f"{place}: {name}")
                self.pieces[name] = piece._replace(text=f"(?:{piece.text})", solid=True)

    def compile(self, pattern: str, place: str, *, leftwards: bool = False) -> Expression:
        """The expression of a pattern; leftwards, it is matched from its end to its start.

        Raises:
            LanguageError: The pattern cannot be read, or its work could grow beyond bounds.
        """
        piece = self._read(pattern, place)
        try:
            backtracking.check(piece.text, leftwards=leftwards)
        except ValueError as error:
            raise LanguageError(f"{place}: {error}") from error
        edge = piece.last if leftwards else piece.first
        return Expression(("(?r)" if leftwards else "") + piece.text, None if piece.empty else edge)

    def _read(self, pattern: str, place: str) -> Piece:
        try:
            return syntax.read(self._tokens(pattern, place))
        except LanguageError:
            raise
        except ValueError as error:
            raise LanguageError(f"{place}: {error}") from error

    def _tokens(self, pattern: str, place: str) -> Iterator[Piece | str]:
        at = 0
        while at < len(pattern):
            match = TOKEN.match(pattern, at)
            if match is None:
                raise LanguageError(f"{place}: cannot read {pattern[at : at + 20]!r}")
            at = match.end()
            kind, token = match.lastgroup, match.group()
            if kind == "name":
                if token not in self.pieces:
                    raise LanguageError(f"{place}: no word class or phrase {token!r}")
                yield self.pieces[token]
            elif kind == "one_of":
                yield _letters_of(self._set(token, place))
            elif kind == "group":
                yield f"({token[:-2]}"
            elif kind == "bracket_or_repeat":
                yield token

    def _set(self, token: str, place: str) -> frozenset[str]:
        names = token.strip("[^]").split()
        unknown = [name for name in names if name not in self.sets]
        if unknown:
            raise LanguageError(f"{place}: no word class or set {unknown[0]!r}")
        letters = frozenset[str]().union(*(self.sets[name] for name in names))
        return EVERY - letters if token.startswith("[^") else letters


def _letters_of(letters: Iterable[str]) -> Piece:
    """One of some letters."""
    found = frozenset(letters)
    text = _ranges(found)
    return Piece(text if len(found) == 1 else f"[{text}]", found, found, empty=False, solid=True)


def _ranges(letters: frozenset[str]) -> str:
    """Letters as they stand in a set, those in a row as a range, which compiles faster."""
    rows: list[str] = []
    for letter in sorted(letters):
        if rows and ord(letter) == ord(rows[-1][-1]) + 1:
            rows[-1] += letter
        else:
            rows.append(letter)
    return "".join(f"{row[0]}-{row[-1]}" if len(row) > FEW else row for row in rows)


CLASSES = {name: _letters_of([letter]) for name, letter in LETTER.items()}
