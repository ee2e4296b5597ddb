"""Sieves for sources that are pronouns."""

from collections.abc import Iterator

from quoteattr.claim import Attitude
from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.words import Pronoun
from quoteattr.speakers.sieves.newcomers import newcomer, sender
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.salience import FINITE, WINDOW, ranked
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.together import together

AND, END, PARA = LETTER["AND"], LETTER["END"], LETTER["PARA"]
MARGIN = 1.0  # by how much the best must beat the next
LIKELY = 3.0  # the same, where nothing tells the gender of a person
UNTOLD = 6.0  # the same, where nothing tells the gender of either
SENTENCES = 3  # how far back a subject may be what a plural or neuter pronoun means
TURNS, SPOKEN = 8, 6  # how far back a speaker may be
FOLLOWING = ("COMMA", "ADV", "REFL", "WHO", "THAT", "NV", "CLAIM", "CLAIMS", "LPAR", "OF", "IN", "FOR", "FROM")
AFTER_SUBJECT = FINITE | frozenset(LETTER[name] for name in FOLLOWING)
SEVERAL = (GROUP, ORGANISATION)
BODIES = frozenset([ORGANISATION, GROUP, DOCUMENT])


def first_person(scene: Scene, question: Question) -> Verdict | None:
    """Inside a quotation or a turn "I" and "we" are whoever says them; outside the text's author, who has no name."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "1":
        return None
    parent = scene.parent(question)
    if not question.inside and (parent is None or parent[0].pattern.kind is not ContentKind.TURN):
        return Verdict.sure(scene.author(question.mention.text, pronoun.number))
    speaker = parent[1] if parent else None
    fits = speaker is not None and (pronoun.number == "p" or speaker.kind is None or speaker.may_be_person())
    return Verdict(speaker if fits else None, (speaker,) if speaker is not None else ())


def second_person(scene: Scene, question: Question) -> Verdict | None:
    """Inside a quotation "you" is whom it was said to; outside it is whoever reads the text, who has no name."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "2":
        return None
    parent = scene.parent(question)
    if parent is None:
        return Verdict.sure(scene.addressed(question.mention.text, pronoun.number))
    parent = parent if question.inside else None
    if parent is None or parent[0].addressee is None or parent[0].shape is not scene.shape:
        return Verdict(None)
    return Verdict(scene.ask(question, *parent[0].addressee, scene.shape))


def agrees(pronoun: Pronoun, speaker: Entity) -> bool:
    """Whether a pronoun's number and gender fit a speaker."""
    if pronoun.number == "p":
        return speaker.plural or speaker.kind in SEVERAL
    if pronoun.gender == "n":
        return not speaker.plural and speaker.kind in BODIES
    return speaker.may_be_person() and speaker.fits(pronoun.gender)


def third_person(scene: Scene, question: Question) -> Verdict | None:
    """A pronoun with a gender means the most salient person it fits: most often who spoke last."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "3" or pronoun.number != "s" or pronoun.gender not in ("f", "m"):
        return None
    found = ranked(scene, question, pronoun.gender)
    sent = sender(scene, question)
    if sent is not None and sent.may_be_person() and sent.fits(pronoun.gender):
        return Verdict.sure(sent)
    if not found and question.excluded and not question.inside:  # "The mayor, Tom Hale, will resign, he said"
        anywhere = Question(question.mention, question.index, question.token, inside=False)
        found = ranked(scene, anywhere, pronoun.gender)
    if not question.inside and _in_paragraph(scene, question).isdisjoint([entity for _, entity in found]):
        brought = newcomer(scene, question, pronoun.gender)
        if brought is not None:
            brought.gender = brought.gender or pronoun.gender
            return Verdict.sure(brought)
    parent = scene.parent(question)
    quoted = parent is not None and parent[0].shape is not scene.drafts[question.index].shape
    if parent is not None and (quoted or parent[0].pattern.kind is ContentKind.TURN):
        found = [pair for pair in found if pair[1] is not parent[1]]
    stood = tuple(entity for _, entity in found)
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < _margin(scene, question, *stood[:2])):
        return Verdict(None, stood)
    best = stood[0]
    best.gender = best.gender or pronoun.gender
    best.kind = best.kind or PERSON
    return Verdict(best, stood)


def _margin(scene: Scene, question: Question, best: Entity, next_: Entity) -> float:
    """By how much the best must beat the next: more where neither gender is known, nothing where it has just spoken."""
    last = next(iter(scene.recent(1)), None)
    spoke = last is not None and last.entity is best and last.token >= _before_last(scene, question)
    if spoke and not question.inside:
        here = last is not None and last.token >= scene.shape.sentence_start(question.token)
        return UNTOLD if here and next_.gender and not best.gender else 0.0  # "Hale said Brandt left when she could"
    if best.gender or next_.gender:
        return MARGIN
    return LIKELY if best.kind is PERSON else UNTOLD


def _before_last(scene: Scene, question: Question) -> int:
    """Where the sentence before a question begins."""
    return scene.shape.sentence_start(max(0, scene.shape.sentence_start(question.token) - 1))


def _in_paragraph(scene: Scene, question: Question) -> set[Entity | None]:
    """Those who were named or have spoken last before a question, and in its paragraph."""
    start = scene.shape.letters.rfind(PARA, 0, question.token)
    found = {turn.entity for turn in scene.recent(4) if turn.token > start}
    return found.union([named.entity for named in scene.cast.before(question.token, 8) if named.first > start])


def plural_they(scene: Scene, question: Question) -> Verdict | None:
    """The pronoun "they" means the group or body that stood out last, or one person whose gender nobody knows."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "3" or pronoun.number != "p":
        return None
    if question.inside:
        return Verdict(None)  # "They lied to us": those whom the speaker has in mind
    both = together(scene, question)
    if both is not None:
        return Verdict.sure(both)
    before = dict.fromkeys(_before(scene, question))
    several = [e for e in before if e.plural or e.kind in SEVERAL]
    if several:
        return Verdict(several[0], tuple(several))
    here = _in_paragraph(scene, question)
    single = [e for e in before if not e.gender and not e.place and e in here]
    return Verdict(single[0] if len(single) == 1 else None, tuple(single))


def neuter_it(scene: Scene, question: Question) -> Verdict | None:
    """The pronoun "it" means the body or document that stood out last."""
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.gender != "n":
        return None
    if question.inside:
        return Verdict(None)  # "It is a shame": what the speaker has in mind
    things = [e for e in dict.fromkeys(_before(scene, question)) if not e.plural and _may_be_thing(e)]
    shown = _shown(scene, question)
    if shown is not None and (not things or scene.drafts[question.index].commitment.attitude is Attitude.EVIDENCE):
        return Verdict.sure(shown)
    return Verdict(things[0] if things else None, tuple(things))


def _shown(scene: Scene, question: Question) -> Entity | None:
    """The thing that the sentence before is about, in the same paragraph: "The modelling is new. It suggests …"."""
    start = scene.shape.sentence_start(question.token)
    if scene.shape.letters[start - 1 : start] == PARA:
        return None
    entity = subject_of(scene, question, scene.shape.sentence_start(max(0, start - 1)))
    return entity if entity is not None and not entity.named and not entity.plural and entity.kind is None else None


def _may_be_thing(entity: Entity) -> bool:
    return entity.kind in BODIES or (entity.kind is None and entity.named)


def _before(scene: Scene, question: Question) -> Iterator[Entity]:
    """Who spoke or was a sentence's subject in the last sentences, the nearest first."""
    shape, token = scene.shape, question.token
    near = (turn for turn in scene.recent(TURNS) if token - WINDOW < turn.token < token)
    turns = [turn for turn in near if shape.letters.count(END, turn.token, token) <= SPOKEN]
    start = token
    for _ in range(SENTENCES + 1):
        start = shape.sentence_start(max(0, start))
        for turn in [t for t in turns if t.token >= start]:
            yield turn.entity
            turns.remove(turn)
        if start < token:
            subject = subject_of(scene, question, start)
            if subject is not None:
                yield subject
        start -= 2 + (shape.letters[start - 1 : start] == PARA)
        if start <= 0:
            break
    for turn in turns:
        yield turn.entity


def subject_of(scene: Scene, question: Question, start: int) -> Entity | None:
    """Whom the subject of the sentence that begins at a token means."""
    shape = scene.shape
    opening = scene.patterns.subject.match(shape.letters, start)
    first = opening.end() if opening else start
    core = scene.patterns.core.match(shape.letters, first, question.token)
    if core is None:
        return None
    last = _whole(scene, first, core.end(), question.token)
    if last >= question.token or shape.letters[last] not in AFTER_SUBJECT:
        return None
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, last, shape)
    return scene.subjects[first]


def _whole(scene: Scene, first: int, last: int, token: int) -> int:
    """Where a subject ends, its last name and what a conjunction joins to it taken in: "Hale | and Ana Brandt"."""
    last = max([last, *(named.last for named in scene.cast.within(first, last))])  # "Krell & Sons"
    while scene.shape.letters[last : last + 1] == AND:
        core = scene.patterns.core.match(scene.shape.letters, last + 1, token)
        if core is None:
            break
        last = max([core.end(), *(named.last for named in scene.cast.within(last + 1, core.end()))])
    return last
