"""Claims out of drafts, once their speakers and parents are known."""

from collections.abc import Sequence
from typing import Final

from quoteattr.attribution.confidence import Confidence
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.readable import readable
from quoteattr.attribution.turns import SPOKEN
from quoteattr.claim import Claim, Cue, Kind, Source, SourceForm
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER, NAME
from quoteattr.text.span import Span

POSSESSIVES: Final = frozenset(LETTER[name] for name in ("GEN", "POSS", "HER"))
PRONOUNS: Final = frozenset(LETTER[name] for name in ("PRO", "IT", "OBJ", "INDEF", "QUANT", "THAT"))
RELATIVES: Final = frozenset(LETTER[name] for name in ("WHO", "WHICH", "THAT"))


def claim_of(draft: Draft, parent: Claim | None, confidence: Confidence) -> Claim:
    """The claim of a draft.

    Args:
        draft: The draft, with its speaker.
        parent: The claim in whose content it stands.
        confidence: The confidence of rules.
    """
    shape, commitment = draft.shape, draft.commitment
    content = tuple([_span(shape, piece) for piece in draft.content])
    quoted, kind = (content, Kind.DIRECT) if draft.pattern is SPOKEN else _quoted(shape, draft.content)
    return Claim(
        content=content,
        text=readable(shape, draft.content),
        quoted=quoted,
        cue=_cue(draft),
        source=_source(draft),
        speaker=draft.speaker,
        addressee=_span(shape, draft.addressee) if draft.addressee else None,
        circumstances=draft.circumstances,
        kind=kind,
        attitude=commitment.attitude,
        polarity=commitment.polarity,
        realis=commitment.realis,
        parent=parent,
        rule=draft.rule,
        confidence=confidence.of(*draft.names, draft.frame, draft.cue.entry.lemma if draft.cue else ""),
        resolution=draft.resolution,
        reasons=commitment.reasons,
    )


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


def _source(draft: Draft) -> Source | None:
    if draft.source is None or (draft.cue is None and draft.inherited):
        return None
    shape, (first, last) = draft.shape, draft.source
    start, end, letters = shape.starts[first], shape.ends[last - 1], shape.letters[first:last]
    if draft.inherited:
        form = SourceForm.ELIDED
    elif letters in RELATIVES and shape.sentence_start(first) != first:
        form = SourceForm.RELATIVE
    elif letters[-1] in POSSESSIVES:
        form = SourceForm.POSSESSIVE
    elif len(letters) == 1 and letters in PRONOUNS:
        form = SourceForm.PRONOUN
    elif NAME in letters:
        form = SourceForm.NAME
    else:
        form = SourceForm.NOMINAL
    return Source(start, end, shape.text[start:end], form=form, anonymous=draft.anonymous)


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
