"""Relatives: "Ana Hale’s mother" is the Carla Hale whom the text has just named."""

from collections.abc import Iterable
from itertools import pairwise

from quoteattr.grammar.wordclass import AND, GEN
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

PAIR = 2
NAMES, FURTHEST = 12, 400  # how many names are looked back at, for somebody’s spouse further


def spouse_of(scene: Scene, question: Question, nominal: Nominal, owner: Entity | None) -> Entity | None:
    """The only one whom the text joins to somebody by the surname: "Ana and Tom Hale are old. … | Her husband"."""
    if owner is None or owner.kind is not PERSON or nominal.head not in scene.words.sets["roles", "spouses"]:
        return None
    before = scene.cast.before(question.token, FURTHEST)[::-1]
    pairs = [(a.entity, b.entity) for a, b in pairwise(before) if scene.shape.letters[a.last : b.first] == AND]
    both = [set(pair) for pair in pairs if owner in pair]
    found = {one for pair in both for one in pair if one is not None and one is not owner}
    fitting = [one for one in found if one.words[-1:] == owner.words[-1:] and one.gender and one.fits(nominal.gender)]
    told = [one for one in fitting if not one.kin and owner.gender not in ("", one.gender)]
    return told[0] if len(told) == len(found) == 1 else None


def comes_as_kin(scene: Scene, owner: Entity, comers: Iterable[Occurrence]) -> Occurrence | None:
    """The first of some names to come, where it alone has the surname of whose relative a noun tells of."""
    named = [one for one in comers if one.name.full and one.name.words[-1:] == owner.words[-1:]]
    others = scene.cast.index.by_last.get(owner.words[-1], []) if len(owner.words) >= PAIR else []
    return named[0] if len(named) == 1 and {one for one in others if one is not owner} == {named[0].entity} else None


def relative_of(scene: Scene, question: Question, nominal: Nominal, owner: Entity | None) -> Entity | None:
    """The only one named in this sentence or the one before who has the surname of whose relative a noun tells of."""
    kin = scene.words.sets["roles", "kin"] | scene.words.sets["names", "kin"]
    if owner is None or owner.kind is not PERSON or len(owner.words) < PAIR or nominal.head not in kin:
        return None
    if nominal.owner is None or question.mention.shape.letters[nominal.owner[1]] != GEN:  # "his mother"
        return None
    if not scene.words.fillers.issuperset(word for word in nominal.role.split()[:-1]):
        return None
    since = scene.shape.sentence_before(question.token)
    found = {
        entity
        for occurrence in scene.cast.before(question.token, NAMES)
        if (entity := occurrence.entity) is not None and occurrence.first >= since and entity is not owner
        if entity.kind is PERSON and len(entity.words) >= PAIR and entity.words[-1] == owner.words[-1]
    }
    fitting = [entity for entity in found if entity.gender and entity.fits(nominal.gender)]
    return fitting[0] if len(fitting) == len(found) == 1 else None
