"""What holds of every text, however odd."""

import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import Claim, Span, extract

_ODD = st.sampled_from(
    [
        *("\r\n", "\r", "\n\n", "\t", "\0", "\x85", "\u2028", "\u200b", "\ufeff", "\u00ad", "\u202e"),
        *("😀", "👩\u200d🚒", "e\u0301", "İ", "ﬁ"),
    ]
)
_MARKS = st.sampled_from([*"“”‘’\"'«»„‚`´—–-…()[]:;,.?!", "''", "``", "...", " — ", "’s", "n’t"])
_PIECES = st.sampled_from(
    [
        "Mayor Ana Brandt", "Brandt", "she", "He", "Dr. Osei", "the ministry", "two officials who were not named",
        "said", "says", "has denied", "did not say", "told reporters", "asked whether", "according to", "According to",
        "adding that", "promised to", "is said to", "claims", "the claim that", "that", "who", "for his part,",
        "the bridge would reopen", "it was safe", "resign", "on Tuesday", "in a statement", "at 9 a.m.", "4.5 million",
    ]
)  # fmt: skip
_NEWS = st.lists(st.one_of(_PIECES, _PIECES, _MARKS, _ODD), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n"]).map(lambda joint: joint.join(pieces))
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.text(max_size=5), _MARKS, _ODD)).map("".join), _NEWS, _NEWS)


def _own_spans(claim: Claim) -> Iterator[Span]:
    """The spans that place a claim in the text."""
    yield from claim.content
    yield from (span for span in (claim.cue, claim.source) if span is not None)


def _spans(claim: Claim) -> Iterator[Span]:
    yield from _own_spans(claim)
    yield from claim.quoted
    yield from claim.circumstances
    if claim.addressee is not None:
        yield claim.addressee
    if claim.speaker is not None:
        yield from claim.speaker.mentions


def _start(claim: Claim) -> int:
    return min(span.start for span in _own_spans(claim))


@given(TEXTS)
def test_every_span_is_a_stretch_of_the_text(text: str) -> None:
    for claim in extract(text):
        for span in _spans(claim):
            assert text[span.start : span.end] == span.text


@given(TEXTS)
def test_claims_have_content_in_text_order_and_quote_only_from_it(text: str) -> None:
    for claim in extract(text):
        assert claim.content
        assert list(claim.content) == sorted(claim.content)
        assert all(any(part.covers(quoted) for part in claim.content) for quoted in claim.quoted)


@given(TEXTS)
def test_claims_are_in_text_order(text: str) -> None:
    starts = [_start(claim) for claim in extract(text)]
    assert starts == sorted(starts)


@given(TEXTS)
def test_a_claim_is_found_once_and_its_parent_is_among_the_claims(text: str) -> None:
    claims = extract(text)
    assert len(set(claims)) == len(claims)
    assert all(claim.parent is None or claim.parent in claims for claim in claims)


@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert extract(text) == extract(text)


@given(TEXTS)
def test_claims_survive_pickling(text: str) -> None:
    claims = extract(text)
    assert pickle.loads(pickle.dumps(claims)) == claims  # noqa: S301  # pickled in this very line


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=2, max_size=6))
def test_threads_do_not_disturb_each_other(texts: list[str]) -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(extract, texts)) == [extract(text) for text in texts]
