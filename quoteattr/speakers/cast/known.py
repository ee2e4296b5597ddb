"""Known people and bodies: the caller's own, found by name, alias, or title and surname."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import attrs
import regex

from quoteattr.claim import Gender, Known
from quoteattr.grammar.shape import Shape
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.phrases.names import Name, fold

LETTER_OF: dict[Gender | None, str] = {gender: letter for letter, gender in GENDER_OF.items()} | {None: ""}

Range = tuple[int, int]


@attrs.define
class KnownPeople:
    """Whom the caller knows of.

    Args:
        known: The caller's records.
    """

    known: Sequence[Known]
    _forms: dict[tuple[str, ...], Known | None] = attrs.field(init=False, factory=dict)
    _spellings: "regex.Pattern[str] | None" = attrs.field(init=False, default=None)
    _adopted: dict[int, Entity] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for one in self.known:
            surname = _folded(one.name)[-1:]
            names = {_folded(name) for name in (one.name, *one.aliases)}
            for form in names | {(title.lower(), *surname) for title in one.titles}:
                # a form that two share means neither
                self._forms[form] = one if self._forms.get(form, one) is one else None
        spellings = sorted({name for one in self.known for name in (one.name, *one.aliases) if name.strip()})
        if spellings:
            self._spellings = regex.compile(r"(?<!\w)\L<names>(?!\w)", names=spellings)

    def entity(self, name: Name) -> Entity | None:
        """The entity that a name means, the same one each time; None where it means nobody known."""
        known = self._forms.get(name.words)
        if known is None and name.title:
            known = self._forms.get((name.title, *name.words))
        if known is None:
            return None
        found = self._adopted.get(id(known))
        if found is None:
            found = Entity(known.name, _folded(known.name), kind=known.kind, identifier=known.identifier)
            found.gender = LETTER_OF[known.gender]
            self._adopted[id(known)] = found
        return found

    def places(self, shape: Shape) -> list[tuple[Range, Name]]:
        """Where a shape's tokens spell a name or alias as the caller does, and that name."""
        if self._spellings is None:
            return []
        found = []
        for match in self._spellings.finditer(shape.text):
            first = bisect_left(shape.starts, match.start())
            last = bisect_left(shape.ends, match.end()) + 1
            # inside a quotation or a word there is no such token
            if first < last <= len(shape.ends) and (shape.starts[first], shape.ends[last - 1]) == match.span():
                found.append(((_solid(shape, first), last), Name(match.group(), _folded(match.group()))))
        return found


def _solid(shape: Shape, first: int) -> int:
    """The first token that has a width: ends of sentences and paragraphs have none."""
    while shape.starts[first] == shape.ends[first]:
        first += 1
    return first


def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in text.split())


def overlapping(ranges: Iterable[Range], taken: Iterable[Range]) -> set[Range]:
    """Those of some ranges that share a token with one of others."""
    tokens = {token for first, last in taken for token in range(first, last)}
    return {one for one in ranges if tokens.intersection(range(*one))}
