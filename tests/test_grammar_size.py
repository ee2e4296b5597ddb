"""The grammar of English stays short: rows say one thing each, and sets and conditions have names."""

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from quoteattr import Language
from quoteattr.grammar.grammar import grammar_of

_BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture
def grammar(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The benchmark that counts."""
    monkeypatch.syspath_prepend(_BENCHMARKS)
    return importlib.import_module("grammar")


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("characters", 39_012),
        ("mean", 54),
        ("too_long", 0),
        ("long", 0),
        ("negative", 45),
        ("large_sets", 0),
    ],
)
def test_patterns_of_english_stay_small(grammar: ModuleType, field: str, most: int) -> None:
    assert getattr(grammar.size(grammar.rows(Language.load("en"))), field) <= most


@pytest.mark.parametrize("phrase", ["CLAUSE", "NP", "STATED", "WHO_CLAUSE", "MAIN_VERB", "SUBJECT", "THAT_CLAUSE"])
def test_phrases_that_many_rows_hold_are_read_by_the_standard_library(phrase: str) -> None:
    """The rows that hold one compile and match at half the speed once `re` cannot read it."""
    assert grammar_of(Language.load("en")).notation.compile(phrase, "here").common


def test_retagging_stays_small() -> None:
    assert len(Language.load("en").tables["retagging"]["rule"]) <= 35


def test_every_table_with_patterns_is_counted(grammar: ModuleType) -> None:
    tables = {row.table for row in grammar.rows(Language.load("en"))}
    assert {"addressees", "circumstances", "commitment", "contents", "continuations", "cue_groups", "ends"} <= tables
    assert {"labels", "phrases", "retagging", "sources", "speakers"} <= tables


def test_sizes_are_printed_for_a_folder() -> None:
    folder = Path(__file__).parents[1] / "quoteattr" / "language" / "en"
    command = [sys.executable, str(_BENCHMARKS / "grammar.py"), str(folder), "--parts", "3"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "\nall " in done.stdout
    assert "\nsets: " in done.stdout


def test_no_phrase_is_empty(grammar: ModuleType) -> None:
    assert not [row.name for row in grammar.rows(Language.load("en")) if not row.text]
