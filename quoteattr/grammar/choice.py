"""Choices: of many patterns those that may match at a place, told by the letter there and by the cue."""

from collections.abc import Mapping, Sequence

import attrs

from quoteattr.grammar.index import Index
from quoteattr.grammar.pattern import ACTIVE, SIDES, Pattern

LEFT = "left"


@attrs.frozen
class Licensed:
    """The content patterns that a form of cue group and a cue's frames license.

    Args:
        right: Those of content that stands right, by the letter after source and cue.
        left: Those of content that stands left, by the letter before them.
        bare_right: Those that stand right of a cue without a source.
        bare_left: Those that stand left of one.
    """

    right: Index[Pattern]
    left: Index[Pattern]
    bare_right: Index[Pattern]
    bare_left: Index[Pattern]


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
        self._of_forms: dict[str, Mapping[str, Index[Pattern]]] = {}
        self._licensed: dict[tuple[str, frozenset[str]], Licensed] = {}
        self._continuing: dict[Pattern, Index[Pattern]] = {}
        self._ending: dict[Pattern, tuple[Pattern, ...]] = {}

    def sources(self, form: str) -> Mapping[str, Index[Pattern]]:
        """The source patterns that go with a form of cue group, by their side."""
        found = self._of_forms.get(form)
        if found is None:
            fitting = [p for p in self._sources if not p.forms or form in p.forms]
            found = {side: Index(p for p in fitting if p.side == side) for side in SIDES}
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
            fitting = [p for p in self._contents if form in (p.forms or ACTIVE)]
            fitting = [p for p in fitting if not p.frames or not p.frames.isdisjoint(frames)]
            right, left = ([p for p in fitting if (p.side == LEFT) is left] for left in (False, True))
            bare = (Index(p for p in several if p.sourceless) for several in (right, left))
            found = self._licensed[form, frames] = Licensed(Index(right), Index(left), *bare)
        return found

    def continuations(self, content: Pattern) -> Index[Pattern]:
        """The continuations that are asked for a content pattern."""
        found = self._continuing.get(content)
        if found is None:
            found = Index(p for p in self._continuations if p.goes_with(content))
            self._continuing[content] = found
        return found

    def ends(self, content: Pattern) -> tuple[Pattern, ...]:
        """The ends that are asked for a content pattern or a continuation."""
        found = self._ending.get(content)
        if found is None:
            found = tuple([p for p in self._ends if p.goes_with(content)])
            self._ending[content] = found
        return found
