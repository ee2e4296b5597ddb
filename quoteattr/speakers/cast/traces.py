"""Traces: what the places of a name show of its kind, where its words do not."""

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.cast import Cast
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON

HEADS = frozenset([LETTER["NOUN"], LETTER["PLURAL"]])


def tell_kinds(shape: Shape, cast: Cast) -> None:
    """Makes a body of what only a given name makes a person, if it always stands before a noun: "Carter Hall | men"."""
    guessed: dict[Entity, bool] = {}
    for occurrence in cast.occurrences:
        entity = occurrence.entity
        if entity is not None and len(entity.words) > 1 and entity.kind is PERSON:
            before = shape.letters[occurrence.last] in HEADS and not entity.roles and not entity.titles
            guessed[entity] = guessed.get(entity, True) and before
    for entity, always in guessed.items():
        if always:
            entity.kind, entity.gender = ORGANISATION, ""
