"""Position: what the place of a name or a turn in its sentence and in the text adds to its salience."""

from collections.abc import Iterable
from typing import Final

import regex

from quoteattr.grammar.wordclass import (
    ADV,
    AND,
    AUXILIARIES,
    BE,
    BY,
    COMMA,
    EDGES,
    END,
    FOR,
    GEN,
    HER,
    LETTER,
    LPAR,
    PARA,
    POSS,
    RPAR,
)
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON

PHRASES = ("DET", "POSS", "HER", "NAME", "NOUN", "ADJ", "GEN", "NV", "CLAIM", "OF", "UNIT", "PART", "QUANT", "PREP")
PHRASE = "".join(LETTER[name] for name in PHRASES)
JOINING = "".join(LETTER[name] for name in ("FOR", "FROM", "IN", "WITH"))
OPENING: Final = regex.compile(
    f"{PARA}?(?:[{ADV}{LETTER['LINK']}]{COMMA})?[{PHRASE}]{{1,9}}+(?:[{JOINING}][{PHRASE}]{{1,5}}+)?{COMMA}"
)  # "A clerk at the mill, | Walter Tate", "Also, the clerk, | Walter Tate"
FRONTED = "".join(
    LETTER[name] for name in ("IN", "FROM", "WITH", "BY", "PREP", "FOR", "SUB", "WHEN", "BEFORE", "IF", "AS", "LAST")
)
FRONT: Final = regex.compile(
    f"{PARA}?[{LETTER['BUT']}{AND}{ADV}]{{0,2}}[{FRONTED}][^{COMMA}{END}]{{1,15}}+{COMMA}"
)  # "Even with papers, | Hale left"
PREPOSITIONS = ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS", "BEFORE")
VERBS = ("VED", "VS", "SAID", "SAYS", "NVS", "VEN")
GOVERNORS: Final = frozenset(LETTER[name] for name in PREPOSITIONS)
FINITE: Final = AUXILIARIES.union(LETTER[name] for name in VERBS)
ACTING: Final = FINITE | {AND, ADV}
STARTING = frozenset(LETTER[name] for name in ("SUB", "VING", "SAYING", "VED", "VEN", "SAID"))
FRONTING: Final = STARTING | GOVERNORS - {FOR, LETTER["AS"]}  # "for Hale, he" and "as for Hale, he" are about Hale
ACTING_OR_OWNING: Final = FINITE.union(LETTER[name] for name in ("GEN", "POSS", "HER", "PRO"))
SAYING: Final = frozenset([LETTER["SAID"], LETTER["SAYS"]])
ROLE: Final = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "PLURAL", "NV", "NAME", "DET", "POSS"))
PARTICIPLES: Final = frozenset([LETTER["VED"], LETTER["VEN"]])
VERB = "".join(sorted(FINITE))
PREDICATE: Final = regex.compile(
    f"(?:{LPAR}[^{RPAR}{END}]{{1,9}}{RPAR})?(?:{COMMA}(?:[^{COMMA}{END}]{{1,25}}{COMMA}){{0,2}}+)?{ADV}?[{VERB}]"
)  # ", a welder, | left", "(42) | left"
CASE: Final = regex.compile(
    f"{GEN}[{LETTER['ADJ']}{LETTER['NOUN']}]{{1,2}}{COMMA}[{LETTER['PRO']}{POSS}{HER}]"
)  # "In Hale| ’s case, his boss"
BASE: Final = 10.0
SENTENCE: Final = 1.0
PARAGRAPH: Final = 1.0
SUBJECT: Final = 2.0
POSSESSOR: Final = 2.0
GOVERNED: Final = 1.5
LEADING: Final = 3.0  # the subject that begins the sentence before, in the same paragraph
LONGEST_ROLE: Final = 6  # tokens
LONGEST_LINE: Final = 5  # tokens
LONGEST_BRACKET: Final = 30  # tokens
OWNERS: Final = POSS + HER


def places(letters: str, occurrences: Iterable[Occurrence]) -> tuple[dict[Entity, set[str]], set[Entity]]:
    """The letters before the names of each entity, and the entities that act: "Hale left", "said Hale"."""
    beside: dict[Entity, set[str]] = {}
    acting = set[Entity]()
    for one in occurrences:
        if one.entity is not None:
            owns = one.entity.kind is PERSON and letters[one.last] == GEN  # "in Hale’s view"
            before = GEN if owns else letters[one.first - 1]
            beside.setdefault(one.entity, set()).add(before)
            if before in SAYING or (one.entity not in acting and PREDICATE.match(letters, one.last)):
                acting.add(one.entity)
    return beside, acting


def ended(letters: str, first: int, last: int) -> float:
    """What the sentences and paragraphs that end between two tokens take from a score."""
    return SENTENCE * letters.count(END, first, last) + PARAGRAPH * letters.count(PARA, first, last)


def before_title(letters: str, first: int) -> int:
    """The token before a name and what tells of its bearer: "| Former striker Ana Brandt"."""
    at = first - 1
    while letters[at] in ROLE and at >= first - LONGEST_ROLE:
        at -= 1
    return at - (letters[at] in PARTICIPLES and letters[at - 1] in EDGES)  # "| Retired nurse Ana Brandt"


def place_of(letters: str, occurrence: Occurrence, *, before: bool) -> float:
    """What the place of a name in its sentence adds: subjects stand out, possessors and objects do not.

    Args:
        letters: The shape's letters.
        occurrence: The name.
        before: Whether it stands in a question’s sentence or the one before, and in its paragraph.
    """
    after = letters[occurrence.last]
    if after == GEN or (after == BE and letters[occurrence.last + 1] in OWNERS):  # "Hale’s", "Hale was his friend"
        front = FRONT.match(letters, letters.rfind(END, 0, occurrence.first) + 1)
        return SUBJECT + LEADING if before and front and CASE.match(letters, occurrence.last) else -POSSESSOR
    ahead = letters[before_title(letters, occurrence.first)]
    if (ahead in SAYING or ahead == BE) and after in (COMMA, END):  # "…, said Ana Brandt", "Among them was Ana Brandt"
        return SUBJECT + LEADING if before else SUBJECT
    leading = LEADING if before and PREDICATE.match(letters, occurrence.last) else 0.0
    if ahead in EDGES or (ahead == COMMA and _opens(letters, occurrence)):
        return SUBJECT + leading
    if ahead in GOVERNORS:
        fronted = letters[before_title(letters, occurrence.first) - 1] in EDGES
        topic = before and fronted and ahead == FOR and after == COMMA  # "For Ana Brandt, it rained"
        return SUBJECT + LEADING if topic else -GOVERNED
    return SUBJECT if after in FINITE else 0.0


def is_fronted(letters: str, start: int, token: int) -> bool:
    """Whether a phrase with no verb and no possessor stands between a sentence’s start and a token: "To Hale, | he"."""
    if letters[token - 1] != COMMA or letters[start] not in FRONTING:
        return False
    return ACTING_OR_OWNING.isdisjoint(letters[start + 1 : token - 1])


def is_beside(letters: str, occurrence: Occurrence) -> bool:
    """Whether a name stands beside the text: in a clause in brackets, or in the line that tells who wrote it."""
    first, last = occurrence.first, occurrence.last
    start = letters.rfind(PARA, 0, first)
    if letters[last : last + 2] in (END, END + PARA):
        return first - start <= LONGEST_LINE and BY in letters[start:first]
    opened = letters.rfind(LPAR, max(start, first - LONGEST_BRACKET), first)
    if opened < 0 or opened == first - 1 or RPAR in letters[opened:first]:
        return False
    return RPAR in letters[last : letters.index(END, last) + 2]  # "(Hale wrote it.)"


def _opens(letters: str, occurrence: Occurrence) -> bool:
    """Whether only what begins a sentence stands before a name: "His father, | Walter Tate", "Even so, | Hale left"."""
    start = letters.rfind(END, 0, occurrence.first) + 1
    if OPENING.fullmatch(letters, start, occurrence.first):
        return True
    end = before_title(letters, occurrence.first) + 1
    return letters[occurrence.last] in ACTING and FRONT.fullmatch(letters, start, end) is not None
