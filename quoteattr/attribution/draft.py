"""A draft: what is known of a claim before its speaker and its parent are."""

import attrs

from quoteattr.attribution.circumstances import Found
from quoteattr.attribution.commitment import Commitment
from quoteattr.attribution.reading import Reading
from quoteattr.grammar.shape import Shape


@attrs.define(eq=False)
class Draft:
    """A reading on its way to a claim.

    Args:
        shape: The shape that the reading's tokens count in: the text's, or that of a quotation's inside.
        reading: The reading.
        commitment: What it commits its source to.
        setting: Its circumstances and its addressee.
        parent: Index of the draft in whose content this one stands, in the list that holds both; parents stand first.
    """

    shape: Shape
    reading: Reading
    commitment: Commitment
    setting: Found
    parent: int | None = None

    def under(self, parent: int | None) -> "Draft":
        """The draft with another parent."""
        return Draft(self.shape, self.reading, self.commitment, self.setting, parent)
