"""The result: attributed claims and what they are made of.

The terms are the field's: an attribution has a source, a cue and content (PARC 3.0, Pareti 2016; PolNeAR, Newell et al.
2018); polarity and determinacy, here realis, follow the attribution layer of the PDTB (Prasad et al. 2007).
"""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from quoteattr.text.span import Span
from quoteattr.wording import decided, listed, shown


class Kind(StrEnum):
    """How the content is given: PARC's quote types."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attitude(StrEnum):
    """What sort of act or attitude the cue reports."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    QUESTION = "question"
    DIRECTIVE = "directive"
    COMMITMENT = "commitment"
    EVALUATION = "evaluation"
    EVIDENCE = "evidence"
    REFUSAL = "refusal"


class Polarity(StrEnum):
    """Whether the source puts the content forward or rejects it."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Realis(StrEnum):
    """Whether the text says that the saying took place."""

    ACTUAL = "actual"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    HEARSAY = "hearsay"


class Scope(StrEnum):
    """Which claims are wanted: those of what is said, or also attitudes, perception and plans."""

    SPEECH = "speech"
    ALL = "all"


class Factivity(StrEnum):
    """What the cue itself lets the reader think of the content's truth."""

    FACTIVE = "factive"
    NEUTRAL = "neutral"
    DOUBTING = "doubting"


class SourceForm(StrEnum):
    """How the source is worded."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    POSSESSIVE = "possessive"
    ELIDED = "elided"


class SpeakerKind(StrEnum):
    """What sort of entity speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    AUTHOR = "author"


class Gender(StrEnum):
    """What the text shows of a person's gender."""

    FEMALE = "female"
    MALE = "male"


class CircumstanceRole(StrEnum):
    """What a circumstance tells of the saying."""

    TIME = "time"
    PLACE = "place"
    MEDIUM = "medium"
    OCCASION = "occasion"
    MANNER = "manner"


@attrs.frozen
class Cue(Span):
    """The words that attribute: a verb group, "according to", a noun, a colon.

    Args:
        lemma: Dictionary form of the attributing word; a mark stands for itself.
        frame: Name of the lexicon's frame that the cue was read in.
        factivity: The cue's own colour.
    """

    lemma: str = attrs.field(kw_only=True)
    frame: str = attrs.field(kw_only=True)
    factivity: Factivity = attrs.field(default=Factivity.NEUTRAL, kw_only=True)


@attrs.frozen
class Source(Span):
    """The words that name who a claim is attributed to, as they stand in the text.

    Args:
        form: How the source is worded. An elided source ("adding that …") is the subject that the cue inherits.
        anonymous: Whether the text keeps the name back ("two stewards who asked not to be named").
    """

    form: SourceForm = attrs.field(kw_only=True)
    anonymous: bool = attrs.field(default=False, kw_only=True)


@attrs.frozen
class Circumstance(Span):
    """Where, when or through what something was said.

    Args:
        role: What the words tell of the saying.
    """

    role: CircumstanceRole = attrs.field(kw_only=True)


@attrs.frozen(cache_hash=True)  # of many mentions, and asked for by every claim
class Speaker:
    """The entity behind a source. Equal speakers are equal objects, so grouping by speaker is a dictionary.

    Args:
        name: The fullest name in the text, without titles; where the text never names it, its fullest description.
        kind: What sort of entity it is.
        aliases: Other names of it in the text, in text order.
        titles: Titles that the text gives it, in text order.
        mentions: Every span that was resolved to it, in text order.
        roles: What the text says that it is ("mayor", "head of the union"), in text order.
        gender: A person's gender, where title, role, pronoun or given name shows it.
        nation: The nation that it belongs to or speaks for.
        affiliation: The body that a person or group belongs to or speaks for, by its fullest name in the text.
        identifier: The caller's own, for one of the known people and bodies.
        named: Whether the text names it; else `name` is a description.
    """

    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    roles: tuple[str, ...] = ()
    gender: Gender | None = None
    nation: str | None = None
    affiliation: str | None = None
    identifier: str | None = None
    named: bool = True

    def __str__(self) -> str:
        return self.name


@attrs.frozen
class Known:
    """A person or body that the caller knows of: what a source is linked to where its name agrees.

    Args:
        name: The full name, which the speaker will carry.
        aliases: Other names that mean this one and nobody else.
        titles: Titles before a surname that mean this one: with "Mayor", "Mayor Brandt" is linked as well.
        gender: The gender, where it is known.
        identifier: What the speaker carries as its identifier.
        kind: What sort of entity it is.

    Example:
        >>> from quoteattr import extract
        >>> brandt = Known("Ana Brandt", aliases=("Iron Ana",), identifier="Q42")
        >>> (claim,) = extract("Iron Ana said that the bridge was closed.", known=[brandt])
        >>> claim.speaker.name, claim.speaker.identifier
        ('Ana Brandt', 'Q42')
    """

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    gender: Gender | None = None
    identifier: str | None = None
    kind: SpeakerKind = SpeakerKind.PERSON


@attrs.frozen
class Resolution:
    """How a claim's speaker was found.

    Args:
        sieve: Name of the sieve that decided; empty where there was no source to resolve.
        candidates: Names of those that stood when it did, the best first; two or more without a speaker are a tie.
    """

    sieve: str = ""
    candidates: tuple[str, ...] = ()


@attrs.frozen
class Reasons:
    """Which rules of commitment decided; empty where the default stood.

    Args:
        attitude: Name of the rule that gave the attitude.
        polarity: Name of the rule that gave the polarity.
        realis: Name of the rule that gave the realis.
    """

    attitude: str = ""
    polarity: str = ""
    realis: str = ""


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

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Mayor Ana Brandt told reporters on Monday that the tunnel would reopen.")
        >>> claim.text, claim.cue.lemma, claim.speaker.name
        ('the tunnel would reopen', 'tell', 'Ana Brandt')
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
    resolution: Resolution = Resolution()
    reasons: Reasons = attrs.field(default=Reasons(), eq=False)

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
