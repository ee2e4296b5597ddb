"""pandas: a column of texts in, a tidy frame of claims out."""

from typing import Any

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import Extract, check_column, finder, table

_TYPES = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def claims_frame(frame: Any, text: str = "text", *, scope: Scope | str = "speech", find: Extract | None = None) -> Any:  # noqa: ANN401  # pandas' own types
    """A frame with a row for each claim, under the index of the row that its text stands in.

    Args:
        frame: A DataFrame with a column of texts, or a Series of texts.
        text: Name of the column; for a Series it does not matter.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.

    Returns:
        A DataFrame with the columns of `quoteattr.formats.records` in nullable types. Its index is the one of `frame`,
        with labels repeated, so that ``frame.join(claims)`` puts both together.

    Raises:
        KeyError: There is no such column.
        MissingExtraError: pandas is not installed.

    Example:
        >>> import pandas
        >>> news = pandas.DataFrame({"text": ["Sato said that it was over.", "It rained."]}, index=["a", "b"])
        >>> claims_frame(news)[["speaker", "text"]].to_dict("index")
        {'a': {'speaker': 'Sato', 'text': 'it was over'}}
    """
    pandas = need("pandas", extra="pandas")
    if isinstance(frame, pandas.DataFrame):
        check_column(text, frame.columns)
        frame = frame[text]
    rows, found = table(frame, finder(find, scope))
    types = {column.name: _TYPES[column.type] for column in columns()}
    index = frame.index.take(rows)
    return pandas.DataFrame(
        {name: pandas.array(cells, dtype=types[name]) for name, cells in found.items()}, index=index
    )
