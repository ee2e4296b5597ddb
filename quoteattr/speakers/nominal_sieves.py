"""Sieves for sources that are descriptions."""

from collections.abc import Sequence
from itertools import islice

from quoteattr.claim import SpeakerKind
from quoteattr.speakers.entities import Entity
from quoteattr.speakers.nominals import Nominal
from quoteattr.speakers.scene import Question, Scene, Verdict

FOCUS = 80  # tokens in which a named person stays in focus
MOST = 40


def role_and_nation(scene: Scene, question: Question) -> Verdict | None:
    """A role means the one of whom the text says it, the nation agreeing: "the Chinese president"."""
    nominal = question.definite()
    if nominal is None or nominal.plural or nominal.kind is not SpeakerKind.PERSON:
        return None
    owner = _owner(scene, question, nominal)
    wanted = frozenset(nominal.role.split())
    stood = [
        entity
        for entity in _bearers(scene, nominal)
        if _has_role(scene, entity, nominal, wanted) and _owner_fits(entity, owner)
    ]
    if nominal.nation:
        stood = [e for e in stood if e.nation == nominal.nation] or [e for e in stood if not e.nation]
    stood = [e for e in stood if e.fits(nominal.gender) and _met(scene, question, e)]
    return _salient(scene, question, stood)


def same_description(scene: Scene, question: Question) -> Verdict | None:
    """A description means the one that was described before with the same noun: "the spokeswoman"."""
    nominal = question.mention.nominal
    if nominal is None or question.mention.name is not None or nominal.indefinite or nominal.other:
        return None
    owner = _owner(scene, question, nominal)
    text = _bare(question)
    stood = [
        entity
        for entity in scene.described.get(nominal.head, ())[-MOST:]
        if entity.plural == nominal.plural
        and (not nominal.nation or entity.nation in ("", nominal.nation))
        and (owner is None or entity.owner in (None, owner))
        and (nominal.definite or _words(entity.name) == text)
    ]
    exact = [e for e in stood if _words(e.name) == text and e.owner is owner]
    stood = (
        exact[-1:]
        or [e for e in stood if nominal.definite and text <= _words(e.name) | {nominal.head}]
        or (stood if not (nominal.modifiers - scene.words.fillers) else [])
    )
    if len(stood) > 1:
        last = next((turn.entity for turn in scene.recent(3) if turn.entity in stood), None)
        return Verdict(last, tuple(stood))
    return Verdict.sure(stood[0]) if stood else None


def possessive(scene: Scene, question: Question) -> Verdict | None:
    """A possessive makes the noun somebody of the owner’s: "his lawyer" is the lawyer, not him."""
    nominal = question.mention.nominal
    if nominal is None or nominal.owner is None or question.mention.name is not None:
        return None
    return Verdict.sure(scene.describe(question.mention, nominal, _owner(scene, question, nominal)))


def description(scene: Scene, question: Question) -> Verdict | None:
    """A description that fits nobody else stands for itself: "two officials"."""
    nominal = question.mention.nominal
    if nominal is None:
        return None
    return Verdict.sure(scene.describe(question.mention, nominal))


def _owner(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    return None if nominal.owner is None else scene.ask(question, *nominal.owner)


def _owner_fits(entity: Entity, owner: Entity | None) -> bool:
    return entity is not owner and (owner is None or entity.owner in (None, owner))


def _bearers(scene: Scene, nominal: Nominal) -> list[Entity]:
    """Those who have a role that a description may mean, named or in text order; of very many the last."""
    heads = (nominal.head, *sorted(scene.words.hypernyms.get(nominal.head, ())))
    found = dict.fromkeys(entity for head in heads for entity in islice(reversed(scene.bearers.get(head, {})), MOST))
    return [entity for entity in found if entity.named]


def _has_role(scene: Scene, entity: Entity, nominal: Nominal, wanted: frozenset[str]) -> bool:
    general = scene.words.hypernyms.get(nominal.head, frozenset())
    for role in entity.roles:
        parts = role.split()
        if wanted <= frozenset(parts) or (parts[-1] in general and wanted - {nominal.head} <= frozenset(parts)):
            return True
    return False


def _met(scene: Scene, question: Question, entity: Entity) -> bool:
    """Whether the text has named somebody before a question."""
    first = min((start for start, _ in entity.spans), default=None)
    at = question.mention.shape.starts[question.mention.first]
    return first is None or first < at or scene.first_named.get(entity, 0) < question.token


def _salient(scene: Scene, question: Question, stood: Sequence[Entity]) -> Verdict | None:
    """The one that stood, or of several the one named or speaking near a question alone."""
    if len(stood) < 2:  # noqa: PLR2004
        return Verdict.sure(stood[0]) if stood else None
    near = {o.entity for o in scene.cast.before(question.token, 12) if question.token - o.first <= FOCUS}
    near |= {turn.entity for turn in scene.recent(2)}
    found = [entity for entity in stood if entity in near]
    return Verdict(found[0] if len(found) == 1 else None, tuple(stood))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _bare(question: Question) -> frozenset[str]:
    return _words(question.mention.text)
