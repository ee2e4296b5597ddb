"""Sieves for sources that are descriptions, and for relative pronouns."""

from collections.abc import Sequence

from quoteattr.claim import SpeakerKind
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.entities import Entity
from quoteattr.speakers.mentions import Mention
from quoteattr.speakers.nominals import Nominal
from quoteattr.speakers.scene import Question, Scene, Verdict

COMMA, GEN = LETTER["COMMA"], LETTER["GEN"]
ANTECEDENT = 24  # tokens in which the antecedent of a relative pronoun begins
FOCUS = 160  # tokens in which a body stays in focus
MOST = 40


def relative(scene: Scene, question: Question) -> Verdict | None:
    """A relative pronoun means the noun phrase before it: "Ana Brandt, who said"."""
    mention = question.mention
    if not mention.relative:
        return None
    shape, last = mention.shape, mention.first
    while last > 0 and shape.letters[last - 1] == COMMA:
        last -= 1
    first = _antecedent(scene, shape, last)
    if first >= last:
        return Verdict(None)
    if shape is scene.shape and shape.letters[first - 1] == COMMA:
        for occurrence in scene.cast.before(first, 1):
            if occurrence.last == first - 1 and occurrence.entity is not None and occurrence.entity.may_be_person():
                return Verdict.sure(occurrence.entity)
    entity = scene.ask(question, first, last)
    return Verdict(entity, (entity,) if entity else ())


def _antecedent(scene: Scene, shape: Shape, last: int) -> int:
    """Where the noun phrase before a relative pronoun begins; what can be no person is only a part of it."""
    floor = max(shape.sentence_start(last), last - ANTECEDENT)
    at = last
    while True:
        end = at
        while at > floor and shape.letters[at - 1] in PHRASE:
            at -= 1
            if shape.letters[at] in OPENERS and not (at > floor and shape.letters[at - 1] == GEN):
                break
        if at == end or at - 1 <= floor or shape.letters[at - 1] not in GOVERNORS:
            return at
        mention = scene.reader.read(shape, at, end)
        if mention is None or (mention.name and _is_person(mention)):
            return at
        if mention.nominal and not mention.name and mention.nominal.kind in (SpeakerKind.PERSON, SpeakerKind.GROUP):
            return at
        at -= 1


def _is_person(mention: Mention) -> bool:
    entity = mention.occurrence.entity if mention.occurrence else None
    kind = entity.kind if entity else mention.name.kind if mention.name else None
    return kind is SpeakerKind.PERSON


OPENERS = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "QUANT"))
PHRASE = OPENERS | frozenset(LETTER[n] for n in ("NAME", "NOUN", "PLURAL", "ADJ", "NUM", "GEN", "NV", "NVS", "INDEF", "UNIT"))
GOVERNORS = frozenset(LETTER[n] for n in ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS"))


def role_and_nation(scene: Scene, question: Question) -> Verdict | None:
    """A role means the one of whom the text says it, the nation agreeing: "the Chinese president"."""
    nominal = _definite(question)
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
    stood = exact[-1:] or [e for e in stood if nominal.definite and text <= _words(e.name) | {nominal.head}] or (
        stood if not (nominal.modifiers - _fillers(scene)) else []
    )
    if len(stood) > 1:
        last = next((turn.entity for turn in scene.recent(3) if turn.entity in stood), None)
        return Verdict(last, tuple(stood))
    return Verdict.sure(stood[0]) if stood else None


def organisation_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a body means the named one in focus that it fits: "the ministry", "the company"."""
    nominal = _definite(question)
    if nominal is None or nominal.plural or nominal.kind is not SpeakerKind.ORGANISATION or nominal.owner is not None:
        return None
    if nominal.modifiers - _fillers(scene) and not nominal.nation:
        return None
    generic = nominal.head in scene.words.sets["bodies", "generic"]
    places = nominal.head in scene.words.sets["bodies", "places"]
    stood: list[Entity] = []
    for occurrence in scene.cast.before(question.token, MOST):
        if question.token - occurrence.first > FOCUS:
            break
        entity = occurrence.entity
        if entity is None or entity in stood or (nominal.nation and entity.nation not in ("", nominal.nation)):
            continue
        if nominal.head in entity.words:
            return Verdict.sure(entity)
        if places:
            fits = entity.place and entity.name not in scene.words.seats and (nominal.head in ("country", "nation")) == bool(entity.nation)
        else:
            fits = generic and not entity.place and entity.kind is SpeakerKind.ORGANISATION
            fits = fits and entity.name not in scene.words.outlets and not entity.nation
        if fits:
            stood.append(entity)
    if not stood and generic:
        stood = [t.entity for t in scene.recent(2) if t.entity.kind is None and t.entity.named and not t.entity.place][:1]
    if len(stood) > 1:
        spoke = next((t.entity for t in scene.recent(3) if t.entity in stood), None)
        return Verdict(spoke, tuple(stood))
    return Verdict.sure(stood[0]) if stood else None


def document_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a document means the one document that the text names: "the report"."""
    nominal = _definite(question)
    if nominal is None or nominal.plural or nominal.kind is not SpeakerKind.DOCUMENT or nominal.owner is not None:
        return None
    if nominal.modifiers - _fillers(scene):
        return None
    stood = [e for e in scene.records if scene.first_named[e] < question.token]
    if nominal.head not in scene.words.sets["documents", "generic"]:
        stood = [e for e in stood if e.words[-1] == nominal.head]
    return Verdict.sure(stood[0]) if len(stood) == 1 else None


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


def _definite(question: Question) -> Nominal | None:
    nominal = question.mention.nominal
    if nominal is None or question.mention.name is not None or nominal.indefinite or nominal.other:
        return None
    return nominal if nominal.definite or question.mention.text[:1].isupper() else None


def _fillers(scene: Scene) -> frozenset[str]:
    """Words of a description that tell nothing of whom it means."""
    sets = scene.words.sets
    return sets["determiners", "definite"] | sets["roles", "modifiers"] | sets["determiners", "both"]


def _owner(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    return None if nominal.owner is None else scene.ask(question, *nominal.owner)


def _owner_fits(entity: Entity, owner: Entity | None) -> bool:
    return entity is not owner and (owner is None or entity.owner in (None, owner))


def _bearers(scene: Scene, nominal: Nominal) -> list[Entity]:
    """Those who have a role that a description may mean, named or in text order; of very many the last."""
    heads = (nominal.head, *sorted(scene.words.hypernyms.get(nominal.head, ())))
    found = dict.fromkeys(entity for head in heads for entity in list(scene.bearers.get(head, ()))[-MOST:])
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
    near = {o.entity for o in scene.cast.before(question.token, 12) if question.token - o.first <= FOCUS // 2}
    near |= {turn.entity for turn in scene.recent(2)}
    found = [entity for entity in stood if entity in near]
    return Verdict(found[0] if len(found) == 1 else None, tuple(stood))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _bare(question: Question) -> frozenset[str]:
    return _words(question.mention.text)
