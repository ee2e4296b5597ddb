"""Commitment: what sort of act a cue reports, whether the source stands by the content, whether it was said at all.

The attribution layer of the PDTB tells type, polarity and determinacy apart: here attitude, polarity and realis.
"""

from quoteattr.claim import Attitude, Factivity, Polarity, Realis, Reasons

NO_REASONS = Reasons()


class Commitment:
    """What a draft commits its source to.

    Args:
        attitude: The sort of act or attitude.
        polarity: Whether the source puts the content forward.
        realis: Whether the act took place.
        factivity: The cue's own colour.
        reasons: The rules that decided.
    """

    __slots__ = ("attitude", "factivity", "polarity", "realis", "reasons")

    def __init__(
        self,
        attitude: Attitude = Attitude.ASSERTION,
        polarity: Polarity = Polarity.POSITIVE,
        realis: Realis = Realis.ACTUAL,
        factivity: Factivity = Factivity.NEUTRAL,
        reasons: Reasons = NO_REASONS,
    ) -> None:
        self.attitude, self.polarity, self.realis = attitude, polarity, realis
        self.factivity, self.reasons = factivity, reasons


NONE = Commitment()
