"""The content of a claim as one string to read: outer marks and a leading complementiser taken off, pieces joined."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AUXILIARIES, END, LETTER

THAT: Final = LETTER["THAT"]
VERBS = ("VED", "VS", "SAID", "SAYS", "SAY", "CLAIM", "CLAIMS", "VB", "NV", "NVS")
FINITE: Final = AUXILIARIES.union([LETTER[name] for name in VERBS])
SINGULAR: Final = frozenset([LETTER[name] for name in ("NOUN", "ADJ", "THOUGHT", "MEDIUM", "NV")])
LEAST: Final = 2  # tokens of a noun with its determiner
EDGES: Final = " \t\r\n,"
PAIRS: Final = {"“": "”", "‘": "’", "«": "»", "„": "“", "‟": "”", '"': '"', "'": "'", "`": "'"}
OPENERS: Final = {closer: "".join(opener for opener in PAIRS if PAIRS[opener] == closer) for closer in PAIRS.values()}


def readable(shape: Shape, pieces: Sequence[Range]) -> str:
    """The pieces of a content as one string."""
    texts = [_piece(shape, *pieces[0], begins=True)]
    for (_, before), (first, last) in pairwise(pieces):
        if END in shape.letters[before:first]:
            texts[-1] = _stopped(texts[-1])
        texts.append(_piece(shape, first, last, begins=False))
    return " ".join(texts)


def _stopped(text: str) -> str:
    """A text that ends a sentence: the comma that it has before a tag stands for a stop."""
    words = text.rstrip("".join(OPENERS))
    marks = text[len(words) :]
    words = words.rstrip(EDGES)
    return f"{words}.{marks}" if words[-1:].isalnum() else text


def _piece(shape: Shape, first: int, last: int, *, begins: bool) -> str:
    start, end = shape.starts[first], shape.ends[last - 1]
    if begins and shape.letters[first] == THAT and not _is_pronoun(shape.letters[first:last]):
        following = shape.text[shape.ends[first] : end]
        if following[:1].isspace() or following[:1] == ",":  # not "that’s"
            start = shape.ends[first]
    if last - first == 1 and first in shape.quotations:
        quotation = shape.quotations[first]
        start, end = quotation.inner_start, quotation.inner_end
    return _bare(shape.text[start:end].strip(EDGES))


def _is_pronoun(letters: str) -> bool:
    """Whether the "that" which letters begin with points at something: "that plan", "that is wrong"."""
    following = letters[1:2]
    return (
        len(letters) == LEAST or following in AUXILIARIES or (following in SINGULAR and FINITE.isdisjoint(letters[2:]))
    )


def _bare(text: str) -> str:
    """A text without marks around the whole of it, and without one at its edge that has no partner in it."""
    while len(text) > 1:
        first, last = text[0], text[-1]
        if first in PAIRS and PAIRS[first] not in text[1:-1]:
            text = text[1 : -1 if PAIRS[first] == last else None].strip(EDGES)
        elif last in OPENERS and not any(opener in text[:-1] for opener in OPENERS[last]):
            text = text[:-1].strip(EDGES)
        else:
            break
    return text
