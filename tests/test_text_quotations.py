"""Quotation marks are paired, told from apostrophes and inches, and never cost more than their paragraph."""

import pytest

from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.quotation import Quotation
from quoteattr.text.quotations import quotations


def _found(text: str) -> list[Quotation]:
    return [found for paragraph in quotations(text, paragraphs(text, 0, len(text))) for found in paragraph]


def _pieces(text: str) -> list[str]:
    return [text[found.start : found.end] for found in _found(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        "“Low tide.”",
        "‘Low tide.’",
        '"Low tide."',
        "'Low tide.'",
        "«Low tide.»",
        "„Low tide.“",
        "„Low tide.”",
        "``Low tide.''",
        "''Low tide.''",
        "'''Low tide.'''",
        "»Low tide.«",
        "”Low tide.”",
        "‚Low tide.‘",
        "`Low tide.'",
    ],
)
def test_every_kind_of_mark_pairs(quotation: str) -> None:
    assert _pieces(quotation) == [quotation]
    assert _pieces(f"The pilot said, {quotation} He left.") == [quotation]
    assert all(found.closed for found in _found(quotation))


@pytest.mark.parametrize("quotation", ["“Low tide.”", "‘Low tide.’", '"Low tide."', "«Low tide.»", "``Low tide.''"])
def test_the_inner_stretch_is_without_the_marks(quotation: str) -> None:
    (found,) = _found(quotation)
    assert quotation[found.inner_start : found.inner_end] == "Low tide."


def test_single_marks_are_known_as_such() -> None:
    assert [found.single for found in _found("‘Low tide,’ he said. “High tide,” she said.")] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The pilots’ mess isn’t far from O’Hara’s.",
        "The pilots' mess isn't far from O'Hara's.",
        "The ’70s and the ’80s were dull.",
        "The '70s and the '80s were dull.",
        'A board 6\'2" long and 4" wide.',
        'A 19" screen.',
        "He’d’ve gone, wouldn’t he?",
        "Rock ’n’ roll",
        "It is 5′ 3″ high.",
        "’",
        "'",
        "the farmers’ and the millers’ quarrel",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert _pieces(text) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("‘It’s Dan’s,’ she said.", ["‘It’s Dan’s,’"]),
        ("'It's Dan's,' she said.", ["'It's Dan's,'"]),
        ("‘The crews’ pay is late,’ she said.", ["‘The crews’ pay is late,’"]),
        ("The crew’s ‘late’ pay", ["‘late’"]),
        ("‘One,’ he said. ‘Two,’ she said.", ["‘One,’", "‘Two,’"]),
        ("(“One”)", ["“One”"]),
        ("—“One”—", ["“One”"]),
        ("[‘One’]", ["‘One’"]),
        ("“One” “Two”", ["“One”", "“Two”"]),
        ('He is 6\'1" tall. "So what?" he said.', ['"So what?"']),
    ],
)
def test_marks_are_told_from_apostrophes(text: str, pieces: list[str]) -> None:
    assert _pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("‘It is late,' Ida said.", ["‘It is late,'"]),
        ('\'It is late," Ida said. "Yes."', ["'It is late,\"", '"Yes."']),
        ("“It is late,’ Ida said.", ["“It is late,’"]),
        ("'It is late. Ida's dog, \"Rex\", barked.", ['"Rex"']),
        ("‘I’m goin’ home, sailin’ west,’ Ida said.", ["‘I’m goin’ home, sailin’ west,’"]),
        ("‘Late’ trains are ‘later,’ Ida said.", ["‘Late’", "‘later,’"]),
    ],
)
def test_another_kind_of_mark_may_close(text: str, pieces: list[str]) -> None:
    assert _pieces(text) == pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It is late,” Ida said. “Go.”", ["It is late,”", "“Go.”"]),
        ('It rained. Is it late?" Ida asked. "Go."', ['Is it late?"', '"Go."']),
        ("A sign” hung there. “Go.”", ["“Go.”"]),
        ("It is late.” Ida left.", []),
        ("It is late,”", []),
    ],
)
def test_a_quotation_that_is_never_opened_begins_with_its_sentence(text: str, pieces: list[str]) -> None:
    assert _pieces(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "“He said ‘stop’ and I stopped.”",
        "‘He said “stop” and I stopped.’",
        "\"He said 'stop' and I stopped.\"",
        '“He said "stop" and I stopped.”',
        "«He said “stop” and I stopped.»",
        "“He said “stop” and I stopped.”",
    ],
)
def test_only_the_outermost_of_nested_quotations_counts(text: str) -> None:
    assert _pieces(text) == [text]


def test_each_paragraph_of_a_long_quotation_opens_it_again() -> None:
    text = "“One.\n\n“Two.\n\n“Three.”\n\nFour."
    found = _found(text)
    assert [text[q.start : q.end] for q in found] == ["“One.", "“Two.", "“Three.”"]
    assert [q.closed for q in found] == [False, False, True]


@pytest.mark.parametrize("mark", ['"', "«"])
def test_other_marks_may_be_left_open_too(mark: str) -> None:
    close = {'"': '"', "«": "»"}[mark]
    assert _pieces(f"{mark}One.\n\n{mark}Two.{close}") == [f"{mark}One.", f"{mark}Two.{close}"]


def test_single_marks_may_be_left_open_too() -> None:
    assert _pieces("‘One day.\n\n‘Two days.’") == ["‘One day.", "‘Two days.’"]


def test_a_quotation_may_close_in_a_paragraph_that_does_not_open_it_again() -> None:
    assert _pieces("She said: “One.\n\nTwo.” He left.") == ["“One.", "Two.”"]


@pytest.mark.parametrize("mark", ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''"])
def test_a_lone_mark_costs_at_most_its_own_paragraph(mark: str) -> None:
    text = f"A stray {mark} mark.\n\n“Whole,” she said.\n\nMore {mark}\n\n“Whole again.”"
    assert [piece for piece in _pieces(text) if piece.startswith("“Whole")] == ["“Whole,”", "“Whole again.”"]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = "He said: “One.\n\nTwo."
    assert _pieces(text) == ["“One."]


def test_a_mark_that_opens_anew_ends_the_one_that_was_never_closed() -> None:
    assert _pieces("“One, he said. “Two,” she said.")[-1] == "“Two,”"


def test_many_marks_take_no_more_than_linear_time() -> None:
    assert len(_found("“a” " * 20_000)) == 20_000
    _found("“" * 20_000)
    _found("‘a " * 20_000)
    _found('"a' * 20_000)
