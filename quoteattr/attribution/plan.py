"""A plan: which rules of commitment are left to ask of readings whose cues have much in common."""

from collections.abc import Callable, Iterable
from typing import Self, TypeAlias

import attrs

from quoteattr.attribution.commitment import Commitment, Deciding, commitment
from quoteattr.attribution.rule import CUE, Rule
from quoteattr.claim import Factivity

Tables: TypeAlias = tuple[tuple[Rule, ...], ...]
"""The rules of attitude, polarity and realis, each in the order in which they are tried."""


@attrs.frozen(eq=False)
class Plan:
    """The rules left to ask.

    Args:
        rules: Those that may decide.
        asked: Those of them that are matched beside the cue, up to one that decides by the cue alone.
        fixed: Of each table, the one that does.
        settled: What these commit to.
    """

    rules: Tables
    asked: Tables
    fixed: Deciding
    settled: Commitment

    @classmethod
    def of(cls, rules: Tables, frame: str, factivity: Factivity, applies: Callable[[Rule], bool]) -> Self:
        """The plan of rules.

        Args:
            rules: Those that may decide.
            frame: The frame of the cue.
            factivity: The cue's own colour.
            applies: Whether a rule about the words of the cue does.
        """
        fixed = tuple([_first_by_cue(several, applies) for several in rules])
        before = [
            several[: several.index(last)] if last else several for several, last in zip(rules, fixed, strict=True)
        ]
        asked = tuple([tuple([rule for rule in several if rule.place is not CUE]) for several in before])
        return cls(rules, asked, fixed, commitment(frame, factivity, fixed))


def _first_by_cue(several: Iterable[Rule], applies: Callable[[Rule], bool]) -> Rule | None:
    """The first rule that decides by the cue alone."""
    for rule in several:
        if rule.place is CUE and (rule.regex is None or applies(rule)):
            return rule
    return None
