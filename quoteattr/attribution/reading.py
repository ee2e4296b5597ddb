"""A reading: a cue read as a claim, in tokens of a shape."""

import attrs

from quoteattr.attribution.cues import CueCandidate

Range = tuple[int, int]


@attrs.frozen
class Reading:
    """A cue read as a claim, in tokens.

    Args:
        cue: The cue; None before a floating quotation.
        source: The source's tokens; None where there is none.
        content: The pieces of the content, in text order.
        addressee: The addressee's tokens.
        rule: Names of the patterns that found it.
        inherited: Whether the source is taken over from the sentence's subject.
        outer: Whether other readings may stand in its content where no verb introduces it.
    """

    cue: CueCandidate | None
    source: Range | None
    content: tuple[Range, ...]
    addressee: Range | None
    rule: str
    inherited: bool = False
    outer: bool = False

    @property
    def first(self) -> int:
        """Its first token, an inherited source left out."""
        starts = [self.content[0][0]]
        if self.cue:
            starts.append(self.cue.first)
        if self.source and not self.inherited:
            starts.append(self.source[0])
        return min(starts)
