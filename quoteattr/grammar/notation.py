"""The notation of patterns: names of word classes and phrases with the operators of regular expressions.

``NP COMMA APPOSITION?`` says: a noun phrase, a comma, perhaps an apposition. Upper-case names are classes of
grammar/wordclass.py or phrases of phrases.toml; ``source:( … )`` names a group; ``[A B]`` is one of the classes,
``[^A B]`` none of them; all else is the syntax of `regex`.
"""

from collections.abc import Mapping

import regex

from quoteattr.errors import LanguageError
from quoteattr.grammar.repeats import repeats_nest
from quoteattr.grammar.wordclass import LETTER

PIECE = regex.compile(
    r"(?P<group>[a-z_]+):\(|\[(?P<negated>\^?)(?P<names>[A-Z_ ]+)\]|(?P<name>[A-Z_]+)|(?P<space>\s+)"
    r"|(?P<syntax>\(\?(?:<?[=!]|[:>|])|[()|?*+]|\{\d*,?\d*\})"
)


class Notation:
    """Expands patterns into regular expressions over shapes.

    Args:
        phrases: Name and pattern of each phrase; a phrase uses only those before it.
        place: The file they come from, for error messages.

    Raises:
        LanguageError: A phrase cannot be read; the message names file and phrase.
    """

    def __init__(self, phrases: Mapping[str, str], place: str) -> None:
        self._phrases: dict[str, str] = {}
        self._sets: dict[str, str] = dict(LETTER)
        for name, pattern in phrases.items():
            if name in LETTER:
                raise LanguageError(f"{place}: {name} is a word class")
            whole = regex.fullmatch(r"\[([A-Z_ ]+)\]", pattern)
            if whole:
                self._sets[name] = self._letters(whole[1], f"{place}: {name}")
            self._phrases[name] = f"(?:{self.expand(pattern, f'{place}: {name}')})"

    def expand(self, pattern: str, place: str) -> str:
        """The regular expression of a pattern.

        Raises:
            LanguageError: The pattern cannot be read.
        """
        pieces, at = [], 0
        while at < len(pattern):
            match = PIECE.match(pattern, at)
            if match is None:
                raise LanguageError(f"{place}: cannot read {pattern[at : at + 20]!r}")
            pieces.append(self._piece(match, place))
            at = match.end()
        return "".join(pieces)

    def compile(self, pattern: str, place: str, *, leftwards: bool = False) -> "regex.Pattern[str]":
        """The compiled pattern; leftwards, it is matched from its end to its start.

        Raises:
            LanguageError: The pattern cannot be read, or holds a large repeat within an unbounded one.
        """
        expanded = self.expand(pattern, place)
        if repeats_nest(expanded):
            raise LanguageError(f"{place}: a repeat within an unbounded repeat; make the inner one possessive: *+")
        try:
            return regex.compile(("(?r)" if leftwards else "") + expanded)
        except regex.error as error:
            raise LanguageError(f"{place}: {error}") from error

    def _piece(self, match: "regex.Match[str]", place: str) -> str:
        if match["group"]:
            return f"(?P<{match['group']}>"
        if match["names"]:
            return f"[{match['negated']}{self._letters(match['names'], place)}]"
        if match["name"]:
            name = match["name"]
            if name in LETTER:
                return LETTER[name]
            if name in self._phrases:
                return self._phrases[name]
            raise LanguageError(f"{place}: no word class or phrase {name!r}")
        return "" if match["space"] else match["syntax"]

    def _letters(self, names: str, place: str) -> str:
        unknown = [name for name in names.split() if name not in self._sets]
        if unknown:
            raise LanguageError(f"{place}: no word class or set {unknown[0]!r}")
        return "".join(dict.fromkeys("".join(self._sets[name] for name in names.split())))
