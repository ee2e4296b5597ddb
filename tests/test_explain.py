"""Explanations say why there is or is not a claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr import explain, extract

_NESTED = "Reuters reported on Monday that Osei had told aides he would quit."
_HEADED = "Roles as members of the council\n\nIt rained."


def _about(text: str, stretch: str) -> list[str]:
    start = text.index(stretch)
    return explain(text, start, start + len(stretch)).split("\n")


@pytest.mark.parametrize(
    ("text", "stretch", "line"),
    [
        ("It rained in Oslo.", "rained", "There is no cue in the sentence: no word of it attributes anything."),
        ("It rained in Oslo.", "", "There are no words in the stretch."),
        (_HEADED, "Roles", "It is a heading: a line of its own that does not end like a sentence."),
        (
            "She added a pinch of salt.",
            "a pinch",
            "The cue “added” (frames STATE and UTTER) has nothing beside it that its frames would take, or no source.",
        ),
        (
            "She asked.",
            "She",
            "The cue “asked” (frames ASK, TELL and URGE) has nothing beside it that its frames would take",
        ),
        (
            "The “Axis” powers fell.",
            "Axis",
            "The words in marks are a fragment that no cue introduces: scare quotes, or a title.",
        ),
        (
            "It rained.\n\n“The bridge is safe now.”",
            "bridge",
            "The quotation has no tag, and no claim stands before it that it could go on with.",
        ),
        (
            "As the saying goes, haste makes waste.",
            "haste",
            "“as the saying goes” is an idiom that attributes nothing.",
        ),
        ("The confident crew left.", "left", "“confident” can attribute, but is read as ADJ here."),
        (
            "When it rained, Brandt said that it was over.",
            "rained",
            "The claim with the cue “said” leaves it out: its content is “it was over”.",
        ),
        (_NESTED, "he would", "“he would” stands in the content of a claim:"),
        (
            _NESTED,
            "he would",
            "The cue is “had told”, a form of “tell” read in the frame TELL; its factivity is neutral.",
        ),
        (_NESTED, "Reuters", "“Reuters” stands in the source of a claim:"),
        (_NESTED, "on Monday", "“on Monday” stands in a circumstance of a claim:"),
        (_NESTED, "aides", "“aides” stands in the addressee of a claim:"),
        (_NESTED, "reported", "“reported” stands in the cue of a claim:"),
    ],
)
def test_a_stretch_is_explained(text: str, stretch: str, line: str) -> None:
    assert any(found.startswith(line) for found in _about(text, stretch))


def test_the_innermost_claim_is_explained() -> None:
    assert "The speaker is Osei, by the sieve “exact name”." in _about(_NESTED, "he would")
    assert "The speaker is Reuters, by the sieve “exact name”." in _about(_NESTED, "reported")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Sato: Region ready for talks", "The cue is “:”, a mark read in the frame COLON; its factivity is neutral."),
        ("She said it was over.", "The speaker is unknown: the sieve “third person” had nobody to choose from."),
        ("It was announced that it was over.", "The text names no source."),
        ("It was announced that it was over.", "The speaker is unknown, as no sieve decided."),
        ("If Brandt says that it is over, go.", "The realis is hypothetical, by the rule “in a condition”."),
        ("Brandt denied that it was over.", "The polarity is negative, by the rule “denying”."),
        ("Brandt vowed to go.", "The attitude is commitment, by the rule “binding oneself to do something”."),
        ("Russia, Brandt said, is ready.", "The content is “Russia” and “is ready”, found by the pattern"),
        ("Brandt told aides that it was over.", "The addressee is “aides”."),
        (
            "On Monday in Oslo, Brandt said that it was over.",
            "The circumstances are “On Monday” (time) and “in Oslo” (place).",
        ),
    ],
)
def test_a_claim_explains_itself(text: str, line: str) -> None:
    claims = extract(text)
    assert any(said.startswith(line) for claim in claims for said in claim.explain().split("\n"))


def test_a_claim_without_a_cue_says_so() -> None:
    told = [claim.explain() for claim in extract("Finch was furious. “It is the most we could do.”")]
    assert any(said.startswith("There is no cue.\n") for said in told)


def test_a_nested_claim_names_its_parent() -> None:
    _, inner = extract(_NESTED)
    assert inner.explain().endswith("that is “Osei had told aides he would quit”.")


def test_a_long_stretch_is_shortened() -> None:
    text = "Brandt said that " + "the bridge over the river and " * 8 + "the road were closed."
    assert all(len(line) < 200 for line in explain(text, 0, len(text)).split("\n"))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 11)])
def test_offsets_outside_the_text_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch from"):
        explain("It rained.", start, end)


def test_offsets_are_integers() -> None:
    with pytest.raises(TypeError, match="offsets must be integers, not str"):
        explain("It rained.", "0", 2)  # type: ignore[arg-type]


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_any_stretch_of_any_text_is_explained(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert explain(text, start, end)
