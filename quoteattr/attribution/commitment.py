"""Commitment: what sort of act a cue reports, whether the source stands by the content, whether it was said at all.

The attribution layer of the PDTB tells type, polarity and determinacy apart: here attitude, polarity and realis.
"""

from typing import TypeAlias

import attrs

from quoteattr.attribution.rule import Rule
from quoteattr.claim import Attitude, Factivity, Polarity, Realis, Reasons

TABLES = {"attitude": Attitude, "polarity": Polarity, "realis": Realis}
Deciding: TypeAlias = tuple[Rule | None, ...]
"""Of each table the rule that decides; None where the default stands."""


@attrs.frozen
class Commitment:
    """What a reading commits its source to.

    Args:
        frame: The frame that the cue was read in; empty without a cue.
        factivity: The cue's own colour.
        attitude: The sort of act or attitude.
        polarity: Whether the source puts the content forward.
        realis: Whether the act took place.
        reasons: The rules that decided.
    """

    frame: str = ""
    factivity: Factivity = Factivity.NEUTRAL
    attitude: Attitude = Attitude.ASSERTION
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    reasons: Reasons = attrs.field(factory=Reasons)


NONE = Commitment()


def commitment(frame: str, factivity: Factivity, deciding: Deciding) -> Commitment:
    """What the rules that decided commit to."""
    attitude, polarity, realis = deciding
    return Commitment(
        frame,
        factivity,
        Attitude(attitude.value) if attitude else Attitude.ASSERTION,
        Polarity(polarity.value) if polarity else Polarity.POSITIVE,
        Realis(realis.value) if realis else Realis.ACTUAL,
        Reasons(*[rule.name if rule else "" for rule in deciding]),
    )
