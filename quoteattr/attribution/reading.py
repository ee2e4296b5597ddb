"""A reading: a cue read as a claim, in tokens of a shape."""

import attrs

from quoteattr.attribution.cues import CueCandidate
from quoteattr.grammar.pattern import ContentKind

Range = tuple[int, int]
JOINT = " + "  # between the names of a source pattern and a content pattern


@attrs.frozen
class Reading:
    """A cue read as a claim, in tokens.

    Args:
        cue: The cue; None before a floating quotation.
        source: The source's tokens; None where there is none.
        content: The pieces of the content, in text order.
        addressee: The addressee's tokens.
        rule: Names of the patterns that found it.
        kind: The kind of its content.
        inherited: Whether the source is taken over from the sentence's subject.
        outer: Whether other readings may stand in its content where no verb introduces it.
    """

    cue: CueCandidate | None
    source: Range | None
    content: tuple[Range, ...]
    addressee: Range | None
    rule: str
    kind: str = ContentKind.QUOTATION
    inherited: bool = False
    outer: bool = False

    @property
    def first(self) -> int:
        """Its first token, an inherited source left out."""
        first, cue, source = self.content[0][0], self.cue, self.source
        if cue is not None and cue.first < first:
            first = cue.first
        if source is not None and source[0] < first and not self.inherited:
            first = source[0]
        return first
