"""Choices: of many patterns those that may match at a place, told once for each form, frames and letter there."""

from collections.abc import Sequence

from quoteattr.grammar.pattern import Pattern

# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])
LEFT = "left"

Ranked = tuple[tuple[int, Pattern], ...]


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
        self._sources, self._contents = sources, contents
        self._after = {"continuation": continuations, "end": ends}
        self._chosen_sources: dict[tuple[str, str, str], tuple[Pattern, ...]] = {}
        self._chosen_contents: dict[tuple[str, frozenset[str], str, bool, bool], Ranked] = {}
        self._licensed: dict[tuple[str, frozenset[str], bool], Ranked] = {}
        self._chosen_after: dict[tuple[str, str], tuple[Pattern, ...]] = {}

    def sources(self, side: str, form: str, letter: str) -> tuple[Pattern, ...]:
        """The source patterns of a side that go with a form of cue group.

        Args:
            side: Where the source stands.
            form: The form of the cue's group.
            letter: What the source's stretch begins with, or ends with where it stands left; empty for nothing.
        """
        key = (side, form, letter)
        found = self._chosen_sources.get(key)
        if found is None:
            fitting = (p for p in self._sources if p.side == side and (not p.forms or form in p.forms))
            found = self._chosen_sources[key] = tuple(p for p in fitting if p.regex.may_begin_with(letter))
        return found

    def contents(self, form: str, frames: frozenset[str], letter: str, *, left: bool, bare: bool) -> Ranked:
        """The content patterns that a form of cue group and a cue's frames license, each with its rank in the table.

        Args:
            form: The form of the cue's group.
            frames: The frames of the cue's entry.
            letter: The letter before source and cue, or after them.
            left: Whether the content stands left.
            bare: Whether there is no source.
        """
        key = (form, frames, letter, left, bare)
        found = self._chosen_contents.get(key)
        if found is None:
            licensed = self._licensed_by(form, frames, left=left)
            found = self._chosen_contents[key] = tuple(
                (rank, pattern)
                for rank, pattern in licensed
                if (pattern.sourceless or not bare) and pattern.regex.may_begin_with(letter)
            )
        return found

    def _licensed_by(self, form: str, frames: frozenset[str], *, left: bool) -> Ranked:
        """The content patterns of a side that a form of cue group and a cue's frames license."""
        key = (form, frames, left)
        found = self._licensed.get(key)
        if found is None:
            found = self._licensed[key] = tuple(
                (rank, pattern)
                for rank, pattern in enumerate(self._contents)
                if (pattern.side == LEFT) is left
                and form in (pattern.forms or ACTIVE)
                and (not pattern.frames or pattern.frames & frames)
            )
        return found

    def continuations(self, content: str) -> tuple[Pattern, ...]:
        """The continuations that are asked for a content pattern."""
        return self._asked("continuation", content)

    def ends(self, content: str) -> tuple[Pattern, ...]:
        """The ends that are asked for a content pattern or a continuation."""
        return self._asked("end", content)

    def _asked(self, table: str, content: str) -> tuple[Pattern, ...]:
        found = self._chosen_after.get((table, content))
        if found is None:
            several = self._after[table]
            found = tuple(p for p in several if not p.contents or content in p.contents)
            self._chosen_after[table, content] = found
        return found
