"""The sieve for relative pronouns."""

import regex

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import ADV, AND, BE, COMMA, DASH, GEN, IN, LETTER, LPAR, OF, PLURAL, RPAR
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene

WHICH = LETTER["WHICH"]
LISTED = frozenset([COMMA, OF])
WALK = frozenset(LETTER[name] for name in ("NV", "NVS", "CLAIM"))
PLURALS = frozenset(LETTER[name] for name in ("SAY", "VB", "CLAIM"))  # the verb of several, as of "to"
WHO = LETTER["WHO"]
THINGS = frozenset(LETTER[name] for name in ("THOUGHT", "MEDIUM"))  # what nobody is: "criticism from | unions, who"
EXPLAINING = frozenset([COMMA, BE])  # "Hale, | the mayor, who", "Hale is | the mayor who"
ANTECEDENT = 24  # tokens in which an antecedent begins
OPENERS = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "QUANT"))
BETWEEN = frozenset([COMMA, DASH, LPAR, RPAR])
DATED = regex.compile(
    "(?:[{VEN}{VED}]?[{IN}{PREP}{FROM}]?(?:{DAY}{COMMA}?)?{MONTH}{NUM}?(?:{COMMA}{NUM})?"
    "|(?:[{VEN}{VED}]?{ADV})?[{DET}{LAST}]{UNIT}|{IN}?{DAY}|{IN}{NUM})$".format_map(LETTER)
)
BRACKET = 10  # tokens of a bracket before a relative clause
NOUNS = frozenset(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "ADJ", "NUM", "GEN", "INDEF", "UNIT"))
PHRASE = OPENERS | NOUNS | frozenset(LETTER[n] for n in ("NV", "NVS", "CLAIM", "CLAIMS", "MEDIUM", "THOUGHT"))
GOVERNORS = frozenset(LETTER[n] for n in ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS"))


def relative(scene: Scene, question: Question) -> Verdict | None:
    """A relative pronoun means the noun phrase before it: "Ana Brandt, who said"."""
    mention = question.mention
    if not mention.relative:
        return None
    shape, last = mention.shape, _antecedent_end(mention.shape, mention.first)
    first = _antecedent(scene, shape, last, shape.letters[mention.first])
    if first >= last:
        return Verdict(None)
    if shape is scene.shape and shape.letters[first - 1] in EXPLAINING:
        for occurrence in scene.cast.before(first, 1):
            if occurrence.last == first - 1 and occurrence.entity is not None and occurrence.entity.may_be_person():
                return Verdict.sure(occurrence.entity)
    entity = _both(scene, question, first, last) or scene.ask(question, first, last)
    return Verdict(entity, (entity,) if entity else ())


def _both(scene: Scene, question: Question, first: int, last: int) -> Entity | None:
    """The two that "and" joins before a clause whose verb tells of several: "Ana Brandt and aides, who | claim"."""
    shape, at = question.mention.shape, question.mention.first + 1
    at += shape.letters[at] == ADV
    several = shape.letters[at] in PLURALS or shape.word(at).lower() in scene.words.sets["determiners", "pairing"]
    several = several or shape.letters[first - 2 : last] == PLURAL + AND + PLURAL  # "vendors and | crews who"
    joint, floor = first - 1, shape.sentence_start(first)
    joint -= shape.letters[joint] == ADV  # "and longtime | Krell boss Ana Brandt"
    if not several or shape.letters[joint] != AND:
        return None
    start = joint
    while start > floor and shape.letters[start - 1] in PHRASE:
        start -= 1
    if start == joint or shape.letters[start - 1] in LISTED:
        return None
    both = scene.ask(question, start, last)
    return both if both is not None and both.members else None


def _antecedent_end(shape: Shape, last: int) -> int:
    """Where the noun phrase before a relative pronoun ends: before marks, a bracket and an adverb."""
    if last > 1 and shape.letters[last - 2 : last] == ADV + COMMA:  # "a statement here, | which"
        last -= 2
    while last > 0 and shape.letters[last - 1] in BETWEEN:
        opened = shape.letters.rfind(LPAR, max(0, last - BRACKET), last) if shape.letters[last - 1] == RPAR else -1
        last = opened if opened >= 0 else last - 1  # "the Lake Union (LU), | which"
    dated = DATED.search(shape.letters, max(0, last - BRACKET), last)
    return last if dated is None else dated.start()  # "a statement dated June 3, 2024, | which"


def _antecedent(scene: Scene, shape: Shape, last: int, pronoun: str) -> int:
    """Where the noun phrase before a relative pronoun begins; what it cannot stand for is only a part of it."""
    floor = max(shape.sentence_start(last), last - ANTECEDENT)
    at = last
    while True:
        end = at
        while at > floor and shape.letters[at - 1] in PHRASE:
            at -= 1
            if shape.letters[at] in OPENERS and not (at > floor and shape.letters[at - 1] == GEN):
                break
        if at == end:
            return end + (end < last)  # "according to | the statement, which"
        if at - 1 <= floor or shape.letters[at - 1] not in GOVERNORS:
            return at
        if _stands_alone(shape, at, pronoun):
            return at
        mention = scene.reader.read(shape, at, end)
        beside = shape.letters[at - 2] not in THINGS  # "criticism by guilds over | a report, which"
        if mention is None or (_may_be_which(mention, beside=beside) if pronoun == WHICH else _may_be_who(mention)):
            return at
        at -= 1


def _stands_alone(shape: Shape, at: int, pronoun: str) -> bool:
    """Whether what governs a noun is no antecedent: "criticism from | unions, who", "we work with | Hale, who"."""
    thing = pronoun == WHO and shape.letters[at - 2] in THINGS and shape.letters[at - 1] != IN
    return thing or (shape.letters[at - 2] in WALK and shape.letters[at - 3] not in PHRASE)


def _may_be_who(mention: Mention) -> bool:
    """Whether "who" may mean what a mention does."""
    return mention.is_person() or _is_human(mention.nominal)


def _may_be_which(mention: Mention, *, beside: bool) -> bool:
    """Whether "which" means the name of a body, "the other from | the Rail Union, which", or a document beside none."""
    if mention.name is not None:
        return mention.name.kind is ORGANISATION
    return beside and mention.nominal is not None and mention.nominal.kind is DOCUMENT


def _is_human(nominal: Nominal | None) -> bool:
    """Whether a description is surely of people: a plural that no list has may be of things."""
    return nominal is not None and (nominal.kind is PERSON or (nominal.kind is GROUP and nominal.plural))
