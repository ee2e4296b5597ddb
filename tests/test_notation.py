"""Patterns that could take exponential time are refused."""

import pytest

from quoteattr.errors import LanguageError
from quoteattr.grammar.notation import Notation


@pytest.mark.parametrize("pattern", ["(NAME ADV*)*", "(NAME+)+", "((NAME | ADV+) DET)*", "(NAME{0,80})*", "(LONG){2,}"])
def test_a_repeat_within_an_unbounded_repeat_is_refused(pattern: str) -> None:
    notation = Notation({"LONG": "NAME ADV*"}, "xx/phrases.toml")
    with pytest.raises(LanguageError, match=r"xx/a.toml: a repeat within an unbounded repeat"):
        notation.compile(pattern, "xx/a.toml")


@pytest.mark.parametrize(
    "pattern", ["(NAME ADV*+)*", "(NAME ADV*){0,6}", "(NAME{0,20})*", "NAME* ADV*", "(NAME+ | ADV)?"]
)
def test_other_repeats_are_not(pattern: str) -> None:
    assert Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml").pattern
