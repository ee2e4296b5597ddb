"""The specimens in tests/spec hold."""

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from quoteattr import extract
from tests import rows
from tests.specs import Case, load

_SPEC = Path(__file__).parent / "spec"
_KNOWN_FAILURES = "known_failures.md"
_SILENT = "negative.md"


def _parameters() -> list[ParameterSet]:
    return [_parameter(case) for path in sorted(_SPEC.rglob("*.md")) for case in load(path)]


def _parameter(case: Case) -> ParameterSet:
    fails = pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known failure")
    return pytest.param(case, id=str(case), marks=[fails] if case.file == _KNOWN_FAILURES else [])


@pytest.mark.parametrize("case", _parameters())
def test_case(case: Case) -> None:
    claims = extract(case.text, scope=case.scope)
    columns = case.columns or ("source", "cue", "content")
    found = [rows.row(claims, claim, columns) for claim in claims]
    assert _lines(found, columns) == _lines(list(case.rows), columns), case.text


def _lines(table: list[tuple[str, ...]], columns: tuple[str, ...]) -> list[str]:
    """A line for each cell, so that pytest's comparison shows the cells that differ."""
    numbered = [(number, *cell) for number, row in enumerate(table, 1) for cell in zip(columns, row, strict=True)]
    return [f"{number} {name}: {cell}" for number, name, cell in numbered]


def test_silent_cases_expect_no_claims() -> None:
    assert not [case.heading for case in load(_SPEC / _SILENT) if case.rows]


def test_a_text_is_specified_once() -> None:
    texts = [case.text for path in _SPEC.rglob("*.md") for case in load(path)]
    assert not {text for text in texts if texts.count(text) > 1}
