"""Work grows with what the texts share, and markup is only blanked out."""

from pathlib import Path

import pytest
from hypothesis import given

from quoteattr import verify
from quoteattr.checking import likeness, passages
from quoteattr.checking.markup import unmarked
from tests.fuzz.texts import TEXTS

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
_SUMMARY = (
    "Osei said that the girders had never been inspected. “Nobody should ever drive on that at all,” Brandt said."
)
_OTHER = "Otters swam upstream. Pumpkins ripened early. “Violins sound warmer,” a luthier remarked. "


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often sentences and passages are compared word by word."""
    found = {"compared": 0, "_aligned": 0}

    def counted(owner: object, name: str) -> None:
        function = getattr(owner, name)

        def counting(*arguments: object) -> object:
            found[name] += 1
            return function(*arguments)

        monkeypatch.setattr(owner, name, counting)

    counted(likeness, "compared")
    counted(passages.Stream, "_aligned")
    return found


def test_a_longer_article_about_other_things_makes_no_more_comparisons(counts: dict[str, int]) -> None:
    verify(_SUMMARY, _ARTICLE)
    short = dict(counts)
    verify(_SUMMARY, f"{_ARTICLE}\n\n{_OTHER * 300}")
    assert short["compared"] > 0
    assert {name: counts[name] - short[name] for name in counts} == short


def test_an_article_that_repeats_itself_makes_no_more_than_a_few(counts: dict[str, int]) -> None:
    verify(_SUMMARY, "\n\n".join([_ARTICLE] * 30))
    assert counts["compared"] <= 6 * 4
    assert counts["_aligned"] <= 6 * 4


@pytest.mark.parametrize(
    "text",
    [
        "not " * 10_000,
        "1 " * 10_000,
        "“a " * 2_000,
        "a " * 10_000,
        "if we say that no " * 2_000,
        "*a " * 10_000,
        "“" + "the dam may not hold " * 2_000 + "”",
        "“a … " * 800 + "b”",
        "“[a] " * 1_500 + "b”",
        "Ana Brandt " * 4_000,
        "- “No,” Ana Brandt said.\n" * 400,
        "x" * 200_000,
        "[" * 50_000,
        "and if " * 5_000,
    ],
)
def test_hostile_texts_are_compared_in_time(text: str) -> None:
    other = text.replace("a", "e", 1)
    verify(text, other)
    verify(f"Ana Brandt said that {text}", f"Ana Brandt said that {other}")


@given(TEXTS)
def test_markup_is_blanked_out_and_nothing_moves(text: str) -> None:
    for marked in (text, f"# {text}\n\n- **{text}** and [{text}](u)", f"1. *{text}*\n> `{text}`"):
        plain = unmarked(marked)
        assert len(plain) == len(marked)
        assert all(one == other or one in " \n" for one, other in zip(plain, marked, strict=True))


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# Head", "  Head"),
        ("- one\n- two", "  one\n\n two"),
        ("a **b** c", "a   b   c"),
        ("a ***b*** c", "a    b    c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("[b](http://c) d", " b            d"),
        ("He left - she stayed.", "He left - she stayed."),
        ("text\n\n---\n\nmore", "text\n\n\n  \n\nmore"),
    ],
)
def test_markup(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain
