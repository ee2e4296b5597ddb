"""Traces: what the places of a name show of its kind, where its words do not."""

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.linking import MOST
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.words import SpeakerWords

DET, GEN = LETTER["DET"], LETTER["GEN"]
HEADS = frozenset(LETTER[name] for name in ("NOUN", "PLURAL"))
NOUNS = HEADS | frozenset(LETTER[name] for name in ("NV", "NVS", "ADJ", "CLAIM", "CLAIMS"))


def tell_kinds(words: SpeakerWords, shape: Shape, cast: Cast) -> None:
    """Gives those of a cast a kind of whom nothing else has told it.

    Whoever is called by the last word of a full name is a person ("Ana Brandt", "Brandt"); what has users is a
    body.
    """
    assets = words.sets["bodies", "assets"]
    for occurrence in cast.occurrences:
        entity = occurrence.entity
        if entity is None or entity.kind is not None or entity.place:
            continue
        if _has(shape, occurrence, assets):
            entity.kind = ORGANISATION
        elif _by_surname(shape, occurrence, entity):
            entity.kind = PERSON
    _unmake(shape, cast)
    _join_given(cast)


def _unmake(shape: Shape, cast: Cast) -> None:
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


def _join_given(cast: Cast) -> None:
    """Joins who is called by a word alone, once at most before, to the only person whose full name begins with it."""
    places: dict[Entity, list[int]] = {}
    for occurrence in cast.occurrences:
        if occurrence.entity is not None:
            places.setdefault(occurrence.entity, []).append(occurrence.first)
    for entity, tokens in places.items():
        if len(entity.words) > 1 or entity.kind not in (None, PERSON) or entity.place or entity.roles:
            continue
        found = [one for one in cast.index.by_first.get(entity.words[0], ())[:MOST] if one.kind is PERSON]
        if len(found) == 1 and found[0] is not entity and found[0].fits(entity.gender):
            before = [token for token in tokens[:2] if token < places.get(found[0], tokens)[0]]
            if len(before) < 2:  # noqa: PLR2004
                cast.rename(Name(entity.name, entity.words), found[0])
                found[0].aliases.setdefault(entity.name)
                found[0].gender = found[0].gender or entity.gender


def _has(shape: Shape, occurrence: Occurrence, assets: frozenset[str]) -> bool:
    """Whether a name stands before what a body has: "Krell | shares", "Krell’s | employees"."""
    at = occurrence.last + (shape.letters[occurrence.last : occurrence.last + 1] == GEN)
    return at < len(shape.letters) and shape.word(at).lower() in assets


def _by_surname(shape: Shape, occurrence: Occurrence, entity: Entity) -> bool:
    """Whether a name is the last word of a longer one, without an article and not before a noun."""
    if occurrence.name.full or len(entity.words) < 2 or occurrence.name.words[0] != entity.words[-1]:  # noqa: PLR2004
        return False
    return shape.letters[occurrence.first - 1] != DET and shape.letters[occurrence.last] not in NOUNS
