"""What holds of the claims of every text, however odd."""

import json
from collections.abc import Sequence
from itertools import pairwise

from quoteattr import Claim, SourceForm, Span, extract
from quoteattr.formats.json import from_dict, from_dicts, to_dict, to_dicts


def check(text: str) -> tuple[Claim, ...]:
    """The claims of a text.

    Raises:
        AssertionError: They break an invariant.
    """
    claims = extract(text)
    for number, claim in enumerate(claims):
        _check_spans(text, claim)
        _check_content(claim)
        _check_parent(claim, claims[:number])
    starts = [_start(claim) for claim in claims]
    assert starts == sorted(starts), "claims are in text order"
    assert len(set(claims)) == len(claims), "a claim is found once"
    _check_speakers(claims)
    _check_written(claims)
    assert extract(text) == claims, "the same text gives the same claims"
    assert extract(text, nested=False) == tuple(claim for claim in claims if claim.parent is None)
    return claims


def _start(claim: Claim) -> int:
    """Where a claim begins; an elided source belongs to another."""
    own = claim.source is not None and claim.source.form is not SourceForm.ELIDED
    return min(span.start for span in (*claim.content, claim.cue, claim.source if own else None) if span is not None)


def _check_spans(text: str, claim: Claim) -> None:
    mentions = claim.speaker.mentions if claim.speaker else ()
    single = (span for span in (claim.cue, claim.source, claim.addressee) if span is not None)
    for span in (*single, *claim.content, *claim.quoted, *claim.circumstances, *mentions):
        assert span.start < span.end, "no span is empty"
        assert text[span.start : span.end] == span.text, "a span is a stretch of the text"


def _check_content(claim: Claim) -> None:
    assert claim.content, "a claim has content"
    assert _disjoint(claim.content), "content is in text order"
    assert _disjoint(claim.quoted), "verbatim stretches are in text order"
    assert _disjoint(claim.circumstances), "circumstances are in text order"
    assert all(any(part.covers(quoted) for part in claim.content) for quoted in claim.quoted), "quoted is content"
    if claim.cue is not None:
        assert not any(_overlap(claim.cue, part) for part in claim.content), "the cue is no content"
        assert claim.source is None or not _overlap(claim.cue, claim.source), "the cue is no source"


def _disjoint(spans: Sequence[Span]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(spans))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _check_parent(claim: Claim, before: Sequence[Claim]) -> None:
    if claim.parent is not None:
        assert any(claim.parent is other for other in before), "a parent stands before its children"


def _check_speakers(claims: Sequence[Claim]) -> None:
    speakers = [claim.speaker for claim in claims if claim.speaker is not None]
    assert len({id(speaker) for speaker in speakers}) == len(set(speakers)), "equal speakers are one object"
    for speaker in speakers:
        assert speaker.name.strip(), "a speaker has a name"
        assert list(speaker.mentions) == sorted(set(speaker.mentions)), "mentions are in text order"


def _check_written(claims: tuple[Claim, ...]) -> None:
    parents = {claim.parent for claim in claims}
    for claim in claims:
        if claim not in parents:  # it is written down with its ancestors
            assert from_dict(json.loads(json.dumps(to_dict(claim)))) == claim
    assert from_dicts(json.loads(json.dumps(to_dicts(claims)))) == claims
