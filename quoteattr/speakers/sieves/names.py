"""Sieves for sources that are names."""

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import AND, BY, COMMA, DET, END, NAME, RPAR
from quoteattr.language.inflection import third
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import GROUP, PERSON
from quoteattr.speakers.phrases.name import folded
from quoteattr.speakers.phrases.words import initials
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene

PARTY = frozenset([COMMA, NAME])  # what tells of a party behind a name: ", R-Utah,"
INITIALS = 3
PAIR = 2
CALL = 6  # tokens of a sentence that calls somebody
SPOKEN, LATEST = 6, 200  # turns that are looked back at for who has spoken lately, and at all
MOST = 20  # pairs that are looked back at


def pair(scene: Scene, question: Question) -> Verdict | None:
    """Several that speak together are one group: "Vega and the harbour’s lawyers"."""
    parts = question.mention.parts
    if not parts:
        return None
    members = tuple(entity for part in parts if (entity := scene.ask(question, part.first, part.last)) is not None)
    return Verdict.sure(group_of(scene, members, _untitled(question.mention, members)))


def _untitled(mention: Mention, members: tuple[Entity, ...]) -> str:
    """What two are called who are named together: their names without titles and parties."""
    one, other = mention.parts[0], mention.parts[-1]
    between = mention.shape.letters[one.last : other.first]
    joined = between[-1:] == AND and PARTY.issuperset(between[:-1]) and len(mention.parts) == len(members) == PAIR
    if not (joined and all(map(_is_titled, mention.parts))):
        return mention.text
    return f"{members[0].name} {mention.shape.word(other.first - 1)} {members[1].name}"


def _is_titled(mention: Mention) -> bool:
    """Whether a mention ends with the name of a person: "Mr Hale", "council leader Tom Hale"."""
    occurrence, name = mention.occurrence, mention.name
    full = name is not None and name.full and mention.nominal is not None and mention.nominal.kind is PERSON
    return (mention.is_person() or full) and occurrence is not None and occurrence.last == mention.last


def group_of(scene: Scene, members: tuple[Entity, ...], text: str) -> Entity:
    """The group that some make together, by its description where it is new."""
    for entity in scene.described.get("", ())[-MOST:]:
        if members and set(entity.members) == set(members):
            return entity
    entity = Entity(text, kind=GROUP, plural=True, named=False)
    entity.members = members
    scene.described.setdefault("", []).append(entity)
    return entity


def family(scene: Scene, question: Question) -> Verdict | None:
    """A surname in the plural means all who bear it, as one group: "the Brandts"."""
    mention = question.mention
    if mention.name is None or len(mention.name.words) > 1 or mention.shape.letters[mention.first] != DET:
        return None
    word, surnames = mention.name.words[0], scene.cast.index.by_last
    several = next((surnames[one] for one in surnames if len(surnames[one]) > 1 and third(one) == word), [])
    members = tuple([entity for entity in several[:MOST] if entity.may_be_person()])
    if len(members) < PAIR:
        return None
    return Verdict.sure(group_of(scene, members, mention.shape.written(mention.first, mention.last)))


def transcript(scene: Scene, question: Question) -> Verdict | None:
    """A label of capitals before a colon is whose initials it is, or who answers, or itself: "AB:", "A:", "Q:"."""
    mention = question.mention
    label = mention.text
    if mention.last not in mention.shape.labels:
        return None
    if mention.last - mention.first > 1 or len(label) > INITIALS or not label.isupper():
        return None
    if label in scene.words.sets["labels", "askers"] and (called := _called(scene, question)) is not None:
        scene.labels[label] = called
    index = scene.cast.index
    initialled = index.with_initials(label)
    found = [entity for entity in initialled if entity.may_be_person()]
    found = found or [*initialled, *index.acronyms.get(label.casefold(), ())]
    if not found and label in scene.words.sets["labels", "answers"] and label not in scene.labels:
        named = [entity for entity, first in scene.first_named.items() if first < question.token]
        found = [entity for entity in named if entity.kind is PERSON]
    if len(found) == 1:
        return Verdict.sure(scene.labels.setdefault(label, found[0]))
    return Verdict.sure(scene.labels.setdefault(label, Entity(label, kind=PERSON)))


def office(scene: Scene, shape: Shape, first: int, last: int) -> Entity | None:
    """Who a label of a transcript means that is an office, and speaks for itself: "The MINISTER OF TRADE:"."""
    label = shape.labels.get(last)
    if label is None or not label.transcript or shape.letters[last - 1] == RPAR:
        return None
    words = shape.words(first, last)
    if not any(len(word) > INITIALS and word.isupper() for word in words):
        return None
    if shape.letters[first] != DET and words[-1].lower() not in scene.words.roles:
        return None
    name = " ".join(shape.written(first, last).split())
    return scene.labels.setdefault(name, Entity(name, kind=PERSON))


def _called(scene: Scene, question: Question) -> Entity | None:
    """Whom the turn before calls by a short sentence that begins or ends with a name: "Go ahead, Ana."."""
    shape, end = scene.shape, scene.shape.letters.rfind(END, 0, question.token)
    start = shape.sentence_start(max(0, end))
    if question.mention.shape is not shape or end - start > CALL:
        return None
    last = next((turn for turn in scene.recent(SPOKEN) if scene.drafts[turn.index].parent is None), None)
    if last is None or last.entity is scene.labels.get(question.mention.text):
        return None
    names = [one for one in scene.cast.within(start, end) if start in (one.first, one.first - 1) or one.last == end]
    entity = names[0].entity if len(names) == 1 and names[0].last not in shape.labels else None
    if entity is None or entity is last.entity or not entity.may_be_person():
        return None
    entity.kind = PERSON
    return entity


def exact_name(scene: Scene, question: Question) -> Verdict | None:
    """The fullest form of a name means its bearer."""
    name = question.mention.name
    holder = _initialled(scene, question)
    if holder is not None:
        return Verdict.sure(holder)
    entity = None if _country(scene, question) else _bearer(scene, question)
    return Verdict.sure(entity) if entity is not None and name is not None and name.words == entity.words else None


def _initialled(scene: Scene, question: Question) -> Entity | None:
    """The only one whose office some letters spell: "the SP" for a superintendent of police."""
    mention = question.mention
    if mention.text.rpartition(" ")[2] not in scene.words.sets["names", "initials"] or mention.name is None:
        return None
    letters, first = mention.name.text.casefold(), scene.first_named
    told = dict.fromkeys(one for bearers in scene.bearers.values() for one in bearers if one.named and one.roles)
    found = [e for e in told if any(initials(role).endswith(letters) for role in map(str.lower, e.roles.values()))]
    found = [e for e in found if e.kind is PERSON and first.get(e, question.token) < question.token]
    return found[0] if len(found) == 1 else None


def alias(scene: Scene, question: Question) -> Verdict | None:
    """A part of a name, an acronym, another name or a capital means its bearer: "Brandt", "WHO", "Beijing"."""
    entity = _country(scene, question) or _bearer(scene, question)
    return Verdict.sure(entity) if entity is not None else None


def _country(scene: Scene, question: Question) -> Entity | None:
    """The country that a capital speaks for, where the text names that: "Beijing said"."""
    name = question.mention.name
    if name is None or name.text not in scene.words.capitals:
        return None
    country = scene.cast.index.by_words.get(folded(scene.words.capitals[name.text].split()))
    if country is not None:
        country.aliases.setdefault(name.text)
    return country


def shared_name(scene: Scene, question: Question) -> Verdict | None:
    """A name that several bear means nobody, unless only one of them has spoken lately or is nobody's kin."""
    mention = question.mention
    if mention.name is None:
        return None
    several = [e for e in _candidates(scene, question) if e.fits(mention.name.gender if mention.name.title else "")]
    if len(several) > 1 and _is_aged(scene, mention):
        return Verdict(None, tuple(several))
    turns = scene.recent(LATEST)
    spoken = {turn.entity for turn in turns}
    active = {turn.entity for turn in turns if scene.shape.letters[turn.token - 1] != BY}
    kin = [e for e in several if e.owner in several and (e.owner in spoken or e not in active)]
    several = [e for e in several if e not in kin] or several  # "Hale is ill. His wife, Ana Hale, said so. | Hale"
    lately = {turn.entity for turn in scene.recent(SPOKEN)}.intersection(several)
    stood = list(lately) if len(lately) == 1 else several
    stood = [e for e in stood if e in spoken or not e.kin] or stood  # "Hale’s wife, Carla Hale"
    if len(stood) > 1:
        return Verdict(None, tuple(stood))
    if not stood:
        return None
    if mention.occurrence is not None:
        mention.occurrence.entity = stood[0]
    stood[0].aliases.setdefault(mention.name.text)
    return Verdict.sure(stood[0])


def _is_aged(scene: Scene, mention: Mention) -> bool:
    """Whether a word before a surname tells which of two is meant, whose ages the text does not: "the elder Hale"."""
    before = map(str.lower, mention.shape.words(mention.first, mention.last))
    return not scene.words.sets["names", "seniority"].isdisjoint(before)


def new_name(scene: Scene, question: Question) -> Verdict | None:
    """A name that nothing else in the text is a form of stands for itself."""
    name = question.mention.name
    if name is None:
        return None
    entity = Entity(name.text, name.words, place=name.place)
    entity.take(name)
    scene.cast.index.add(entity, name)
    scene.cast.entities[entity] = None
    return Verdict.sure(entity)


def _bearer(scene: Scene, question: Question) -> Entity | None:
    """The one entity whose name a source is."""
    mention = question.mention
    if mention.name is None:
        return None
    if mention.occurrence is not None:
        return mention.occurrence.entity
    found = _candidates(scene, question)
    return found[0] if len(found) == 1 else None


def _candidates(scene: Scene, question: Question) -> tuple[Entity, ...]:
    mention = question.mention
    if mention.occurrence is not None:
        return mention.occurrence.candidates
    return scene.cast.index.candidates(mention.name) if mention.name is not None else ()
