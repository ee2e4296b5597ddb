"""Subjects: whom a sentence is about."""

from collections.abc import Iterator

from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import ADV, AND, COMMA, DET, END, LETTER, PARA
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.position import FINITE, FRONTED
from quoteattr.speakers.sieves.question import Question, Turn
from quoteattr.speakers.sieves.recency import WINDOW, told_by
from quoteattr.speakers.sieves.scene import Scene

SENTENCES = 3  # how far back a subject may be what a plural or neuter pronoun means
TURNS, SPOKEN = 8, 6  # how far back a speaker may be
FOLLOWING = ("COMMA", "ADV", "REFL", "WHO", "THAT", "NV", "CLAIM", "CLAIMS", "LPAR", "OF", "IN", "FOR", "FROM")
AFTER_SUBJECT = FINITE | frozenset(LETTER[name] for name in FOLLOWING)
ACTING = FINITE | {ADV}
EITHER = frozenset(LETTER[name] for name in ("NV", "NVS", "CLAIM", "CLAIMS"))
PAST = frozenset(LETTER[name] for name in ("VED", "VEN", "SAID", "SAIDPP"))
NOUNS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "THOUGHT", "CLAIM", "MEDIUM"))
COUNTING = frozenset(LETTER[name] for name in ("QUANT", "NUM"))
OPENING = frozenset(FRONTED).union(LETTER[name] for name in ("VING", "SAYING", "VEN", "ACCORDING"))
PHRASES = 3  # commas after which a subject is looked for


def said_or_told(scene: Scene, question: Question) -> Iterator[Entity]:
    """Who spoke or was a sentence's subject in the last sentences, the nearest first."""
    shape, token = scene.shape, question.token
    parent = scene.parent(question)
    own = scene.drafts[question.index].parent if parent and parent[0].pattern.kind is ContentKind.TURN else None
    near = (turn for turn in scene.recent(TURNS) if token - WINDOW < turn.token < token and turn.index != own)
    turns = [turn for turn in near if shape.letters.count(END, turn.token, token) <= SPOKEN]
    turns.sort(key=lambda turn: -_place(scene, question, turn))
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


def _place(scene: Scene, question: Question, turn: Turn) -> int:
    """Where a turn counts as told: behind who says in the sentence before, where "it" is meant, what it is a part of.

    Who says what another claim stands in may be named behind it.
    """
    pronoun = question.mention.pronoun
    single = pronoun is not None and pronoun.number == "s"
    if not single or scene.shape.letters.count(END, turn.token, question.token) != 1:
        return turn.token
    outer = told_by(scene, question, turn)
    return turn.token if outer is None or outer.entity.kind is PERSON else outer.token - 1


def subject_of(scene: Scene, question: Question, start: int) -> Entity | None:
    """Whom the subject of the sentence that begins at a token means."""
    found = subject_at(scene, scene.shape, start, question.token)
    if found is None:
        return None
    first, last = found
    if question.excludes(first):
        return None  # "In June, the bank will close, it said"
    if first not in scene.subjects:
        scene.subjects[first] = scene.ask(question, first, last, scene.shape)
    return scene.subjects[first]


def subject_inside(scene: Scene, question: Question) -> Entity | None:
    """Whom the words of a quotation are about before a source that stands in it: "“Some had left. They said …”"."""
    shape, token = question.mention.shape, question.mention.first
    start = shape.sentence_start(token)
    starts = [start, shape.sentence_start(start - 1)] if start > 0 else [start]
    for at in starts:
        found = subject_at(scene, shape, at, token) if at < token else None
        if found is not None:
            return scene.ask(question, *found)
    return None


def subject_at(scene: Scene, shape: Shape, start: int, token: int) -> Range | None:
    """Where the subject of the sentence that begins at a token stands, also behind a phrase: "In May, | Hale left"."""
    letters = shape.letters
    opening = scene.patterns.subject.match(letters, start)
    first = opening.end() if opening else start
    last = _subject_end(scene, shape, first, token)
    fronted = letters[first] in OPENING or (last is not None and COUNTING.issuperset(letters[first:last]))
    if not fronted:
        return (first, last) if last is not None and letters[last] in AFTER_SUBJECT else None
    for _ in range(PHRASES):
        first = letters.find(COMMA, first, token) + 1
        if not first or END in letters[start:first]:
            return None
        last = _subject_end(scene, shape, first, token)
        if last is not None and letters[last] in ACTING:
            return first, last
    return None


def _subject_end(scene: Scene, shape: Shape, first: int, token: int) -> int | None:
    """Where the noun phrase ends that begins at a token, before another."""
    core = scene.patterns.core.match(shape.letters, first, token)
    last = _whole(scene, shape, first, core.end(), token) if core is not None else token
    return last if last < token else None


def _whole(scene: Scene, shape: Shape, first: int, last: int, token: int) -> int:
    """Where a subject ends, its last name and what a conjunction joins to it taken in: "Hale | and Ana Brandt"."""
    last = _part(scene, shape, first, last)
    while shape.letters[last : last + 1] == AND:
        core = scene.patterns.core.match(shape.letters, last + 1, token)
        if core is None:
            break
        last = _part(scene, shape, last + 1, core.end())
    return last


def _part(scene: Scene, shape: Shape, first: int, last: int) -> int:
    """Where a phrase ends: with all of its last name, or before what may be a verb behind a name or a noun."""
    letters, named = shape.letters, scene.cast.within(first, last) if shape is scene.shape else []
    for one in named:
        if one.entity is not None and one.entity.kind is PERSON and letters[one.last] in EITHER:
            return one.last  # "Hale | plans"
    for at in range(first + 1, last):
        if letters[at] in PAST and letters[at - 1] in NOUNS:
            return at  # "its offices | followed suit"
        if letters[at] in EITHER and letters[at + 1] == DET:
            return at  # "new research | shows a share"
    return max([last, *(one.last for one in named)])  # "Krell & Sons"
