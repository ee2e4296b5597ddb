"""Relatives: "Ana Hale’s mother" is the Carla Hale whom the text has just named."""

from quoteattr.grammar.wordclass import GEN
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

PAIR = 2
NAMES = 12  # how many names are looked back at


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
