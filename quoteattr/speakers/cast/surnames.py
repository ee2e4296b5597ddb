"""Surnames that are words: "Baker said", in a text that names an Ana Baker."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import ADV, AND, AUXILIARIES, COMMA, END, GEN, LETTER, NAME, OF, PARA, WHO
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.name import Name, fold
from quoteattr.speakers.phrases.words import SpeakerWords

EDGES = END + PARA
OPENER = re.compile(f"[{EDGES}]([^{EDGES}{NAME}])")
BEFORE_NAMES = frozenset(LETTER[name] for name in ("DET", "POSS", "HER"))
VERBS = frozenset(LETTER[name] for name in ("SAID", "SAYS", "VED", "VS", "NVS"))
AFTER_NAMES = AUXILIARIES | VERBS | {GEN, ADV, OF}
RELATIVES = (COMMA + WHO, COMMA + LETTER["WHOSE"])
PAIR = 2

Named = tuple[Range, Name]  # a name and where it stands


def with_surnames(words: SpeakerWords, shape: Shape, named: Sequence[Named]) -> list[Named]:
    """The names of a text, and with them the words that are the surname of somebody whom it names in full."""
    surnames = _surnames(named)
    found = [(run, _as_name(words, shape, run, name, surnames) if name.nominal else name) for run, name in named]
    if not surnames:
        return found
    for (run, name), (after, full) in pairwise(found[:]):
        if (
            after[0] - run[1] == 1
            and shape.letters[run[1]] == AND
            and _is_given(name, surnames)
            and full.full
            and full.kind is PERSON
        ):
            found[bisect_left(found, run[0], key=_start)] = (run, _with_surname(name, full))
    return sorted([*found, *_openers(shape, surnames)], key=_start)


def _is_given(name: Name, surnames: frozenset[str]) -> bool:
    """Whether a name is a given name alone, and nobody's surname: "Ana | and Tom Hale"."""
    return name.given and not (name.full or name.nominal or name.title or name.place) and name.words[0] not in surnames


def _with_surname(name: Name, full: Name) -> Name:
    """A given name with the surname of another, which both share."""
    surname = " ".join(full.text.split()[1:])
    found = Name(f"{name.text} {surname}", name.words + full.words[1:], gender=name.gender, kind=PERSON)
    found.given = True
    return found


def _start(one: Named) -> int:
    return one[0][0]


def _surnames(named: Iterable[Named]) -> frozenset[str]:
    """The last words of full names that may be a person's."""
    full = (name for _, name in named if name.full and not name.nominal and not name.place)
    return frozenset(name.words[-1] for name in full if name.kind in (None, PERSON))


def _as_name(words: SpeakerWords, shape: Shape, run: Range, name: Name, surnames: frozenset[str]) -> Name:
    """A title or noun of kin that stands alone without an article is a name: "Bishop" for Ana Bishop, "Mum"."""
    first, last = run
    if last - first > 1 or shape.letters[first - 1] in BEFORE_NAMES:
        return name
    if name.words[0] in surnames:
        return Name(name.text, name.words)
    if name.title in words.sets["names", "kin"]:
        kin = Name(name.text, name.words, gender=words.roles.get(name.title, ""), kind=PERSON)
        kin.given = True
        return kin
    return name


def _openers(shape: Shape, surnames: frozenset[str]) -> Iterator[Named]:
    """The words at the start of a sentence that are a surname before a verb or in the possessive."""
    letters = shape.letters
    for match in OPENER.finditer(letters):
        at = match.start(1)
        word = shape.word(at)
        if not word[:1].isupper() or fold(word) not in surnames:
            continue
        if letters[at + 1 : at + 2] in AFTER_NAMES or letters[at + 1 : at + 3] in RELATIVES:
            yield (at, at + 1), Name(word, (fold(word),))


def forenamed(words: SpeakerWords, name: Name, first: list[Entity], last: list[Entity]) -> list[Entity]:
    """Whom a title before a given name means, of those whose names begin or end with it: "Sir Tom", not "Ian Tom"."""
    same = [entity for entity in first if name.title in entity.roles]
    royal = name.title not in words.sets["names", "courtesies"]  # "Prince Harry" is not "Harry Hale"
    return same or ([] if royal else first or last)


def titled(name: Name, found: Sequence[Entity]) -> tuple[Entity, ...]:
    """Those whom the text calls by the title of a surname, where that tells several apart: "Dr Hale", "Prof Hale"."""
    same = [entity for entity in found if name.title in entity.roles] if len(found) > 1 and not name.gender else []
    return tuple(same if len(same) == 1 else found)


def agree_inside(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the words between first and last of two names contradict nothing."""
    return len(two) == PAIR or all(any(a[0] == b[0] for b in two[1:-1]) for a in one[1:-1])
