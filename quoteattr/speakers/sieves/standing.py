"""Which body a noun means that is in no body's name: the one that it fits and that stands out."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quoteattr.grammar.wordclass import GEN, NAME
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.name_words import is_numbered
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.position import BASE, FINITE, ended, place_of
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.recency import LAST, SPEAKER, TURNS, WINDOW
from quoteattr.speakers.sieves.salience import NOUNS, UNCERTAIN, is_where
from quoteattr.speakers.sieves.scene import Scene

FLOOR, MARGIN = 3.0, 3.0  # how salient a body must be, and by how much more so than the next
SEATED = 12.0  # how much more salient what has the same adjective is: "Lund-based Krell"
HYPHEN = "-"
PROTAGONIST = 4.0  # how much its names add, at the most
EMPLOYER = 6.0  # how much less salient a speaker's employer is
EMPLOYED = 12  # how many turns are looked back at for whom a speaker belongs to
PAIR = 2
DIGITS = 3  # in the name of a craft
NAMES = 40  # how many names are looked back at


def standing(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """The body that stands out of those that a noun fits; also one that stands in what it introduces."""
    letters, token = scene.shape.letters, question.token
    seats = {word for word in nominal.modifiers if HYPHEN in word}  # "the Lund-based | firm"
    scores: dict[Entity, float] = {}
    counts: Counter[Entity] = Counter()
    for occurrence in scene.cast.before(token, NAMES):
        first, entity = occurrence.first, occurrence.entity
        if token - first > WINDOW:
            break
        if _only_tells(scene, occurrence):
            continue
        if entity is not None and _fits(scene, nominal, entity):
            counts[entity] += 1
            place = max(0.0, place_of(letters, occurrence, before=False))
            place += SEATED * (scene.shape.word(first - 1).lower() in seats)
            scores[entity] = max(scores.get(entity, 0.0), BASE - ended(letters, first, token) + place)
    before = scene.shape.sentence_before(token)
    for turn in scene.recent(TURNS):
        if _fits(scene, nominal, turn.entity):
            last = turn is scene.turns[-1] and turn.token >= before
            score = BASE - ended(letters, turn.token, token) + SPEAKER + LAST * last
            scores[turn.entity] = max(scores.get(turn.entity, 0.0), score)
    for entity in scores:
        scores[entity] += min(PROTAGONIST, counts[entity]) - UNCERTAIN * (entity.kind is None)
        scores[entity] -= EMPLOYER * _is_employer(scene, question, entity)
    return _chosen(scene, question, sorted(((scores[one], one) for one in scores), key=lambda one: -one[0]))


def _only_tells(scene: Scene, occurrence: Occurrence) -> bool:
    """Whether a name is one of many, or only tells of another: "a | Blue Screen", "| Krell rival Lenz Tyres"."""
    letters, behind = scene.shape.letters, occurrence.last
    if letters[behind + 1] == NAME and scene.shape.word(behind) in scene.words.sets["bodies", "rivals"]:
        return True
    single = scene.shape.word(occurrence.first - 1).lower() in scene.words.sets["determiners", "indefinite"]
    return single and letters[behind] not in NOUNS


def _chosen(scene: Scene, question: Question, found: list[tuple[float, Entity]]) -> Verdict | None:
    """Which of several bodies is meant: that of who says so, else the one that stands out."""
    if not found:
        return None
    stood = tuple(entity for _, entity in found)
    parent = scene.parent(question)
    if parent is not None and parent[1] is not None and parent[1].affiliation in stood:
        return Verdict(parent[1].affiliation, stood)  # "an FDA spokeswoman said the agency would wait"
    sure = found[0][0] >= FLOOR and (len(found) == 1 or found[0][0] - found[1][0] >= MARGIN)
    return Verdict(stood[0] if sure else _meant_before(scene, question, stood), stood)


def _meant_before(scene: Scene, question: Question, stood: Sequence[Entity]) -> Entity | None:
    """Which of several bodies the same noun meant when it was used last, where none of the others has acted since."""
    head = question.mention.nominal.head if question.mention.nominal is not None else ""
    for turn in scene.recent(EMPLOYED):
        draft = scene.drafts[turn.index]
        if draft.source is not None and draft.shape.word(draft.source[1] - 1).lower() == head:
            told = [part for one in scene.drafts[turn.index : question.index] for part in one.content]
            since = scene.cast.within(turn.token, question.token)
            acting = [one for one in since if one.entity in stood and scene.shape.letters[one.last] in FINITE]
            acting = [one for one in acting if not any(first <= one.first < last for first, last in told)]
            others = {one.entity for one in acting} - {turn.entity}
            return turn.entity if turn.entity in stood and not others else None
    return None


def last_told(scene: Scene, question: Question, entity: Entity) -> int:
    """Where a body was named last, or spoke."""
    named = (one.first for one in scene.cast.before(question.token, NAMES) if one.entity is entity)
    return max(next(named, 0), *(turn.token for turn in scene.recent(TURNS) if turn.entity is entity), 0)


def _is_employer(scene: Scene, question: Question, entity: Entity) -> bool:
    """Whether a body is named but once, as whom somebody belongs to who is no voice of it: "Maria Lopez of Krell"."""
    if sum(occurrence.entity is entity for occurrence in scene.cast.before(question.token, NAMES)) != 1:
        return False
    belonging = [turn.entity for turn in scene.recent(EMPLOYED) if turn.entity.affiliation is entity]
    heads = scene.words.sets["affiliations", "heads"]
    return bool(belonging) and not any(role.rpartition(" ")[2] in heads for one in belonging for role in one.roles)


def _fits(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a noun that is not in a body’s name may stand for it."""
    words, head = scene.words, nominal.head
    if head in words.sets["bodies", "places"]:
        country = head in words.sets["bodies", "countries"]
        return entity.place and entity.name not in words.seats and country == bool(entity.nation)
    nowhere = not entity.named or (entity.place and entity.name not in words.seats)
    if nowhere or _is_craft(scene, entity) or of_another_nation(scene, nominal, entity):
        return False
    told = stands_for(scene, nominal).intersection(entity.words)
    if told:
        watches = not words.sets["bodies", "overseers"].isdisjoint(entity.words)
        force = told <= words.sets["bodies", "bare"] and watches
        return entity.kind is not PERSON and not force and nominal.nation in ("", entity.nation)
    if with_word_before(nominal) != head and with_word_before(nominal) in words.hypernyms:
        return False  # "the UN agency"
    if entity.name in words.outlets:
        return head in words.sets["bodies", "media"]
    return head in words.sets["bodies", "generic"] and not entity.nation and _in_trade(scene, nominal, entity)


def of_another_nation(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a body is first named as that of another nation than a description's: "Narvia’s | Fire Authority"."""
    first, shape = scene.first_named.get(entity, 0), scene.shape
    owner = scene.words.nations.get(shape.word(first - PAIR)) if shape.letters[first - 1] == GEN else None
    return bool(nominal.nation) and owner is not None and owner != nominal.nation


def _is_craft(scene: Scene, entity: Entity) -> bool:
    """Whether a name is that of a craft or flight, which has a number and has not spoken: "Flight LZ8042"."""
    word = entity.name.rpartition(" ")[2]
    numbered = is_numbered(word) and sum(map(str.isdigit, word)) >= DIGITS
    return numbered and all(turn.entity is not entity for turn in scene.recent(EMPLOYED))


def _in_trade(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether an entity may be what any firm is called, or any body."""
    sets = scene.words.sets
    if (
        nominal.head in sets["bodies", "media"] - sets["bodies", "unspecific"]
        and entity.name in sets["names", "bodies"]
    ):
        return False  # "the broadcaster" is no network of another kind
    if _is_civic(scene, nominal, entity):
        return False
    if not stands_for(scene, nominal).isdisjoint(scene.words.body_words) and _is_of_kind(scene, entity):
        return False  # "the airline" is no airport
    if entity.kind is None:
        turns = scene.recent(EMPLOYED)
        employs = any(entity is turn.entity.affiliation for turn in turns)  # "Krell Maps spokesperson Ana Brandt"
        told = len(entity.spans) > 1 or is_brand(entity.name) or any(entity is turn.entity for turn in turns)
        named = employs or (told and len(entity.words) == 1)
        return named and nominal.definite and not is_where(scene, entity)
    return entity.kind is ORGANISATION and not entity.place


def _is_civic(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a body is known to be in no trade, or to have a power that a noun denies: "the lender", "the charity"."""
    sets, told = scene.words.sets, (*entity.words, *entity.roles)  # "the union, Wings United"
    if nominal.head in sets["bodies", "benign"]:
        return not sets["bodies", "sovereigns"].isdisjoint(told)
    if nominal.head in sets["bodies", "watching"]:
        watches = sets["bodies", "overseers"] | sets["bodies", "civic"]
        return watches.isdisjoint(told) and not entity.name.isupper()
    if nominal.head in sets["bodies", "unspecific"]:
        return False
    return not sets["bodies", "civic"].isdisjoint(told) or entity.name in sets["bodies", "mints"]


def _is_of_kind(scene: Scene, entity: Entity) -> bool:
    """Whether a word of a body's name tells what it is, and no form of firm alone: "Lenz Airport"."""
    telling = set(entity.words[1:]) - scene.words.sets["bodies", "generic"]
    return not telling.isdisjoint(scene.words.bodies)


def is_brand(name: str) -> bool:
    """Whether a name has a capital behind a small letter, as those of firms do: "AirBaltic"."""
    return any(one.islower() and two.isupper() for one, two in pairwise(name)) and " " not in name


def stands_for(scene: Scene, nominal: Nominal) -> frozenset[str]:
    """The words in the names of bodies that a noun may stand for, alone or with the word before: "central bank"."""
    words = scene.words.hypernyms
    return words.get(with_word_before(nominal)) or words.get(nominal.head, frozenset())


def with_word_before(nominal: Nominal) -> str:
    """A noun with the word before it: "central bank"."""
    return " ".join([*nominal.modifiers[-1:], nominal.head])
