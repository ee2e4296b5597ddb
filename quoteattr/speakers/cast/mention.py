"""A mention: the words of a source, read."""

from enum import StrEnum

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import COMMA, LETTER
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.words import Pronoun

GOVERNORS = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "TO", "PREP"))


class MentionKind(StrEnum):
    """What the words of a source are."""

    SEVERAL = "several"
    NAME = "name"
    PRONOUN = "pronoun"
    RELATIVE = "relative pronoun"
    DESCRIPTION = "description"
    WORD = "word"


SEVERAL, NAME, PRONOUN, RELATIVE, DESCRIPTION, WORD = MentionKind


class Mention:
    """A source, read.

    Args:
        shape: The shape that its tokens count in.
        first: Its first token.
        last: The token just past it.
        text: Its description, without what only adds to it.
        nominal: The description, also the one beside a name.

    Attributes:
        name: The name, where it is one.
        occurrence: The same name in the cast.
        pronoun: The pronoun.
        relative: Whether it is a relative pronoun.
        document: The noun of a document that the name is the author of: "an audit by Krell & Sons".
        parts: Those it joins, where it names several.
    """

    __slots__ = (
        *("shape", "first", "last", "text", "name", "occurrence", "nominal", "pronoun", "relative", "document"),
        "parts",
    )

    def __init__(self, shape: Shape, first: int, last: int, text: str, nominal: Nominal | None = None) -> None:
        self.shape, self.first, self.last, self.text, self.nominal = shape, first, last, text, nominal
        self.name: Name | None = None
        self.occurrence: Occurrence | None = None
        self.pronoun: Pronoun | None = None
        self.relative, self.document = False, ""
        self.parts: tuple[Mention, ...] = ()

    def named(self, name: Name, occurrence: Occurrence | None) -> "Mention":
        """The mention, which is a name of the cast or, without an occurrence, of a text in the text."""
        self.name, self.occurrence = name, occurrence
        return self

    def joining(self, *parts: "Mention") -> "Mention":
        """The mention, which joins others."""
        self.parts = parts
        return self

    def role(self, nominal: Nominal) -> str:
        """What the description beside a name says, with what its noun governs: "the mayor of Lund | Ana Brandt"."""
        first, last = nominal.core
        if self.occurrence is not None and self.shape.letters[last : last + 1] in GOVERNORS:
            end = self.occurrence.first
            comma = self.shape.letters.find(COMMA, last, end)
            last = end if comma < 0 else comma
        return " ".join(self.shape.written(first, last).split())

    def is_person(self) -> bool:
        """Whether it is the name of a person."""
        return self.name is not None and self.name.kind is PERSON

    @property
    def kind(self) -> MentionKind:
        """What its words are; a name with a description beside it is a name."""
        if self.parts:
            return SEVERAL
        if self.name is not None:
            return NAME
        if self.pronoun is not None:
            return PRONOUN
        if self.relative:
            return RELATIVE
        return WORD if self.nominal is None else DESCRIPTION
