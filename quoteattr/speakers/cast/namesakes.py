"""Namesakes: bodies of several nations that have one name, "Narvia’s Navy" and "Elvas’s Navy"."""

from collections.abc import Sequence

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import GEN
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.words import SpeakerWords

SEVERAL = 2
LONGEST = 3  # words of a nation's name


def parted(words: SpeakerWords, shape: Shape, same: Sequence[Occurrence]) -> tuple[Entity, ...]:
    """The bodies of each nation that one name stands for, each with its nation in its name; none where it is one's.

    Each name behind a nation is given to that nation's; which the others mean is left open.
    """
    nations = [_owning(words, shape, one) for one in same]
    found: dict[str, Entity] = {}
    if len({*nations} - {""}) < SEVERAL:
        return ()
    for one, nation in zip(same, nations, strict=True):
        if nation and nation not in found:
            owner = _spelled(words, shape, one.first - 1)
            text = f"{owner}{shape.written(one.first - 1, one.last)}"
            found[nation] = Entity(" ".join(text.split()), one.name.words)
            found[nation].nation = nation
    for one, nation in zip(same, nations, strict=True):
        one.candidates = tuple(found.values())
        if nation:
            one.assign(found[nation])
    return tuple(found.values())


def _owning(words: SpeakerWords, shape: Shape, one: Occurrence) -> str:
    """The nation whose possessive stands right before a name; empty for none."""
    last = one.first - 1
    return words.nations.get(_spelled(words, shape, last), "") if shape.letters[last] == GEN else ""


def _spelled(words: SpeakerWords, shape: Shape, last: int) -> str:
    """The longest name of a nation that ends before a token; empty for none."""
    texts = (" ".join(shape.words(first, last)) for first in range(max(0, last - LONGEST), last))
    return next((text for text in texts if text in words.countries), "")
