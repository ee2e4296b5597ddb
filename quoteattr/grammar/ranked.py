"""Ranked: patterns in their order, by the letters that a match of them begins with."""

from collections.abc import Iterable
from functools import reduce
from itertools import zip_longest
from operator import or_
from typing import Generic, Protocol, TypeVar

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.wordclass import BIT


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
