"""A mention: the words of a source, read."""

from enum import StrEnum

import attrs

from quoteattr.grammar.shape import Shape
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.names import Name
from quoteattr.speakers.phrases.nominals import Nominal
from quoteattr.speakers.phrases.words import Pronoun


class MentionKind(StrEnum):
    """What the words of a source are."""

    SEVERAL = "several"
    NAME = "name"
    PRONOUN = "pronoun"
    RELATIVE = "relative pronoun"
    DESCRIPTION = "description"
    WORD = "word"


SEVERAL, NAME, PRONOUN, RELATIVE, DESCRIPTION, WORD = MentionKind


@attrs.define(eq=False)
class Mention:
    """A source, read.

    Args:
        shape: The shape that its tokens count in.
        first: Its first token.
        last: The token just past it.
        text: Its description, without what only adds to it.
        name: The name, where it is one.
        occurrence: The same name in the cast.
        nominal: The description, also the one beside a name.
        pronoun: The pronoun.
        relative: Whether it is a relative pronoun.
        document: The noun of a document that the name is the author of: "an audit by Krell & Sons".
        parts: Those it joins, where it names several.
    """

    shape: Shape
    first: int
    last: int
    text: str
    name: Name | None = None
    occurrence: Occurrence | None = None
    nominal: Nominal | None = None
    pronoun: Pronoun | None = None
    relative: bool = False
    document: str = ""
    parts: "tuple[Mention, ...]" = ()

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
