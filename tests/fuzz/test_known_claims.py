"""Texts built from the grammar's own words have the claims that they were built with, and no others."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import extract
from tests.fuzz.invariants import check
from tests.fuzz.sentences import (
    CLAUSAL,
    CLAUSES,
    CONSTRUCTIONS,
    NAMES,
    NOMINALS,
    PRONOUNS,
    SILENT,
    TELLING,
    TITLED,
    Built,
    Construction,
    bare_clause,
    sentences,
    tag_after,
    that_clause,
    told,
)

# Words that are read as something else at the start of a sentence or after "the": known_failures.md has cases.
_TITLES = ("Lt.-Col.", "Lt.-Gen.", "Maj.-Gen.", "Under Secretary")
_NOMINALS = ("The closer", "The daily", "The forecast", "The forward", "The weekly", "The will")
_DOUBTFUL = frozenset(
    [*(f"{title} Ana Brandt" for title in _TITLES), *_NOMINALS, *(n for n in NAMES if n[:5] == "Will ")]
)
_CLEAR = [source for source in (*NAMES, *TITLED, *NOMINALS, *PRONOUNS) if source not in _DOUBTFUL]
_SENTENCES = sentences(_CLEAR)

Found = tuple[str, str, tuple[str, ...]]


def _found(text: str) -> list[Found]:
    return [(str(c.source), str(c.cue), tuple(piece.text for piece in c.content)) for c in extract(text)]


def _expected(built: Built) -> Found:
    return built.source, built.cue, built.content


def _missed(built: Sequence[Built]) -> list[str]:
    return [each.text for each in built if _found(each.text) != [_expected(each)]]


@settings(max_examples=50)
@given(
    st.lists(st.one_of(_SENTENCES, _SENTENCES, st.sampled_from(SILENT)), max_size=8),
    st.sampled_from(["\n\n", "\r\n\r\n"]),
)
def test_an_article_has_the_claims_of_its_paragraphs(parts: list[Built | str], blank_line: str) -> None:
    text = blank_line.join(part if isinstance(part, str) else part.text for part in parts)
    check(text)
    assert _found(text) == [_expected(part) for part in parts if isinstance(part, Built)]


@pytest.mark.parametrize("construction", [that_clause, tag_after, bare_clause], ids=lambda one: one.__name__)
@pytest.mark.parametrize("sources", [NAMES[::5], TITLED, NOMINALS], ids=["names", "titles", "nominals"])
def test_every_listed_word_can_be_a_source(construction: Construction, sources: Sequence[str]) -> None:
    built = [construction(source, "said", CLAUSES[0]) for source in sources if source not in _DOUBTFUL]
    assert not _missed(built)


@pytest.mark.parametrize("construction", CONSTRUCTIONS[:4], ids=lambda one: one.__name__)
def test_every_cue_of_a_clause_is_read_in_every_construction(construction: Construction) -> None:
    assert not _missed([construction("The mayor", cue, CLAUSES[0]) for cue in CLAUSAL])


def test_every_cue_with_an_addressee_is_read() -> None:
    assert not _missed([told("The mayor", cue, CLAUSES[0]) for cue in TELLING])


@pytest.mark.parametrize("construction", [*CONSTRUCTIONS, told], ids=lambda one: one.__name__)
def test_every_clause_is_content(construction: Construction) -> None:
    cue = "told" if construction is told else "said"
    assert not _missed([construction("The mayor", cue, clause) for clause in CLAUSES])
