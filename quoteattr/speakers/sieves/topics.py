"""Topics: whom the sentences that make no claim are about, where a pronoun or a description begins them."""

import re

from quoteattr.grammar.wordclass import ADV, COMMA, DET, END, GEN, LETTER, NAME, PARA
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import DESCRIPTION
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.epithet import epithet
from quoteattr.speakers.sieves.newcomers import opening
from quoteattr.speakers.sieves.position import FINITE, FRONTED, OWNERS
from quoteattr.speakers.sieves.pronouns import MARGIN
from quoteattr.speakers.sieves.question import Question, Turn
from quoteattr.speakers.sieves.recency import WINDOW
from quoteattr.speakers.sieves.roles import role_and_nation
from quoteattr.speakers.sieves.salience import ranked
from quoteattr.speakers.sieves.scene import Scene

EDGES, PRO = END + PARA, LETTER["PRO"]
NAMED = f"{NAME}(?={NAME}{{0,3}}{GEN})"  # "| Ghana's minister left"
REACH = 2 * WINDOW  # tokens back to what may still be told of
ACTING = FINITE | {ADV}
JOINING = frozenset(LETTER[name] for name in ("OF", "FOR", "FROM", "IN", "WITH"))
FRONT = f"[{FRONTED}][^{COMMA}{EDGES}]{{1,10}}{COMMA}"
OPENING = re.compile(f"[{EDGES}](?:{FRONT})?(?:[{PRO}{DET}{OWNERS}]|{NAMED})(?![{EDGES}])")  # "In May, | she left"


def follow(scene: Scene, index: int, token: int) -> None:
    """Notes whom the sentences before a draft's source are about, each as it is seen from its own place.

    Args:
        scene: The scene.
        index: Index of the draft.
        token: Where the draft stands.
    """
    start = max(0, scene.followed - 1, token - REACH)
    for match in OPENING.finditer(scene.shape.letters, start, token):
        first = match.end() - 1
        last = _subject_end(scene, first, token)
        if last is None or first in scene.sourced:
            continue
        owner = scene.shape.letters[first] in OWNERS and not _tells_person(scene, scene.shape.word(last - 1))
        mention = scene.reader.read(scene.shape, first, first + 1 if owner else last)  # "| His goal was high"
        question = Question(mention, index, first, inside=False) if mention is not None else None
        entity = _told(scene, question) if question is not None else None
        if entity is not None and entity.kind is PERSON:
            scene.topics.append(Turn(first, entity, index))
        elif mention is not None and mention.nominal is not None and mention.nominal.kind is PERSON:
            scene.unsettled = first
    scene.followed = max(scene.followed, token)


def _subject_end(scene: Scene, first: int, token: int) -> int | None:
    """Where the subject of a sentence ends that may be about one person; None for another subject."""
    letters, last = scene.shape.letters, first + 1
    if letters[first] != PRO:
        core = scene.patterns.core.match(letters, first, token)
        if core is None or not _may_tell(scene, first, scene.shape.word(core.end() - 1)):
            return None
        last = end = core.end()
        while letters[end] in JOINING and (core := scene.patterns.core.match(letters, end + 1, token)) is not None:
            end = core.end()  # "A lawyer | for the mill"
        return last if letters[end] in ACTING else None
    return last if letters[last] in ACTING else None


def _may_tell(scene: Scene, first: int, noun: str) -> bool:
    """Whether a sentence is about the person of a noun or its owner: neither "his wife" nor "the goal"."""
    pronoun = scene.words.pronouns.get(scene.shape.word(first).lower())
    owned = pronoun is not None and pronoun.person != "1"
    return _tells_person(scene, noun) is not owned


def _tells_person(scene: Scene, word: str) -> bool:
    """Whether a noun is for one person, by role, nation or age: "the Australian"."""
    words = scene.words
    return word.lower() in words.roles or word in words.nations or word.endswith(tuple(words.sets["roles", "ages"]))


def _told(scene: Scene, question: Question) -> Entity | None:
    """Whom a pronoun or a description at the start of a sentence means or brings in."""
    if question.mention.kind is DESCRIPTION:
        verdict = role_and_nation(scene, question) or epithet(scene, question)
        if verdict is not None:
            return verdict.entity
        first, last = question.mention.first, question.mention.last
        return scene.ask(question, first, last) if opening(scene, last - 1, first - 1) == first else None
    pronoun = question.mention.pronoun
    if pronoun is None or pronoun.person != "3" or pronoun.gender not in ("f", "m"):
        return None
    found = ranked(scene, question, pronoun.gender)
    if not found or (len(found) > 1 and found[0][0] - found[1][0] < MARGIN):
        return None
    return found[0][1] if found[0][1].gender == pronoun.gender else None
