"""Votes: pronouns that follow one name alone tell the gender of its bearer."""

import re
from collections import Counter

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import END, HER, LETTER, NAME, PARA, POSS
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.words import SpeakerWords

PRONOUNS = re.compile("[" + "".join(LETTER[name] for name in ("PRO", "POSS", "HER", "OBJ", "REFL")) + "]")
NOUNS = frozenset(LETTER[name] for name in ("NOUN", "NV", "CLAIM", "PART", "UNIT"))
OWNERS = frozenset([POSS, HER])
TELLING = NOUNS | frozenset([LETTER["ADJ"], NAME])
TOLD = frozenset(LETTER[name] for name in ("IN", "FROM", "OF", "SAID"))
REACH = 40  # tokens between a name and the pronoun that votes for it
CLEAR = 3  # votes for one gender against each for the other


def tell_genders(words: SpeakerWords, shape: Shape, cast: Cast) -> None:
    """Gives the people of a cast the gender of the pronouns that follow their names, where most agree."""
    if all(entity.gender or not entity.may_be_person() for entity in cast.entities):
        return
    votes: dict[Entity, Counter[str]] = {}
    owned = {one.entity for one in cast.occurrences if _is_owned(words, shape, one)}
    for match in PRONOUNS.finditer(shape.letters):
        pronoun = words.pronouns.get(shape.word(match.start()).lower())
        if pronoun is None or pronoun.person != "3" or pronoun.number != "s":
            continue
        entity = _only(shape, cast, match.start())
        if entity is not None and words.given.get(entity.name.split()[0]) == "u":
            entity = None if _is_another(shape, cast, match.start(), pronoun.gender) else entity
        if entity is not None and not entity.gender and entity not in owned:
            votes.setdefault(entity, Counter())[pronoun.gender] += 1
    for entity, tally in votes.items():
        ((best, count),) = tally.most_common(1)
        enough = count > 1 or entity.kind is not None or len(entity.words) > 1
        if enough and count >= CLEAR * (tally.total() - count):
            _elect(entity, best)


def _elect(entity: Entity, gender: str) -> None:
    if gender in ("f", "m"):
        entity.gender, entity.kind = gender, entity.kind or PERSON
    elif entity.kind is None:
        entity.kind = ORGANISATION


def _is_owned(words: SpeakerWords, shape: Shape, occurrence: Occurrence) -> bool:
    """Whether a name is of what somebody has, and no person: "her film | Red Harbour", "his | Arsenal scarf"."""
    at, entity = occurrence.first - 1, occurrence.entity
    if entity is None or entity.kind is not None:
        return False
    while shape.letters[at] in TELLING and shape.word(at).lower() not in words.roles:
        at -= 1
    return shape.letters[at] in OWNERS


def _acts(shape: Shape, occurrence: Occurrence) -> bool:
    """Whether a name is a person’s, or may be: no place, no hearer, not before a noun."""
    entity = occurrence.entity
    if entity is None or entity.kind is not None:
        return True
    return shape.letters[occurrence.first - 1] not in TOLD and shape.letters[occurrence.last] not in NOUNS


def _only(shape: Shape, cast: Cast, token: int) -> Entity | None:
    """The one entity that may be a person and is named in this sentence or the last before a token."""
    floor = token - REACH
    near = cast.before(token, 8)
    if not near or near[0].first < floor:
        return None
    start = max(floor, shape.sentence_start(max(0, shape.letters.rfind(END, 0, token))))
    found = set[Entity | None]()
    for occurrence in near:
        if occurrence.first < start:
            break
        entity = occurrence.entity
        if not occurrence.name.nominal and _acts(shape, occurrence) and (entity is None or entity.may_be_person()):
            found.add(entity)
    return found.pop() if len(found) == 1 else None


def _is_another(shape: Shape, cast: Cast, token: int, gender: str) -> bool:
    """Whether a paragraph names somebody known to be of a gender: "Ana Brandt met Hale. Robin Lenz left. She"."""
    start = max(token - REACH, shape.letters.rfind(PARA, 0, token))
    near = (one.entity for one in cast.before(token, 8) if one.first > start)
    return any(entity is not None and entity.gender == gender for entity in near)
