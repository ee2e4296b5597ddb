"""Pieces: a source cut at its commas and brackets, without what only stands beside it."""

import re
from typing import Final

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import COMMA, DET, GEN, LETTER

ADJ, VING = LETTER["ADJ"], LETTER["VING"]
NOUNS: Final = "".join(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "NV", "MEDIUM"))
EDGES: Final = frozenset(LETTER[name] for name in ("COMMA", "DASH", "COLON", "SEMI", "LPAR", "RPAR", "ADV"))
TRAILING: Final = EDGES | {GEN}
BREAKS: Final = frozenset(LETTER[name] for name in ("COMMA", "DASH", "LPAR", "RPAR", "SEMI", "COLON"))
TIMES: Final = frozenset(LETTER[name] for name in ("UNIT", "DAY", "AGO"))
TIMING: Final = TIMES | frozenset(LETTER[name] for name in ("LAST", "NUM", "QUANT", "PART", "ADJ"))
TIME: Final = f"[{''.join(TIMING)}{DET}]*[{''.join(TIMES)}]"
TIMED: Final = re.compile(f"{TIME}{COMMA}")  # "Last week, | Ana Brandt"
TIMES_AFTER: Final = re.compile(f"(?<=[{NOUNS}]){TIME}$")  # "Ana Brandt | last week"
ADJECTIVES: Final = re.compile(f"{DET}[{NOUNS}{ADJ}{VING}]{COMMA}(?={ADJ})")  # "the tall, | bearded porter"
PIECES: Final = 6


def trimmed(shape: Shape, first: int, last: int, fillers: frozenset[str]) -> Range:
    """A source without marks, times and words that add nothing."""
    letters = shape.letters
    while last > first and letters[last - 1] in TRAILING:
        last -= 1
    timed = TIMED.match(letters, first, last)
    first = timed.end() if timed else first
    while first < last and (letters[first] in EDGES or shape.word(first).lower() in fillers):
        first += 1
    timing = TIMES_AFTER.search(letters, first, last) if letters[last - 1] in TIMES else None
    return first, timing.start() if timing else last


def pieces_of(shape: Shape, first: int, last: int) -> list[Range]:
    """The stretches between commas and brackets; a comma between two adjectives stays in."""
    letters = shape.letters
    found, start = [], first
    paired = {one.end() - 1 for one in ADJECTIVES.finditer(letters, first, last)}
    for at in range(first, last):
        if letters[at] in BREAKS and at not in paired:
            if at > start:
                found.append((start, at))
            start = at + 1
            if len(found) >= PIECES:
                return found
    if start < last:
        found.append((start, last))
    return found
