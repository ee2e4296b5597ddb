"""The cast: all named entities of a text, and where each is named."""

from bisect import bisect_left

from quoteattr.speakers.cast.affiliation import Body
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.linking import NameIndex
from quoteattr.speakers.phrases.name import Name


class Occurrence:
    """A name where it stands.

    Args:
        first: Its first token.
        last: The token just past it.
        name: What its words tell.
        listed: Whether it is spelled as the caller knows it, whatever its words are.

    Attributes:
        entity: Whom it names; None where that is open, or where it is no name.
        candidates: Whom it may name.
    """

    __slots__ = ("candidates", "entity", "first", "last", "listed", "name")

    def __init__(self, first: int, last: int, name: Name, *, listed: bool = False) -> None:
        self.first, self.last, self.name, self.listed = first, last, name, listed
        self.entity: Entity | None = None
        self.candidates: tuple[Entity, ...] = ()

    def assign(self, entity: Entity) -> None:
        """Gives the name to an entity, with what it tells."""
        self.entity = entity
        entity.bear(self.name)


class Cast:
    """Who is named where.

    Args:
        occurrences: Every name, in text order.
        index: The entities by name.
        entities: The entities, in text order.

    Attributes:
        firsts: The first token of each name.
        listed: Whether any name is spelled as the caller knows it.
        bodies: Where the body stands that somebody belongs to, before anyone asks whom it means.
    """

    __slots__ = ("_forms", "bodies", "entities", "firsts", "index", "listed", "occurrences")

    def __init__(self, occurrences: list[Occurrence], index: NameIndex, entities: dict[Entity, None]) -> None:
        self.occurrences, self.index, self.entities = occurrences, index, entities
        self.firsts = [one.first for one in occurrences]
        self.listed = any(one.listed for one in occurrences)
        self.bodies: dict[Entity, Body] = {}
        self._forms: dict[tuple[str, ...], list[Occurrence]] = {}

    def rename(self, name: Name, entity: Entity) -> None:
        """Gives a name to an entity, wherever it stands."""
        if not self._forms:
            for occurrence in self.occurrences:
                self._forms.setdefault(occurrence.name.words, []).append(occurrence)
        self.index.by_words[name.words] = entity
        for occurrence in self._forms.pop(name.words, ()):
            occurrence.entity = entity

    def before(self, token: int, most: int) -> list[Occurrence]:
        """The names before a token, the nearest first."""
        at = bisect_left(self.firsts, token)
        return self.occurrences[max(0, at - most) : at][::-1]

    def within(self, first: int, last: int) -> list[Occurrence]:
        """The names that begin between two tokens."""
        return self.occurrences[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]
