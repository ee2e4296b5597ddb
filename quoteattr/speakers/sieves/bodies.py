"""Sieves for descriptions of bodies and documents that the text names elsewhere."""

from collections.abc import Iterator

from quoteattr.claim import SpeakerKind
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import DOCUMENT, ORGANISATION
from quoteattr.speakers.phrases.names import fold
from quoteattr.speakers.phrases.nominals import Nominal
from quoteattr.speakers.sieves.scene import Question, Scene, Verdict

FOCUS = 160  # tokens in which a body stays in focus
NAMES, TURNS = 40, 3  # how many names and turns are looked back at
EMPLOYED = 12  # how many turns are looked back at for whom a speaker belongs to


def organisation_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a body means the named one in focus that it fits: "the ministry", "the company"."""
    nominal = _plain(scene, question, ORGANISATION)
    if nominal is None:
        return _in_other_order(scene, question)
    stood: list[Entity] = []
    for entity in _in_focus(scene, question, nominal):
        if nominal.head in entity.words or nominal.head in entity.roles or _municipal(scene, nominal, entity):
            return Verdict.sure(entity)
        if entity not in stood and _fits(scene, nominal, entity):
            stood.append(entity)
    untold = _untold(scene, question, nominal, stood)
    if len(stood) > 1 and not untold:
        return _chosen(scene, question, stood)
    stood += untold
    return Verdict(stood[0] if len(stood) == 1 else None, tuple(stood)) if stood else None


def _chosen(scene: Scene, question: Question, stood: list[Entity]) -> Verdict:
    """Which of several bodies is meant: that of who says so, else the last that has spoken."""
    parent = scene.parent(question)
    if parent is not None and parent[1] is not None and parent[1].affiliation in stood:
        return Verdict(parent[1].affiliation, tuple(stood))  # "an FDA spokeswoman said the agency would wait"
    spoke = (turn.entity for turn in scene.recent(TURNS) if turn.entity in stood)
    return Verdict(next(spoke, None), tuple(stood))


def _untold(scene: Scene, question: Question, nominal: Nominal, stood: list[Entity]) -> list[Entity]:
    """Of whom nothing tells whether they are bodies, where no other body stands or only a speaker's employer."""
    if nominal.head not in scene.words.sets["bodies", "generic"]:
        return []
    if not stood:
        return [turn.entity for turn in scene.recent(2) if _may_be_body(turn.entity)][:1]
    if not all(_is_employer(scene, question, entity) for entity in stood):
        return []
    turns = (turn.entity for turn in scene.recent(TURNS))
    return [e for e in dict.fromkeys((*_in_focus(scene, question, nominal), *turns)) if e.kind is None and e.named]


def _is_employer(scene: Scene, question: Question, entity: Entity) -> bool:
    """Whether a body is named but once, as whom a speaker belongs to: "said Maria Lopez of Krell Research"."""
    named = sum(occurrence.entity is entity for occurrence in scene.cast.before(question.token, NAMES))
    return named == 1 and any(turn.entity.affiliation is entity for turn in scene.recent(EMPLOYED))


def _in_other_order(scene: Scene, question: Question) -> Verdict | None:
    """A body whose name has all the words of a description: "the health ministry" for the Ministry of Health."""
    nominal = question.definite()
    if nominal is None or nominal.plural or nominal.owner is not None or nominal.kind is not ORGANISATION:
        return None
    told = {fold(word) for word in nominal.modifiers if word not in scene.words.fillers} | {nominal.head}
    found = (e for e in _in_focus(scene, question, nominal) if e.kind is nominal.kind and told.issubset(e.words))
    entity = next(found, None)
    return None if entity is None else Verdict.sure(entity)


def document_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a document means the one that the text names, or whose author it names: "the report"."""
    nominal = _plain(scene, question, DOCUMENT)
    if nominal is None:
        return None
    author = scene.papers.get(nominal.head)
    if author is not None:
        return Verdict.sure(author)
    stood = [entity for entity in scene.records if scene.first_named[entity] < question.token]
    if nominal.head not in scene.words.sets["documents", "generic"]:
        stood = [entity for entity in stood if entity.words[-1] == nominal.head]
    return Verdict.sure(stood[0]) if len(stood) == 1 else None


def _plain(scene: Scene, question: Question, kind: SpeakerKind) -> Nominal | None:
    """A definite description of a kind that says no more than its noun and perhaps a nation."""
    nominal = question.definite()
    if nominal is None or nominal.plural or nominal.kind is not kind or nominal.owner is not None:
        return None
    if nominal.nation or all(word in scene.words.fillers or _places(scene, word) for word in nominal.modifiers):
        return nominal
    return None


def _places(scene: Scene, word: str) -> bool:
    """Whether a modifier tells only where a body is: "Oslo-based"."""
    _, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and tail in scene.words.sets["bodies", "placed"]


def _in_focus(scene: Scene, question: Question, nominal: Nominal) -> Iterator[Entity]:
    """The entities named shortly before, the nearest first, but for those of another nation."""
    for occurrence in scene.cast.before(question.token, NAMES):
        if question.token - occurrence.first > FOCUS:
            return
        entity = occurrence.entity
        if entity is not None and (not nominal.nation or entity.nation in ("", nominal.nation)):
            yield entity


def _municipal(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a noun means the government of a town: "the city" for the Municipality of Leeds."""
    words = scene.words.sets["bodies", "municipal"]
    return nominal.head in words and not words.isdisjoint(entity.words[:1])


def _fits(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a noun that is not in a body’s name may stand for it."""
    words = scene.words
    if nominal.head in words.sets["bodies", "places"]:
        country = nominal.head in words.sets["bodies", "countries"]
        return entity.place and entity.name not in words.seats and country == bool(entity.nation)
    if nominal.head not in words.sets["bodies", "generic"] or entity.place or entity.nation:
        return False
    if nominal.head not in words.sets["bodies", "unspecific"] and words.sets["bodies", "civic"].intersection(
        entity.words
    ):
        return False
    return entity.kind is ORGANISATION and entity.name not in words.outlets


def _may_be_body(entity: Entity) -> bool:
    return entity.kind is None and entity.named and not entity.place
