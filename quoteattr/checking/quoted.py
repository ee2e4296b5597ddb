"""Quotations of the summary: are they in the source, unaltered, by whom, and what were they cut out of?"""

from collections.abc import Iterator, Sequence

from quoteattr.checking.alterations import alteration, bracketed
from quoteattr.checking.difference import Pair
from quoteattr.checking.findings import Change, Edit, Finding, FindingKind, Severity
from quoteattr.checking.likeness import likest
from quoteattr.checking.pair import Texts, Verdict
from quoteattr.checking.passages import pieces
from quoteattr.checking.placing import Place
from quoteattr.claim import Claim
from quoteattr.text.quotation import Quotation
from quoteattr.text.span import Span

UNATTRIBUTED = 3
"""Words that a quotation needs to be checked where nobody is said to have said it: “Axis” is none."""
_SAME = 0.6


def quoted(one: Quotation, claim: Claim | None, texts: Texts) -> Verdict | None:
    """The verdict on a quotation of the summary; None where there is nothing to compare.

    Args:
        one: The quotation.
        claim: The summary's claim that it belongs to.
        texts: Both texts.
    """
    found = pieces(one.inner_start, one.inner_end, texts.mine)
    if not found or (claim is None and sum(len(piece.words) for piece in found) < UNATTRIBUTED):
        return None
    span = Span.of(texts.mine.text, one.start, one.end)
    places = texts.placing.places(found)
    if not places:
        return Verdict((_strange(span, one, claim, texts),), 0.0)
    judged = [(place, list(_judged(place, span, claim, texts))) for place in places]
    place, findings = min(judged, key=lambda pair: len(pair[1]))
    return Verdict(tuple(findings), place.likeness)


def _judged(place: Place, span: Span, claim: Claim | None, texts: Texts) -> Iterator[Finding]:
    edits = tuple(edit for match in place.matches for edit in texts.placing.edits(match))
    there = texts.theirs.words.span(place.sources[0], place.sources[-1] + 1)
    chain = texts.chain(place.pairs[0][1])
    opinion, counterpart = texts.opinion(claim, chain)
    if not texts.placing.is_verbatim(place):
        yield _paraphrase(place, (span, there), edits, claim, counterpart)
        return
    altered = _altered(place, texts)
    if altered is not None:
        change, severity, message = altered
        yield Finding(FindingKind.ALTERED_QUOTATION, span, there, message, change, severity, edits, claim, counterpart)
        if change is Change.MERGED:
            return
    if opinion is False:
        yield texts.wrong_speaker(span, there, claim, counterpart)
    elif altered is None:
        pairs = [Pair(*pair) for pair in _content(place, texts)]
        found = texts.difference(pairs, claim, counterpart)
        if found is not None:
            there = texts.stretch(place.sources[0], place.sources[-1] + 1, found)
            yield texts.changed_commitment(found, (span, there), claim, counterpart)


def _content(place: Place, texts: Texts) -> Sequence[tuple[int, int]]:
    """The pairs that carry meaning; all where none does."""
    pairs = place.pairs
    return [pair for pair in pairs if pair[0] in texts.mine.content.sorts] or pairs


def _altered(place: Place, texts: Texts) -> tuple[Change, Severity, str] | None:
    if not place.exact:
        return alteration(place, texts)
    if not place.ordered:
        return Change.ORDER, Severity.MEDIUM, "The parts of the quotation stand in another order in the source."
    merged = texts.placing.merged(place)
    if merged is not None:
        _, _, one_speaker = merged
        severity = Severity.MEDIUM if one_speaker else Severity.HIGH
        who = "the same speaker, with the article's own words between" if one_speaker else "different speakers"
        return Change.MERGED, severity, f"The quotation joins words of {who}."
    if bracketed(place, texts):
        return Change.BRACKETS, Severity.HIGH, "The words in brackets name another than the source does."
    return None


def _paraphrase(
    place: Place, spans: tuple[Span, Span], edits: tuple[Edit, ...], claim: Claim | None, counterpart: Claim | None
) -> Finding:
    if place.exact:
        message = "The source has these words, but not as a quotation."
    else:
        message = "The source tells this in nearly these words, but not as a quotation."
    return Finding(FindingKind.PARAPHRASE_IN_MARKS, *spans, message, None, Severity.MEDIUM, edits, claim, counterpart)


def _strange(span: Span, one: Quotation, claim: Claim | None, texts: Texts) -> Finding:
    """A quotation whose words the source does not have: perhaps it tells the same in other words."""
    words = texts.mine.words.between(one.inner_start, one.inner_end)
    wanted = texts.mine.content.among(range(*words))
    for likely in likest(wanted, texts.mine, texts.theirs)[:1] if len(wanted) > 1 else ():
        if likely.share >= _SAME:
            there = texts.theirs.words.span(likely.first, likely.last)
            chain = texts.chain(likely.pairs[0].theirs)
            return Finding(
                FindingKind.PARAPHRASE_IN_MARKS, span, there, "The source tells this in other words.", None,
                Severity.MEDIUM, claim=claim, counterpart=chain[0] if chain else None,
            )  # fmt: skip
    return Finding(FindingKind.QUOTATION_NOT_IN_SOURCE, span, None, "The source has no such quotation.", claim=claim)
