"""The sieve for names to come: somebody who is only described at first has the name that the text gives afterwards."""

from bisect import bisect_left
from collections.abc import Iterator

from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import COMMA, LETTER, NAME, NUM, OF, PARA, WHO
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.epithet import tells_trait
from quoteattr.speakers.sieves.openings import opening_gender
from quoteattr.speakers.sieves.position import LONGEST_ROLE, ROLE
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.relatives import comes_as_kin
from quoteattr.speakers.sieves.roles import owner_of
from quoteattr.speakers.sieves.scene import Scene

ALONE = ("", WHO, NUM)  # what stands behind a name and its comma, where that is no role
NOUNS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "NV", "NVS"))
PARAGRAPHS = 2  # how many may end before a name that comes without a role
HEADLINE, LEDE = 1, 3  # paragraphs at the start of a text: the first, and those that bring its people in
SOON = 120  # tokens within which a name comes
PAIR = 2
MOST = 40  # sources that are looked at for another of the same noun
NAMES = 120  # names that are looked at for one to come


def named_later(scene: Scene, question: Question) -> Verdict | None:
    """Somebody described whom the text names afterwards: beside the same noun, as its kin, or next, without a role."""
    nominal = question.mention.nominal
    if nominal is None or nominal.kind is not PERSON or nominal.plural or nominal.other or question.inside:
        return None
    if question.mention.shape is not scene.shape or scene.depth:
        return None
    found = _by_role(scene, question, nominal) or _next(scene, question, nominal) or _kin(scene, question, nominal)
    found = found or _first(scene, question, nominal)
    if found is None or _stays_unnamed(scene, question):
        return None
    found.kind, found.gender = PERSON, found.gender or nominal.gender
    scene.learn(found, nominal.role, question.mention.text)
    return Verdict.sure(found)


def _kin(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Somebody's relative who is named soon, and alone bears the surname: "Hale’s wife wept. “No,” | Ana Hale"."""
    owner = owner_of(scene, question, nominal) if nominal.head in scene.words.sets["roles", "kin"] else None
    if owner is None or owner.kind is not PERSON:
        return None
    comer = comes_as_kin(scene, owner, _comers(scene, question, nominal))
    entity = comer.entity if comer is not None and comer.first - question.token <= SOON else None
    if comer is None or entity is None or comer.first not in scene.sourced:
        return None
    kin = scene.words.sets["roles", "kin"].intersection(entity.roles) - {nominal.head}
    if kin or entity.titles:
        return None
    entity.owner, entity.kin = owner, True
    return entity


def _stays_unnamed(scene: Scene, question: Question) -> bool:
    """Whether the text keeps a name back, or picks one out: "a clerk who asked not to be named", "one clerk"."""
    opening = question.mention.shape.word(question.mention.first).lower()
    return opening in scene.words.sets["determiners", "selecting"] or scene.keeps_back(scene.drafts[question.index])


def _comers(scene: Scene, question: Question, nominal: Nominal, *, sure: bool = True) -> Iterator[Occurrence]:
    """The first names of people whom a text names only after a question, and of whom its words may be said.

    Where this has to be sure, whom it tells a nation of is of that nation.
    """
    at, gender = bisect_left(scene.cast.firsts, question.token), nominal.gender or opening_gender(scene, question)
    for occurrence in scene.cast.occurrences[at : at + NAMES]:
        entity = occurrence.entity
        if entity is None or scene.first_named.get(entity) != occurrence.first or not entity.may_be_person():
            continue
        office = not entity.nation and nominal.head in scene.words.sets["roles", "unique"]
        nation = nominal.nation in ("", entity.nation) or not (sure or entity.nation)
        fits = entity.fits(gender) and (office or nation)
        if fits and not _is_further(scene, occurrence):
            yield occurrence


def _is_further(scene: Scene, comer: Occurrence) -> bool:
    """Whether a name is brought in as that of one more: "another clerk, | Ana Brandt", "a fellow clerk, | Tom Hale"."""
    shape, sets = scene.shape, scene.words.sets
    at = comer.first - 1 - (shape.letters[comer.first - 1] == COMMA)
    while at >= comer.first - LONGEST_ROLE and shape.letters[at] in ROLE:
        at -= 1
    told = {shape.word(one).lower() for one in range(max(0, at), comer.first)}
    return not told.isdisjoint(sets["determiners", "further"] | sets["determiners", "fellows"])


def _by_role(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """The only one of whom the text says the same noun, if it tells nobody else by it."""
    named = [e for e in scene.bearers.get(nominal.head, ()) if e.named]
    found = [one for one in _comers(scene, question, nominal) if one.entity in named]
    if len(found) != 1 or len(named) > 1 or _others(scene, question, nominal):
        return None
    return found[0].entity if _may_be(scene, question, nominal, found[0]) else None


def _may_be(scene: Scene, question: Question, nominal: Nominal, comer: Occurrence) -> bool:
    """Whether a noun tells enough: that of an office, in the lede, or right before the name."""
    entity, (first, last) = comer.entity, nominal.core
    told = {word.lower() for text in entity.roles.values() for word in text.split()} if entity is not None else set()
    further = _words(scene, last, question.mention.last, NOUNS)
    owned = _words(scene, first, last - 1, NOUNS - {NAME})
    if further:
        return not further.isdisjoint(told) or _is_seat(scene, question, nominal, comer)
    if nominal.indefinite and not owned and PARA not in scene.shape.letters[question.token : comer.first]:
        return False  # "An analyst said so. Analyst Ana Brandt said no"
    if owned and told - {nominal.head} - scene.words.fillers and owned.isdisjoint(told):
        return False  # "a church leader", and behind it "Harbour Party leader Ana Brandt"
    if comer.first - question.token > SOON:
        return False
    if nominal.head in scene.words.sets["roles", "unique"] and (not nominal.definite or nominal.owner is not None):
        return True
    return scene.shape.letters.count(PARA, 0, question.token) <= (HEADLINE if nominal.definite else LEDE)


def _is_seat(scene: Scene, question: Question, nominal: Nominal, comer: Occurrence) -> bool:
    """Whether an office of a place in the lede is the title of a name that tells no other: "the mayor of Lund"."""
    entity, letters = comer.entity, scene.shape.letters
    where = letters[nominal.core[1] : question.mention.last]
    lede = nominal.definite and letters.count(PARA, 0, question.token) <= HEADLINE
    soon = comer.first - question.token <= SOON and comer.name.title == nominal.head
    return lede and soon and entity is not None and not entity.seat and where[:1] == OF and set(where[1:]) == {NAME}


def _words(scene: Scene, first: int, last: int, letters: frozenset[str]) -> set[str]:
    """The words of some letters between two tokens: what a description's head governs, "the minister | of defence"."""
    return {scene.shape.word(at).lower() for at in range(first, last) if scene.shape.letters[at] in letters}


def _others(scene: Scene, question: Question, nominal: Nominal) -> bool:
    """Whether the text brings in another by the same noun: "another officer"."""
    for draft in scene.drafts[question.index + 1 : question.index + MOST]:
        source = draft.source
        if source is None or draft.shape is not scene.shape or source == scene.drafts[question.index].source:
            continue
        mention = scene.reader.read(draft.shape, *source)
        other = mention.nominal if mention is not None and mention.name is None else None
        if other is not None and other.head == nominal.head and (other.indefinite or other.other or other.plural):
            return True
    return False


def _next(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Who speaks next by a full name without any role, as one whom an office has brought in, or a trade in the lede."""
    sets, letters = scene.words.sets, scene.shape.letters
    general = scene.words.hypernyms.get(nominal.head, frozenset())
    unique = not sets["roles", "unique"].isdisjoint((nominal.head, nominal.role))
    unique = unique or (nominal.owner is not None and nominal.head in scene.words.roles)  # "his lawyer"
    trade = nominal.indefinite and (tells_trait(scene, nominal.role) or not (unique or not general))
    if not unique and not trade:
        return None
    sources = (
        draft.source for draft in scene.drafts[question.index + 1 : question.index + MOST] if draft.parent is None
    )
    first, last = min((one for one in sources if one is not None and one[0] > question.token), default=(0, 0))
    apart = letters.count(PARA, question.token, first)
    if apart > PARAGRAPHS or last in scene.shape.labels:
        return None  # whose turn has a label of its own
    lede = apart and letters.count(PARA, 0, question.token) <= LEDE
    if trade and not (lede and _people(scene, question, named=False)[:1] == [scene.drafts[question.index].source]):
        return None
    same = nominal.indefinite and nominal.owner is None and not apart  # "A minister said so. Health Minister Hale"
    comer = next((one for one in _comers(scene, question, nominal) if one.first == first), None)
    entity = comer.entity if comer is not None else None
    if comer is None or entity is None or not comer.name.full or letters[comer.last : last][1:2] not in ALONE:
        return None
    ages = tuple(sets["roles", "ages"])
    styles = sets["names", "honorifics"] | (sets["names", "styles"] if unique else frozenset())
    told = [role for role in entity.roles if role not in styles and not role.endswith(ages)]
    if same and any(nominal.head in role.split() for role in told):
        return None
    return entity if all(general.intersection((role, *role.split())) for role in told) else None


def _first(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Who speaks next by name, where the first to speak is told by more than a noun: "A Lund rider said so. | Ana"."""
    sets, source = scene.words.sets, scene.drafts[question.index].source
    behind = scene.shape.letters[nominal.core[1] : question.mention.last][:1]  # "the widow | of a soldier"
    many = nominal.head in sets["roles", "situational"] and not nominal.gender and behind != WHO  # "a Lund officer"
    whose = behind == WHO or (behind == OF and nominal.head not in sets["roles", "unique"])
    told = whose or (nominal.indefinite and (behind or nominal.modifiers))
    if not told or nominal.owner is not None or many or nominal.role in sets["roles", "voices"]:
        return None
    people = _people(scene, question)
    if len(people) < PAIR or people[0] != source:
        return None
    first, last = people[1]
    if scene.shape.letters.count(PARA, question.token, first) > PARAGRAPHS:
        return None
    comers = _comers(scene, question, nominal, sure=False)
    comer = next((one for one in comers if first <= one.first <= first + 1), None)
    return comer.entity if comer is not None and _is_plain(scene, nominal, comer, last) else None


def _is_plain(scene: Scene, nominal: Nominal, comer: Occurrence, last: int) -> bool:
    """Whether a name up to a token is told with no role, or with one that has a word of a description."""
    if comer.entity is None or last in scene.shape.labels or not (comer.name.full or comer.name.given):
        return False
    titled = comer.name.title not in ("", *scene.words.sets["names", "styles"])
    words = _words(scene, *nominal.core, NOUNS)
    alike = any(words.intersection(text.lower().split()) for text in comer.entity.roles.values())
    return alike or (scene.shape.letters[comer.last : last][1:2] in ALONE and not titled)


def _people(scene: Scene, question: Question, *, named: bool = True) -> list[Range]:
    """The sources near the start of a text that are of single people, in text order; nobody described again."""
    if question.index >= MOST:
        return []
    near = [one for one in scene.drafts[: question.index + MOST] if one.shape is scene.shape]
    own = scene.drafts[question.index].source
    sources = sorted({one.source for one in near if one.source is not None})
    return [one for one in sources if one == own or _is_another(scene, question, *one, named=named)]


def _is_another(scene: Scene, question: Question, first: int, last: int, *, named: bool) -> bool:
    """Whether a source may be of another person: no pronoun, group or body, nor the description that is asked about."""
    mention, nominal = scene.reader.read(scene.shape, first, last), question.mention.nominal
    if mention is None or mention.pronoun is not None or mention.relative or nominal is None:
        return False
    if mention.name is not None:
        return named and mention.name.kind in (None, PERSON)
    told = mention.nominal
    new = told is not None and (told.head != nominal.head or told.indefinite)
    return told is not None and new and told.kind is PERSON and not told.plural
