"""Apache Spark: a data frame of texts in, a data frame of claims out, on as many machines as the cluster has."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import NAMES, Extract, check_column, finder, table, taken

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

_TYPES = {str: "string", int: "long", float: "double", bool: "boolean"}


def schema() -> str:
    """The columns of the claims with their types, in Spark's notation.

    Example:
        >>> schema()[:38]
        'claim long, parent long, speaker strin'
    """
    return ", ".join(f"{column.name} {_TYPES[column.type]}" for column in columns())


def claims_frame(
    frame: "DataFrame", text: str = "text", *, scope: Scope | str = "speech", find: Extract | None = None
) -> "DataFrame":
    """A Spark data frame with a row for each claim, beside the other columns of the row that its text stands in.

    It is lazy, as everything in Spark. Nothing is shuffled: each partition of texts becomes a partition of claims, by
    ``mapInPandas`` with a declared schema, so that no job runs to find it out.

    Args:
        frame: A Spark DataFrame with a column of texts.
        text: Name of the column.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`; it is pickled and sent to the workers.

    Returns:
        A Spark DataFrame: first the other columns of `frame`, then those of `schema`. A column of yours that has the
        name of one of these gets an underscore.

    Raises:
        KeyError: There is no such column.
        TypeError: It is no Spark DataFrame.
        MissingExtraError: PySpark is not installed.
    """
    types = need("pyspark.sql.types", extra="spark")
    if not hasattr(frame, "mapInPandas"):
        raise TypeError(f"expected a Spark DataFrame, not {type(frame).__name__}: session.createDataFrame makes one")
    check_column(text, frame.columns)
    kept = [field for field in frame.schema.fields if field.name != text]
    renamed = [types.StructField(taken(field.name, NAMES), field.dataType, field.nullable) for field in kept]
    claims = types.StructType.fromDDL(schema())
    return frame.mapInPandas(_mapper(text, finder(find, scope)), types.StructType([*renamed, *claims.fields]))


def _mapper(text: str, find: Extract) -> "Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]]":
    def claims_of(batches: "Iterator[pd.DataFrame]") -> "Iterator[pd.DataFrame]":
        pandas = need("pandas", extra="spark")
        kinds = {column.name: _PANDAS[column.type] for column in columns()}
        for batch in batches:
            rows, found = table(batch[text], find)
            kept = batch.drop(columns=text).iloc[rows].reset_index(drop=True)
            kept.columns = [taken(name, NAMES) for name in kept.columns]
            claims = {name: pandas.array(cells, dtype=kinds[name]) for name, cells in found.items()}
            yield pandas.concat([kept, pandas.DataFrame(claims)], axis="columns")

    return claims_of


_PANDAS = {str: "object", int: "Int64", float: "Float64", bool: "boolean"}
