"""The sieve for descriptions of bodies that the text names elsewhere."""

from collections.abc import Iterator, Sequence

from quoteattr.grammar.wordclass import DET, LETTER, NAME, NUM, PARA
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import DOCUMENT, ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import fold, folded
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.newcomers import brought_in
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.standing import last_told, of_another_nation, standing, with_word_before
from quoteattr.speakers.sieves.subjects import subject_at, subject_of

BEHIND = LETTER["PREP"]
FOCUS = 160  # tokens in which a body stays in focus
NAMES = 40  # how many names are looked back at
SPOKEN = 3  # turns
FEW, MOST = 2, 20  # words that tell too little of a body named later, and how many bodies are looked at
SHORTENED, LONGER = 1, 3  # words that a name has more than a description, and than one with a name in it


def organisation_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a body means the named one that has it in its name or stands out, or the one just described."""
    nominal = question.definite() or _bare(scene, question)
    if nominal is None or not _may_be_body(scene, nominal):
        return None
    names = [] if nominal.nation else names_in(scene, question, nominal)
    if names and with_word_before(nominal) in scene.words.hypernyms and _of_union(scene, names):
        names = []  # "the UN agency"
    plain, general = says_no_more(scene, nominal), _general(scene, nominal)
    if names or nominal.owner is not None or not (plain or general):
        return _explained(scene, names, nominal) if names and general else _in_other_order(scene, question, nominal)
    found = _called(scene, question, nominal) if plain else None
    if found is None and nominal.definite and (plain or question.mention.last == nominal.core[1]):
        found, spoken = standing(scene, question, nominal), {turn.entity for turn in scene.recent(SPOKEN)}
        entity = found.entity if found is not None else None
        new = _newcomer(scene, question, nominal) if entity is not None else 0
        if entity is not None and new > last_told(scene, question, entity):
            return _told_anew(scene, question, nominal, new)
        if entity is None and plain and (before := _told_before(scene, question, nominal)) is not None:
            return before
        if entity is None and not spoken.isdisjoint(scene.described.get(nominal.head, ())):
            return None
    return found


def _told_before(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """The body by the same noun that the sentence before is about: "Narvia’s navy sent a ship. | The navy said"."""
    shape = scene.shape
    if question.mention.shape is not shape or scene.depth:
        return None
    start = shape.sentence_before(question.token)
    found = subject_at(scene, shape, start, question.token)
    mention = scene.reader.read(shape, *found) if found is not None else None
    told = mention.nominal if mention is not None and mention.name is None else None
    if found is None or told is None or told.head != nominal.head or told.plural or told.kind is not ORGANISATION:
        return None
    entity = subject_of(scene, question, start)
    return Verdict.sure(entity) if entity is not None and entity.kind is ORGANISATION else None


def _newcomer(scene: Scene, question: Question, nominal: Nominal) -> int:
    """Where the text last brings a body in by a noun: "a Lund firm", "The firm behind the deal was"; 0 for none."""
    first, letters, token = brought_in(scene, nominal), scene.shape.letters, question.token
    start = scene.shape.sentence_start(token)
    start = scene.shape.sentence_start(max(0, start - 2 - (letters[start - 1] == PARA)))
    core = scene.patterns.core.match(letters, start, token) if letters[start] == DET else None
    mention = scene.reader.read(scene.shape, *core.span()) if core is not None else None
    told = mention.nominal if mention is not None and mention.name is None else None
    if start <= first or told is None or told.head != nominal.head or not told.definite or told.owner is not None:
        return first
    further = letters[told.core[1]] == BEHIND or not scene.words.fillers.issuperset(told.modifiers)
    return start if further else first


def _told_anew(scene: Scene, question: Question, nominal: Nominal, first: int) -> Verdict | None:
    """The body that an article brings in at a token; what has none stands for itself."""
    core = scene.patterns.core.match(scene.shape.letters, first, question.token)
    if core is None or scene.shape.word(first).lower() not in scene.words.sets["determiners", "single"]:
        return None
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, core.end(), scene.shape)
    entity = scene.subjects[first]
    return Verdict.sure(entity) if entity is not None and entity.kind is nominal.kind else None


def _may_be_body(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun is for a body; what may be for a person too is where nobody is told by it: "the operator"."""
    sets = scene.words.sets
    if nominal.plural and nominal.head not in sets["bodies", "bare"]:
        return False
    if nominal.kind is DOCUMENT:  # "the paper"
        return nominal.head in sets["bodies", "media"] and nominal.head not in scene.described
    if nominal.kind is not PERSON or nominal.head not in sets["bodies", "generic"]:
        return nominal.kind is ORGANISATION
    return not brought_in(scene, nominal)


def _called(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """The body in focus that has a noun in its name, or the only police that is named, however far off."""
    for entity in _in_focus(scene, question, nominal):
        if entity.kind is PERSON:
            continue
        called = nominal.head in entity.words and _ends(scene, nominal, entity)
        if called or nominal.head in entity.roles or _municipal(scene, nominal, entity):
            return Verdict.sure(entity)
    if nominal.head not in scene.words.sets["bodies", "bare"]:
        return None
    named = {
        entity for entity, first in scene.first_named.items() if first < question.token and nominal.head in entity.words
    }
    return Verdict.sure(named.pop()) if len(named) == 1 else None


def _ends(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a noun in a name is what the body is: "club" in Lund Rowing Club, no "military" in Lund Military Base."""
    sets, following = scene.words.sets, entity.words[entity.words.index(nominal.head) + 1 :]
    return not following or following[0] in sets["names", "joiners"] or nominal.head in sets["bodies", "bare"]


def _bare(scene: Scene, question: Question) -> Nominal | None:
    """A noun that may mean a body already known without an article: "police"."""
    mention = question.mention
    if mention.name is not None or mention.nominal is None or mention.last - mention.first > 1:
        return None
    return mention.nominal if mention.nominal.head in scene.words.sets["bodies", "bare"] else None


def names_in(scene: Scene, question: Question, nominal: Nominal) -> list[Occurrence]:
    """The names that stand in a description."""
    named = scene.cast.within(*nominal.core) if question.mention.shape is scene.shape else []
    return [one for one in named if not (one.name.nominal and one.last == nominal.core[1])]  # "the | NGO"


def _of_union(scene: Scene, names: Sequence[Occurrence]) -> bool:
    """Whether all names are of bodies of many nations, which have bodies of their own."""
    return all(one.name.text in scene.words.sets["bodies", "unions"] for one in names)


def _explained(scene: Scene, names: Sequence[Occurrence], nominal: Nominal) -> Verdict | None:
    """The body whose name stands before a noun that only tells what it is: "the Krell news agency"."""
    sets = scene.words.sets["bodies", "parts"], scene.words.sets["bodies", "unions"]
    for named in names:
        entity = named.entity
        if entity is None or nominal.head in sets[0] or named.name.text in sets[1]:
            continue  # "the Krell subsidiary", "the UN agency"
        if scene.shape.letters[named.last] == NUM:
            continue  # "the Krell 100 firm"
        if not named.name.nominal and entity.kind in (None, ORGANISATION) and not entity.place:
            entity.kind = ORGANISATION
            return Verdict.sure(entity)
    return None


def _general(scene: Scene, nominal: Nominal) -> bool:
    """Whether a noun may be said of any body, so that what stands before it only tells more: "the grocery giant"."""
    if nominal.nation:
        return False
    sets = scene.words.sets
    general = nominal.head in sets["bodies", "generic"] or nominal.head in sets["bodies", "media"]
    return general or with_word_before(nominal) in scene.words.hypernyms


def _in_other_order(scene: Scene, question: Question, nominal: Nominal) -> Verdict | None:
    """A body whose name has all the words of a description, and at most one more: "the health ministry"."""
    words = (word for word in nominal.modifiers if word.capitalize() not in scene.words.nations)
    told = {fold(word) for word in words if word[0].isalnum() and word not in scene.words.fillers}
    if not told:
        return None
    told.add(nominal.head)
    core = question.mention.shape.written(*nominal.core).split() if nominal.owner is not None else ()
    end = folded(word for word in core if word.lower() not in scene.words.fillers)  # "the sheriff’s office"
    focus = [
        one
        for one in dict.fromkeys(_in_focus(scene, question, nominal))
        if one.kind is nominal.kind and not of_another_nation(scene, nominal, one)
    ]
    strict = (
        one for one in focus if (end and one.words[-len(end) :] == end) or _is_part(scene, told, one.words, SHORTENED)
    )
    entity = next(strict, None) or _shortened(scene, question, nominal, told, focus)
    return None if entity is None else Verdict.sure(entity)


def _is_part(scene: Scene, told: set[str], words: tuple[str, ...], most: int) -> bool:
    """Whether a name has some words, and few more but for those that join them."""
    return told.issubset(words) and len(set(words) - told - scene.words.sets["names", "joiners"]) <= most


def _shortened(
    scene: Scene, question: Question, nominal: Nominal, told: set[str], focus: Sequence[Entity]
) -> Entity | None:
    """The only body whose name, before or afterwards, is longer: "the Lund court" for Lund Higher Regional Court."""
    named = NAME in question.mention.shape.letters[slice(*nominal.core)]
    alike = [one for one in focus if named and _is_part(scene, told, one.words, LONGER)]
    if alike:
        return alike[0] if len(alike) == 1 else None
    return _named_later(scene, question, nominal, told, few=FEW - named)


def _named_later(scene: Scene, question: Question, nominal: Nominal, told: set[str], few: int) -> Entity | None:
    """The only body that has all words of a description in its name, which the text gives afterwards."""
    if len(told) <= few:
        return None
    index, owner = scene.cast.index.by_last, _owner(question, nominal)
    beside = [*index.get(nominal.head, ())[:MOST], *(index.get(owner[-1], ())[:MOST] if owner else ())]
    for word in nominal.modifiers[:1]:  # "Lund police"
        beside += scene.cast.index.by_first.get(fold(word), ())[:MOST]
    found = [e for e in dict.fromkeys(beside) if told.issubset(e.words) and not of_another_nation(scene, nominal, e)]
    late = [e for e in found if e.kind is ORGANISATION and scene.first_named.get(e, 0) >= question.token]
    small = scene.words.sets["names", "joiners"].union(owner) if owner else frozenset()
    return late[0] if len(found) == len(late) == 1 and len(set(late[0].words) - small) <= len(told) + 1 else None


def _owner(question: Question, nominal: Nominal) -> tuple[str, ...]:
    """The words of whose a description says that a body is: "Narvia’s fire authority" for Fire Authority of Narvia."""
    return () if nominal.owner is None else folded(question.mention.shape.words(*nominal.owner))


def says_no_more(scene: Scene, nominal: Nominal) -> bool:
    """Whether a description says no more than its noun and perhaps a nation or a place."""
    if nominal.nation:
        return True
    return scene.words.fillers.issuperset(nominal.modifiers)


def _in_focus(scene: Scene, question: Question, nominal: Nominal) -> Iterator[Entity]:
    """The entities named shortly before, the nearest first, but for those of another nation."""
    for occurrence in scene.cast.before(question.token, NAMES):
        if question.token - occurrence.first > FOCUS:
            return
        entity = occurrence.entity
        if entity is not None and (not nominal.nation or entity.nation in ("", nominal.nation)):
            yield entity


def _municipal(scene: Scene, nominal: Nominal, entity: Entity) -> bool:
    """Whether a noun means the government of a town: "the city" for the Municipality of Leeds."""
    words = scene.words.sets["bodies", "municipal"]
    return nominal.head in words and not words.isdisjoint(entity.words[:1])
