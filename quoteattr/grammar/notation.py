"""The notation of patterns: names of word classes and phrases with the operators of regular expressions.

``NP COMMA APPOSITION?`` says: a noun phrase, a comma, perhaps an apposition. Upper-case names are classes of
grammar/wordclass.py, sets of features.toml or phrases of phrases.toml; ``source:( … )`` names a group; ``[A B]`` is
one of the classes or of the sets, ``[^A B]`` none of them, ``[A B - C]`` one of A and B that is not in C; all else is
the syntax of `regex`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression
from quoteattr.language.language import Language
from quoteattr.language.prepared import Shelf, shelf_of

if TYPE_CHECKING:
    from quoteattr.grammar.phrases import Phrases

EXPRESSIONS, LEFTWARDS = "expressions_in ", "leftwards: "


class Notation:
    """Makes expressions of patterns.

    Those of a language that ships are compiled at their first match, and may be prepared. All others are compiled at
    once, so that a broken one is refused before a text is read.

    Args:
        phrases: Name and pattern of each phrase; a phrase uses only those before it.
        place: The file they come from, for error messages.
        base: A notation whose phrases they may use too.
        language: Whose phrases they are; if not told, that of the base.

    Raises:
        LanguageError: A phrase cannot be read; the message names file and phrase.
    """

    def __init__(
        self,
        phrases: Mapping[str, str],
        place: str,
        base: "Notation | None" = None,
        language: Language | None = None,
    ) -> None:
        self._phrases, self._place, self._base = phrases, place, base
        self._read: Phrases | None = None
        self._shelf: Shelf | None = base._shelf if base else shelf_of(language)  # noqa: SLF001  # its own
        key = f"{EXPRESSIONS}{place}"
        self.is_prepared = self._shelf is not None and key in self._shelf
        self._known: dict[str, Any] = {} if self._shelf is None else self._shelf.setdefault(key, {})
        if not self.is_prepared:
            self.phrases()

    @classmethod
    def of_sets(cls, sets: Mapping[str, str], place: str, language: Language | None = None) -> "Notation":
        """A notation with named sets of word classes; a set uses only those before it.

        Args:
            sets: Name and classes of each.
            place: The file they come from, for error messages.
            language: Whose sets they are.

        Raises:
            LanguageError: One of them is no set, or cannot be read.
        """
        found = cls(sets, place, language=language)
        for name in () if found.is_prepared else found.phrases().patterns:
            raise LanguageError(f"{place}: {name}: expected a set of word classes")
        return found

    def phrases(self) -> "Phrases":
        """The phrases, read when they are first asked for: where all patterns are prepared, never."""
        if self._read is None:
            from quoteattr.grammar.phrases import Phrases  # noqa: PLC0415  # prepared data does without

            self._read = Phrases(self._phrases, self._place, self._base.phrases() if self._base else None)
        return self._read

    def compile(self, pattern: str, place: str, *, leftwards: bool = False) -> Expression:
        """The expression of a pattern.

        Args:
            pattern: The pattern.
            place: Where it comes from, for error messages.
            leftwards: Whether it is matched from its end to its start: it then reads mirrored shapes.

        Raises:
            LanguageError: The pattern cannot be read, or its work could grow beyond bounds.
        """
        key = f"{LEFTWARDS}{pattern}" if leftwards else pattern
        told = self._known.get(key)
        if told is None:
            told = self._known[key] = self.phrases().read(pattern, place, leftwards=leftwards)
        text, edge, width, common = told
        found = Expression(text, edge, width, common=common)
        if self._shelf is None:
            found.compile()
        return found
