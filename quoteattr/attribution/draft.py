"""A draft: a cue read as a claim, in tokens of a shape."""

from typing import Final

from quoteattr.attribution.commitment import NONE, Commitment
from quoteattr.attribution.cues import CueCandidate
from quoteattr.claim import Circumstance, Resolution, Speaker
from quoteattr.grammar.pattern import Pattern
from quoteattr.grammar.shape import Range, Shape

UNRESOLVED: Final = Resolution()
JOINT: Final = " + "  # between the names of a source pattern and a content pattern


class Draft:
    """A cue read as a claim, in tokens.

    Args:
        shape: The shape that its tokens count in: the text's, or that of a quotation's inside.
        cue: The cue; None before a floating quotation.
        source: The source's tokens; None where there is none.
        content: The pieces of the content, in text order.
        pattern: The pattern of the content.
        source_pattern: The pattern of the source; None where nothing but the content was looked for.

    Attributes:
        inherited: Whether the source is taken over from the sentence's subject.
        addressee: The tokens of whom it was said to; before that is settled, of whom the content's pattern tells of.
        frame: The frame that the cue is read in; empty without a cue.
        commitment: What it commits its source to.
        circumstances: Where, when and through what it was said, in text order.
        speaker: Who is behind its source; None where nobody or more than one stood.
        resolution: Which sieve decided that, and among whom.
        anonymous: Whether the text keeps the source's name back.
        parent: Index of the draft in whose content this one stands, in the list that holds both; parents stand first.
    """

    __slots__ = (
        *("shape", "cue", "source", "content", "pattern", "source_pattern", "addressee", "inherited"),
        *("frame", "commitment", "circumstances", "speaker", "resolution", "anonymous", "parent"),
    )

    def __init__(
        self,
        shape: Shape,
        cue: CueCandidate | None,
        source: Range | None,
        content: tuple[Range, ...],
        pattern: Pattern,
        source_pattern: Pattern | None = None,
    ) -> None:
        self.shape, self.cue, self.source, self.content = shape, cue, source, content
        self.pattern, self.source_pattern = pattern, source_pattern
        self.inherited = False
        self.addressee: Range | None = None
        self.frame = ""
        self.commitment: Commitment = NONE
        self.circumstances: tuple[Circumstance, ...] = ()
        self.speaker: Speaker | None = None
        self.resolution: Resolution = UNRESOLVED
        self.anonymous = False
        self.parent: int | None = None

    @property
    def first(self) -> int:
        """Its first token, an inherited source left out."""
        first, cue, source = self.content[0][0], self.cue, self.source
        if cue is not None and cue.first < first:
            first = cue.first
        if source is not None and source[0] < first and not self.inherited:
            first = source[0]
        return first

    @property
    def start(self) -> int:
        """The first token of source and cue; an inherited source is left out."""
        at = self.cue.first if self.cue else self.content[0][0]
        return min(at, self.source[0]) if self.source and not self.inherited else at

    @property
    def tag_end(self) -> int:
        """The token just past source and cue; an inherited source is left out."""
        at = self.cue.last if self.cue else self.content[0][0]
        return max(at, self.source[1]) if self.source and not self.inherited else at

    @property
    def names(self) -> tuple[str, str]:
        """The names of the patterns of source and content; one alone stands first."""
        content = self.pattern.name
        return (content, "") if self.source_pattern is None else (self.source_pattern.name, content)

    @property
    def rule(self) -> str:
        """The names of the patterns that found it, as in `Claim.rule`."""
        return JOINT.join(filter(None, self.names))
