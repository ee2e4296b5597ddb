"""Known people and bodies: the caller's own, found by name, alias, or title and surname."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from quoteattr.claim import Gender, Known
from quoteattr.grammar.shape import Range, Shape
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.phrases.name import Name, folded

LETTER_OF: dict[Gender | None, str] = {gender: letter for letter, gender in GENDER_OF.items()} | {None: ""}
WORD = re.compile(r"\w+")
KEPT = 4  # rolls of known people that are remembered


class Roll:
    """Whom a caller knows of, by every form of their names, made once for all texts.

    Args:
        known: The caller's records.
    """

    __slots__ = ("forms", "spellings")

    def __init__(self, known: Sequence[Known]) -> None:
        self.forms: dict[tuple[str, ...], Known | None] = {}
        self.spellings: dict[str, list[str]] = {}
        for one in known:
            surname = folded(one.name.split())[-1:]
            names = {folded(name.split()) for name in (one.name, *one.aliases)}
            for form in names | {(title.lower(), *surname) for title in one.titles}:
                # a form that two share means neither
                self.forms[form] = one if self.forms.get(form, one) is one else None
        for spelling in {name.strip() for one in known for name in (one.name, *one.aliases)}:
            first = WORD.search(spelling)
            if first is not None:
                self.spellings.setdefault(first.group(), []).append(spelling)

    def spelled(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text spells a name or alias as the caller does, the longest at each place, and none twice."""
        firsts = self.spellings.keys() & WORD.findall(text)
        found = {place for first in firsts for one in self.spellings[first] for place in _places(text, one)}
        end = 0
        for start, last in sorted(found, key=_longest_first):
            if start >= end:
                end = last
                yield start, last


class Listed:
    """A sequence of known people that is equal to another of the same records."""

    __slots__ = ("known",)

    def __init__(self, known: tuple[Known, ...]) -> None:
        self.known = known

    def __hash__(self) -> int:
        return hash((len(self.known), self.known[:1], self.known[-1:]))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Listed) and self.known == other.known


@lru_cache(maxsize=KEPT)
def _roll(listed: Listed) -> Roll:
    return Roll(listed.known)


class KnownPeople:
    """Whom the caller knows of, in one text.

    Args:
        known: The caller's records.
    """

    __slots__ = ("_adopted", "_roll")

    def __init__(self, known: Sequence[Known]) -> None:
        self._roll = _roll(Listed(tuple(known)))
        self._adopted: dict[int, Entity] = {}

    def entity(self, name: Name) -> Entity | None:
        """The entity that a name means, the same one each time; None where it means nobody known."""
        known = self._roll.forms.get(name.words)
        if known is None and name.title:
            known = self._roll.forms.get((name.title, *name.words))
        if known is None:
            return None
        found = self._adopted.get(id(known))
        if found is None:
            found = Entity(known.name, folded(known.name.split()), kind=known.kind)
            found.gender, found.identifier = LETTER_OF[known.gender], known.identifier
            self._adopted[id(known)] = found
        return found

    def places(self, shape: Shape) -> list[tuple[Range, Name]]:
        """Where a shape's tokens spell a name or alias as the caller does, and that name."""
        found = []
        for start, end in self._roll.spelled(shape.text):
            first = bisect_left(shape.starts, start)
            last = bisect_left(shape.ends, end) + 1
            # inside a quotation or a word there is no such token
            if first < last <= len(shape.ends) and (shape.starts[first], shape.ends[last - 1]) == (start, end):
                spelling = shape.text[start:end]
                found.append(((_solid(shape, first), last), Name(spelling, folded(spelling.split()))))
        return found


def _places(text: str, spelling: str) -> Iterator[tuple[int, int]]:
    """Where a text has a spelling that stands alone."""
    start = text.find(spelling)
    while start >= 0:
        end = start + len(spelling)
        if _stands_alone(text, start, end):
            yield start, end
        start = text.find(spelling, end)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit stands beside a stretch of text."""
    return not (text[start - 1 : start].isalnum() and start) and not text[end : end + 1].isalnum()


def _solid(shape: Shape, first: int) -> int:
    """The first token that has a width: ends of sentences and paragraphs have none."""
    while shape.starts[first] == shape.ends[first]:
        first += 1
    return first


def overlapping(ranges: Iterable[Range], taken: Iterable[Range]) -> set[Range]:
    """Those of some ranges that share a token with one of others."""
    tokens = {token for first, last in taken for token in range(first, last)}
    return {one for one in ranges if tokens.intersection(range(*one))}
