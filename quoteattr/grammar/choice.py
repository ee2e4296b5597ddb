"""Choices: of many patterns those that may match at a place, told by two letters there and by the cue."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from quoteattr.grammar.pattern import SIDES, Pattern
from quoteattr.grammar.ranked import Anywhere, Excerpt, Ranks, Table

# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])
LEFT = "left"


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
