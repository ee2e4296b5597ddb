"""Salience: who is most likely meant at a place in the text."""

import re
from collections.abc import Iterable
from typing import Final

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import END, GEN, IN, LETTER, PARA
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.position import (
    BASE,
    LEADING,
    PARAGRAPH,
    SENTENCE,
    SUBJECT,
    is_beside,
    place_of,
)
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.recency import WINDOW, Salient, asker, last_turn, may_be, spoken, topical
from quoteattr.speakers.sieves.scene import Scene

PLACING: Final = frozenset(LETTER[name] for name in ("IN", "FROM", "OF"))
FOR: Final = LETTER["FOR"]
WHERE: Final = frozenset([IN, LETTER["PREP"]])
NOUNS: Final = frozenset(LETTER[name] for name in ("NOUN", "NV", "PLURAL", "ADJ", "NVS", "CLAIM", "CLAIMS", "UNIT"))
NAMES: Final = 30
KNOWN_GENDER: Final = 3.0
CERTAIN: Final = 1.5
UNCERTAIN: Final = 2.0  # nothing says that a full name is a person’s
UNLIKELY: Final = 4.0  # nothing says that a single word is
OFTEN: Final = 0.4
MOST_OFTEN: Final = 1.6
ALONE: Final = 5.0  # the only one of the gender in the paragraph, before any pronoun there
INTRODUCING: Final = 3  # words
FIRST: Final = "1"  # the first person
REDUCED: Final = "reduced"  # the form of a cue such as "Asked" at the start of a sentence
OWN: Final = 3.0  # the subject of the sentence itself: "Hale spoke up when | he said"
BEGINS: Final = re.compile(r"(?<![\w’'-])")
ENDS: Final = re.compile(r"(?![\w-])")
FLOOR: Final = 3.0  # who scores less is too far off


def ranked(scene: Scene, question: Question, gender: str) -> list[tuple[float, Entity]]:
    """The single persons that a pronoun of a gender may mean, the likeliest first."""
    scores: dict[Entity, float] = {}
    counts: dict[Entity, int] = {}
    near: dict[Entity, int] = {}
    start = scene.shape.letters.rfind(PARA, 0, question.token)
    told = [*_named(scene, question, gender), *spoken(scene, question, gender), *topical(scene, question, gender)]
    for entity, score, token in told:
        best = scores.get(entity, 0.0)
        scores[entity] = max(best, score)
        counts[entity] = counts.get(entity, 0) + 1
        if token > start and (gender or entity.kind is PERSON):
            near[entity] = min(token, near.get(entity, token))
    alone = next(iter(near)) if len(near) == 1 else None
    if alone is not None and _is_known(scene, alone, gender):
        since = max(start, near[alone] - WINDOW) + 1
        scores[alone] += 0.0 if _pronoun(scene, gender, since, near[alone]) else ALONE
    for entity in scores:
        scores[entity] += min(MOST_OFTEN, OFTEN * counts[entity])
        scores[entity] += KNOWN_GENDER * (entity.gender == gender != "") + CERTAIN * (entity.kind is PERSON)
    others = {asker(scene, question), *told_of(scene, question), *asked_of(scene, question)}
    found = [(score, one) for one, score in scores.items() if score >= FLOOR and not is_where(scene, one)]
    if any(one.gender == gender != "" and one.kind is PERSON for _, one in found):
        found = [pair for pair in found if pair[1].kind is PERSON or pair[1] in scene.acting]
    found = [pair for pair in found if pair[1] not in others]
    return sorted(found, key=_by_score)  # equals stay in the order in which they were met


def is_where(scene: Scene, entity: Entity) -> bool:
    """Whether a name only ever stands behind a preposition of place: "streets in Lenz"."""
    before = scene.beside.get(entity, set())
    return IN in before and before <= WHERE


def told_of(scene: Scene, question: Question) -> set[Entity | None]:
    """Whom a question's content names behind it, who does not say it: "He said that Hale was ill"."""
    letters, token = scene.shape.letters, question.token
    named = [one for first, last in question.excluded if first > token for one in scene.cast.within(first, last)]
    return {one.entity for one in named if letters[one.last] != GEN and letters[one.last] not in NOUNS}


def asked_of(scene: Scene, question: Question) -> set[Entity | None]:
    """Whom a question in front of its answer names, who does not give it: "Asked if Hale was ill, she said"."""
    draft = scene.drafts[question.index - 1] if question.index and not question.inside else None
    if draft is None or draft.source is not None or draft.cue is None or draft.shape is not scene.shape:
        return set()
    opens = draft.cue.group.name == REDUCED and draft.cue.first >= scene.shape.sentence_start(question.token)
    return {one.entity for span in draft.content for one in scene.cast.within(*span)} if opens else set()


def _by_score(found: tuple[float, Entity]) -> float:
    return -found[0]


def _is_known(scene: Scene, entity: Entity, gender: str) -> bool:
    """Whether an entity is of a gender, or a person of unknown gender who spoke last."""
    if entity.gender == gender != "" or (not gender and entity.kind is PERSON):
        return True
    last = last_turn(scene)
    return last is not None and last.entity is entity and entity.kind is PERSON


def _pronoun(scene: Scene, gender: str, first: int, last: int) -> bool:
    """Whether a pronoun of a gender stands between two tokens."""
    found = map(scene.words.pronouns.get, map(str.lower, scene.shape.words(first, last)))
    return any(pronoun is not None and pronoun.gender == gender for pronoun in found)


def _named(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Who is named before a question, the nearest first."""
    letters, token, roles = scene.shape.letters, question.token, scene.words.roles
    found: list[Salient] = []
    sentences = paragraphs = 0  # what ends between the last one found and the question
    later, furthest = token, token - WINDOW
    for occurrence in scene.cast.before(token, NAMES):
        first = occurrence.first
        if first < furthest:
            break
        entity = occurrence.entity or _only_fitting(occurrence, gender)
        if entity is None or not may_be(entity, gender) or occurrence.name.nominal or question.excludes(first):
            continue
        if is_beside(letters, occurrence):
            continue
        if entity.kind is None and (letters[first - 1] in PLACING or letters[occurrence.last] in NOUNS):
            continue  # "in Lenton", "a Lenton teacher"
        if entity.kind is None and letters[first - 1] == FOR and scene.shape.word(first - 2).lower() in roles:
            continue  # "the member for Lenton"
        sentences += letters.count(END, first, later)
        paragraphs += letters.count(PARA, first, later)
        later = first
        score = BASE - SENTENCE * sentences - PARAGRAPH * paragraphs
        place = place_of(letters, occurrence, before=sentences <= 1 and paragraphs <= 1)
        score += place + OWN * (not sentences and place >= SUBJECT + LEADING)
        if entity.kind is None:
            score -= UNCERTAIN if len(entity.words) > 1 else UNLIKELY
        found.append((entity, score, first))
    return found


def _only_fitting(occurrence: Occurrence, gender: str) -> Entity | None:
    """The one of a gender among those who share a name."""
    found = [entity for entity in occurrence.candidates if entity.gender == gender]
    return found[0] if len(found) == 1 else None


def names_itself(scene: Scene, question: Question, entity: Entity) -> bool:
    """Whether a quotation that a question introduces names somebody, who does not say it: "“Hale saw", he said"."""
    if question.inside or entity.kind is not PERSON or not entity.named:
        return False
    words = entity.name.split()
    for text in quoted(scene.shape, question.excluded):
        found = [at for word in (words[0], words[-1]) if (at := _standing(text, word)) >= 0]
        if found and not _is_introduced(scene, text[: min(found)]):
            return True
    return False


def quoted(shape: Shape, ranges: Iterable[Range]) -> list[str]:
    """The words inside the quotations of some token ranges."""
    found = [shape.quotations.get(at) for first, last in ranges for at in range(first, last)]
    return [shape.text[one.inner_start : one.inner_end] for one in found if one is not None]


def _standing(text: str, word: str) -> int:
    """Where a word stands in a text as one of its own, without what another mark joins to it; -1 where it does not."""
    at = text.find(word)
    while at >= 0 and not (BEGINS.match(text, at) and ENDS.match(text, at + len(word))):
        at = text.find(word, at + 1)
    return at


def _is_introduced(scene: Scene, before: str) -> bool:
    """Whether somebody tells the own name behind some words: "I am", "my name is"."""
    near = [re.split("[’']", word.lower())[0] for word in before.split()[-INTRODUCING:]]
    return any((found := scene.words.pronouns.get(word)) is not None and found.person == FIRST for word in near)
