"""Newcomers: persons whom a sentence brings in with an indefinite description: "The idea came from a neighbour"."""

from bisect import bisect_left

from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import COLON, COMMA, DET, END, FROM, HER, LETTER, NAME, OF, PARA, POSS
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.runs import WINDOW
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

PRO = LETTER["PRO"]
VERBS = frozenset(LETTER[name] for name in ("VED", "VS", "VB", "VING", "SAID", "SAYS"))
MARKS = frozenset([COLON, END])
LONGEST = 8  # tokens of a line that names a sender
BETWEEN = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "NV", "NAME", "VEN", "VED"))
OWNERS = frozenset([POSS, HER])
BEING = frozenset(LETTER[name] for name in ("BE", "NBE", "BEEN", "BEING", "AS"))
THERE = LETTER["THERE"]
NOUNS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "NV", "CLAIM", "THOUGHT"))


def newcomer(scene: Scene, question: Question, gender: str, articles: str = "single") -> Entity | None:
    """The one person of a gender whom the sentence before a question brings in; None for none and for several."""
    end = scene.shape.sentence_start(question.token)
    found = _brought(scene, question, gender, (end, question.token), articles)
    if found is None and end >= 2 and scene.shape.letters[end - 1] != PARA:  # noqa: PLR2004
        found = _brought(scene, question, gender, (scene.shape.sentence_start(end - 1), end), articles)
    return found


def sender(scene: Scene, question: Question) -> Entity | None:
    """Whom a paragraph of its own names as the one who says what follows: "From: Grandma"."""
    shape = scene.shape
    end = shape.letters.rfind(PARA, 0, question.token)
    start = shape.letters.rfind(PARA, 0, max(0, end))
    if start < 0 or shape.letters[start + 1] != FROM:
        return None
    first = start + 2 + (shape.letters[start + 2] == COLON)
    last = end - 1
    while last > first and shape.letters[last - 1] in MARKS:
        last -= 1
    if shape.letters.count(END, first, last) or last - first > LONGEST:
        return None
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, last, shape)
    return scene.subjects[first]


def _brought(scene: Scene, question: Question, gender: str, within: Range, articles: str) -> Entity | None:
    """The one person of a gender whom the tokens between two places bring in."""
    letters, (start, end) = scene.shape.letters, within
    places = [at for at in range(start + 1, end) if letters[at] in NOUNS and _fits(scene, at, gender)]
    spans = [(first, at + 1) for at in places if (first := opening(scene, at, start, articles)) is not None]
    spans = [span for span in spans if not question.excludes(span[0])]
    spans = [span for span in spans if not _is_owned(scene, span[0], gender)]
    spans = [span for span in spans if not _is_object(scene, start, span[0], gender)]
    means = scene.words.sets["roles", "means"]
    spans = [span for span in spans if scene.shape.word(span[0] - 1).lower() not in means]
    if len(spans) != 1:
        return None
    ((first, last),) = spans
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, last, scene.shape)
    entity = scene.subjects[first]
    return entity if entity is not None and entity.may_be_person() and entity.kind is PERSON else None


def _fits(scene: Scene, at: int, gender: str) -> bool:
    """Whether a token is a noun for one person who may be of a gender."""
    return scene.words.roles.get(scene.shape.word(at).lower(), "") in ("u", gender)


def _is_owned(scene: Scene, first: int, gender: str) -> bool:
    """Whether a phrase begins with a pronoun of a gender, which may mean its owner as well: "Her mother … She"."""
    pronoun = scene.words.pronouns.get(scene.shape.word(first).lower())
    return pronoun is not None and pronoun.gender == gender


def _is_object(scene: Scene, start: int, first: int, gender: str) -> bool:
    """Whether a phrase is the object of a pronoun of a gender, which may go on: "She found a partner. She said"."""
    shape = scene.shape
    return shape.letters[first - 1] in VERBS and any(
        _is_owned(scene, at, gender) for at in range(start, first) if shape.letters[at] == PRO
    )


def opening(scene: Scene, at: int, start: int, articles: str = "single") -> int | None:
    """Where the article of a noun stands; None where it has another or none, is no head, or "of" governs it."""
    shape = scene.shape
    if shape.letters[at + 1] in NOUNS or shape.letters[at + 1 : at + 3] == COMMA + NAME:  # "a parent, | Ana Brandt"
        return None
    first = at - 1
    while first > start and shape.letters[first] in BETWEEN:
        first -= 1
    if shape.letters[first] in OWNERS and shape.word(at).lower() in scene.words.sets["roles", "kin"]:
        return first  # "her son"
    if shape.letters[first] != DET or shape.letters[first - 1] == OF:  # "the son of a teacher"
        return None
    if shape.letters[first - 1] == COMMA and shape.letters[first - 2] in NOUNS:  # "her uncle, | a baker"
        return None
    if shape.letters[first - 1] in BEING and shape.letters[first - 2] != THERE:  # "she was | a nurse"
        return None
    return first if shape.word(first).lower() in scene.words.sets["determiners", articles] else None


def brought_in(scene: Scene, nominal: Nominal) -> int:
    """Where the text last tells of somebody new by the same noun, as "a farmer"; 0 where it does not."""
    shape, start = scene.shape, scene.shape.starts[nominal.core[0]]
    word = shape.word(nominal.core[1] - 1)
    at = shape.text.rfind(word, max(0, start - WINDOW), start) if word else -1
    while at >= 0:
        token = bisect_left(shape.starts, at)
        first = opening(scene, token, 0) if shape.starts[token] == at else None
        if first is not None:
            return first
        at = shape.text.rfind(word, max(0, start - WINDOW), at)
    return 0
