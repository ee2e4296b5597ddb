"""Flat records: every scalar of a claim, there and back, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from quoteattr.formats.csv import from_csv, to_csv
from quoteattr.formats.records import Scalar, columns, records
from tests.formats.sample import CLAIMS


def test_records_have_every_column_with_its_type() -> None:
    found = list(records(CLAIMS))
    assert [record["parent"] for record in found] == [None, None, None, None, 3]
    for record in found:
        assert list(record) == [column.name for column in columns()]
        for column in columns():
            assert record[column.name] is None or type(record[column.name]) is column.type


def test_csv_comes_back() -> None:
    found = list(records(CLAIMS))
    assert list(from_csv(to_csv(found))) == found


def test_further_keys_stand_in_front() -> None:
    found = [{"file": "-a.txt", **record} for record in records(CLAIMS)]
    written = to_csv(found, keys=("file",))
    assert written.startswith("file,claim,parent,")
    assert list(from_csv(written)) == found


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''@", "＝1", "'tis", "plain", "“=1”"])
def test_a_formula_is_text_and_comes_back(cell: str) -> None:
    record: dict[str, Scalar] = dict.fromkeys([column.name for column in columns()])
    record["text"] = cell
    written = to_csv([record])
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    assert row["text"][0] not in "=+-@\t\r＝"
    assert list(from_csv(written)) == [record]


def test_pandas_reads_it() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.read_csv(io.StringIO(to_csv(records(CLAIMS))))
    assert list(frame["kind"]) == [claim.kind.value for claim in CLAIMS]
    assert list(frame["source_start"].astype("Int64").dropna()) == [
        claim.source.start for claim in CLAIMS if claim.source
    ]
