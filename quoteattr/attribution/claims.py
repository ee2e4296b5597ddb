"""Claims out of readings: first drafts, and with their speakers and parents the claims themselves."""

from collections.abc import Sequence

import attrs

from quoteattr.attribution.addressees import addressees_of
from quoteattr.attribution.circumstances import setting_of
from quoteattr.attribution.commitment import Commitment
from quoteattr.attribution.confidence import Confidence, confidence_of
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.judge import Judge, judge_of
from quoteattr.attribution.nesting import within
from quoteattr.attribution.readable import readable
from quoteattr.attribution.reading import Range, Reading
from quoteattr.claim import Circumstance, Claim, Cue, Kind, Resolution, Source, SourceForm, Speaker
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.once import once
from quoteattr.text.span import Span

POSSESSIVES = frozenset(LETTER[name] for name in ("GEN", "POSS", "HER"))
PRONOUNS = frozenset(LETTER[name] for name in ("PRO", "IT", "OBJ", "INDEF", "QUANT"))
WHO, NAME = LETTER["WHO"], LETTER["NAME"]


def drafts(shape: Shape, found: Sequence[Reading], grammar: Grammar) -> list[Draft]:
    """Each reading as a draft."""
    if not found:
        return []
    judge, addressees, settings = judge_of(grammar), addressees_of(grammar), setting_of(grammar)
    made = []
    for reading in within(shape, found):
        commitment = judge.judge(shape, reading)
        addressee = addressees.of(shape, reading, commitment.frame)
        made.append(Draft(shape, reading, commitment, settings.of(shape, reading, addressee)))
    return made


@attrs.frozen(eq=False)
class Writer:
    """Writes drafts out as claims.

    Args:
        judge: What tells which content is verbatim.
        confidence: The confidence of rules.
    """

    judge: Judge
    confidence: Confidence

    def claim(
        self,
        draft: Draft,
        parent: Claim | None,
        speaker: Speaker | None,
        resolution: Resolution,
        told: tuple[Circumstance, ...],
        *,
        anonymous: bool = False,
    ) -> Claim:
        """The claim of a draft.

        Args:
            draft: The draft.
            parent: The claim in whose content it stands.
            speaker: The entity behind its source.
            resolution: How that was found.
            told: The circumstances that another sentence tells.
            anonymous: Whether the text keeps its source's name back.
        """
        shape, reading, commitment, setting = draft.shape, draft.reading, draft.commitment, draft.setting
        content = tuple([_span(shape, piece) for piece in reading.content])
        if self.judge.is_verbatim(reading):
            quoted, kind = content, Kind.DIRECT
        else:
            quoted, kind = _quoted(shape, reading.content)
        circumstances = setting.circumstances
        if told:
            circumstances = tuple(sorted((*circumstances, *told), key=lambda each: each.start))
        lemma = reading.cue.entry.lemma if reading.cue else ""
        return Claim(
            content=content,
            text=readable(shape, reading.content),
            quoted=quoted,
            cue=_cue(shape, reading, commitment),
            source=_source(shape, reading, anonymous=anonymous),
            speaker=speaker,
            addressee=_span(shape, setting.addressee) if setting.addressee else None,
            circumstances=circumstances,
            kind=kind,
            attitude=commitment.attitude,
            polarity=commitment.polarity,
            realis=commitment.realis,
            parent=parent,
            rule=reading.rule,
            confidence=self.confidence.of(reading.rule, commitment.frame, lemma),
            resolution=resolution,
            reasons=commitment.reasons,
        )


@once
def writer_of(grammar: Grammar) -> Writer:
    """What writes the drafts of a grammar out, made at its first use."""
    return Writer(judge_of(grammar), confidence_of(grammar))


def _span(shape: Shape, tokens: Range) -> Span:
    start, end = shape.starts[tokens[0]], shape.ends[tokens[1] - 1]
    return Span(start, end, shape.text[start:end])


def _cue(shape: Shape, reading: Reading, commitment: Commitment) -> Cue | None:
    if reading.cue is None:
        return None
    start, end = shape.starts[reading.cue.first], shape.ends[reading.cue.last - 1]
    return Cue(
        start,
        end,
        shape.text[start:end],
        lemma=reading.cue.entry.lemma,
        frame=commitment.frame,
        factivity=commitment.factivity,
    )


def _source(shape: Shape, reading: Reading, *, anonymous: bool) -> Source | None:
    if reading.source is None or (reading.cue is None and reading.inherited):
        return None
    first, last = reading.source
    start, end, letters = shape.starts[first], shape.ends[last - 1], shape.letters[first:last]
    if reading.inherited:
        form = SourceForm.ELIDED
    elif letters == WHO:
        form = SourceForm.RELATIVE
    elif letters[-1] in POSSESSIVES:
        form = SourceForm.POSSESSIVE
    elif len(letters) == 1 and letters in PRONOUNS:
        form = SourceForm.PRONOUN
    elif NAME in letters:
        form = SourceForm.NAME
    else:
        form = SourceForm.NOMINAL
    return Source(start, end, shape.text[start:end], form=form, anonymous=anonymous)


def _quoted(shape: Shape, pieces: Sequence[Range]) -> tuple[tuple[Span, ...], Kind]:
    """The verbatim stretches of a content, and its kind: direct where nothing but marks stands beside them."""
    text, quotations = shape.text, shape.quotations
    if not quotations:
        return (), Kind.INDIRECT
    found, beside = [], ""
    for first, last in pieces:
        at = shape.starts[first]
        for quotation in [quotations[token] for token in range(first, last) if token in quotations]:
            start, end = quotation.inner_start, quotation.inner_end
            if start < end:
                found.append(Span(start, end, text[start:end]))
                beside += text[at:start]
                at = end
        beside += text[at : shape.ends[last - 1]]
    if not found:
        return (), Kind.INDIRECT
    return tuple(found), Kind.MIXED if any(map(str.isalnum, beside)) else Kind.DIRECT
