"""Choices: of many patterns those that may match at a place, told by the letter there and by the cue."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol, TypeVar

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.pattern import ACTIVE, SIDES, Pattern
from quoteattr.once import Kept

LEFT: Final = "left"


class HasRegex(Protocol):
    """What has an expression."""

    @property
    def regex(self) -> Expression:
        """The expression."""


Item = TypeVar("Item", bound=HasRegex)
Index = Kept[str, tuple[Item, ...]]


def by_letter(items: Iterable[Item]) -> Index[Item]:
    """Patterns, in their order, by the letter that a match begins with; an empty letter stands for the edge of all."""
    kept = tuple(items)
    return Kept(lambda mark: tuple([one for one in kept if one.regex.edge is None or mark in one.regex.edge]))


class Licensed:
    """The content patterns that a form of cue group and a cue's frames license.

    Args:
        patterns: The patterns.

    Attributes:
        right: Those of content that stands right, by the letter after source and cue.
        left: Those of content that stands left, by the letter before them.
        bare_right: Those that stand right of a cue without a source.
        bare_left: Those that stand left of one.
    """

    __slots__ = ("bare_left", "bare_right", "left", "right")

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        right, left = ([p for p in patterns if (p.side == LEFT) is leftwards] for leftwards in (False, True))
        self.right, self.left = by_letter(right), by_letter(left)
        self.bare_right, self.bare_left = (by_letter(p for p in some if p.sourceless) for some in (right, left))


class Choices:
    """Chooses among the patterns of a grammar, in their order.

    Args:
        sources: The source table.
        contents: The content table.
        continuations: What may go on after a tag.
        ends: Where content ends early.

    Attributes:
        sources: The source patterns that a form of cue group and a cue's frames license, by their side.
        contents: The content patterns that a form of cue group and a cue's frames license.
        continuations: The continuations that are asked for a content pattern.
        ends: The ends that are asked for a content pattern or a continuation.
    """

    def __init__(
        self,
        sources: Sequence[Pattern],
        contents: Sequence[Pattern],
        continuations: Sequence[Pattern],
        ends: Sequence[Pattern],
    ) -> None:
        def standing(key: tuple[str, frozenset[str]]) -> dict[str, Index[Pattern]]:
            form, frames = key
            fitting = [p for p in sources if not p.forms or form in p.forms]
            fitting = [p for p in fitting if not p.frames or not p.frames.isdisjoint(frames)]
            return {side: by_letter(p for p in fitting if p.side == side) for side in SIDES}

        def licensed(key: tuple[str, frozenset[str]]) -> Licensed:
            form, frames = key
            fitting = [p for p in contents if form in (p.forms or ACTIVE)]
            return Licensed([p for p in fitting if not p.frames or not p.frames.isdisjoint(frames)])

        def going_on(content: Pattern) -> Index[Pattern]:
            return by_letter(p for p in continuations if p.goes_with(content))

        def cutting(content: Pattern) -> tuple[Pattern, ...]:
            return tuple([p for p in ends if p.goes_with(content)])

        self.sources, self.contents = Kept(standing), Kept(licensed)
        self.continuations, self.ends = Kept(going_on), Kept(cutting)
