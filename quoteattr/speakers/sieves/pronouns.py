"""Sieves for sources that are pronouns."""

from collections.abc import Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.claim import Attitude, Polarity
from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import HER, LETTER
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import AUTHOR, DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.sieves.newcomers import newcomer, sender
from quoteattr.speakers.sieves.position import is_fronted
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.recency import in_paragraph, is_unsettled, last_turn
from quoteattr.speakers.sieves.salience import names_itself, ranked
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.subjects import subject_inside, subject_of

MARGIN = 1.0  # by how much the best must beat the next
LIKELY = 3.0  # the same, where nothing tells the gender of a person
SPOKEN = 8  # turns of a conversation that are looked back at
EITHER = 8.0  # the same, where a given name may be a woman's or a man's, and the next is known to be of the gender
FAR = 6.5  # by how much who is named in the own words must beat the next to leave nobody
UNTOLD = 6.0  # the same, where nothing tells the gender of either
SEVERAL = (GROUP, ORGANISATION)
PARTING = frozenset(LETTER[name] for name in ("AND", "BUT", "COMMA", "SEMI"))  # before a clause of its own
PRO = LETTER["PRO"]
OBJECTS = frozenset([LETTER["OBJ"], HER])
VERBAL = frozenset(["finite", "participle"])  # forms of cues that no possessor stands before
BODIES = frozenset([ORGANISATION, GROUP, DOCUMENT])


def first_person(scene: Scene, question: Question) -> Verdict | None:
    """Inside a quotation or a turn "I" and "we" are whoever says them; outside the text's author, who has no name."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "1":
        return None
    parent = scene.parent(question)
    if not question.inside and (parent is None or parent[0].pattern.kind is not ContentKind.TURN):
        return Verdict.sure(scene.beyond(question.mention.text, pronoun.number, AUTHOR))
    speaker = parent[1] if parent else None
    fits = speaker is not None and (pronoun.number == "p" or speaker.kind is None or speaker.may_be_person())
    return Verdict(speaker if fits else None, (speaker,) if speaker is not None else ())


def second_person(scene: Scene, question: Question) -> Verdict | None:
    """Inside a quotation "you" is whom it was said to; outside it is whoever reads the text, and no speaker."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "2":
        return None
    parent = scene.parent(question)
    if parent is not None and parent[0].pattern.kind is ContentKind.TURN and parent[0].addressee is None:
        return Verdict(_other(scene, question, parent[1]))
    if parent is None or not question.inside or parent[0].addressee is None or parent[0].shape is not scene.shape:
        return Verdict(None)
    return Verdict(scene.ask(question, *parent[0].addressee, scene.shape))


def _other(scene: Scene, question: Question, speaker: Entity | None) -> Entity | None:
    """Whom somebody speaks to in a conversation: the only other of the last turns, or the one who answers next."""
    spoken = [turn.entity for turn in scene.recent(SPOKEN) if _is_turn(scene.drafts[turn.index])]
    others = [entity for entity in spoken if entity is not speaker]
    if len(others) > 1 and len(set(others)) == 1:
        return others[0]
    after = next((one for one in scene.drafts[question.index :] if _is_turn(one)), None)
    answering = scene.ask(question, *after.source, scene.shape) if after is not None and after.source else None
    return answering if answering in others and answering is not speaker else None


def _is_turn(draft: Draft) -> bool:
    return draft.parent is None and draft.pattern.kind is ContentKind.TURN


def third_person(scene: Scene, question: Question) -> Verdict | None:
    """A pronoun with a gender means the most salient person it fits: most often who spoke last."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "3" or pronoun.number != "s" or pronoun.gender not in ("f", "m"):
        return None
    told = _told(scene, question, pronoun.gender)
    if told is not None:
        return Verdict.sure(told)
    content, fronted = question.excluded, _fronted(scene, question)
    question = question.excluding(fronted)
    found = ranked(scene, question, pronoun.gender)
    if not found and content and not question.inside:  # "The mayor, Tom Hale, will resign, he said"
        anywhere = Question(question.mention, question.index, question.token, inside=False, excluded=fronted)
        found = ranked(scene, anywhere, pronoun.gender)
    if not question.inside and in_paragraph(scene, question).isdisjoint([entity for _, entity in found]):
        brought = newcomer(scene, question, pronoun.gender)
        if brought is not None:
            brought.gender = brought.gender or pronoun.gender
            return Verdict.sure(brought)
    found = _meant(scene, question, found)
    unknown = not found and not _is_object(scene, question, scene.drafts[question.index])
    if unknown and (known := newcomer(scene, question, pronoun.gender, "definite")) is not None:
        return Verdict.sure(known)  # "They met the mayor. She said"
    stood = tuple(entity for _, entity in found)
    close = len(found) > 1 and found[0][0] - found[1][0] < _margin(scene, question, *stood[:2])
    if not found or close or is_unsettled(scene, question) or _is_passed_over(scene, question, stood):
        return Verdict(None, stood)
    best = stood[0]
    best.gender = best.gender or pronoun.gender
    best.kind = best.kind or PERSON
    return Verdict(best, stood)


def _fronted(scene: Scene, question: Question) -> tuple[Range, ...]:
    """The phrase ahead of a pronoun whose names it cannot mean: "In a letter to Hale, | he"; none for another."""
    start = scene.shape.sentence_start(question.token)
    found = not question.inside and is_fronted(scene.shape.letters, start, question.token)
    return ((start, question.token),) if found else ()


def _is_passed_over(scene: Scene, question: Question, stood: Sequence[Entity]) -> bool:
    """Whether the sentence before begins with another’s full name, and its paragraph does not tell of the likeliest."""
    start = scene.shape.sentence_before(question.token)
    one = next(iter(scene.cast.within(start, question.token)), None)
    if question.inside or one is None or one.first != start or one.entity is None or not one.name.full:
        return False
    return one.entity in stood[1:] and not one.entity.gender and stood[0] not in in_paragraph(scene, question)


def _told(scene: Scene, question: Question, gender: str) -> Entity | None:
    """Whom the words around a pronoun tell, whoever else stands out: inside a quotation, and below a sender."""
    told = subject_inside(scene, question) if question.inside else sender(scene, question)
    fits = told is not None and told.kind is PERSON and told.may_be_person() and told.fits(gender)
    return told if fits else None


def _meant(scene: Scene, question: Question, found: Sequence[tuple[float, Entity]]) -> list[tuple[float, Entity]]:
    """Those whom a pronoun may mean: not whom it speaks to, nor who says the words it stands in, nor who only asks."""
    parent = scene.parent(question)
    quoted = parent is not None and parent[0].shape is not scene.drafts[question.index].shape
    others = _heard(scene, question) | _judging(scene, question)
    if quoted and parent is not None:
        others.add(parent[1])
    elif parent is not None and _is_turn(parent[0]):
        others.add(parent[1])
        start = parent[0].content[0][0]
        told = {one.entity for one in scene.cast.within(start, question.token)}
        told |= {one.entity for one in (*scene.topics, *scene.turns) if one.token >= start}
        found = [pair for pair in found if pair[1] in told] or found  # whom the turn itself tells of
    askers = scene.words.sets["labels", "askers"]
    stood = [pair for pair in found if pair[1] not in others and pair[1].name not in askers]
    named = [pair for pair in stood if names_itself(scene, question, pair[1])]
    left = [pair for pair in stood if pair not in named]
    if named and left and named[0][0] - left[0][0] > FAR:
        left = []  # "“They film Kim,” she said", and nobody else is near
    stood = left if left or (named and len(named) < len(stood)) else stood  # "“I am Hale,” he said"
    # nobody who is only described outside a quotation is meant inside it where nothing tells the gender
    return [pair for pair in stood if pair[1].named or pair[1].gender] if quoted else stood


def _heard(scene: Scene, question: Question) -> set[Entity | None]:
    """Whom a pronoun cannot mean: whom it speaks to or judges, "He asked | Hale", or whose object it is."""
    draft = scene.drafts[question.index]
    if _is_object(scene, question, draft):
        start = scene.shape.sentence_start(question.token)
        clause = max(start, *(scene.shape.letters.rfind(letter, start, question.token) + 1 for letter in PARTING))
        return {subject_of(scene, question, clause) or subject_of(scene, question, start)}
    if question.inside or draft.shape is not scene.shape:
        return set()
    addressed = scene.cast.within(*draft.addressee) if draft.addressee is not None else ()
    return {one.entity for one in (*addressed, *_judged(scene, draft))}


def _judged(scene: Scene, draft: Draft) -> Sequence[Occurrence]:
    """Who is named first in what a claim says of somebody: "He accused | Hale of lying"; nobody in other claims."""
    first, end = draft.content[0]
    if draft.commitment.attitude is not Attitude.EVALUATION or draft.shape is not scene.shape:
        return ()
    return [one for one in scene.cast.within(first, end) if one.first == first and one.name.kind in (PERSON, None)]


def _judging(scene: Scene, question: Question) -> set[Entity | None]:
    """Who has just judged somebody, and does not deny it: "Hale accused Brandt of lying. | He denied it"."""
    last, draft = last_turn(scene), scene.drafts[question.index]
    if last is None or question.inside or draft.commitment.polarity is not Polarity.NEGATIVE:
        return set()
    told = _judged(scene, scene.drafts[last.index])
    return {last.entity} if told and last.token >= scene.shape.sentence_before(question.token) else set()


def _is_object(scene: Scene, question: Question, draft: Draft) -> bool:
    """Whether a pronoun is a source and the object of the verb before it: "The judge fined | him for saying"."""
    own = draft.shape is scene.shape and draft.source is not None and draft.source[0] == question.token
    if question.inside or not own or draft.cue is None:
        return False
    return scene.shape.letters[question.token] in OBJECTS and draft.cue.group.name in VERBAL


def _speaks_alone(scene: Scene, question: Question, other: Entity) -> bool:
    """Whether nothing behind the last claim tells of another: "The host laughed, | to which she replied. She said"."""
    last, shape = scene.turns[-1], scene.shape
    draft = scene.drafts[last.index]
    if draft.shape is not shape or draft.commitment.attitude is Attitude.QUESTION:
        return False
    if any(one.entity is other for one in scene.cast.within(last.token, question.token)):
        return False
    end = max((end for _, end in draft.content), default=last.token)
    return all(shape.letters[at] != PRO for at in range(end, question.token))


def _margin(scene: Scene, question: Question, best: Entity, next_: Entity) -> float:
    """By how much the best must beat the next: more where neither gender is known, nothing where it has just spoken."""
    last = last_turn(scene)
    spoke = last is not None and last.entity is best and last.token >= scene.shape.sentence_before(question.token)
    if spoke and not question.inside:
        here = last is not None and last.token >= scene.shape.sentence_start(question.token)
        here = here or not (best.named or _speaks_alone(scene, question, next_))  # "The host laughed, Hale left. She"
        return UNTOLD if here and next_.gender and not best.gender else 0.0  # "Hale said Brandt left when she could"
    either = scene.words.given.get(best.name.split()[0]) == "u"
    if either and next_.gender and not best.gender and next_ in in_paragraph(scene, question):
        return EITHER  # "Robin Hale had met Ana Brandt. She said"
    if best.gender and not next_.gender and next_.kind is PERSON and next_ in in_paragraph(scene, question):
        return LIKELY
    if best.gender or next_.gender:
        return MARGIN
    return LIKELY if best.kind is PERSON else UNTOLD
