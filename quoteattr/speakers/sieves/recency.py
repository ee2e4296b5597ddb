"""Recency: who has spoken last, and whom the text was about last."""

from typing import Final

from quoteattr.claim import Attitude
from quoteattr.grammar.wordclass import AND, END, PARA, WHO
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.position import BASE, LEADING, SUBJECT, ended
from quoteattr.speakers.sieves.question import Question, Turn
from quoteattr.speakers.sieves.scene import Scene

WINDOW: Final = 260  # tokens back that a pronoun may reach
TURNS: Final = 8
TOPICS: Final = 4
SPEAKER: Final = 4.0
LAST: Final = 4.0  # the one who spoke last, in the same sentence or the one before

Salient = tuple[Entity, float, int]  # with a score, and the token where the name or the turn stands


def last_turn(scene: Scene) -> Turn | None:
    """Who has spoken last."""
    return scene.turns[-1] if scene.turns else None


def may_be(entity: Entity, gender: str) -> bool:
    """Whether an entity may be a single person of a gender."""
    kind = entity.kind
    if (kind is None and entity.named) or kind is PERSON:
        return not entity.plural and not entity.place and entity.fits(gender)
    return False


def spoken(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Who has spoken before a question, the last first."""
    letters, token = scene.shape.letters, question.token
    found: list[Salient] = []
    start, passed = scene.shape.sentence_before(token), 0
    for turn in scene.recent(TURNS):
        at = turn.token
        if token - at > WINDOW:
            break
        score = BASE - ended(letters, at, token) + SPEAKER
        heard = asked(scene, question, turn) if turn is last_turn(scene) else None
        if heard is not None and heard is not turn.entity and may_be(heard, gender):
            found.append((heard, score + LAST, at))
        elif at < token and may_be(turn.entity, gender):
            first = len(found) == passed and (at >= start or _ends_before(scene, question, turn))
            outer = told_by(scene, question, turn) if first else None
            told = outer is not None and may_be(outer.entity, gender)
            passed += told
            found.append((turn.entity, score + LAST * (first and not told and not _asks_aside(scene, turn)), at))
    return found


def told_by(scene: Scene, question: Question, turn: Turn) -> Turn | None:
    """The turn of an earlier sentence that another’s claim is a part of: "Hale said Brandt had asked him."."""
    parent = scene.drafts[turn.index].parent
    if parent is None or END not in scene.shape.letters[turn.token : question.token]:
        return None
    while (outer := scene.drafts[parent].parent) is not None:
        parent = outer
    entity, source = scene.verdicts[parent][1].entity, scene.drafts[parent].source
    if entity is None or entity is turn.entity or source is None or source[0] > turn.token:
        return None
    return Turn(source[0], entity, parent)


def _ends_before(scene: Scene, question: Question, turn: Turn) -> bool:
    """Whether a turn is the last sentence of the paragraph before, and nobody has been named since a sentence began."""
    letters, token = scene.shape.letters, question.token
    if letters.count(END, turn.token, token) != 1 or question.inside:
        return False
    outer = scene.drafts[turn.index].parent is None and scene.drafts[question.index].parent is None
    return outer and not scene.cast.within(scene.shape.sentence_start(token), token)


def _asks_aside(scene: Scene, turn: Turn) -> bool:
    """Whether somebody only asks in a relative clause, and is answered: "He told Hale, who asked how long. He said"."""
    draft = scene.drafts[turn.index]
    if draft.source is None or draft.shape is not scene.shape or draft.commitment.attitude is not Attitude.QUESTION:
        return False
    return scene.shape.letters[draft.source[0]] == WHO


def topical(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Whom the last sentences that make no claim are about, the last first."""
    letters, token = scene.shape.letters, question.token
    found: list[Salient] = []
    for topic in scene.topics[: -TOPICS - 1 : -1]:
        if token - topic.token > WINDOW:
            break
        if topic.token < token and may_be(topic.entity, gender):
            near = letters.count(END, topic.token, token) == 1 and PARA not in letters[topic.token : token]
            score = BASE - ended(letters, topic.token, token) + SUBJECT + LEADING * near
            found.append((topic.entity, score, topic.token))
    return found


def asker(scene: Scene, question: Question) -> Entity | None:
    """Who asks at the start of a question's own sentence, and does not answer: "Asked by Hale if …, he said"."""
    last = last_turn(scene)
    if last is None or question.inside or last.index == question.index:
        return None
    draft = scene.drafts[last.index]
    if draft.commitment.attitude is not Attitude.QUESTION or draft.cue is None or draft.shape is not scene.shape:
        return None
    start = scene.shape.sentence_start(question.token)
    return last.entity if start == draft.cue.first < last.token < question.token else None


def asked(scene: Scene, question: Question, turn: Turn) -> Entity | None:
    """Whom a turn asks something, who may answer: "a reporter asked Hale, ..."."""
    draft = scene.drafts[turn.index]
    addressee = draft.addressee
    if addressee is None or draft.commitment.attitude is not Attitude.QUESTION or draft.shape is not scene.shape:
        return None
    return scene.ask(question, *addressee, draft.shape)


def is_unsettled(scene: Scene, question: Question) -> bool:
    """Whether the clause before is about somebody described of whom nothing tells who it is: "The boss was ill."."""
    letters, at = scene.shape.letters, scene.unsettled
    ends = letters.count(END, at, question.token)
    if at < 0 or question.inside or ends > 1:
        return False
    if ends == 0:
        return letters[question.token - 1] == AND  # "The boss met Hale, and | he said"
    start = letters.index(END, at, question.token)
    return not any(one.entity is not None and not one.name.nominal for one in scene.cast.within(start, question.token))


def in_paragraph(scene: Scene, question: Question) -> set[Entity | None]:
    """Those who were named or have spoken last before a question, and in its paragraph."""
    start = scene.shape.letters.rfind(PARA, 0, question.token)
    found = {turn.entity for turn in scene.recent(4) if turn.token > start}
    return found.union([named.entity for named in scene.cast.before(question.token, 8) if named.first > start])
