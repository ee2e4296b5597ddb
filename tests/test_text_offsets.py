"""Offsets slice the caller's own string, whatever it holds."""

import pytest

from quoteattr import Claim, Span, extract

_SENTENCE = "Ferry master Ines Auer said that the pier was shut."


def _check(text: str, claim: Claim) -> None:
    spans: list[Span] = [*claim.content, *claim.quoted, *claim.circumstances]
    spans += [span for span in (claim.source, claim.cue, claim.addressee) if span is not None]
    for span in spans:
        assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        "\r\n",
        "A heading\r\n\r\n",
        "\t",
        "\u00a0\u00a0",
        "\u200b",
        "🌊🌊 It rained.\n\n",
        "👩\u200d🚒 It rained.\n\n",
        "Cafe\u0301 closed.\n\n",
        "\0\n\n",
        "\u202eIt rained.\u202c\n\n",
        "İıſﬁ rained.\n\n",
        "\x0c",
        "It rained.\u2028",
        "It rained.\u2029",
        "It rained.\x85",
        "It rained.\r",
        "\ud800\n\n",
    ],
)
def test_what_stands_before_moves_a_claim_and_changes_nothing(before: str) -> None:
    text = before + _SENTENCE
    (claim,) = extract(text)
    _check(text, claim)
    assert claim.cue is not None
    assert claim.cue.start == len(before) + _SENTENCE.index("said")
    assert claim.text == "the pier was shut"


@pytest.mark.parametrize("blank", [" ", "  ", "\t", "\u00a0", "\u2009", "\u202f", " \u200b", "\r\n", "\n", " \t "])
def test_any_blank_parts_words(blank: str) -> None:
    text = _SENTENCE.replace(" ", blank)
    (claim,) = extract(text)
    _check(text, claim)
    assert claim.cue is not None
    assert claim.cue.text == "said"
    assert claim.content[0].text == "that the pier was shut".replace(" ", blank)


@pytest.mark.parametrize("odd", ["🌊", "\0", "\u200b", "e\u0301", "\u00ad", "\u202e", "\ud800", "ﬁ"])
def test_odd_characters_stay_in_a_quotation(odd: str) -> None:
    text = f"“The pier {odd} is shut,” Auer said."
    (claim,) = extract(text)
    _check(text, claim)
    assert odd in claim.content[0].text
    assert claim.quoted[0].text == f"The pier {odd} is shut,"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\0",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        "said",
        "that said",
        ":",
        "—",
        "\r",
        "\ud800",
        "“" * 999,
        "(" * 999,
    ],
)
def test_hardly_anything_is_no_claim(text: str) -> None:
    assert extract(text) == ()


@pytest.mark.parametrize("value", [None, 3, b"Auer said that it was shut.", ["Auer said"], 1.5])
def test_what_is_no_string_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="string"):
        extract(value)  # type: ignore[arg-type]


def test_paragraphs_ended_by_carriage_returns_read_alike() -> None:
    text = f"A heading\n\n{_SENTENCE}\n\n“It is shut,” she said. “It will stay so.\n\n“Nobody came.”"
    crlf = text.replace("\n", "\r\n")
    found, again = extract(text), extract(crlf)
    assert [claim.text for claim in found] == [claim.text for claim in again]
    assert [len(claim.content) for claim in found] == [1, 3]
    for claim in again:
        _check(crlf, claim)


def test_a_line_of_a_megabyte_is_read() -> None:
    text = "It rained and rained, " * 50_000 + _SENTENCE
    for claim in extract(text):
        _check(text, claim)


def test_many_claims_on_one_line_are_all_found() -> None:
    text = f"{_SENTENCE} " * 2_000
    found = extract(text)
    assert len(found) == 2_000
    assert {claim.text for claim in found} == {"the pier was shut"}
    _check(text, found[-1])
