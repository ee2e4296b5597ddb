"""The invariants hold of any characters, of words and marks in any order, and of articles that came to harm."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.invariants import check
from tests.fuzz.mutations import MUTATIONS, Mutation
from tests.fuzz.texts import TEXTS
from tests.specs import load

_SPEC = Path(__file__).parents[1] / "spec"
_ARTICLES = tuple(case.text for path in sorted(_SPEC.glob("articles/*.md")) for case in load(path))
_SPECIMENS = tuple(case.text for path in sorted(_SPEC.rglob("*.md")) for case in load(path))

_STRIKES = st.lists(st.tuples(st.sampled_from(MUTATIONS), st.integers(0, 10_000)), min_size=1, max_size=5)

# What broke an invariant once, as short as it may be.
_FOUND = (
    # a claim took its source over from one whose source had run on over its cue
    "Exports according to the statistics bureau rose by a tenth  Her warning that the bridge would fall was ignored",
)


@pytest.mark.parametrize("text", _FOUND)
def test_what_was_found(text: str) -> None:
    check(text)


@given(TEXTS)
def test_any_text(text: str) -> None:
    check(text)


@given(st.one_of(st.sampled_from(_ARTICLES), st.sampled_from(_SPECIMENS)), _STRIKES)
def test_harmed_articles(text: str, strikes: list[tuple[Mutation, int]]) -> None:
    for mutate, at in strikes:
        text = mutate(text, at % (len(text) + 1))
    check(text)


def test_every_mutation() -> None:
    text = _ARTICLES[0]
    for mutate in MUTATIONS:
        check(mutate(text, len(text) // 2))
