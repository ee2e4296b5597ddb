"""Traces: what the places of a name show of its kind, where its words do not."""

import re

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER, PLURAL
from quoteattr.speakers.cast.cast import Cast
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.words import SpeakerWords

OF_SOMEBODY = re.compile("[{SAID}{SAYS}][{PRO}{POSS}]".format_map(LETTER))
HEADS = frozenset([LETTER["NOUN"], PLURAL])


def tell_kinds(words: SpeakerWords, shape: Shape, cast: Cast) -> None:
    """Makes a body of what only a given name makes a person, if it always stands before a noun: "Carter Hall | men".

    A word alone that says something of "he" or "she" is a person: "Kemp said | he was ill".
    """
    guessed: dict[Entity, bool] = {}
    for occurrence in cast.occurrences:
        entity = occurrence.entity
        if entity is not None and entity.kind is None and OF_SOMEBODY.match(shape.letters, occurrence.last):
            pronoun = words.pronouns.get(shape.word(occurrence.last + 1).lower())
            if pronoun is not None and pronoun.gender in ("f", "m") and not entity.place:
                entity.kind = PERSON
        if entity is not None and len(entity.words) > 1 and entity.kind is PERSON:
            before = shape.letters[occurrence.last] in HEADS and not entity.roles and not entity.titles
            guessed[entity] = guessed.get(entity, True) and before
    for entity, always in guessed.items():
        if always:
            entity.kind, entity.gender = ORGANISATION, ""
