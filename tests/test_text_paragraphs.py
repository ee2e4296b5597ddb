"""Paragraphs are cut where a text may be cut without asking what it says."""

import pytest

from quoteattr.text.paragraphs import paragraphs


def _pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        (" \t\n\r\n ", []),
        ("One line.", ["One line."]),
        ("First.\nSecond.", ["First.", "Second."]),
        ("First.\r\nSecond.", ["First.", "Second."]),
        ("First.\rSecond.", ["First.", "Second."]),
        ("First.\n\nSecond.", ["First.", "Second."]),
        ("First.\n \t\nSecond.", ["First.", "Second."]),
        ("First.\u2029Second.", ["First.", "Second."]),
        ("First.\u2028Second.", ["First.", "Second."]),
        ("First.\x85Second.", ["First.", "Second."]),
        ("First. \t\nSecond.", ["First.", "Second."]),
        ("First.\n\n\n\nSecond.\n", ["First.", "Second."]),
        ("A heading\nThe first line.", ["A heading", "The first line."]),
    ],
)
def test_a_line_is_a_paragraph(text: str, pieces: list[str]) -> None:
    assert _pieces(text) == pieces


def test_a_line_that_goes_on_in_lower_case_is_no_paragraph() -> None:
    assert _pieces("The keeper of\nthe lamp left.\nNobody came.") == ["The keeper of\nthe lamp left.", "Nobody came."]


def test_an_address_begins_a_paragraph_and_so_does_what_stands_behind_a_sentence() -> None:
    lines = [
        "Ida Lund",
        "https://lund.example",
        "www.lund.example",
        "ida@lund.example",
        "It was shut today.",
        "fire was lit.",
    ]
    assert _pieces("\n".join(lines)) == lines


def test_blank_lines_alone_separate_where_the_text_is_hard_wrapped() -> None:
    text = "The keeper of\nthe lamp and his\ndog left.\nNobody saw\nthem go.\n\nThe sea\nwas calm."
    assert _pieces(text) == ["The keeper of\nthe lamp and his\ndog left.\nNobody saw\nthem go.", "The sea\nwas calm."]


def test_only_the_stretch_asked_for_is_cut() -> None:
    text = "One.\nTwo.\nThree."
    assert paragraphs(text, 5, 9) == [(5, 9)]


def test_a_blank_line_separates_also_before_lower_case() -> None:
    assert _pieces("One\n\ntwo") == ["One", "two"]


def test_lines_that_are_all_full_were_wrapped() -> None:
    first = "The council of the old town closed the harbour for a third day, and Mayor Ana"
    assert _pieces(f"{first}\nLund said that it had no plans.") == [f"{first}\nLund said that it had no plans."]
    assert len(_pieces(f"{first}.\nLund said that it had no plans.")) == 2
    assert (
        len(_pieces(f"{first}\nLund said that it had no plans, none at all, to open the gates of it again before May."))
        == 2
    )
    assert len(_pieces("Harbour shut\nLund said so.")) == 2


def test_a_label_in_capitals_begins_a_paragraph_in_wrapped_text() -> None:
    text = "The forge was\nshut and\nout.\nThe CHAIRPERSON OF THE GUILD: Order! It is\nlate.\nMr T A HALE (Lund): Yes."
    assert [piece[:3] for piece in _pieces(text)] == ["The", "The", "Mr "]


def test_an_indent_begins_a_paragraph_in_wrapped_text() -> None:
    text = (
        "    The forge was\nshut by Lund and Co.\n    Moe left the\nguild. Nobody\nelse did.\n\tIda stayed.\n\tBo came."
    )
    assert [piece.split()[0] for piece in _pieces(text)] == ["The", "Moe", "Ida", "Bo"]


def test_an_indent_begins_nothing_before_lines_that_go_on() -> None:
    hanging = "1. The forge of\n   Lund was\n   shut and the\n   guild left."
    block = "He wrote in May\nthat it was over:\n\n    We left the\n    Lund forge and\nnever saw it."
    assert [len(_pieces(text)) for text in (hanging, block)] == [1, 2]


@pytest.mark.parametrize(
    "text", ["“It is late,” said\nIda Lund.", "“It is late,”\nIda Lund said.", '"Go," shouted back\nIda.']
)
def test_a_line_that_breaks_off_beside_a_tag_goes_on(text: str) -> None:
    assert _pieces(text) == [text]


@pytest.mark.parametrize(
    "text", ["“It is late.”\nIda Lund left.", "“One,”\n“Two,” she said.", "The ‘late’ show.\nIda left."]
)
def test_a_line_that_ends_with_a_quotation_is_a_paragraph(text: str) -> None:
    assert len(_pieces(text)) == 2
