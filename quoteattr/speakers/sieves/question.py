"""Questions that a source asks of the sieves, and what they decide."""

from quoteattr.grammar.shape import Range
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.nominal import Nominal


class Verdict:
    """What a sieve decided.

    Args:
        entity: Whom the source means; None where several may be meant.
        candidates: Those that stood, the best first.
    """

    __slots__ = ("candidates", "entity")

    def __init__(self, entity: Entity | None, candidates: tuple[Entity, ...] = ()) -> None:
        self.entity, self.candidates = entity, candidates

    @classmethod
    def sure(cls, entity: Entity) -> "Verdict":
        """The verdict that only one stood."""
        return cls(entity, (entity,))


class Question:
    """A source that asks whom it means.

    Args:
        mention: The source, read.
        index: Index of its draft.
        token: Where it stands in the text's shape; for a source inside a quotation, where that stands.
        inside: Whether it stands inside a quotation.
        excluded: Token ranges that must not name whom it means: the content that it introduces.
    """

    __slots__ = ("excluded", "index", "inside", "mention", "token")

    def __init__(
        self, mention: Mention, index: int, token: int, *, inside: bool, excluded: tuple[Range, ...] = ()
    ) -> None:
        self.mention, self.index, self.token = mention, index, token
        self.inside, self.excluded = inside, excluded

    def excludes(self, token: int) -> bool:
        """Whether a token stands where nothing may name whom it means."""
        for first, last in self.excluded:  # noqa: SIM110  # asked for every name near every pronoun
            if first <= token < last:
                return True
        return False

    def about(self, mention: Mention) -> "Question":
        """The same question about other words."""
        return Question(mention, self.index, self.token, inside=self.inside, excluded=self.excluded)

    def excluding(self, ranges: tuple[Range, ...]) -> "Question":
        """The same question, where nothing in further token ranges may name whom it means."""
        return Question(self.mention, self.index, self.token, inside=self.inside, excluded=self.excluded + ranges)

    def definite(self) -> Nominal | None:
        """The description that the source is, where it may mean somebody already known."""
        nominal = self.mention.nominal
        if nominal is None or self.mention.name is not None or nominal.indefinite or nominal.other:
            return None
        return nominal if nominal.definite or self.mention.text[:1].isupper() else None


class Turn:
    """A speaker at the place of its source."""

    __slots__ = ("entity", "index", "token")

    def __init__(self, token: int, entity: Entity, index: int) -> None:
        self.token, self.entity, self.index = token, entity, index
