"""The scope: an unknown one is refused, and its table is checked when it is read."""

from typing import Any

import attrs
import pytest

from quoteattr import Language, LanguageError, Scope, explain, extract

_ENGLISH = Language.load("en")
_TEXT = "Sato said that it was over. Osei wants to stay."


def test_speech_is_the_default_and_a_scope_may_be_a_member_or_its_value() -> None:
    assert extract(_TEXT) == extract(_TEXT, scope="speech") == extract(_TEXT, scope=Scope.SPEECH)
    assert extract(_TEXT, scope="all") == extract(_TEXT, scope=Scope.ALL) != extract(_TEXT)


@pytest.mark.parametrize("scope", ["some", "", "Speech"])
def test_an_unknown_scope_is_refused(scope: str) -> None:
    with pytest.raises(ValueError, match="known are speech, all"):
        extract(_TEXT, scope=scope)


def test_explain_tells_of_another_sense() -> None:
    text = "The firm dismissed the driver."
    assert "The cue “dismissed” has a sense in which nothing is said: somebody let go" in explain(text, 0, len(text))


def test_explain_tells_of_claims_outside_the_scope() -> None:
    assert "outside the scope “speech”" in explain(_TEXT, 28, len(_TEXT))
    assert "outside the scope" not in explain(_TEXT, 28, len(_TEXT), scope="all")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"speech": {"NOISE": ["clause"]}}, "en/scope.toml: speech: no frame 'NOISE'"),
        ({"nested": {"SAY": ["clauses"]}}, "en/scope.toml: nested: SAY 1: 'clauses' is none of clause, "),
        ({"speech": {"SAY": ["clause"]}}, "en/scope.toml: speech: no ACCORDING"),
    ],
)
def test_a_broken_table_is_refused(change: dict[str, Any], message: str) -> None:
    broken = {**_ENGLISH.tables["scope"], **change}
    with pytest.raises(LanguageError, match=message):
        extract(_TEXT, language=attrs.evolve(_ENGLISH, tables={**_ENGLISH.tables, "scope": broken}))
