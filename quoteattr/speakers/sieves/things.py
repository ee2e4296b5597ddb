"""Sieves for the pronouns of groups, bodies and things."""

from collections.abc import Sequence

from quoteattr.claim import Attitude
from quoteattr.grammar.wordclass import BY, LETTER, PARA, PLURAL
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import AUTHOR, DOCUMENT, ORGANISATION, PERSON
from quoteattr.speakers.sieves.position import FINITE
from quoteattr.speakers.sieves.pronouns import BODIES, SEVERAL
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.recency import in_paragraph, last_turn
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.subjects import said_or_told, subject_of
from quoteattr.speakers.sieves.together import together

THERE = LETTER["THERE"]
BEFORE = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "NV", "NAME", "GEN", "NUM"))
OPENING = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "QUANT"))


def plural_they(scene: Scene, question: Question) -> Verdict | None:
    """The pronoun "they" means the group or body that stood out last, or one person whose gender nobody knows."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "3" or pronoun.number != "p":
        return None
    if question.inside:
        return Verdict(None)  # "They lied to us": those whom the speaker has in mind
    both = together(scene, question)  # first: who is asked for by a part of the words is described by it
    before = [] if both else [e for e in dict.fromkeys(said_or_told(scene, question)) if e.kind is not AUTHOR]
    told = both or _made(scene, question, before)
    if told is not None:
        return Verdict.sure(told)
    several = [e for e in before if _are_several(e)]
    start = scene.shape.sentence_before(question.token)
    new = not several or THERE in scene.shape.letters[start : question.token]  # "There are critics. They"
    crowd = _crowd(scene, question) if new else None
    here, last = in_paragraph(scene, question), last_turn(scene)
    single = [e for e in before if not e.gender and not e.place and e in here and _may_be_they(scene, e)]
    if last is not None and last.entity in single and not last.entity.named and here.isdisjoint(several):
        several = [last.entity]  # "Unions spoke. | A spokesperson was sure. They said"
    if several or crowd is not None:
        return Verdict(crowd or several[0], (crowd,) if crowd else tuple(several))
    if not single and (own := told_within(scene, question)) is not None and _are_several(own):
        return Verdict.sure(own)
    return Verdict(single[0] if len(single) == 1 else None, tuple(single))


def _crowd(scene: Scene, question: Question) -> Entity | None:
    """The only people in the plural since the sentence before, in a question's paragraph: "It hurt nurses. They"."""
    shape, words, last = scene.shape, scene.words, question.token
    start = max(shape.sentence_before(last), shape.letters.rfind(PARA, 0, last) + 1)
    plurals = {at: shape.word(at).lower() for at in range(start, last) if shape.letters[at] == PLURAL}
    singles = {at: words.singulars.get(word, "") for at, word in plurals.items()}
    heads = [at for at, single in singles.items() if single in words.roles or single in words.bodies]
    if len(heads) != 1 or question.excludes(heads[0]):
        return None
    first = heads[0]
    while first > start and shape.letters[first - 1] in BEFORE:
        first -= 1
    first -= first > start and shape.letters[first - 1] in OPENING
    if (owner := words.pronouns.get(shape.word(first).lower())) and owner.number == "p":
        return None  # "their | offices"
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, heads[0] + 1, shape)
    found = scene.subjects[first]
    return found if found is not None and _are_several(found) else None


def _made(scene: Scene, question: Question, before: Sequence[Entity]) -> Entity | None:
    """The document of several that the sentence before is about, where "they" find something: "A study began. They"."""
    if not before or scene.drafts[question.index].commitment.attitude is not Attitude.EVIDENCE:
        return None
    return before[0] if before[0].kind is DOCUMENT and _may_be_they(scene, before[0]) else None


def _are_several(entity: Entity) -> bool:
    told = entity.kind in SEVERAL or (entity.plural and entity.kind is not DOCUMENT)
    return told and not entity.place and entity.kind is not AUTHOR


def _may_be_they(scene: Scene, entity: Entity) -> bool:
    """Whether one person, or those who wrote a document, may be "they"."""
    if entity.kind is not DOCUMENT:
        return entity.named or entity.kind is PERSON
    return not scene.words.sets["documents", "joint"].isdisjoint(entity.name.lower().split())


def neuter_it(scene: Scene, question: Question) -> Verdict | None:
    """The pronoun "it" means the body or document that stood out last, or the body that what it says begins with."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.gender != "n":
        return None
    if question.inside or _is_unknown(scene, question):
        return Verdict(None)  # "It is a shame": what the speaker has in mind
    told = (_voiced(scene, e) for e in said_or_told(scene, question))
    things = [e for e in dict.fromkeys(told) if not e.plural and _may_be_thing(e)]
    shown = _shown(scene, question)
    if shown is not None and (not things or scene.drafts[question.index].commitment.attitude is Attitude.EVIDENCE):
        return Verdict.sure(shown)
    addressed = _addressed(scene, question)
    if addressed is not None:
        return Verdict.sure(addressed)
    things = _agents(scene, question) or things
    if not things and (own := told_within(scene, question)) is not None:
        return Verdict.sure(own)
    return Verdict(things[0] if things else None, tuple(things))


def told_within(scene: Scene, question: Question) -> Entity | None:
    """The body that a pronoun's sentence is about, where nobody else may be meant: "Krell will close, | it said"."""
    if not any(first < question.token for first, _ in question.excluded):
        return None
    anywhere = Question(question.mention, question.index, question.token, inside=False)
    entity = subject_of(scene, anywhere, scene.shape.sentence_start(question.token))
    if entity is None or (entity.place and entity.name not in scene.words.countries):
        return None
    brand = entity.kind is None and entity.named and len(entity.words) == 1
    return entity if entity.kind is ORGANISATION or brand else None


def _addressed(scene: Scene, question: Question) -> Entity | None:
    """The body that somebody has just spoken to in the sentence: "Hale asked | the guild, but it would not say"."""
    last = last_turn(scene)
    if last is None or last.token < scene.shape.sentence_start(question.token):
        return None
    draft = scene.drafts[last.index]
    if draft.addressee is None or draft.shape is not scene.shape or scene.drafts[question.index].parent == last.index:
        return None
    entity = scene.ask(question, *draft.addressee, scene.shape)
    return entity if entity is not None and entity.kind is ORGANISATION else None


def _is_unknown(scene: Scene, question: Question) -> bool:
    """Whether a body says of itself what stands in its words, and nothing tells who it is: "the airline said it …"."""
    parent = scene.parent(question)
    if parent is None or parent[1] is not None or parent[0].source is None or parent[0].shape is not scene.shape:
        return False
    mention = scene.reader.read(scene.shape, *parent[0].source)
    nominal = mention.nominal if mention is not None and mention.name is None else None
    return nominal is not None and nominal.kind is ORGANISATION and parent[0].source[0] < question.token


def _agents(scene: Scene, question: Question) -> list[Entity]:
    """The bodies and places that act in a question's own sentence, the last first: "Krell closed what it said"."""
    letters, start = scene.shape.letters, scene.shape.sentence_start(question.token)
    named = scene.cast.within(start, question.token)
    named = [one for one in named if letters[one.last] in FINITE or letters[one.first - 1] == BY]
    named = [one for one in named if not question.excludes(one.first)]
    return [one.entity for one in reversed(named) if one.entity is not None and one.entity.kind is ORGANISATION]


def _voiced(scene: Scene, entity: Entity) -> Entity:
    """The body that somebody speaks for, else the one who speaks: "A spokesman for Krell said no. It will wait."."""
    voices = scene.words.sets["roles", "voices"]
    return entity.affiliation if entity.affiliation and not voices.isdisjoint(entity.roles) else entity


def _shown(scene: Scene, question: Question) -> Entity | None:
    """The thing that the sentence before is about, in the same paragraph: "The modelling is new. It suggests …"."""
    start = scene.shape.sentence_start(question.token)
    if scene.shape.letters[start - 1 : start] == PARA:
        return None
    entity = subject_of(scene, question, scene.shape.sentence_before(question.token))
    return entity if entity is not None and not entity.named and not entity.plural and entity.kind is None else None


def _may_be_thing(entity: Entity) -> bool:
    return not entity.name.isdecimal() and (entity.kind in BODIES or (entity.kind is None and entity.named))
