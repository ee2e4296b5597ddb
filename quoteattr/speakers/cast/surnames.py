"""Surnames that are words: "Baker said", in a text that names an Ana Baker."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import AUXILIARIES, LETTER
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.names import Name, fold
from quoteattr.speakers.phrases.runs import Range

EDGES = LETTER["END"] + LETTER["PARA"]
OPENER = re.compile(f"(?<=[{EDGES}])[^{EDGES}{LETTER['NAME']}]")
BEFORE_NAMES = frozenset(LETTER[name] for name in ("DET", "POSS", "HER"))
VERBS = frozenset(LETTER[name] for name in ("SAID", "SAYS", "VED", "VS", "NVS"))
AFTER_NAMES = AUXILIARIES | VERBS | {LETTER["GEN"], LETTER["ADV"]}
COMMA, WHO = LETTER["COMMA"], LETTER["WHO"]

Named = tuple[Range, Name]  # a name and where it stands


def with_surnames(shape: Shape, named: Sequence[Named]) -> list[Named]:
    """The names of a text, and with them the words that are the surname of somebody whom it names in full."""
    surnames = _surnames(named)
    if not surnames:
        return list(named)
    found = [(run, _as_surname(shape, run, name, surnames)) for run, name in named]
    return sorted([*found, *_openers(shape, surnames)], key=_first)


def _first(one: Named) -> int:
    return one[0][0]


def _surnames(named: Iterable[Named]) -> frozenset[str]:
    """The last words of full names that may be a person's."""
    full = (name for _, name in named if name.full and not name.nominal and not name.place)
    return frozenset(name.words[-1] for name in full if name.kind in (None, PERSON))


def _as_surname(shape: Shape, run: Range, name: Name, surnames: frozenset[str]) -> Name:
    """A title that stands alone without an article is a name where somebody bears it: "Bishop" for Ana Bishop."""
    first, last = run
    if not name.nominal or last - first > 1 or name.words[0] not in surnames:
        return name
    return name if shape.letters[first - 1] in BEFORE_NAMES else Name(name.text, name.words)


def _openers(shape: Shape, surnames: frozenset[str]) -> Iterator[Named]:
    """The words at the start of a sentence that are a surname before a verb or in the possessive."""
    letters = shape.letters
    for match in OPENER.finditer(letters):
        at = match.start()
        word = shape.word(at)
        if not word[:1].isupper() or fold(word) not in surnames:
            continue
        if letters[at + 1 : at + 2] in AFTER_NAMES or letters[at + 1 : at + 3] == COMMA + WHO:
            yield (at, at + 1), Name(word, (fold(word),))
