"""How much a summary must share with its source to be compared with it: thresholds that move are noticed."""

from collections.abc import Callable, Sequence

import pytest

from quoteattr import verify
from quoteattr.checking.findings import FindingKind
from quoteattr.checking.verification import Verification

_THERE = (
    *("harbour", "bridge", "ferry", "tunnel", "museum", "market", "garden", "library", "station", "castle"),
    *("orchard", "quarry", "brewery", "chapel", "lantern", "meadow", "glacier", "lagoon", "canyon", "reef"),
)
_MISSING = (
    *("violin", "trumpet", "cello", "flute", "organ", "drum", "harp", "banjo", "piano", "oboe"),
    *("tuba", "lute", "zither", "bassoon", "piccolo", "cymbal", "gong", "fiddle", "viola", "horn"),
)
_WHOLE = len(_THERE)

Sentence = Callable[[Sequence[str]], str]


def _told(words: Sequence[str]) -> str:
    return f"Ana Brandt said that the council would sell the {' and the '.join(words)}."


def _stated(words: Sequence[str]) -> str:
    return f"The council will sell the {' and the '.join(words)}."


def _quoted(words: Sequence[str]) -> str:
    return f"“We will sell the {' and the '.join(words)},” Ana Brandt said."


def _halves(words: Sequence[str]) -> str:
    first, second = words[: _WHOLE // 2], words[_WHOLE // 2 :]
    shut, sold = " and the ".join(first), " and the ".join(second)
    return f"Ana Brandt said that the {shut} were shut, and that the {sold} were sold."


def _checked(sentence: Sentence) -> list[Verification]:
    """A sentence of which more and more of twenty words are the source's, against the source."""
    return [verify(sentence([*_THERE[:count], *_MISSING[count:]]), sentence(_THERE)) for count in range(_WHOLE + 1)]


def test_a_claim_of_which_half_is_there_is_not_missing_and_of_which_three_fifths_is_there_is_compared() -> None:
    found = _checked(_told)
    missing = [count for count, one in enumerate(found) if [f.kind for f in one] == [FindingKind.NO_COUNTERPART]]
    assert missing == [*range(11)]
    assert [count for count, one in enumerate(found) if one.not_compared] == [11, 12]


def test_a_statement_of_which_seven_tenths_are_there_is_compared() -> None:
    assert [count for count, one in enumerate(_checked(_stated)) if one.statements] == [*range(15, _WHOLE + 1)]


def test_a_half_of_a_claim_is_missing_where_a_third_of_it_is_not_there() -> None:
    assert [len(one) for one in _checked(_halves)] == [2] * 4 + [1] * 10 + [0] * 7


@pytest.mark.parametrize(
    ("kind", "counts"),
    [(FindingKind.QUOTATION_NOT_IN_SOURCE, [*range(5)]), (FindingKind.ALTERED_QUOTATION, [*range(5, 20)])],
)
def test_a_quotation_is_altered_from_five_of_twenty_nouns_on_and_else_another(
    kind: FindingKind, counts: list[int]
) -> None:
    assert [count for count, one in enumerate(_checked(_quoted)) if [f.kind for f in one] == [kind]] == counts
