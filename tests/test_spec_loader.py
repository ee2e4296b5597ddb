"""The loader of specifications reads what it should and refuses the rest."""

import pytest

from quoteattr import Claim, Cue, Source, SourceForm, Span
from tests.rows import row
from tests.specs import COLUMNS, Case, SpecError, parse

_TABLE = "### One\n\n> Sato spoke.\n\n| source | cue |\n|---|---|\n"


def _only(source: str) -> Case:
    (case,) = parse("x.md", source)
    return case


def test_a_case_without_a_table_expects_nothing() -> None:
    assert _only("# Title\n\nProse.\n\n### One\n\n> Sato spoke.\n\nMore prose.\n") == Case("x.md", "One", "Sato spoke.")


def test_lines_of_the_quotation_are_joined_and_empty_ones_are_paragraph_breaks() -> None:
    assert _only("### One\n> a\n>\n>  b \n> c").text == "a\n\n b \nc"


def test_unusual_separators_stay_in_the_text() -> None:
    assert _only("### One\n> a\u2028b\x85c\x0cd\n").text == "a\u2028b\x85c\x0cd"


def test_a_table_gives_rows() -> None:
    case = _only(_TABLE + "| Sato | spoke |\n| – | :  x |\n")
    assert case.columns == ("source", "cue")
    assert case.rows == (("Sato", "spoke"), ("–", ":  x"))


def test_cells_keep_blanks_but_the_outer_ones_and_know_two_escapes() -> None:
    case = _only(_TABLE + "| a\\|b |  a\\nb\u00a0 |\n")
    assert case.rows == (("a|b", "a\nb\u00a0"),)


def test_a_case_is_named_by_file_and_heading() -> None:
    assert str(_only("### One\n> a")) == "x.md: One"


def test_other_headings_end_a_case() -> None:
    cases = parse("x.md", "### One\n> a\n## Part\nprose\n### Two\n> b")
    assert [(case.heading, case.text) for case in cases] == [("One", "a"), ("Two", "b")]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("### One\n> a\n### One\n> b", "stands twice"),
        ("### One\nprose", "no text"),
        ("### One\n> a\n\n> b", "do not stand together"),
        ("> a", "outside a case"),
        ("## Part\n| cue |", "outside a case"),
        ("### One\n| cue |\n|---|\n| a |\n> a", "before the text"),
        (_TABLE + "| Sato |\n", "has not 2 cells"),
        (_TABLE + "| Sato | a | b |\n", "has not 2 cells"),
        (_TABLE + "| Sato |  |\n", "empty cell"),
        (_TABLE + "| Sato | spoke\n", "bar"),
        (_TABLE + "| Sato | spoke |\n\n| Sato | spoke |\n", "do not stand together"),
        (_TABLE, "without rows"),
        ("### One\n> a\n\n| cue |\n| a |\n", "no rule"),
        ("### One\n> a\n\n| cue |\n", "no rule"),
        ("### One\n> a\n\n| queue |\n|---|\n| a |\n", "unknown"),
        ("### One\n> a\n\n| cue | cue |\n|---|---|\n| a | a |\n", "repeated"),
    ],
)
def test_what_is_malformed_is_refused(source: str, message: str) -> None:
    with pytest.raises(SpecError, match=message):
        parse("x.md", source)


def test_a_claim_fills_every_column() -> None:
    text = "“Yes,” Sato said. “Now.”"
    claim = Claim(
        content=(Span.of(text, 0, 6), Span.of(text, 18, 24)),
        text="Yes, now.",
        cue=Cue(12, 16, "said", lemma="say", frame="that"),
        source=Source(7, 11, "Sato", form=SourceForm.NAME),
    )
    child = Claim(content=(Span.of(text, 1, 4),), text="Yes", parent=claim)
    assert row((claim, child), claim, ("content", "cue", "form", "quoted", "parent")) == (
        "“Yes,” … “Now.”",
        "said",
        "name",
        "–",
        "–",
    )
    assert row((claim, child), child, ("parent", "source", "form", "speaker")) == ("1", "–", "–", "–")
    assert len(row((claim, child), child, sorted(COLUMNS))) == len(COLUMNS)
