"""Spark runs it on a local session, in worker processes of its own."""

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract
from quoteattr.formats.records import columns, records
from quoteattr.integrations.spark import claims_frame, schema

pytestmark = [
    pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java"),
    pytest.mark.timeout(240),
    pytest.mark.filterwarnings("ignore"),  # PySpark's own, of which there are many
]

_TEXTS = ["Sato said that it was over.", None, "It rained.", "Osei said: “No.” “Yes,” said Sato."]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on this machine, with two workers."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    home = tmp_path_factory.mktemp("spark")
    builder = sql.SparkSession.builder.master("local[2]").appName("quoteattr")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(home / "warehouse"),
        "spark.local.dir": str(home / "local"),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, value in settings.items():
            builder = builder.config(name, value)
        started = builder.getOrCreate()
        started.sparkContext.setLogLevel("ERROR")
        yield started
        started.stop()


def test_claims_come_from_the_workers(session: Any) -> None:
    frame = session.createDataFrame(
        [(n, text, "x") for n, text in enumerate(_TEXTS)], "id long, body string, kind string"
    )
    claims = claims_frame(frame.repartition(3), "body").orderBy("id", "claim")
    assert claims.columns == ["id", "kind_", *(column.name for column in columns())]
    found = [row.asDict() for row in claims.collect()]
    wanted = [
        {"id": n, "kind_": "x", **record} for n, text in enumerate(_TEXTS) if text for record in records(extract(text))
    ]
    assert found == wanted


def test_it_is_lazy_and_keeps_types(session: Any, tmp_path: Path) -> None:
    frame = session.createDataFrame([("Sato said that it was over.", [1, 2])], "text string, tags array<int>")
    claims = claims_frame(frame)
    assert dict(claims.dtypes)["tags"] == "array<int>"
    assert dict(claims.dtypes)["source_start"] == "bigint"
    claims.write.parquet(str(tmp_path / "claims"))
    (row,) = session.read.parquet(str(tmp_path / "claims")).collect()
    assert (row["tags"], row["speaker"]) == ([1, 2], "Sato")


def test_a_column_that_is_not_there_is_told(session: Any) -> None:
    with pytest.raises(KeyError, match="no column 'text'"):
        claims_frame(session.createDataFrame([("x",)], "body string"))


def test_the_schema_has_every_column() -> None:
    assert [part.split(" ")[0] for part in schema().split(", ")] == [column.name for column in columns()]
