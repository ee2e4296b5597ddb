"""The table of commitment in the documentation holds, and shows each value."""

import enum
import re
from pathlib import Path

import pytest

from quoteattr import Attitude, CircumstanceRole, Claim, Factivity, Kind, Polarity, Realis, extract

_PAGE = Path(__file__).parents[1] / "docs" / "commitment.md"
_ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", re.MULTILINE)
_ROWS = _ROW.findall(_PAGE.read_text(encoding="utf-8"))
_FIELDS: dict[str, type[enum.StrEnum]] = {
    "attitude": Attitude,
    "polarity": Polarity,
    "realis": Realis,
    "factivity": Factivity,
    "kind": Kind,
    "role": CircumstanceRole,
}


def _values(claim: Claim, field: str) -> list[str]:
    if field == "role":
        return [circumstance.role.value for circumstance in claim.circumstances]
    return [getattr(claim.cue if field == "factivity" else claim, field).value]


@pytest.mark.parametrize(("field", "value", "specimen"), _ROWS)
def test_a_specimen_has_the_value_that_it_shows(field: str, value: str, specimen: str) -> None:
    (claim,) = extract(specimen)
    assert _values(claim, field) == [value]


def test_each_value_has_a_specimen() -> None:
    shown = {(field, value) for field, value, _ in _ROWS}
    assert shown == {(field, item.value) for field, values in _FIELDS.items() for item in values}
