"""The sieve for roles: "the Finnish president" is the one of whom the text says it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import regex

from quoteattr.grammar.wordclass import LETTER, NAME
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import fold
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.words import initials
from quoteattr.speakers.sieves.newcomers import brought_in
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.relatives import relative_of, spouse_of
from quoteattr.speakers.sieves.salience import ranked, told_of
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.trial import on_trial

FIELDS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "NV", "THOUGHT"))
FOCUS = 80  # tokens in which a named person stays in focus
MOST, LATEST = 40, 200  # names and turns that are looked back at
INITIALS = 3
HYPHEN = "-"
SPOKEN = 6  # turns in which somebody spoke lately
WORD = regex.compile(r"[\w-]+")


def role_and_nation(scene: Scene, question: Question) -> Verdict | None:
    """A role means the one of whom the text says it, the nation agreeing: "the Chinese president"."""
    nominal = question.definite()
    if nominal is None or nominal.plural or nominal.kind is not PERSON:
        return None
    owner, others = owner_of(scene, question, nominal), told_of(scene, question)
    relative = relative_of(scene, question, nominal, owner) or spouse_of(scene, question, nominal, owner)
    if relative is not None:
        return Verdict.sure(relative)
    stood = [
        entity
        for entity in _bearers(scene, nominal)
        if entity.named
        and entity not in others
        and (owner is None or (entity is not owner and _may_belong(scene, nominal, owner, entity)))
        and entity.fits(nominal.gender)
        and _met(scene, question, entity)
        and not _elsewhere(scene, question, nominal, entity)
        and not of_another(scene, question, nominal, entity)
        and not _of_other_body(scene, question, nominal, entity)
        and not _of_other_party(scene, nominal, entity)
    ]
    plain = not nominal.nation and scene.words.fillers.issuperset(nominal.modifiers)
    if plain and question.mention.shape is scene.shape:
        stood = stood if any(_meets_again(scene, question, nominal, e) for e in stood) else []
    if nominal.nation:
        own = [e for e in stood if e.nation == nominal.nation]
        before = any(e.nation == nominal.nation for e in scene.described.get(nominal.head, ()))
        stood = own if own or before else [e for e in stood if not e.nation]  # "A Swiss clerk … The Swiss | clerk"
    if not stood and (tried := on_trial(scene, question, nominal)) is not None:
        return Verdict.sure(tried)
    return _salient(scene, question, _likeliest(scene, question, nominal, stood)) if stood else None


def _may_belong(scene: Scene, nominal: Nominal, owner: Entity, entity: Entity) -> bool:
    """Whether somebody may be an owner’s: "her coach" may be any coach, "her doctor" only one who is hers."""
    if entity.owner is not None:
        return entity.owner is owner
    if not {*owner.words[-1:]}.isdisjoint(_belonging(entity)):
        return True  # "a lawyer for | Hale"
    sets = scene.words.sets
    return owner.kind is not PERSON or nominal.head not in sets["roles", "situational"] - sets["roles", "voices"]


def owner_of(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Whose a description says that somebody is; a person's name before people says it too: "the Hale supporters"."""
    if nominal.owner is not None:
        owner = scene.ask(question, *nominal.owner)
        same = owner is not None and owner in scene.described.get(nominal.head, ())
        return owner.owner if owner is not None and same else owner  # "Hale’s lawyer agreed. | His lawyer"
    if nominal.kind not in (GROUP, ORGANISATION) or question.mention.shape is not scene.shape:
        return None
    named = scene.cast.within(*nominal.core)
    owner = named[0].entity if len(named) == 1 and named[0].last == nominal.core[1] - 1 else None
    return owner if owner is not None and owner.kind is PERSON else None


def _bearers(scene: Scene, nominal: Nominal) -> list[Entity]:
    """Those who have a role that a description may mean, in text order; of very many the last."""
    heads = _spelled(nominal.head)
    heads += sorted({role.rpartition(" ")[2] for role in _general(scene, nominal)})
    found = (entity for head in heads for entity in islice(reversed(scene.bearers.get(head, {})), MOST))
    return list(dict.fromkeys(found))


def _general(scene: Scene, nominal: Nominal) -> frozenset[str]:
    """The roles that a noun may stand for, alone or with what belongs to it: "the chief executive" for a CEO."""
    words = scene.words.hypernyms
    return words.get(nominal.head, frozenset()) | words.get(nominal.role, frozenset())


def _spelled(head: str) -> list[str]:
    """A noun, and without its last letter where it may be the initials of an office and of where that is: "the CJI"."""
    return [head, head[:-1]] if len(head) == INITIALS else [head]


def _likeliest(scene: Scene, question: Question, nominal: Nominal, stood: Sequence[Entity]) -> list[Entity]:
    """Those whose role is the description's own; else those of a fuller role, or of one that it stands for."""
    past = _past(scene, nominal.modifiers)
    if past:
        heads = {nominal.head, *(one.rpartition(" ")[2] for one in scene.words.hypernyms.get(nominal.head, ()))}
        return [e for e in stood if any(_past(scene, words) for head in heads for words in _told(e, head))]
    named = _named_in(question, nominal)
    own = [e for e in stood if not named.isdisjoint(_belonging(e))]  # "the Krell | chief"
    elsewhere = nominal.owner is not None and bool(named)  # "Hue’s | mayor" is not Mayor Ana Brandt of Lund
    stood = own or [e for e in stood if not (elsewhere and (e.seat or e.affiliation))]
    holding = [e for e in stood if not _only_was(scene, nominal, e)]
    exact = [e for e in holding if nominal.role in e.roles]
    wanted = frozenset(nominal.role.split()) - scene.words.sets["bodies", "owners"] - (named if own else set())
    fuller = exact or [e for e in holding if any(wanted <= words for words in _told(e, nominal.head))]
    if fuller or _described(scene, nominal):
        return fuller
    holding = [e for e in holding if any(_stands_for(scene, nominal, wanted, *told) for told in e.roles.items())]
    holding = [e for e in holding if not (_factions(scene, nominal.modifiers) and _is_partyless(scene, e))]
    return holding if own or not named else _lately(scene, question, nominal, holding)


def _only_was(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether all that the text tells of somebody's office is past: "former president Ana Brandt"."""
    told = list(_told(entity, nominal.head))
    return bool(told) and all(_past(scene, words) for words in told)


def _named_in(question: Question, nominal: Nominal) -> set[str]:
    """The words of names before the noun of a description, but for those of a nation."""
    shape, (first, last) = question.mention.shape, nominal.core
    places = {*range(first + 1, last), *range(*(nominal.owner or (0, 0)))}  # "the Krell chief", "Krell’s chief"
    named = {fold(shape.word(at)) for at in places if shape.letters[at] == NAME} - {nominal.head}
    return set() if nominal.nation else named


def _lately(scene: Scene, question: Question, nominal: Nominal, stood: Sequence[Entity]) -> list[Entity]:
    """Those who spoke lately, or who stand out, and belong to no body that the text names."""
    spoken = {turn.entity for turn in scene.recent(SPOKEN)}
    if not spoken.intersection(stood):
        spoken = {entity for _, entity in ranked(scene, question, nominal.gender)[:1]}
    return [e for e in stood if e in spoken and e.affiliation is None and nominal.owner is None]


def _belonging(entity: Entity) -> Iterator[str]:
    """The words that tell an entity's roles, and those of the body that it belongs to."""
    yield from (fold(word) for text in entity.roles.values() for word in [*text.split(), *WORD.findall(text)])
    yield entity.seat
    if entity.affiliation is not None:
        yield from entity.affiliation.words
        yield from map(fold, entity.affiliation.aliases)


def _told(entity: Entity, head: str) -> Iterator[frozenset[str]]:
    """The words of each of an entity's roles that ends with a noun, and of the text that tells it."""
    for role, text in entity.roles.items():
        parts = role.split()
        if parts[-1] == head:
            yield frozenset(parts).union(WORD.findall(text.lower()), text.lower().replace("-", " ").split())


def _past(scene: Scene, words: Iterable[str]) -> bool:
    return not scene.words.sets["roles", "ended"].isdisjoint(word.partition(HYPHEN)[0] for word in words)  # "ex-mayor"


def _described(scene: Scene, nominal: Nominal) -> bool:
    """Whether somebody without a name was called by the same noun before."""
    return any(not entity.plural for entity in scene.described.get(nominal.head, ()))


def _stands_for(scene: Scene, nominal: Nominal, wanted: frozenset[str], role: str, text: str) -> bool:
    """Whether a general noun may stand for a role: "the lawmaker" for a senator."""
    words = scene.words.hypernyms
    if initials(role) in _spelled(nominal.head) or (" " in nominal.role and _ends(role, words.get(nominal.role, ()))):
        return True
    if _ends(role, words.get(nominal.head, ())):
        told = WORD.findall(text.lower()) + text.lower().split("-")  # "D-Ohio"
        return wanted - {nominal.head} <= frozenset(role.split()).union(told)
    return False


def _ends(role: str, general: Iterable[str]) -> bool:
    """Whether a role is one of some, or ends with one."""
    return any(role == one or role.endswith(" " + one) for one in general)


def _met(scene: Scene, question: Question, entity: Entity) -> bool:
    """Whether the text has named somebody before a question."""
    at = question.mention.shape.starts[question.mention.first]
    spans = entity.spans
    return not spans or scene.first_named.get(entity, 0) < question.token or any(start < at for start, _ in spans)


def _meets_again(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> bool:
    """Whether nobody new has been told of by the same noun since somebody was named: "Hale left. A clerk said"."""
    named = [one.last for one in scene.cast.before(question.token, MOST) if one.entity is entity]
    turns = {turn.entity: turn.token for turn in reversed(scene.recent(LATEST))}
    last = max([*named, turns.get(entity, 0)], default=0)
    new = (one for one in scene.described.get(nominal.head, ())[-LATEST:] if turns.get(one, 0) > last)
    if any(not of_another(scene, question, nominal, one) for one in new):
        return False
    return last >= scene.shape.sentence_start(brought_in(scene, nominal))


def _elsewhere(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> bool:
    """Whether a description tells of a body or document that is not the bearer’s: "the union’s chair" of a council."""
    words, shape = scene.words, question.mention.shape
    told = {shape.word(at).lower() for at in range(question.mention.first, question.mention.last)} - {nominal.head}
    told = {word for word in told if word in words.bodies or word in words.documents}
    told -= words.sets["bodies", "generic"] | words.sets["bodies", "places"]
    known = set(_belonging(entity))
    if not told or not known.isdisjoint(told.union(*(words.hypernyms.get(word, ()) for word in told))):
        return False
    trading = words.sets["bodies", "owners"] - words.sets["bodies", "civic"]
    own = any(role.endswith(nominal.head) for role in entity.roles) or told <= trading
    return not (own and known.isdisjoint(words.bodies))


def of_another(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> bool:
    """Whether a description’s noun governs other words than a bearer’s role: "the mayor of Lund" for the one of Hue."""
    words, shape = scene.words, question.mention.shape
    tokens = range(nominal.core[1], question.mention.last)
    governed = {shape.word(at).lower() for at in tokens if shape.letters[at] in FIELDS}
    governed = {word for word in governed if word not in words.bodies and word not in words.documents}
    told = [text.lower().partition(f"{nominal.head} ")[2].split() for text in entity.roles.values()]
    return bool(governed) and any(told) and governed.isdisjoint({*_belonging(entity)}.union(*told))


def _of_other_body(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> bool:
    """Whether a description names another body than the bearer’s: "the Krell spokesman" of Lund Council’s."""
    body = entity.affiliation
    if body is None or not body.named or nominal.nation or question.mention.shape is not scene.shape:
        return False
    named = [one.entity for one in scene.cast.within(*nominal.core) if one.last < nominal.core[1]]
    others = [one for one in named if one is not None and not (one.place or one is body or one.kind is PERSON)]
    if not others or len(others) < len(named):
        return False
    return {word for one in others for word in one.words}.isdisjoint(_belonging(entity))


def _factions(scene: Scene, words: Iterable[str]) -> frozenset[str]:
    """The words for a party that some words have, and those that mean the same: "tory" for a Conservative."""
    told = scene.words.sets["roles", "factions"].intersection(words)
    return told.union(*(scene.words.hypernyms.get(one, ()) for one in told))


def _told_parties(scene: Scene, entity: Entity) -> frozenset[str]:
    """The words for a party in what an entity's roles say."""
    return _factions(scene, (word for text in entity.roles.values() for word in text.lower().split()))


def _is_partyless(scene: Scene, entity: Entity) -> bool:
    """Whether the text tells of no party that somebody belongs to."""
    return not _told_parties(scene, entity) and scene.words.parties.isdisjoint(entity.roles)


def _of_other_party(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a description tells a party, and a bearer's role another: "the Green leader" of Labour’s."""
    told, known = _factions(scene, nominal.modifiers), _told_parties(scene, entity)
    return bool(told and known) and told.isdisjoint(known)


def _salient(scene: Scene, question: Question, stood: Sequence[Entity]) -> Verdict | None:
    """The one that stood; of several the one named or speaking near a question."""
    if len(stood) < 2:  # noqa: PLR2004
        return Verdict.sure(stood[0]) if stood else None
    near = {o.entity for o in scene.cast.before(question.token, 12) if question.token - o.first <= FOCUS}
    near |= {turn.entity for turn in scene.recent(2)}
    found = [entity for entity in stood if entity in near]
    return Verdict(found[0] if len(found) == 1 else None, tuple(stood))
