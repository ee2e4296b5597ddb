"""A claim: one attribution.

The terms are the field's: an attribution has a source, a cue and content (PARC 3.0, Pareti 2016; PolNeAR, Newell et al.
2018).
"""

from collections.abc import Iterator

import attrs

from quoteattr.parts import Circumstance, Cue, Known, Reasons, Resolution, Source, Speaker
from quoteattr.text.span import Span
from quoteattr.values import (
    Attitude,
    CircumstanceRole,
    Factivity,
    Gender,
    Kind,
    Polarity,
    Realis,
    Scope,
    SourceForm,
    SpeakerKind,
)
from quoteattr.wording import clipped, decided, listed, shown

__all__ = [
    "Attitude",
    "Circumstance",
    "CircumstanceRole",
    "Claim",
    "Cue",
    "Factivity",
    "Gender",
    "Kind",
    "Known",
    "Polarity",
    "Realis",
    "Reasons",
    "Resolution",
    "Scope",
    "Source",
    "SourceForm",
    "Speaker",
    "SpeakerKind",
]


@attrs.frozen(cache_hash=True)  # a claim's hash is its parent's too
class Claim:
    """One attribution: what is claimed, through which words, by whom.

    Args:
        content: What is claimed, in text order; split content has several spans.
        text: The content as one readable string: outer marks and a leading complementiser taken off, pieces joined.
        quoted: The stretches inside the content that are verbatim: only these may be quoted again.
        cue: The words that attribute; None where there are none, as before a floating quotation.
        source: The words that name who it is attributed to; None where the text names nobody.
        speaker: The entity behind the source; None where two candidates are left.
        addressee: Whom it was said to.
        circumstances: Where, when and through what, in text order.
        kind: direct, indirect or mixed.
        attitude: What sort of act or attitude it is.
        polarity: negative where the source rejects the content.
        realis: Whether the text says that the saying took place.
        parent: The claim in whose content this one stands.
        resolution: Which sieve found the speaker, and among whom.
        rule: Names of the source pattern and the content pattern that found it, joined by " + ".
        confidence: The share of the claims of this rule that were right, source included, on a corpus; from 0 to 1.
            None where nothing was counted: for claims made by hand, and in a language without counts.
        reasons: Which rules of commitment decided; no part of what makes claims equal.

    Claims sort in text order. As a string a claim is a line to read, and what it holds is in the fields.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Mayor Ana Brandt told reporters on Monday that the tunnel would reopen.")
        >>> claim.text, claim.cue.lemma, claim.speaker.name
        ('the tunnel would reopen', 'tell', 'Ana Brandt')
        >>> print(claim)
        Ana Brandt told: the tunnel would reopen
    """

    content: tuple[Span, ...]
    text: str
    quoted: tuple[Span, ...] = ()
    cue: Cue | None = None
    source: Source | None = None
    speaker: Speaker | None = None
    addressee: Span | None = None
    circumstances: tuple[Circumstance, ...] = ()
    kind: Kind = Kind.INDIRECT
    attitude: Attitude = Attitude.ASSERTION
    polarity: Polarity = Polarity.POSITIVE
    realis: Realis = Realis.ACTUAL
    parent: "Claim | None" = None
    rule: str = ""
    confidence: float | None = None
    resolution: Resolution = Resolution()  # noqa: RUF009  # it is frozen
    reasons: Reasons = attrs.field(default=Reasons(), eq=False)

    def __str__(self) -> str:
        who = clipped(str(self.speaker or self.source or "–"))
        through = f" {clipped(self.cue.text)}" if self.cue and self.cue.text[:1].isalpha() else ""
        what = clipped(self.text)
        notes = f" ({', '.join(self._unusual())})" if self._unusual() else ""
        said = f"“{what}”" if self.kind is Kind.DIRECT else what
        return f"{who}{through}: {said}{notes}"

    def __repr__(self) -> str:
        named = (("source", self.source), ("speaker", self.speaker), ("cue", self.cue))
        parts = [f"{name}={_written(str(value))}" for name, value in named if value is not None]
        return " ".join(["<Claim", _written(self.text), *parts, self.kind, *self._unusual()]) + ">"

    def __lt__(self, other: object) -> bool:
        return self._place() < other._place() if isinstance(other, Claim) else NotImplemented

    def _unusual(self) -> list[str]:
        """The values that differ from what most claims have."""
        usual = (Attitude.ASSERTION, Polarity.POSITIVE, Realis.ACTUAL)
        return [value.value for value in (self.attitude, self.polarity, self.realis) if value not in usual]

    def _place(self) -> tuple[int, int, int]:
        """Where it stands in the text: its first word, its content's first, and of two the longer one first."""
        spans: list[Span | None] = [*self.content, self.cue]
        if self.source is not None and self.source.form is not SourceForm.ELIDED:
            spans.append(self.source)
        first = min((span.start for span in spans if span is not None), default=0)
        begin, end = (self.content[0].start, self.content[-1].end) if self.content else (first, first)
        return first, begin, -end

    def explain(self) -> str:
        """Why the claim is as it is, a sentence a line: its cue, source and content, and what decided each field.

        Example:
            >>> from quoteattr import extract
            >>> (claim,) = extract("Mayor Ana Brandt did not say whether the bridge was safe.")
            >>> print(claim.explain())
            The cue is “did not say”, a form of “say” read in the frame SAY; its factivity is neutral.
            The source is “Mayor Ana Brandt”, found by the pattern “subject”.
            The content is “whether the bridge was safe”, found by the pattern “question”; its kind is indirect.
            The attitude is assertion, as no rule says otherwise.
            The polarity is positive, as no rule says otherwise.
            The realis is negated, by the rule “not said”.
            The speaker is Ana Brandt, by the sieve “exact name”.
        """
        origin, _, pattern = self.rule.partition(" + ")
        return "\n".join(
            (
                self._cue_in_words(),
                self._source_in_words(origin),
                self._content_in_words(pattern),
                decided("attitude", self.attitude, self.reasons.attitude),
                decided("polarity", self.polarity, self.reasons.polarity),
                decided("realis", self.realis, self.reasons.realis),
                self._speaker_in_words(),
                *self._setting_in_words(),
            )
        )

    def _cue_in_words(self) -> str:
        if self.cue is None:
            return "There is no cue."
        lemma = f"a form of “{self.cue.lemma}”" if self.cue.lemma[:1].isalpha() else "a mark"
        read = f"{lemma} read in the frame {self.cue.frame}"
        return f"The cue is {shown(self.cue.text)}, {read}; its factivity is {self.cue.factivity}."

    def _source_in_words(self, origin: str) -> str:
        if self.source is None:
            return "The text names no source."
        return f"The source is {shown(self.source.text)}, found by the pattern “{origin}”."

    def _content_in_words(self, pattern: str) -> str:
        pieces = listed(shown(span.text) for span in self.content)
        return f"The content is {pieces}, found by the pattern “{pattern}”; its kind is {self.kind}."

    def _speaker_in_words(self) -> str:
        sieve, candidates = self.resolution.sieve, self.resolution.candidates
        if self.speaker is not None:
            return f"The speaker is {self.speaker.name}, by the sieve “{sieve}”."
        if not sieve:
            return "The speaker is unknown, as no sieve decided."
        stood = listed(candidates) if candidates else "nobody"
        return f"The speaker is unknown: the sieve “{sieve}” had {stood} to choose from."

    def _setting_in_words(self) -> Iterator[str]:
        if self.addressee is not None:
            yield f"The addressee is {shown(self.addressee.text)}."
        if self.circumstances:
            yield f"The circumstances are {listed(f'{shown(c.text)} ({c.role})' for c in self.circumstances)}."
        if self.parent is not None:
            yield f"It stands in the content of the claim before it that is {shown(self.parent.text)}."


def _written(text: str) -> str:
    """A stretch as a literal of Python, of a long one both ends."""
    return clipped(repr(clipped(text)))
