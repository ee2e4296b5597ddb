"""Salience: who is most likely meant at a place in the text."""

from collections.abc import Sequence

import regex

from quoteattr.claim import Attitude
from quoteattr.grammar.wordclass import AUXILIARIES, LETTER
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.question import Question, Turn
from quoteattr.speakers.sieves.scene import Scene

END, PARA, GEN, COMMA = (LETTER[name] for name in ("END", "PARA", "GEN", "COMMA"))
PHRASE = "".join(
    LETTER[name] for name in ("DET", "POSS", "HER", "NAME", "NOUN", "ADJ", "GEN", "NV", "CLAIM", "OF", "UNIT", "QUANT")
)
OPENING = regex.compile(f"{PARA}?[{PHRASE}]{{1,9}}+{COMMA}")  # "His father, | Walter Tate"
PREPOSITIONS = ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS", "BEFORE")
VERBS = ("VED", "VS", "SAID", "SAYS", "NVS", "VEN")
GOVERNORS = frozenset(LETTER[name] for name in PREPOSITIONS)
FINITE = AUXILIARIES.union(LETTER[name] for name in VERBS)
EDGES = frozenset([END, PARA])
OPENING_PARTICIPLES = frozenset([LETTER["VING"], LETTER["SAYING"]])
SAYING = frozenset([LETTER["SAID"], LETTER["SAYS"]])
PLACING = frozenset(LETTER[name] for name in ("IN", "FROM", "OF"))
IN = LETTER["IN"]
WHERE = frozenset([IN, LETTER["PREP"]])
NOUNS = frozenset(LETTER[name] for name in ("NOUN", "NV", "PLURAL", "ADJ", "NVS", "CLAIM", "CLAIMS", "UNIT"))
ROLE = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "PLURAL", "NV", "NAME", "DET", "POSS"))
VERB = "".join(sorted(FINITE))
PREDICATE = regex.compile(
    f"(?:{COMMA}(?:[^{COMMA}{END}]{{1,25}}{COMMA})?)?{LETTER['ADV']}?[{VERB}]"
)  # ", a welder, | left"
WINDOW = 260  # tokens back that a pronoun may reach
NAMES, TURNS, TOPICS = 30, 8, 4
BASE, SENTENCE, PARAGRAPH = 10.0, 1.0, 1.0
SPEAKER, SUBJECT, KNOWN_GENDER, CERTAIN = 4.0, 2.0, 3.0, 1.5
LAST = 4.0  # the one who spoke last, in the same sentence or the one before
UNCERTAIN, UNLIKELY = 2.0, 4.0  # nothing says that a full name is a person’s; that a single word is
POSSESSOR, GOVERNED, OFTEN, MOST_OFTEN = 2.0, 1.5, 0.4, 1.6
ALONE = 5.0  # the only one of the gender in the paragraph, before any pronoun there
LEADING = 3.0  # the subject that begins the sentence before, in the same paragraph
LONGEST_ROLE = 6  # tokens
FLOOR = 3.0  # who scores less is too far off

Salient = tuple[Entity, float, int]  # with a score, and the token where the name or the turn stands


def ranked(scene: Scene, question: Question, gender: str) -> list[tuple[float, Entity]]:
    """The single persons that a pronoun of a gender may mean, the likeliest first."""
    scores: dict[Entity, float] = {}
    counts: dict[Entity, int] = {}
    near: dict[Entity, int] = {}
    start = scene.shape.letters.rfind(PARA, 0, question.token)
    told = [*_named(scene, question, gender), *_spoken(scene, question, gender), *_topical(scene, question, gender)]
    for entity, score, token in told:
        best = scores.get(entity, 0.0)
        scores[entity] = max(best, score)
        counts[entity] = counts.get(entity, 0) + 1
        if token > start and not _to(scene, question, token):
            near[entity] = min(token, near.get(entity, token))
    alone = next(iter(near)) if len(near) == 1 else None
    if alone is not None and _is_known(scene, alone, gender) and not _pronoun(scene, gender, start + 1, near[alone]):
        scores[alone] += ALONE
    for entity in scores:
        scores[entity] += min(MOST_OFTEN, OFTEN * counts[entity])
        scores[entity] += KNOWN_GENDER * (entity.gender == gender != "") + CERTAIN * (entity.kind is PERSON)
    found = [(score, one) for one, score in scores.items() if score >= FLOOR and not is_where(scene, one)]
    return sorted(found, key=_by_score)  # equals stay in the order in which they were met


def is_where(scene: Scene, entity: Entity) -> bool:
    """Whether a name only ever stands behind a preposition of place: "streets in Lenz"."""
    letters = scene.shape.letters
    before = {letters[one.first - 1] for one in scene.cast.occurrences if one.entity is entity}
    return IN in before and before <= WHERE


def ended(letters: str, first: int, last: int) -> float:
    """What the sentences and paragraphs that end between two tokens take from a score."""
    return SENTENCE * letters.count(END, first, last) + PARAGRAPH * letters.count(PARA, first, last)


def _by_score(found: tuple[float, Entity]) -> float:
    return -found[0]


def _may_be(entity: Entity, gender: str) -> bool:
    """Whether an entity may be a single person of a gender."""
    kind = entity.kind
    if (kind is None and entity.named) or kind is PERSON:
        return not entity.plural and not entity.place and entity.fits(gender)
    return False


def _is_known(scene: Scene, entity: Entity, gender: str) -> bool:
    """Whether an entity is of a gender, or a person of unknown gender who spoke last."""
    if entity.gender == gender != "":
        return True
    last = next(iter(scene.recent(1)), None)
    return last is not None and last.entity is entity and entity.kind is PERSON


def _to(scene: Scene, question: Question, token: int) -> bool:
    """Whether a preposition governs a name in a participle that opens the sentence: "Speaking to | Hale, she said"."""
    letters, start = scene.shape.letters, scene.shape.sentence_start(question.token)
    return token >= start and letters[start] in OPENING_PARTICIPLES and letters[token - 1] in GOVERNORS


def _pronoun(scene: Scene, gender: str, first: int, last: int) -> bool:
    """Whether a pronoun of a gender stands between two tokens."""
    found = map(scene.words.pronouns.get, map(str.lower, scene.shape.words(first, last)))
    return any(pronoun is not None and pronoun.gender == gender for pronoun in found)


def _named(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Who is named before a question, the nearest first."""
    letters, token, excluded = scene.shape.letters, question.token, question.excluded
    found: list[Salient] = []
    sentences = paragraphs = 0  # what ends between the last one found and the question
    later, furthest = token, token - WINDOW
    for occurrence in scene.cast.before(token, NAMES):
        first = occurrence.first
        if first < furthest:
            break
        entity = occurrence.entity or _only_fitting(occurrence, gender)
        if entity is None or not _may_be(entity, gender) or occurrence.name.nominal or _within(first, excluded):
            continue
        if entity.kind is None and (letters[first - 1] in PLACING or letters[occurrence.last] in NOUNS):
            continue  # "in Lenton", "a Lenton teacher"
        sentences += letters.count(END, first, later)
        paragraphs += letters.count(PARA, first, later)
        later = first
        score = BASE - SENTENCE * sentences - PARAGRAPH * paragraphs
        score += place_of(letters, occurrence, before=sentences <= 1 and paragraphs <= 1)
        if entity.kind is None:
            score -= UNCERTAIN if len(entity.words) > 1 else UNLIKELY
        found.append((entity, score, first))
    return found


def _spoken(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Who has spoken before a question, the last first."""
    letters, token = scene.shape.letters, question.token
    found: list[Salient] = []
    before = scene.shape.sentence_start(max(0, scene.shape.sentence_start(token) - 1))
    start = before
    for turn in scene.recent(TURNS):
        at = turn.token
        if token - at > WINDOW:
            break
        heard = _asked(scene, question, turn) if turn is next(iter(scene.recent(1)), None) else None
        if heard is not None and heard is not turn.entity and _may_be(heard, gender):
            found.append((heard, BASE - ended(letters, at, token) + SPEAKER + LAST, at))
        elif at < token and _may_be(turn.entity, gender):
            last = LAST if not found and at >= start else 0.0
            found.append((turn.entity, BASE - ended(letters, at, token) + SPEAKER + last, at))
    return found


def _topical(scene: Scene, question: Question, gender: str) -> list[Salient]:
    """Whom the last sentences that make no claim are about, the last first."""
    letters, token = scene.shape.letters, question.token
    found: list[Salient] = []
    for topic in scene.topics[: -TOPICS - 1 : -1]:
        if token - topic.token > WINDOW:
            break
        if topic.token < token and _may_be(topic.entity, gender):
            near = letters.count(END, topic.token, token) == 1 and PARA not in letters[topic.token : token]
            score = BASE - ended(letters, topic.token, token) + SUBJECT + LEADING * near
            found.append((topic.entity, score, topic.token))
    return found


def _asked(scene: Scene, question: Question, turn: Turn) -> Entity | None:
    """Whom a turn asks something, who may answer: "a reporter asked Hale, ..."."""
    draft = scene.drafts[turn.index]
    addressee = draft.addressee
    if addressee is None or draft.commitment.attitude is not Attitude.QUESTION or draft.shape is not scene.shape:
        return None
    return scene.ask(question, *addressee, draft.shape)


def _only_fitting(occurrence: Occurrence, gender: str) -> Entity | None:
    """The one of a gender among those who share a name."""
    found = [entity for entity in occurrence.candidates if entity.gender == gender]
    return found[0] if len(found) == 1 else None


def _within(token: int, ranges: Sequence[tuple[int, int]]) -> bool:
    for first, last in ranges:  # noqa: SIM110  # asked for every name near every pronoun
        if first <= token < last:
            return True
    return False


def before_title(letters: str, first: int) -> int:
    """The token before a name and what tells of its bearer: "| Former striker Ana Brandt"."""
    at = first - 1
    while letters[at] in ROLE and at >= first - LONGEST_ROLE:
        at -= 1
    return at


def place_of(letters: str, occurrence: Occurrence, *, before: bool) -> float:
    """What the place of a name in its sentence adds: subjects stand out, possessors and objects do not.

    Args:
        letters: The shape's letters.
        occurrence: The name.
        before: Whether it stands in a question’s sentence or the one before, and in its paragraph.
    """
    after = letters[occurrence.last]
    if after == GEN:
        return -POSSESSOR
    ahead = letters[before_title(letters, occurrence.first)]
    if ahead in SAYING and after in (COMMA, END):  # "…, said Ana Brandt"
        return SUBJECT + LEADING if before else SUBJECT
    if ahead in EDGES:
        return SUBJECT + LEADING if before and PREDICATE.match(letters, occurrence.last) else SUBJECT
    if ahead in GOVERNORS:
        return -GOVERNED
    if after in FINITE:
        return SUBJECT
    start = letters.rfind(END, 0, occurrence.first) + 1
    return SUBJECT if ahead == COMMA and OPENING.fullmatch(letters, start, occurrence.first) else 0.0
