"""Work is in proportion to length for every text, also for shapes that nobody writes: counted, not timed."""

import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import quoteattr
from quoteattr import Language, extract
from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.stream import LONGEST_SENTENCE
from quoteattr.grammar.wordclass import END

pytestmark = pytest.mark.skipif(quoteattr.__compiled__, reason="calls within compiled code are not seen")

_ROOT = Path(__file__).parents[1]
_SHAPES = runpy.run_path(str(_ROOT / "benchmarks" / "hostile.py"))["shapes"]
_ARTICLE = (_ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
_SHORT, _LONG, _TIMES = 3_000, 20_000, 6
_SLOWEST = 5  # times the work of ordinary text
_SPARE = 20_000  # what a text costs however short it is


def _ordinary(length: int) -> str:
    return ((_ARTICLE + "\n\n") * (length // len(_ARTICLE) + 1))[:length]


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def _reading(text: str) -> int:
    """The work of reading a text for the second time, when its words are known."""
    extract(text)
    return _calls(lambda: extract(text))


@pytest.fixture(scope="module")
def ordinary() -> int:
    return _reading(_ordinary(_SHORT * _TIMES))


@pytest.mark.parametrize("name", _SHAPES(_SHORT))
def test_work_grows_with_length_alone_and_is_not_much_more_than_an_article(name: str, ordinary: int) -> None:
    short, long = _reading(_SHAPES(_SHORT)[name]), _reading(_SHAPES(_SHORT * _TIMES)[name])
    assert long < 1.5 * _TIMES * short + _SPARE
    assert long < _SLOWEST * ordinary


def test_an_article_takes_the_same_work_in_a_long_text() -> None:
    """Of people who are named again and again, nobody looks through all that was named before."""
    short, long = _reading(_ordinary(_LONG)), _reading(_ordinary(_LONG * _TIMES))
    assert long < 1.02 * _TIMES * short


@pytest.mark.parametrize("name", _SHAPES(_SHORT))
def test_no_pattern_is_matched_over_a_longer_stretch_than_a_sentence_may_be(name: str) -> None:
    letters = grammar_of(Language.load("en")).reader.read(_SHAPES(_SHORT * _TIMES)[name]).letters
    assert max(map(len, letters.split(END))) <= LONGEST_SENTENCE + 2  # and a paragraph's start


def test_the_measure_sees_work_that_grows_faster() -> None:
    def pairs(count: int) -> int:
        return _calls(lambda: [len(str(one)) for one in range(count) for _ in range(count)])

    assert pairs(_TIMES * 10) > 1.5 * _TIMES * pairs(10)
