"""Choices: of many patterns those that may match at a place, told by two letters there and by the cue."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from itertools import zip_longest
from operator import or_
from typing import Generic, Protocol, TypeVar

import attrs

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.pattern import SIDES, Pattern
from quoteattr.grammar.wordclass import BIT

# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])
LEFT = "left"


class HasRegex(Protocol):
    """What has an expression."""

    @property
    def regex(self) -> Expression:
        """The expression."""


Item = TypeVar("Item", bound=HasRegex)
Ranks = int  # a set of ranks, as the bits of a number
Ranked = tuple[tuple[int, Item, int], ...]


class Table(dict[str, Ranked[Item]], Generic[Item]):
    """Patterns by the letter that a match begins with, each after its rank and before the letters that may stand next.

    Those are bits. An empty letter stands for the edge of what is looked at.

    Args:
        ranked: The patterns with their ranks, in their order.

    Attributes:
        ranked: The patterns with their ranks.
        ranks: These ranks.
    """

    def __init__(self, ranked: Iterable[tuple[int, Item]]) -> None:
        super().__init__()
        self.ranked = tuple(ranked)
        self.ranks: Ranks = sum([1 << rank for rank, _ in self.ranked])
        self._anywhere = [(rank, item) for rank, item in self.ranked if item.regex.edge is None]
        edges = [item.regex.edge for _, item in self.ranked]
        self._by_letter: dict[str, list[tuple[int, Item]]] = {letter: [] for edge in edges for letter in edge or ()}
        for each, edge in zip(self.ranked, edges, strict=True):
            for letter in self._by_letter if edge is None else edge:
                self._by_letter[letter].append(each)
        self._beginning: dict[str, Ranks] = {}
        self._excerpts: dict[Ranks, Excerpt[Item]] = {}
        self._picked: dict[tuple[str, Ranks], Ranked[Item]] = {}

    def of(self, ranks: Ranks) -> "Excerpt[Item]":
        """Those of some ranks; the same ones give the same object."""
        ranks &= self.ranks
        found = self._excerpts.get(ranks)
        if found is None:
            found = self._excerpts[ranks] = Excerpt(self, ranks)
        return found

    def pick(self, letter: str, ranks: Ranks) -> Ranked[Item]:
        """Of the patterns that may begin with a letter those of some ranks."""
        beginning = self[letter]
        ranks &= self._beginning[letter]
        if not ranks:
            return ()
        found = self._picked.get((letter, ranks))
        if found is None:
            found = self._picked[letter, ranks] = tuple([each for each in beginning if ranks >> each[0] & 1])
        return found

    def __missing__(self, letter: str) -> Ranked[Item]:
        beginning = self._by_letter.get(letter, self._anywhere)
        found = self[letter] = tuple([(rank, item, item.regex.beside(letter)) for rank, item in beginning])
        self._beginning[letter] = sum([1 << rank for rank, _ in beginning])
        return found


class Excerpt(dict[str, Ranked[Item]], Generic[Item]):
    """Some of a table's patterns, by letter as there.

    Args:
        table: The table.
        ranks: Which of its patterns.
    """

    def __init__(self, table: Table[Item], ranks: Ranks) -> None:
        super().__init__()
        self._table, self._ranks = table, ranks

    def __missing__(self, letter: str) -> Ranked[Item]:
        found = self[letter] = self._table.pick(letter, self._ranks)
        return found


class Anywhere(dict[tuple[str, str], Ranks], Generic[Item]):
    """Patterns that may match anywhere in a stretch: the ranks of those that may begin with two letters in a row.

    Args:
        table: The patterns.
    """

    def __init__(self, table: Table[Item]) -> None:
        super().__init__()
        self._table = table
        self._items: dict[Ranks, tuple[Item, ...]] = {}

    def of(self, letters: str, ranks: Ranks) -> tuple[Item, ...]:
        """Of the patterns of some ranks those that may match in a stretch, in their order."""
        ranks &= reduce(or_, map(self.__getitem__, {*zip_longest(letters, letters[1:], fillvalue="")}), 0)
        found = self._items.get(ranks)
        if found is None:
            items = dict(self._table.ranked)
            found = self._items[ranks] = tuple([items[rank] for rank in sorted(items) if ranks >> rank & 1])
        return found

    def __missing__(self, pair: tuple[str, str]) -> Ranks:
        letter, beside = pair
        bit = BIT[beside]
        found = self[pair] = sum([1 << rank for rank, _, next_to in self._table[letter] if next_to & bit])
        return found


class Licence:
    """Which patterns go with a name: those that ask for it, and those that ask for none.

    Args:
        asked: The names that each pattern asks for, in the order of their ranks.
    """

    def __init__(self, asked: Iterable[Collection[str]]) -> None:
        self._free, self._asking = 0, dict[str, Ranks]()
        for rank, names in enumerate(asked):
            for name in names:
                self._asking[name] = self._asking.get(name, 0) | 1 << rank
            self._free |= 0 if names else 1 << rank

    def of(self, *names: str) -> Ranks:
        """The ranks of those that go with one of some names."""
        ranks = self._free
        for name in names:
            ranks |= self._asking.get(name, 0)
        return ranks


@attrs.frozen
class Licensed:
    """The content patterns that a form of cue group and a cue's frames license.

    Args:
        right: Those of content that stands right, by the letter after source and cue.
        left: Those of content that stands left, by the letter before them.
        bare_right: Those that stand right of a cue without a source.
        bare_left: Those that stand left of one.
    """

    right: Excerpt[Pattern]
    left: Excerpt[Pattern]
    bare_right: Excerpt[Pattern]
    bare_left: Excerpt[Pattern]


class Choices:
    """Chooses among the patterns of a grammar, in their order.

    Args:
        sources: The source table.
        contents: The content table.
        continuations: What may go on after a tag.
        ends: Where content ends early.
    """

    def __init__(
        self,
        sources: Sequence[Pattern],
        contents: Sequence[Pattern],
        continuations: Sequence[Pattern],
        ends: Sequence[Pattern],
    ) -> None:
        ranked = tuple(enumerate(contents))
        self._right = Table(each for each in ranked if each[1].side != LEFT)
        self._left = Table(each for each in ranked if each[1].side == LEFT)
        self._going_with = Licence(p.forms or ACTIVE for p in contents)
        self._framed = Licence(p.frames for p in contents)
        self._sourceless = sum([1 << rank for rank, p in ranked if p.sourceless])
        self._after_tags, self._in_content = Table(enumerate(continuations)), Anywhere(Table(enumerate(ends)))
        self._continuing, self._ending = (Licence(p.contents for p in several) for several in (continuations, ends))
        ranked = tuple(enumerate(sources))
        self._beside = {side: Table(each for each in ranked if each[1].side == side) for side in SIDES}
        self._standing = Licence(p.forms for p in sources)
        self._of_forms: dict[str, Mapping[str, Excerpt[Pattern]]] = {}
        self._licensed: dict[tuple[str, frozenset[str]], Licensed] = {}

    def sources(self, form: str) -> Mapping[str, Excerpt[Pattern]]:
        """The source patterns that go with a form of cue group, by their side."""
        found = self._of_forms.get(form)
        if found is None:
            ranks = self._standing.of(form)
            found = self._of_forms[form] = {side: table.of(ranks) for side, table in self._beside.items()}
        return found

    def contents(self, form: str, frames: frozenset[str]) -> Licensed:
        """The content patterns that a form of cue group and a cue's frames license.

        Args:
            form: The form of the cue's group.
            frames: The frames of the cue's entry.
        """
        found = self._licensed.get((form, frames))
        if found is None:
            sourced = self._going_with.of(form) & self._framed.of(*frames)
            bare, right, left = sourced & self._sourceless, self._right, self._left
            found = Licensed(right.of(sourced), left.of(sourced), right.of(bare), left.of(bare))
            self._licensed[form, frames] = found
        return found

    def continuations(self, content: str) -> Excerpt[Pattern]:
        """The continuations that are asked for a content pattern."""
        return self._after_tags.of(self._continuing.of(content))

    def ends(self, content: str, letters: str) -> tuple[Pattern, ...]:
        """The ends that are asked for a content pattern or a continuation, and that may match in a stretch of it."""
        return self._in_content.of(letters, self._ending.of(content))
