"""Claims out of readings: spans, kind, quoted words and parents."""

from collections.abc import Sequence

from quoteattr.attribution.addressees import addressees_of
from quoteattr.attribution.circumstances import setting_of
from quoteattr.attribution.commitment import Commitment, judge_of
from quoteattr.attribution.confidence import confidence_of
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.nesting import within
from quoteattr.attribution.readable import readable
from quoteattr.attribution.reading import Range, Reading
from quoteattr.claim import Claim, Cue, Kind, Source, SourceForm
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.text.span import Span

PRONOUNS = frozenset(LETTER[name] for name in ("PRO", "IT", "OBJ", "INDEF", "QUANT"))


def drafts(shape: Shape, found: Sequence[Reading], grammar: Grammar) -> list[Draft]:
    """Each reading as a draft."""
    return [Draft(shape, reading, _claim(shape, reading, grammar)) for reading in within(found)]


def _claim(shape: Shape, reading: Reading, grammar: Grammar) -> Claim:
    judge = judge_of(grammar)
    commitment = judge.judge(shape, reading)
    addressee = addressees_of(grammar).of(shape, reading, commitment.frame)
    setting = setting_of(grammar).of(shape, reading, addressee)
    addressee = setting.addressee
    content = tuple(_content_span(shape, piece) for piece in reading.content)
    quoted = content if judge.is_verbatim(reading) else _quoted(shape, reading.content)
    return Claim(
        content=content,
        text=readable(shape, reading.content),
        quoted=quoted,
        cue=_cue(shape, reading, commitment),
        source=_source(shape, reading),
        addressee=_span(shape, addressee) if addressee else None,
        circumstances=setting.circumstances,
        kind=_kind(content, quoted),
        attitude=commitment.attitude,
        polarity=commitment.polarity,
        realis=commitment.realis,
        rule=reading.rule,
        confidence=_confidence(reading, commitment, grammar),
        reasons=commitment.reasons,
    )


def _span(shape: Shape, tokens: Range) -> Span:
    return Span.of(shape.text, shape.starts[tokens[0]], shape.ends[tokens[1] - 1])


def _content_span(shape: Shape, tokens: Range) -> Span:
    return _span(shape, tokens)


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


def _confidence(reading: Reading, commitment: Commitment, grammar: Grammar) -> float | None:
    lemma = reading.cue.entry.lemma if reading.cue else ""
    return confidence_of(grammar).of(reading.rule, commitment.frame, lemma)


def _source(shape: Shape, reading: Reading) -> Source | None:
    if reading.source is None:
        return None
    first, last = reading.source
    span = _span(shape, reading.source)
    letters = shape.letters[first:last]
    if reading.inherited:
        form = SourceForm.ELIDED
    elif letters == LETTER["WHO"]:
        form = SourceForm.RELATIVE
    elif len(letters) == 1 and letters in PRONOUNS:
        form = SourceForm.PRONOUN
    elif LETTER["NAME"] in letters:
        form = SourceForm.NAME
    else:
        form = SourceForm.NOMINAL
    return Source(span.start, span.end, span.text, form=form)


def _quoted(shape: Shape, pieces: Sequence[Range]) -> tuple[Span, ...]:
    found = []
    for first, last in pieces:
        for at in range(first, last):
            quotation = shape.quotations.get(at)
            if quotation is not None and quotation.inner_start < quotation.inner_end:
                found.append(Span.of(shape.text, quotation.inner_start, quotation.inner_end))
    return tuple(found)


def _kind(content: Sequence[Span], quoted: Sequence[Span]) -> Kind:
    if not quoted:
        return Kind.INDIRECT
    said = sum(_letters(span) for span in content)
    verbatim = sum(_letters(span) for span in quoted)
    return Kind.DIRECT if any(span.text for span in quoted) and said <= verbatim else Kind.MIXED


def _letters(span: Span) -> int:
    return sum(map(str.isalnum, span.text))
