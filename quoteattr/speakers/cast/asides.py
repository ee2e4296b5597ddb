"""Asides: sources that are only what stands beside a name between commas, and mean its bearer."""

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import COMMA, LETTER
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominals import NominalReader

STARTING = frozenset(LETTER[name] for name in ("END", "PARA", "AND", "BUT"))
NOUNS = frozenset(LETTER[name] for name in ("NOUN", "ADJ", "NV"))
TITLING = frozenset(LETTER[name] for name in ("NOUN", "ADJ", "NAME", "NV"))


class AsideReader:
    """Reads asides in the text that a cast was made from.

    Args:
        nominals: What reads noun phrases.
        shape: The text's shape.
        cast: Its cast.
    """

    __slots__ = ("_cast", "_nominals", "_shape")

    def __init__(self, nominals: NominalReader, shape: Shape, cast: Cast) -> None:
        self._nominals, self._shape, self._cast = nominals, shape, cast

    def read(self, shape: Shape, first: int, last: int) -> Mention | None:
        """A name whose role alone is the source: "Ana Brandt, | a baker,"."""
        if shape is not self._shape or shape.letters[first - 1] != COMMA:
            return None
        before = next(iter(self._cast.before(first, 1)), None)
        if before is None or before.last != first - 1 or before.name.nominal:
            return None
        if not self._explains(shape, before, first, last):
            return None
        return Mention(shape, before.first, last, before.name.text).named(before.name, before)

    def _explains(self, shape: Shape, named: Occurrence, first: int, last: int) -> bool:
        """Whether a description is of the name before it: between commas after a subject, or without an article."""
        if named.name.place:
            return False
        if shape.letters[first] not in NOUNS and not self._is_apposed(shape, named, last):
            return False
        nominal = self._nominals.read(shape, first, last)
        return nominal is not None and nominal.kind is PERSON and not nominal.plural

    def _is_apposed(self, shape: Shape, named: Occurrence, last: int) -> bool:
        """Whether a comma stands behind what follows a name with which a sentence begins."""
        before = named.first - 1
        while before > 0 and shape.letters[before] in TITLING:
            before -= 1
        return shape.letters[last : last + 1] == COMMA and shape.letters[before] in STARTING
