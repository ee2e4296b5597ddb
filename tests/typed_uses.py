"""Uses of the public interface that the type checker reads; nothing here runs."""

from collections.abc import Iterator
from typing import assert_type

from quoteattr import (
    Article,
    Attitude,
    Circumstance,
    CircumstanceRole,
    Claim,
    Claims,
    Cue,
    Factivity,
    Gender,
    Kind,
    Language,
    LanguageError,
    Polarity,
    QuoteattrError,
    Realis,
    Reasons,
    Source,
    SourceForm,
    Span,
    Speaker,
    SpeakerKind,
    Tally,
    explain,
    extract,
    extract_many,
    tally,
)


def by_speaker(text: str) -> dict[Speaker | None, list[Claim]]:
    """Speakers can be keys."""
    groups: dict[Speaker | None, list[Claim]] = {}
    for claim in extract(text):
        groups.setdefault(claim.speaker, []).append(claim)
    return groups


def fields(claim: Claim) -> None:
    """Every field has the type that the documentation gives."""
    assert_type(claim.content, tuple[Span, ...])
    assert_type(claim.text, str)
    assert_type(claim.quoted, tuple[Span, ...])
    assert_type(claim.cue, Cue | None)
    assert_type(claim.source, Source | None)
    assert_type(claim.speaker, Speaker | None)
    assert_type(claim.addressee, Span | None)
    assert_type(claim.circumstances, tuple[Circumstance, ...])
    assert_type(claim.kind, Kind)
    assert_type(claim.attitude, Attitude)
    assert_type(claim.polarity, Polarity)
    assert_type(claim.realis, Realis)
    assert_type(claim.parent, Claim | None)
    assert_type(claim.rule, str)
    assert_type(claim.reasons, Reasons)
    assert_type(claim.explain(), str)
    assert_type(explain(claim.text, 0, 1), str)


def spans(cue: Cue, source: Source, circumstance: Circumstance, speaker: Speaker) -> list[Span]:
    """Cues, sources and circumstances are spans."""
    assert_type(cue.lemma, str)
    assert_type(cue.factivity, Factivity)
    assert_type(source.form, SourceForm)
    assert_type(source.anonymous, bool)
    assert_type(circumstance.role, CircumstanceRole)
    assert_type(speaker.kind, SpeakerKind)
    return [cue, source, circumstance, *speaker.mentions]


def holding(text: str, texts: list[str]) -> None:
    """Claims are a tuple that knows its speakers; many texts give many of them."""
    claims = extract(text)
    assert_type(claims, Claims)
    assert_type(claims[0], Claim)
    assert_type(claims[1:], Claims)
    assert_type(claims.speakers, tuple[Speaker, ...])
    assert_type(claims.by_speaker(), dict[Speaker | None, Claims])
    assert_type(claims.to_json(indent=2), str)
    assert_type(extract_many(texts, jobs=2), Iterator[Claims])
    assert_type(sorted(claims), list[Claim])


def counting(texts: list[str]) -> None:
    """Articles are texts, rows or objects."""
    found = tally([*texts, Article(texts[0], outlet="Courier")])
    assert_type(found, Tally)
    assert_type(found.total.share("female"), float | None)
    assert_type(found.people[Gender.FEMALE], int)


def options(text: str, language: Language) -> tuple[Claim, ...]:
    """The language is an object or a code, and errors have one base."""
    try:
        return extract(text, language=language) + extract(text, language="en", nested=False)
    except LanguageError as error:
        base: QuoteattrError = error
        raise base from None
