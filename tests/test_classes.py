"""Words that a rule of retagging gives another class: what a sentence of classes.md is read as in the end.

Each rule of retagging.toml has an example that it changes. A rule that goes with its example would not be missed there.
"""

import re
from pathlib import Path

import pytest

from quoteattr import Language
from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.wordclass import NAME_OF

_GRAMMAR = grammar_of(Language.load("en"))
_ROW = re.compile(r"^\| (?P<sentence>.+) \| (?P<words>.+) \| (?P<classes>[A-Z ]+) \|$", re.MULTILINE)
_PAGE = (Path(__file__).parent / "classes.md").read_text(encoding="utf-8")
_ROWS = [found.groups() for found in _ROW.finditer(_PAGE)]


def test_the_page_has_a_row_for_each_line_of_its_table() -> None:
    assert len(_ROWS) == _PAGE.count("\n| ") - 1 > 40  # but for its header


@pytest.mark.parametrize(("sentence", "words", "classes"), _ROWS)
def test_words_have_the_classes(sentence: str, words: str, classes: str) -> None:
    shape = _GRAMMAR.reader.read(sentence.replace("\\n", "\n"))
    wanted = words.split(" … ")
    found = [(shape.word(at), NAME_OF[mark]) for at, mark in enumerate(shape.letters)]
    assert set(zip(wanted, classes.split(), strict=True)) <= set(found)
