"""The sieve for epithets: a definite description of somebody in focus whom the text has not told by it before."""

import re
from collections import Counter
from collections.abc import Iterable

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import COMMA, DET, END, GEN, LETTER, NAME, NUM, OF, PLURAL
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.phrases.kinds import GROUP, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.newcomers import brought_in
from quoteattr.speakers.sieves.openings import opening_gender
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.recency import WINDOW, is_unsettled, may_be
from quoteattr.speakers.sieves.salience import names_itself, quoted, ranked
from quoteattr.speakers.sieves.scene import Scene

PREP = LETTER["PREP"]
NOUNS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "NV"))
BESIDE = frozenset(LETTER[name] for name in ("VB", "VED", "VS", "TO", "FROM", "WITH"))
MARGIN = 2.0  # by how much the most salient person must beat the next
OFFICE = 4.0  # the same, for what may as well be somebody new: an office
NAMES, MOST = 60, 4.0  # names that are looked back at, and what each adds, at the most
SPEAKERS, LATEST = 8, 200  # turns that are looked back at, and claims
NEAR = 9.0  # how salient somebody must be to be told by an office
OFTENER = 2  # how many times more somebody is named whom another beside does not contest
HYPHEN = "-"
THIRD = "3"  # the third person
APOSTROPHES = re.compile("[’']")
NOBODY: tuple[float, Entity | None] = (0.0, None)


def epithet(scene: Scene, question: Question) -> Verdict | None:
    """A trade, origin or age that the text tells of nobody is that of the one who stands out, or who alone speaks."""
    nominal = question.definite()
    if nominal is None or question.inside or is_unsettled(scene, question) or not _plain(scene, question, nominal):
        return None
    voice = nominal.head in scene.words.sets["roles", "voices"]
    alone = _alone(scene, question, nominal) if voice else None
    if alone is None:
        return _standing_out(scene, question, nominal)
    scene.learn(alone, nominal.role, question.mention.text)
    return Verdict.sure(alone)


def _standing_out(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """The one who stands out by far of those who may be described so."""
    trait = tells_trait(scene, nominal.role) or _tells_more(scene, nominal)
    if not trait and (scene.parent(question) or nominal.head in scene.words.sets["roles", "situational"]):
        return None
    spoken = {turn.entity for turn in scene.recent(SPEAKERS)}
    found = [one for one in ranked(scene, question, nominal.gender) if one[1].kind is PERSON or one[1] in spoken]
    if _is_seated(scene, nominal):
        found = [one for one in found if _fits(scene, nominal, one[1], trait=trait)]
    named = Counter([one.entity for one in scene.cast.before(question.token, NAMES)] if trait else ())
    stood = sorted([(score + min(MOST, named[one]), one) for score, one in found], key=lambda one: -one[0])
    if stood and (names_itself(scene, question, stood[0][1]) or _speaks_of(scene, question, nominal, stood[0][1])):
        return None
    (score, entity), (after, _) = [*stood, NOBODY, NOBODY][:2]
    close = score - after < (MARGIN if trait else OFFICE) or (not trait and score < NEAR)
    if entity is None or close or entity not in scene.first_named or not _fits(scene, nominal, entity, trait=trait):
        return None
    if len(stood) > 1 and _tells_of_another(scene, entity):
        return Verdict(None, tuple(one for _, one in stood))
    rather = trait and not _tells_of_all(scene, nominal)
    others = [one for _, one in stood[1:] if rather and _may_rather_be(scene, nominal, entity, one)]
    rivals = others or _rivals(scene, question, nominal, entity)
    if rivals or not entity.fits(opening_gender(scene, question)):
        return Verdict(None, (entity, *rivals))
    entity.gender = entity.gender or nominal.gender
    entity.nation = entity.nation or _nation(scene, nominal)
    scene.learn(entity, nominal.role, question.mention.text)
    return Verdict.sure(entity)


def _tells_of_all(scene: Scene, nominal: Nominal) -> bool:
    """Whether a description tells what whoever has an office has as well: an age, a nation, a party."""
    aged = _age(scene, (nominal.head, *nominal.modifiers)) != ""
    return aged or _nation(scene, nominal) != "" or nominal.head in scene.words.parties


def _may_rather_be(scene: Scene, nominal: Nominal, entity: Entity, other: Entity) -> bool:
    """Whether a trade is rather that of another, who has no office: "Orde left. Chairman Hale spoke. The striker"."""
    if other.kind is not PERSON or not _fits(scene, nominal, other, trait=True):
        return False
    return _holds_office(scene, entity) and not _holds_office(scene, other)


def _holds_office(scene: Scene, entity: Entity) -> bool:
    """Whether somebody has a role that is no trait, or one for another: "chairman", "Orde’s agent"."""
    honorifics = scene.words.sets["names", "honorifics"]
    return any(role not in honorifics and not tells_trait(scene, role) for role in entity.roles)


def _told_of_unnamed(scene: Scene, question: Question, nominal: Nominal) -> bool:
    """Whether the text tells an age of somebody without a name before: "a man, 25, | a 34-year-old man"."""
    shape, told = question.mention.shape, _age(scene, (nominal.head, *nominal.modifiers))
    if not told or shape is not scene.shape:
        return False
    age = told.split(HYPHEN)[0]
    for at in range(max(1, question.token - WINDOW), question.token):
        word = shape.word(at).lower()
        aged = word == age and shape.letters[at - 1] == shape.letters[at + 1] == COMMA and shape.letters[at - 2] != NAME
        if aged or word == told:
            return True
    return False


def _tells_of_another(scene: Scene, entity: Entity) -> bool:
    """Whether somebody has just spoken in words that begin with another: "“He is old,” Hale said. | The baker said"."""
    last = scene.turns[-1] if scene.turns else None
    if last is None or last.entity is not entity:
        return False
    draft = scene.drafts[last.index]
    begun = [text.split()[0].lower() for text in quoted(draft.shape, draft.content) if text.split()]
    told = [scene.words.pronouns.get(APOSTROPHES.split(word)[0]) for word in begun]
    return any(one is not None and one.person == THIRD and one.gender in GENDER_OF for one in told)


def _alone(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """The only person whom the text has named, who has spoken more than once and of whom it has told no role."""
    if scene.parent(question) or len(scene.turns) < OFTENER or max(len(scene.turns), len(scene.first_named)) > NAMES:
        return None
    spoken = {turn.entity for turn in scene.turns if turn.entity.kind in (None, PERSON)}
    people = {one for one, first in scene.first_named.items() if first < question.token and one.kind is PERSON}
    if len(spoken) != 1 or people != spoken:
        return None
    (entity,) = spoken
    told = scene.words.sets["names", "honorifics"].issuperset(entity.roles)
    return entity if told and entity.fits(nominal.gender) and nominal.nation in ("", entity.nation) else None


def _speaks_of(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> bool:
    """Whether somebody has spoken of others, or to them, by a noun: "Hale thanked the baker. | The baker said"."""
    start = max(0, question.index - LATEST)
    said = zip(scene.drafts[start : question.index], scene.verdicts[start : question.index], strict=False)
    drafts = [draft for draft, verdict in said if verdict[1].entity is entity]
    heard = [draft.shape.word(draft.addressee[1] - 1) for draft in drafts if draft.addressee is not None]
    if any(scene.words.singulars.get(word.lower(), "") == nominal.head for word in heard):
        return True  # "Hale told bakers"
    return any(_tells_of(draft.shape, nominal.head, *part) for draft in drafts for part in draft.content)


def _tells_of(shape: Shape, noun: str, first: int, last: int) -> bool:
    """Whether a noun that has an article, and nothing that it belongs to behind it, stands between two tokens."""
    letters = shape.letters
    articled = (at for at in range(first + 1, last) if letters[at - 1] == DET and letters[at + 1] not in NOUNS)
    return any(shape.word(at).lower() == noun for at in articled)


def _plain(scene: Scene, question: Question, nominal: Nominal) -> bool:
    """Whether a description is a noun with what stands before it, of one person, and nobody was described by it."""
    person = nominal.kind is PERSON or (nominal.kind is GROUP and _nation(scene, nominal) != "")  # "the Swiss"
    if not person or nominal.plural or nominal.owner is not None or not nominal.definite:
        return False
    if question.mention.text in scene.words.outlets:
        return False
    single = any(not entity.plural for entity in scene.described.get(nominal.head, ()))
    if single or not _ends(question, nominal) or _told_of_unnamed(scene, question, nominal):
        return False
    return not brought_in(scene, nominal)


def _ends(question: Question, nominal: Nominal) -> bool:
    """Whether nothing stands behind a noun but how many somebody has: "the father of three"."""
    rest = question.mention.shape.letters[nominal.core[1] : question.mention.last]
    return rest in ("", OF + NUM)


def _rivals(scene: Scene, question: Question, nominal: Nominal, entity: Entity) -> dict[Entity, None]:
    """Who else is named beside somebody or since, and may be meant: "Hale beat | Ana Brandt. The Swede said"."""
    shape, nation = scene.shape, _nation(scene, nominal) or nominal.nation
    near = scene.cast.before(question.token, NAMES)
    counts = Counter(one.entity for one in near)
    told = next((topic.token for topic in reversed(scene.topics) if topic.entity is entity), 0)
    last = max([told, *(one.first for one in near if one.entity is entity)])
    spoke = next((turn.token for turn in reversed(scene.turns) if turn.entity is entity), -1)
    start = shape.letters.find(END, spoke) if spoke >= last else shape.sentence_start(last)
    end = shape.letters.find(END, last)
    found: dict[Entity, None] = {}
    for one in near:
        if one.first < start:
            break
        other, letters = one.entity, shape.letters
        if other is None or other is entity or question.excludes(one.first) or letters[one.last] == GEN:
            continue
        acts = other in scene.acting
        lives = letters[one.first - 2 : one.first] == COMMA + OF  # "Ana Brandt, 81, of | Canal Street, was"
        if (one.first > end and not acts) or letters[one.first - 1] == PLURAL or lives:
            continue  # "holders | Real Lenz"
        beside = letters[one.first - 1] in BESIDE or letters[one.first - 2 : one.first] == PREP + OF
        person = other.kind is PERSON or (len(other.words) > 1 and (acts or beside))  # "in a match with | Iga Lenz"
        fits = person and may_be(other, nominal.gender) and other.nation in ("", nation)
        if fits and counts[entity] - counts[other] < OFTENER:
            found[other] = None
    return found


def tells_trait(scene: Scene, role: str) -> bool:
    """Whether a role tells what somebody is by trade, origin, belief, kin or age, and is no office."""
    traits, ages = scene.words.sets["roles", "traits"], tuple(scene.words.sets["roles", "ages"])
    head = role.rpartition(" ")[2]
    return role in traits or head in traits or role.endswith(ages) or head.capitalize() in scene.words.nations


def _tells_more(scene: Scene, nominal: Nominal) -> bool:
    """Whether a description tells what somebody was, or an age: "the former nurse", "the 29-year-old nurse"."""
    sets = scene.words.sets
    if nominal.head in sets["roles", "unique"]:
        return False  # "the former president" is known by that
    return _age(scene, nominal.modifiers) != "" or not sets["roles", "ended"].isdisjoint(nominal.modifiers)


def _age(scene: Scene, words: Iterable[str]) -> str:
    """The age that is among words: "29-year-old"."""
    ages = tuple(scene.words.sets["roles", "ages"])
    return next((one for one in words if one.endswith(ages)), "")


def _fits(scene: Scene, nominal: Nominal, entity: Entity, *, trait: bool) -> bool:
    """Whether a description contradicts nothing that the text tells of somebody: the nation, an age, or an office."""
    nation = _nation(scene, nominal) or nominal.nation
    sets = scene.words.sets
    seated = _is_seated(scene, nominal)
    office = nominal.head in sets["roles", "unique"] and not seated  # nobody's whom the text does not give it
    if nominal.head in scene.words.parties and not scene.words.parties.isdisjoint(entity.roles):
        return False  # "Hale, a Republican, … The Democrat"
    if (nation and entity.nation not in ((nation,) if office else ("", nation))) or (office and not nation):
        return False
    age, other = _age(scene, (nominal.head, *nominal.modifiers)), _age(scene, entity.roles)
    if age and other and other.partition(" ")[0] != age:
        return False
    honorifics = sets["names", "honorifics"]
    head = nominal.head
    trade = trait and not (
        nation or head in sets["roles", "kin"] or nominal.role.endswith(tuple(sets["roles", "ages"]))
    )
    owners = {text.partition(" ")[0].lower() for text in entity.roles.values()}.intersection(scene.words.pronouns)
    if trade and (owners or entity.owner is not None):
        return False  # "The singer left. | His lawyer, Tom Hale, … The singer"
    told = trait or all(role in honorifics or tells_trait(scene, role) for role in entity.roles)
    known = trait and entity.gender != "" and honorifics.isdisjoint(entity.roles)  # "Ronaldo"; not "Mr. Hale"
    return told and (known or len(entity.words) > 1)


def _is_seated(scene: Scene, nominal: Nominal) -> bool:
    """Whether an office is that of a state: "the Vermont senator", "the Goa chief minister"."""
    _, *before = reversed(nominal.role.split())
    words = [word for word in nominal.modifiers if word not in scene.words.fillers]
    place = " ".join(words[: len(words) - len(before)]).title()
    offices = scene.words.sets["roles", "seated"]
    return (nominal.head in offices or nominal.role in offices) and place in scene.words.places


def _nation(scene: Scene, nominal: Nominal) -> str:
    """The nation that a head tells: "the Brazilian"."""
    return scene.words.nations.get(nominal.head.capitalize(), "")
