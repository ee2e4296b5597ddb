"""Work is counted, not timed: twice the text is about twice the calls, for hostile texts and for outputs too."""

import sys
from collections.abc import Callable, Sequence

import pytest

import quoteattr
from quoteattr import Claim, extract, render, verify
from quoteattr.formats.brat import to_brat
from quoteattr.formats.conll import to_conll
from quoteattr.formats.json import to_dicts
from quoteattr.formats.records import records
from quoteattr.formats.tei import to_tei
from quoteattr.formats.webannotation import to_annotations

pytestmark = pytest.mark.skipif(quoteattr.__compiled__, reason="calls within compiled code are not seen")

_SHAPES = (
    *(
        "“",
        "”",
        '"',
        "'",
        "‘",
        "“‘",
        "“” ",
        "(",
        ", ",
        ". ",
        "— ",
        "said ",
        "that that ",
        "Ana Brandt ",
        "asked whether ",
    ),
    *(
        "according to ",
        "said “a” ",
        "First Minister ",
        "Ana and Bob, ",
        "THE MAYOR SAID THAT. ",
        "U.S. ",
        "a\u00ad",
        "o'",
    ),
    *(
        "“No,” she said. ",
        "He said so.\n\n",
        "“He said so.\n\n",
        "‘He said so.\n\n",
        "SMITH: Well, he said.\n\n",
        "\n ",
        "x" * 40,
    ),
)
_TALK = "A said B said that “c” of D. "
_NUMBERS = {str(digit): letter for digit, letter in enumerate("abcdefghij")}
_NEW = (  # somebody or something new in each sentence
    "Tom Hale is here. The {0}-year-old said no. ",
    "A clerk said no. Ana Kr{1}el left. ",
    "Ana Kr{1}el’s mother said no. She wept. ",
    "Tom Hale, Kr{1}el clerk, left. The Kr{1}el clerk said no. ",
)
_OUTPUTS: dict[str, Callable[[str, Sequence[Claim]], object]] = {
    "brat": lambda _, claims: to_brat(claims),
    "conll": to_conll,
    "dicts": lambda _, claims: to_dicts(claims),
    "html": render.html,
    "plain": lambda text, claims: render.marked(text, claims, colour=False),
    "records": lambda _, claims: list(records(claims)),
    "tei": to_tei,
    "webannotation": to_annotations,
}


def _calls(work: Callable[[], object]) -> int:
    """How many functions, Python's and built-in ones, are called."""
    count = 0

    def counted(_frame: object, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", _SHAPES, ids=ascii)
def test_reading_takes_work_in_proportion_to_the_text(shape: str) -> None:
    one, two = (shape * (size // len(shape)) for size in (3000, 6000))
    extract(one)
    assert _calls(lambda: extract(two)) <= 2.3 * _calls(lambda: extract(one)) + 500


@pytest.mark.parametrize("shape", _NEW, ids=ascii)
def test_whom_a_text_tells_of_takes_work_in_proportion_to_the_text(shape: str) -> None:
    told = [shape.format(age, "".join(map(_NUMBERS.__getitem__, str(age)))) for age in range(10, 510)]
    one, two = "".join(told[:250]), "".join(told)
    extract(one)
    assert _calls(lambda: extract(two)) <= 2.4 * _calls(lambda: extract(one))


@pytest.mark.parametrize("name", _OUTPUTS)
def test_writing_takes_work_in_proportion_to_the_claims(name: str) -> None:
    write = _OUTPUTS[name]
    few, many = _TALK * 60, _TALK * 120
    some, more = extract(few), extract(many)
    write(few, some)
    assert _calls(lambda: write(many, more)) <= 2.3 * _calls(lambda: write(few, some)) + 500


def test_checking_a_text_against_itself_takes_work_in_proportion_to_its_quotations() -> None:
    """Quotations of other words each; one that stands often is looked for at each of its places."""
    one, two = (" ".join(f"“It is {number} now,” she said." for number in range(size)) for size in (30, 60))
    verify(one, one)
    assert _calls(lambda: verify(two, two)) <= 3 * _calls(lambda: verify(one, one)) + 500
