"""Sieves for sources that are descriptions."""

import re
from functools import lru_cache

from quoteattr.grammar.wordclass import DET, EDGES, LETTER
from quoteattr.speakers.cast.affiliation import body_of
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import DOCUMENT, ORGANISATION
from quoteattr.speakers.phrases.name import folded
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.newcomers import brought_in
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.recency import last_turn
from quoteattr.speakers.sieves.roles import of_another, owner_of
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.together import colleagues, couple

QUANT, SAID = LETTER["QUANT"], LETTER["SAID"]
MOST = 40
NEAR = 60  # tokens back to who has just spoken
APOSTROPHES = re.compile("[’']")


def same_description(scene: Scene, question: Question) -> Verdict | None:
    """A description means the one that was described before with the same noun: "the spokeswoman"."""
    nominal = question.mention.nominal
    if nominal is None or question.mention.name is not None or nominal.other:
        return None
    voice = _same_voice(scene, question, nominal)
    if voice is not None or nominal.indefinite:
        return Verdict.sure(voice) if voice is not None else _said_again(scene, question, nominal)
    if nominal.definite and (both := _several(scene, question, nominal)) is not None:
        return Verdict.sure(both)
    owner = owner_of(scene, question, nominal)
    told, fillers = question.mention.text, scene.words.fillers | scene.words.sets["bodies", "owners"]
    text = _words(told)
    alone = nominal.plural and question.mention.last - question.mention.first == 1  # "Prosecutors"
    bare = alone or nominal.head in scene.words.sets["bodies", "bare"]
    stood = [
        entity
        for entity in scene.described.get(nominal.head, ())[-MOST:]
        if entity.plural == nominal.plural
        and _agrees(nominal, owner, entity)
        and not of_another(scene, question, nominal, entity)
        and (nominal.definite or bare or _words(entity.name) - fillers == text - fillers)
    ]
    exact = [e for e in stood if _words(e.name) - fillers == text - fillers and e.owner is owner]
    stood = (
        exact[-1:]
        or [e for e in stood if nominal.definite and text - fillers <= _words(e.name) | {nominal.head}]
        or (stood if scene.words.fillers.issuperset(nominal.modifiers) else [])
        or [e for e in stood if _adds_nation(scene, nominal, text - fillers, e)]
        or _owned(scene, stood, nominal, owner)
        or _brought_in(stood, question, nominal)
        or [e for e in stood if nominal.nation and e.nation == nominal.nation and _only_nation(scene, nominal)]
        or [e for e in stood if _same_nation(nominal, owner, e) and _unowned(scene, e.name) == _unowned(scene, told)]
    )
    stood = stood or _called_otherwise(scene, question, nominal, owner) or _same_team(scene, nominal)
    if alone and len(stood) > 1:
        return None
    if len(stood) > 1:
        last = next((turn.entity for turn in scene.recent(3) if turn.entity in stood), None)
        return Verdict(last, tuple(stood))
    return Verdict.sure(stood[0]) if stood else None


def _same_voice(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Who has spoken for the same body without a name: "a spokesman for Krell, | a Krell spokesman"."""
    voices, mention = scene.words.sets["roles", "voices"], question.mention
    if nominal.head not in voices or nominal.plural or scene.depth:
        return None
    body = body_of(scene.words, scene.patterns, mention.shape, nominal, mention.last)
    found = scene.ask(question, body.first, body.last, body.shape) if body is not None else None
    if found is None:
        return None
    spoken = (turn.entity for turn in scene.recent(MOST))
    alike = (one for one in spoken if one.affiliation is found and not one.named and not one.plural)
    return next((one for one in alike if not voices.isdisjoint(one.roles) and one.fits(nominal.gender)), None)


def _said_again(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """Those of whom the same words told before: "some analysts"; a single one, or so many, may be others."""
    text = question.mention.text.casefold()
    if not nominal.plural or question.mention.shape.letters[question.mention.first] != QUANT:
        return None
    found = [entity for entity in scene.described.get(nominal.head, ()) if entity.name.casefold() == text]
    return Verdict.sure(found[-1]) if found else None


def _adds_nation(scene: Scene, nominal: Nominal, text: frozenset[str], entity: Entity) -> bool:
    """Whether a description is one from before with its nation: "a port clerk", "the Swiss port clerk"."""
    before = _words(entity.name) - scene.words.fillers - scene.words.sets["determiners", "indefinite"]
    if not (nominal.definite and nominal.nation) or entity.nation or len(before) == 1:
        return False
    return before < text and all(word.capitalize() in scene.words.nation_openers for word in text - before)


def _several(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Several whom the text names together, where a noun tells that they are: "the couple", "the researchers"."""
    sets, found = scene.words.sets, None
    if question.mention.shape is scene.shape and nominal.head in sets["roles", "couples"]:
        found = couple(scene, question)
    elif question.mention.shape is scene.shape and nominal.head in sets["roles", "teams"]:
        several = nominal.plural or nominal.kind is ORGANISATION
        found = colleagues(scene, question) if several and scene.words.fillers.issuperset(nominal.modifiers) else None
    return None if found is None or brought_in(scene, nominal) else found


def _brought_in(stood: list[Entity], question: Question, nominal: Nominal) -> list[Entity]:
    """The only document that an article has brought in, and that is told in full now: "a report", "the UN report"."""
    if len(stood) > 1 or not nominal.definite or nominal.kind is not DOCUMENT or not all(e.indefinite for e in stood):
        return []
    for entity in stood:
        entity.name, entity.indefinite = question.mention.text, False
    return stood


def _owned(scene: Scene, stood: list[Entity], nominal: Nominal, owner: Entity | None) -> list[Entity]:
    """Those of the same owner, where a description tells no more than that: "his campaign", "the Brandt campaign"."""
    told = scene.words.fillers.union(scene.words.pronouns, owner.words if owner is not None else ())
    owned = owner is not None and told.issuperset(word for word in nominal.modifiers if word.isalnum())
    return [entity for entity in stood if owned and entity.owner is owner][-1:]


def _called_otherwise(scene: Scene, question: Question, nominal: Nominal, owner: Entity | None) -> list[Entity]:
    """Who has just spoken without a name, by a noun that a general one may stand for: "An insider … The source"."""
    last, words, head = last_turn(scene), scene.words, nominal.head
    if last is None or not nominal.definite or last.entity.named or question.token - last.token > NEAR:
        return []
    several = last.entity.plural and last.entity.kind is not ORGANISATION
    if several != nominal.plural or not _agrees(nominal, owner, last.entity):
        return []
    told, plain = words.hypernyms.get(head, frozenset()), words.fillers.issuperset(nominal.modifiers)
    told = told if nominal.role == head else told - {head}  # "A minister said so. The prime | minister"
    if plain and head in words.sets["bodies", "generic"] and (last.entity.indefinite or last.entity.owner):
        any_body = head in words.sets["bodies", "unspecific"]  # "A charity said so. The group"
        told = told.union(words.bodies) - (frozenset() if any_body else words.sets["bodies", "civic"])
    return [last.entity] if any(last.entity in scene.described.get(one, ()) for one in told) else []


def _same_team(scene: Scene, nominal: Nominal) -> list[Entity]:
    """The only ones of whom a text tells by a noun for those who work together: "The researchers … The scientists"."""
    words = scene.words.sets["roles", "teams"]
    if nominal.head not in words or not nominal.plural or not scene.words.fillers.issuperset(nominal.modifiers):
        return []
    found = dict.fromkeys(one for word in words for one in scene.described.get(word, ()) if one.plural)
    return list(found) if len(found) == 1 and nominal.definite and nominal.owner is None else []


def _agrees(nominal: Nominal, owner: Entity | None, entity: Entity) -> bool:
    """Whether a description contradicts nothing that is told of somebody: the nation, and whose it is."""
    told = not nominal.nation or entity.nation in ("", nominal.nation)
    return told and (owner is None or entity.owner in (None, owner))


def _same_nation(nominal: Nominal, owner: Entity | None, entity: Entity) -> bool:
    """Whether a description and somebody are told to be of one nation, by an adjective or as its own."""
    nation = nominal.nation or (owner.nation if owner is not None else "")
    return nation != "" and nation == (entity.nation or (entity.owner.nation if entity.owner is not None else ""))


def _unowned(scene: Scene, text: str) -> set[str]:
    """The words of a description without those of a nation: "the Narvian trade ministry", "Narvia’s trade ministry"."""
    bare = {word: APOSTROPHES.split(word)[0].capitalize() for word in _words(text) - scene.words.fillers}
    return {word for word, told in bare.items() if told not in scene.words.nations}


def _only_nation(scene: Scene, nominal: Nominal) -> bool:
    """Whether a description tells no more than a nation: "the Finnish army" for "Finland’s army"."""
    words = (word for word in nominal.modifiers if word not in scene.words.fillers)
    return all(word.capitalize() in scene.words.nation_openers for word in words)


def description(scene: Scene, question: Question) -> Verdict | None:
    """A description that fits nobody else stands for itself, or for somebody of its owner’s: "two officials"."""
    nominal = question.mention.nominal
    if nominal is None:
        return None
    if nominal.kind is None and question.mention.shape.letters[slice(*nominal.core)] == DET:
        return Verdict(None)  # "this"
    if (alone := _without_article(scene, question, nominal)) is not None:
        return Verdict.sure(alone)
    return Verdict.sure(scene.describe(question.mention, nominal, owner_of(scene, question, nominal)))


@lru_cache(maxsize=10_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _without_article(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """The body that a word alone names, which has a capital, no article and a verb of saying: "Anchor said"."""
    mention, index = question.mention, scene.cast.index
    letters, first, last = mention.shape.letters, mention.first, mention.last
    opens = last - first == 1 and letters[first - 1] in EDGES and letters[last] == SAID
    if nominal.kind is not None or nominal.plural or not opens or not mention.text[:1].isupper():
        return None
    words = folded([mention.text])
    if words not in index.by_words:
        entity = index.by_words[words] = Entity(mention.text, words, kind=ORGANISATION)
        scene.cast.entities[entity] = None
    return index.by_words[words]
