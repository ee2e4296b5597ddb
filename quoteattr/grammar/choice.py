"""Choices: of many patterns those that may match at a place, told by two letters there and by the cue."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

import attrs

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.pattern import SIDES, Pattern

# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])
LEFT = "left"


class HasRegex(Protocol):
    """What has an expression."""

    @property
    def regex(self) -> Expression:
        """The expression."""


Item = TypeVar("Item", bound=HasRegex)
Ranks = frozenset[int]
Ranked = tuple[tuple[int, Item, int], ...]


class Table(dict[str, Ranked[Item]], Generic[Item]):
    """Patterns by the letter that a match begins with, each after its rank and before the letters that may stand next.

    Those are bits. An empty letter stands for the edge of what is looked at.

    Args:
        ranked: The patterns with their ranks, in their order.
    """

    def __init__(self, ranked: Iterable[tuple[int, Item]]) -> None:
        super().__init__()
        self._ranked = tuple(ranked)
        self._excerpts: dict[Ranks, Excerpt[Item]] = {}

    def of(self, ranks: Ranks) -> "Excerpt[Item]":
        """Those of some ranks; the same ranks give the same object."""
        found = self._excerpts.get(ranks)
        if found is None:
            found = self._excerpts[ranks] = Excerpt(self, ranks)
        return found

    def __missing__(self, letter: str) -> Ranked[Item]:
        found = self[letter] = tuple(
            [
                (rank, item, item.regex.beside(letter))
                for rank, item in self._ranked
                if item.regex.edge is None or letter in item.regex.edge
            ]
        )
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
        found = self[letter] = tuple([each for each in self._table[letter] if each[0] in self._ranks])
        return found


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
        self._sources, self._contents, self._continuations, self._ends = sources, contents, continuations, ends
        ranked = tuple(enumerate(contents))
        self._right = Table(each for each in ranked if each[1].side != LEFT)
        self._left = Table(each for each in ranked if each[1].side == LEFT)
        self._after_tags, self._in_content = Table(enumerate(continuations)), Table(enumerate(ends))
        ranked = tuple(enumerate(sources))
        self._beside = {side: Table(each for each in ranked if each[1].side == side) for side in SIDES}
        self._of_forms: dict[str, Mapping[str, Excerpt[Pattern]]] = {}
        self._active: dict[str, list[tuple[int, Pattern]]] = {}
        self._licensed: dict[tuple[str, frozenset[str]], Licensed] = {}
        self._of_continuations: dict[str, Excerpt[Pattern]] = {}
        self._of_ends: dict[str, Excerpt[Pattern]] = {}

    def sources(self, form: str) -> Mapping[str, Excerpt[Pattern]]:
        """The source patterns that go with a form of cue group, by their side."""
        found = self._of_forms.get(form)
        if found is None:
            ranks = frozenset(rank for rank, p in enumerate(self._sources) if not p.forms or form in p.forms)
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
            fitting = [(r, p) for r, p in self._with_form(form) if not p.frames or not p.frames.isdisjoint(frames)]
            sourced = frozenset([rank for rank, _ in fitting])
            bare = frozenset([rank for rank, pattern in fitting if pattern.sourceless])
            of_right, of_left = self._right.of, self._left.of
            found = Licensed(of_right(sourced), of_left(sourced), of_right(bare), of_left(bare))
            self._licensed[form, frames] = found
        return found

    def _with_form(self, form: str) -> list[tuple[int, Pattern]]:
        """The content patterns that go with a form of cue group, with their ranks."""
        found = self._active.get(form)
        if found is None:
            several = enumerate(self._contents)
            found = self._active[form] = [(rank, p) for rank, p in several if form in (p.forms or ACTIVE)]
        return found

    def continuations(self, content: str) -> Excerpt[Pattern]:
        """The continuations that are asked for a content pattern."""
        return _asked(self._of_continuations, self._continuations, self._after_tags, content)

    def ends(self, content: str) -> Excerpt[Pattern]:
        """The ends that are asked for a content pattern or a continuation."""
        return _asked(self._of_ends, self._ends, self._in_content, content)


def _asked(
    memo: dict[str, Excerpt[Pattern]], several: Sequence[Pattern], table: Table[Pattern], content: str
) -> Excerpt[Pattern]:
    """The patterns that are asked for a content pattern."""
    found = memo.get(content)
    if found is None:
        ranks = frozenset(rank for rank, p in enumerate(several) if not p.contents or content in p.contents)
        found = memo[content] = table.of(ranks)
    return found
