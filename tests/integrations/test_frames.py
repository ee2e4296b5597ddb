"""pandas, Polars and Datasets: claims as rows, beside what else the frames hold."""

import functools
import io
from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract
from quoteattr.formats.records import columns, records
from quoteattr.integrations import datasets as our_datasets
from quoteattr.integrations import pandas as our_pandas
from quoteattr.integrations import polars as our_polars

_TEXTS = ["Sato said that it was over.", None, "It rained.", "Osei said: “No.” “Yes,” said Sato."]
_KIND = ["a", "b", "c", "d"]
_WANTED = [record for text in _TEXTS if text for record in records(extract(text))]
_ROWS = [number for number, text in enumerate(_TEXTS) if text for _ in extract(text)]


def _same(rows: list[dict[str, Any]]) -> None:
    names = [column.name for column in columns()]
    assert [{name: row[name] for name in names} for row in rows] == _WANTED


def test_pandas_keeps_the_index() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame({"body": _TEXTS, "kind": _KIND}, index=list("wxyz"))
    claims = our_pandas.claims_frame(frame, "body")
    _same(claims.astype(object).where(claims.notna(), None).to_dict("records"))
    assert list(claims.index) == [list("wxyz")[row] for row in _ROWS]
    assert list(frame.drop(columns="kind").join(claims).index) == ["w", "x", "y", *["z"] * _ROWS.count(3)]
    assert our_pandas.claims_frame(frame["body"]).equals(claims)


def test_pandas_has_the_types_where_nothing_is_found() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    claims = our_pandas.claims_frame(pandas.DataFrame({"text": ["It rained."]}))
    assert list(claims.columns) == [column.name for column in columns()]
    assert claims.dtypes["claim"] == "Int64"
    assert claims.dtypes["anonymous"] == "boolean"
    assert our_pandas.claims_frame(pandas.DataFrame({"text": []})).empty


def test_parquet_holds_the_claims(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    claims = our_pandas.claims_frame(pandas.Series(_TEXTS))
    claims.to_parquet(tmp_path / "claims.parquet")
    assert pandas.read_parquet(tmp_path / "claims.parquet").equals(claims)


def test_polars_keeps_the_other_columns() -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    claims = our_polars.claims_frame(polars.DataFrame({"body": _TEXTS, "kind": _KIND, "n": [1, 2, 3, 4]}), "body")
    _same(claims.to_dicts())
    assert claims["kind_"].to_list() == [_KIND[row] for row in _ROWS]
    assert claims["n"].to_list() == [row + 1 for row in _ROWS]
    assert our_polars.claims_frame(polars.DataFrame({"text": _TEXTS})).columns == [column.name for column in columns()]
    assert our_polars.claims_frame(polars.DataFrame({"id": [], "text": []})).height == 0
    out = io.BytesIO()
    claims.write_parquet(out)
    out.seek(0)
    assert polars.read_parquet(out).equals(claims)


def test_datasets_map() -> None:
    library = pytest.importorskip("datasets", reason="datasets is not installed")
    data = library.Dataset.from_dict({"body": _TEXTS, "kind": _KIND})
    claims = our_datasets.map_claims(data, "body")
    _same(list(claims))
    assert list(claims["kind_"]) == [_KIND[row] for row in _ROWS]
    parts = our_datasets.map_claims(library.DatasetDict({"train": data}), "body", batch_size=1)
    assert list(parts["train"]) == list(claims)
    streamed = our_datasets.map_claims(data.to_iterable_dataset(), "body")
    assert list(streamed) == list(claims)


@pytest.mark.parametrize("ours", [our_pandas.claims_frame, our_polars.claims_frame, our_datasets.map_claims])
def test_a_column_that_is_not_there_is_told(ours: Any) -> None:
    library = pytest.importorskip(ours.__module__.rpartition(".")[2])
    make = library.Dataset.from_dict if ours is our_datasets.map_claims else library.DataFrame
    with pytest.raises(KeyError, match="no column 'text': there are 'body'"):
        ours(make({"body": ["x"]}))


def test_settings_are_handed_on() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    text = "Sato said that Osei had said that it was over."
    frame = pandas.Series([text])
    outer = functools.partial(extract, nested=False)
    assert len(our_pandas.claims_frame(frame, find=outer)) == len(outer(text)) < len(our_pandas.claims_frame(frame))


def test_the_scope_goes_through_to_extract() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    texts = pandas.Series(["Sato said that it was over.", "Osei wants to stay."])
    assert len(our_pandas.claims_frame(texts)) == 1
    assert len(our_pandas.claims_frame(texts, scope="all")) == 2
    with pytest.raises(ValueError, match="some"):
        our_pandas.claims_frame(texts, scope="some")
