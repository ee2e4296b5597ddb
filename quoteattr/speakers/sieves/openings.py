"""Openings: what the pronoun that a claim’s content opens with tells of who makes it."""

from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.entities import GENDER_OF
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

PRO, THAT = LETTER["PRO"], LETTER["THAT"]
THIRD = "3"  # the third person


def opening_gender(scene: Scene, question: Question) -> str:
    """The gender of the pronoun that opens what somebody says in other words: "A clerk said | she had slept"."""
    shape = question.mention.shape
    if question.inside or shape is not scene.shape:
        return ""
    first = min((start for start, _ in question.excluded if start > question.token), default=0)
    first += shape.letters.startswith(THAT, first)
    pronoun = scene.words.pronouns.get(shape.word(first).lower()) if first and shape.letters[first] == PRO else None
    single = pronoun is not None and pronoun.person == THIRD and pronoun.gender in GENDER_OF
    return pronoun.gender if pronoun is not None and single else ""
