"""Trials: whom "the defendant" means, where the text tells of somebody that he denies it or was jailed."""

from quoteattr.grammar.wordclass import ADV, LETTER
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

BEING = frozenset(LETTER[name] for name in ("BE", "BEEN"))
BETWEEN = frozenset(LETTER[name] for name in ("WHO", "COMMA", "NUM", "NAME", "AND", "HAS", "HAD", "BE", "BEEN")) | {ADV}
NAMES = 60  # that are looked back at


def on_trial(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """The only one of whom the text tells that he is tried: "Hale denies murder. | The defendant said"."""
    sets = scene.words.sets
    told = nominal.head in sets["roles", "tried"] and nominal.definite and nominal.owner is None
    more = question.mention.last != nominal.core[1] or not scene.words.fillers.issuperset(nominal.modifiers)
    if not told or more or question.inside:
        return None
    named = (one for one in scene.cast.before(question.token, NAMES) if _is_tried(scene, one))
    found = {one.entity for one in named}
    entity = found.pop() if len(found) == 1 else None
    return entity if entity is not None and entity.may_be_person() else None


def _is_tried(scene: Scene, name: Occurrence) -> bool:
    """Whether a verb behind a name tells that its bearer is tried: "Hale, 40, | denies theft", "was | jailed"."""
    shape, at = scene.shape, name.last
    while shape.letters[at] in BETWEEN:
        at += 1
    sets, passive = scene.words.sets, not BEING.isdisjoint(shape.letters[name.last : at])
    return shape.word(at).lower() in (sets["roles", "indicted"] if passive else sets["roles", "pleading"])
