"""Two people whom a sentence tells of together: "they" and "the couple" are both."""

from itertools import pairwise

from quoteattr.grammar.wordclass import AND, END, LETTER, PARA
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.names import group_of
from quoteattr.speakers.sieves.position import OWNERS, before_title
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

PAIR = 2
MOST = 40  # names that are looked back at
JOINING = frozenset([AND, LETTER["WITH"]])


def together(scene: Scene, question: Question) -> Entity | None:
    """The group of the only two people in the sentence before a question, the second joined to the first."""
    shape = scene.shape
    end = shape.sentence_start(question.token)
    last = end - 1 - (shape.letters[end - 1 : end] == PARA)
    start = shape.sentence_start(max(0, last))
    named = [one for one in scene.cast.within(start, end) if one.entity is not None and not one.entity.place]
    named = [one for one in named if one.entity is named[0].entity or (one.entity and _is_person(one.entity))]
    people = dict.fromkeys(one.entity for one in named if one.entity is not None)
    if len(people) != PAIR or not all(map(_is_person, people)):
        return None
    second = next(one for one in named if one.entity is not named[0].entity)
    return _group(scene, *people) if _is_joined(shape.letters, second) else None


def couple(scene: Scene, question: Question) -> Entity | None:
    """The two who have spoken together, else the last that are joined: "Ana Brandt and Tom Hale left. The couple"."""
    spoken = next((one for one in reversed(scene.described.get("", ())) if len(one.members) == PAIR), None)
    if spoken is not None:
        return spoken
    for second, first in pairwise(scene.cast.before(question.token, MOST)):
        joined = _is_joined(scene.shape.letters, second) and END not in scene.shape.letters[first.last : second.first]
        people = dict.fromkeys(one for one in (first.entity, second.entity) if one is not None and _is_person(one))
        if joined and len(people) == PAIR:
            return _group(scene, *people)
    return None


def colleagues(scene: Scene, question: Question) -> Entity | None:
    """The last named who is joined to those who work with them: "Ana Brandt and her colleagues froze it. The team"."""
    letters, words = scene.shape.letters, scene.words.sets["roles", "joined"]
    for one in scene.cast.before(question.token, MOST):
        at = one.last + 1
        if letters[one.last] == AND and letters[at] in OWNERS:
            for end in range(at + 1, min(at + 3, len(letters))):  # "her young | colleagues"
                if scene.shape.word(end).lower() in words:
                    return scene.ask(question, one.first, end + 1, scene.shape)
    return None


def _group(scene: Scene, *members: Entity) -> Entity:
    joiner = min(scene.words.sets["determiners", "coordinators"], default="")
    return group_of(scene, members, f" {joiner} ".join([one.name for one in members]))


def _is_person(entity: Entity) -> bool:
    return entity.kind is PERSON and entity.may_be_person()


def _is_joined(letters: str, named: Occurrence) -> bool:
    """Whether a conjunction or "with" stands before a name and its titles."""
    return letters[before_title(letters, named.first)] in JOINING
