"""Claims out of drafts, once their speakers and parents are known."""

from collections.abc import Sequence

import attrs

from quoteattr.attribution.confidence import Confidence, confidence_of
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.judge import Judge, judge_of
from quoteattr.attribution.readable import readable
from quoteattr.claim import Circumstance, Claim, Cue, Kind, Resolution, Source, SourceForm, Speaker
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.once import once
from quoteattr.text.span import Span

POSSESSIVES = frozenset(LETTER[name] for name in ("GEN", "POSS", "HER"))
PRONOUNS = frozenset(LETTER[name] for name in ("PRO", "IT", "OBJ", "INDEF", "QUANT"))
WHO, NAME = LETTER["WHO"], LETTER["NAME"]


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
        shape, commitment, circumstances = draft.shape, draft.commitment, draft.circumstances
        content = tuple([_span(shape, piece) for piece in draft.content])
        if self.judge.is_verbatim(draft):
            quoted, kind = content, Kind.DIRECT
        else:
            quoted, kind = _quoted(shape, draft.content)
        if told:
            circumstances = tuple(sorted((*circumstances, *told), key=lambda each: each.start))
        rule, lemma = draft.rule, draft.cue.entry.lemma if draft.cue else ""
        return Claim(
            content=content,
            text=readable(shape, draft.content),
            quoted=quoted,
            cue=_cue(draft),
            source=_source(draft, anonymous=anonymous),
            speaker=speaker,
            addressee=_span(shape, draft.addressee) if draft.addressee else None,
            circumstances=circumstances,
            kind=kind,
            attitude=commitment.attitude,
            polarity=commitment.polarity,
            realis=commitment.realis,
            parent=parent,
            rule=rule,
            confidence=self.confidence.of(rule, draft.frame, lemma),
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


def _cue(draft: Draft) -> Cue | None:
    cue, shape = draft.cue, draft.shape
    if cue is None:
        return None
    start, end = shape.starts[cue.first], shape.ends[cue.last - 1]
    words, factivity = shape.text[start:end], draft.commitment.factivity
    return Cue(start, end, words, lemma=cue.entry.lemma, frame=draft.frame, factivity=factivity)


def _source(draft: Draft, *, anonymous: bool) -> Source | None:
    if draft.source is None or (draft.cue is None and draft.inherited):
        return None
    shape, (first, last) = draft.shape, draft.source
    start, end, letters = shape.starts[first], shape.ends[last - 1], shape.letters[first:last]
    if draft.inherited:
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
