"""pandas, Polars and Datasets: claims as rows, beside what else the frames hold."""

import functools
import io
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Claim, Speaker, extract
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


def test_pandas_joins_as_the_page_says() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame({"text": _TEXTS, "outlet": _KIND}, index=list("wxyz"))
    joined = frame.drop(columns="text").join(our_pandas.claims_frame(frame), how="inner")
    assert joined["outlet"].to_list() == [_KIND[row] for row in _ROWS]
    assert joined["text"].to_list() == [record["text"] for record in _WANTED]


def test_speakers_are_told_in_full() -> None:
    speaker = Speaker(
        "Ana Brandt",
        aliases=("Iron Ana", "Brandt"),
        titles=("Mayor",),
        roles=("mayor", "head of the board"),
        nation="Norland",
        affiliation="the harbour board",
        author="the fishermen",
    )
    told, bare = records([Claim(content=(), text="x", speaker=speaker), Claim(content=(), text="x")])
    assert {name.removeprefix("speaker_"): cell for name, cell in told.items() if name.startswith("speaker_")} == {
        "kind": "person",
        "author": "the fishermen",
        "gender": None,
        "id": None,
        "roles": "mayor; head of the board",
        "titles": "Mayor",
        "affiliation": "the harbour board",
        "nation": "Norland",
        "aliases": "Iron Ana; Brandt",
    }
    assert {cell for name, cell in bare.items() if name.startswith("speaker")} == {None}


def test_pandas_takes_texts_alone() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    wanted = our_pandas.claims_frame(pandas.DataFrame({"text": _TEXTS}))
    for texts in (_TEXTS, tuple(_TEXTS), iter(_TEXTS), pandas.Series(_TEXTS)):
        assert our_pandas.claims_frame(texts).equals(wanted)
    assert our_pandas.claims_frame([]).empty


def test_polars_takes_texts_alone_and_lazy_frames() -> None:
    polars = pytest.importorskip("polars", reason="Polars is not installed")
    wanted = our_polars.claims_frame(polars.DataFrame({"text": _TEXTS}))
    for texts in (_TEXTS, iter(_TEXTS), polars.Series(_TEXTS)):
        assert our_polars.claims_frame(texts).equals(wanted)
    assert our_polars.claims_frame([]).height == 0
    frame = polars.DataFrame({"body": _TEXTS, "kind": _KIND})
    lazy = our_polars.claims_frame(frame.lazy(), "body")
    assert isinstance(lazy, polars.LazyFrame)
    eager = our_polars.claims_frame(frame, "body")
    assert lazy.collect_schema() == eager.schema
    assert lazy.collect().equals(eager)
    few = lazy.filter(polars.col("speaker") == "Sato").select("text", "kind_")
    assert few.collect().rows() == [("it was over", "a"), ("Yes", "d")]
    with pytest.raises(KeyError, match="no column 'text': there are 'body', 'kind'"):
        our_polars.claims_frame(frame.lazy())


@pytest.mark.parametrize(
    ("ours", "given", "message"),
    [
        (our_pandas.claims_frame, "Sato said", "expected a DataFrame, a Series or strings, not str"),
        (our_pandas.claims_frame, 3, "expected a DataFrame, a Series or strings, not int"),
        (our_polars.claims_frame, "Sato said", "expected a DataFrame, a LazyFrame, a Series or strings, not str"),
        (our_datasets.map_claims, ["Sato said"], "expected a Dataset, a DatasetDict or a streamed one, not list"),
    ],
)
def test_what_is_no_frame_is_refused_in_words(ours: Any, given: object, message: str) -> None:
    pytest.importorskip(ours.__module__.rpartition(".")[2])
    with pytest.raises(TypeError, match=message):
        ours(given)


def test_datasets_streams_that_know_no_columns_are_refused_in_words() -> None:
    library = pytest.importorskip("datasets", reason="datasets is not installed")
    stream = library.IterableDataset.from_generator(lambda: iter([{"text": "x"}]))
    with pytest.raises(ValueError, match="does not know its columns"):
        our_datasets.map_claims(stream)


def test_an_unknown_scope_is_refused_in_words() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.raises(ValueError, match="no scope 'some': known are speech, all"):
        our_pandas.claims_frame(["x"], scope="some")


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
