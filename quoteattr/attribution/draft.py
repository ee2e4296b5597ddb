"""A draft: a claim that still lacks its speaker and its parent."""

import attrs

from quoteattr.attribution.reading import Reading
from quoteattr.claim import Claim
from quoteattr.grammar.shape import Shape


@attrs.frozen(eq=False)
class Draft:
    """A reading on its way to a claim.

    Args:
        shape: The shape that the reading's tokens count in: the text's, or that of a quotation's inside.
        reading: The reading.
        claim: What is known of the claim so far.
        parent: Index of the draft in whose content this one stands, in the list that holds both; parents stand first.
    """

    shape: Shape
    reading: Reading
    claim: Claim
    parent: int | None = None

    def under(self, parent: int | None) -> "Draft":
        """The draft with another parent."""
        return Draft(self.shape, self.reading, self.claim, parent)
