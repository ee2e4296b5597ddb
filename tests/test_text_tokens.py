"""Tokens keep what is written as one and give off their clitics."""

import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.text.tokens import ALIKE, Tokenizer, token_pattern

_CLITICS = ("d", "ll", "m", "re", "s", "ve")


def _tokens(text: str) -> list[str]:
    return [match.group() for match in token_pattern(_CLITICS).finditer(text)]


@pytest.mark.parametrize(
    "word",
    [
        "bridge",
        "co-pilot",
        "O’Dowd",
        "O'Dowd",
        "won’t",
        "R&D",
        "U.S.",
        "a.m.",
        "U.S.-born",
        "3.75",
        "1,200",
        "$40",
        "12%",
        "21st",
        "10:45",
        "2019-20",
        "2.5%-4.5%",
        "$4.2-$4.4",
        "£1.5m-£2m",
        "#storm",
        "@ferryman",
        "@the_ferryman",
        "https://lund.example/a_b?c=1",
        "…",
        "...",
        "—",
        "--",
        "naïve",
        "Ελένη",
        "Дарья",
        "Zoe\u0308",
        "9-year-old",
    ],
)
def test_a_token_is_one(word: str) -> None:
    assert _tokens(word) == [word]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" \t\u00a0\n", []),
        ("Lund’s", ["Lund", "’s"]),
        ("they'll", ["they", "'ll"]),
        ("we’ve", ["we", "’ve"]),
        ("Stop!", ["Stop", "!"]),
        ("(yes)", ["(", "yes", ")"]),
        ("a\u00a0b", ["a", "b"]),
        ("a\tb\r\nc", ["a", "b", "c"]),
        ("yes,no", ["yes", ",", "no"]),
        ("See https://lund.example/.", ["See", "https://lund.example/", "."]),
        ("@the_ferryman’s", ["@the_ferryman", "’s"]),
        ("It rained.", ["It", "rained", "."]),
        ("well—no", ["well", "—", "no"]),
        ("🙂 ok† 👩🚒", ["ok"]),
    ],
)
def test_tokens_are_parted(text: str, tokens: list[str]) -> None:
    assert _tokens(text) == tokens


@pytest.mark.parametrize("text", ["a\0b", "a\u200bb", "\ufeffa", "e\u0301a", "👩\u200d🚒", "\u202ea", "a\u00adb"])
def test_odd_characters_are_kept_or_skipped_but_never_moved(text: str) -> None:
    for match in token_pattern(_CLITICS).finditer(text):
        assert text[match.start() : match.end()] == match.group() != ""


_TOKENIZER = Tokenizer(_CLITICS)


@given(st.one_of(st.text(), st.text(alphabet="aB1.,'’- \n\t#$%&/—“²́")), st.integers(0, 5))
def test_tokens_are_cut_the_same_quickly_or_not(text: str, first: int) -> None:
    words, starts, ends = _TOKENIZER.cut(text, min(first, len(text)), len(text))
    expected = [match.span() for match in _TOKENIZER.pattern.finditer(text, min(first, len(text)))]
    assert list(zip(starts, ends, strict=True)) == expected
    assert [text[start:end] for start, end in expected] == [word.rstrip() or word for word in words]


@pytest.mark.parametrize("char_class", [r"\w", r"\d", r"\s"])
def test_quickly_read_characters_are_classed_alike(char_class: str) -> None:
    alike = re.findall(f"[{ALIKE}]", "".join(map(chr, range(0x10000))))
    assert len(alike) > 400
    assert [c for c in alike if bool(re.match(char_class, c)) is not bool(regex.match(char_class, c))] == []
