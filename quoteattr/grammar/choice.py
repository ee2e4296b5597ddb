"""Choices: of many patterns those that may match at a place, told by two letters there and by the cue."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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

    def of(self, fits: Callable[[Item], bool]) -> "Excerpt[Item]":
        """Those that fit; the same ones give the same object."""
        ranks = frozenset([rank for rank, item in self._ranked if fits(item)])
        found = self._excerpts.get(ranks)
        if found is None:
            found = self._excerpts[ranks] = Excerpt(self, ranks)
        return found

    def __missing__(self, letter: str) -> Ranked[Item]:
        found = self[letter] = tuple(
            [
                (rank, item, item.regex.beside(letter))
                for rank, item in self._ranked
                if item.regex.may_begin_with(letter)
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
        self._contents = contents
        ranked = tuple(enumerate(contents))
        self._right = Table(each for each in ranked if each[1].side != LEFT)
        self._left = Table(each for each in ranked if each[1].side == LEFT)
        self._after_tags, self._in_content = Table(enumerate(continuations)), Table(enumerate(ends))
        ranked = tuple(enumerate(sources))
        self._beside = {side: Table(each for each in ranked if each[1].side == side) for side in SIDES}
        self._of_forms: dict[str, Mapping[str, Excerpt[Pattern]]] = {}
        self._licensed: dict[tuple[str, frozenset[str]], Licensed] = {}
        self._of_continuations: dict[str, Excerpt[Pattern]] = {}
        self._of_ends: dict[str, Excerpt[Pattern]] = {}

    def sources(self, form: str) -> Mapping[str, Excerpt[Pattern]]:
        """The source patterns that go with a form of cue group, by their side."""
        found = self._of_forms.get(form)
        if found is None:
            beside = self._beside.items()
            found = {side: table.of(lambda p: not p.forms or form in p.forms) for side, table in beside}
            self._of_forms[form] = found
        return found

    def contents(self, form: str, frames: frozenset[str]) -> Licensed:
        """The content patterns that a form of cue group and a cue's frames license.

        Args:
            form: The form of the cue's group.
            frames: The frames of the cue's entry.
        """
        found = self._licensed.get((form, frames))
        if found is None:
            active = (p for p in self._contents if form in (p.forms or ACTIVE))
            sourced = {p for p in active if not p.frames or not p.frames.isdisjoint(frames)}
            bare = {p for p in sourced if p.sourceless}
            tables = [
                table.of(fitting.__contains__) for fitting in (sourced, bare) for table in (self._right, self._left)
            ]
            found = self._licensed[form, frames] = Licensed(*tables)
        return found

    def continuations(self, content: str) -> Excerpt[Pattern]:
        """The continuations that are asked for a content pattern."""
        return _asked(self._of_continuations, self._after_tags, content)

    def ends(self, content: str) -> Excerpt[Pattern]:
        """The ends that are asked for a content pattern or a continuation."""
        return _asked(self._of_ends, self._in_content, content)


def _asked(memo: dict[str, Excerpt[Pattern]], table: Table[Pattern], content: str) -> Excerpt[Pattern]:
    """The patterns that are asked for a content pattern."""
    found = memo.get(content)
    if found is None:
        found = memo[content] = table.of(lambda p: not p.contents or content in p.contents)
    return found
