"""pandas: texts in, a tidy frame of claims out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import Extract, check_column, check_texts, finder, table

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {str: "string", int: "Int64", float: "Float64", bool: "boolean"}


def claims_frame(
    frame: "pd.DataFrame | pd.Series | Iterable[str]",
    text: str = "text",
    *,
    scope: Scope | str = "speech",
    find: Extract | None = None,
) -> "pd.DataFrame":
    """A frame with a row for each claim, under the index of the row that its text stands in.

    Args:
        frame: A DataFrame with a column of texts; or texts alone, in a Series or a list.
        text: Name of the column of a DataFrame.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.

    Returns:
        A DataFrame with the columns of `quoteattr.formats.records` in nullable types. Its index is that of `frame`,
        with labels repeated; that of a list counts from 0. Where the labels of `frame` are unique,
        ``frame.drop(columns="text").join(claims)`` puts both together.

    Raises:
        KeyError: There is no such column.
        TypeError: The frame is nothing of these.
        MissingExtraError: pandas is not installed.

    Example:
        >>> import pandas
        >>> news = pandas.DataFrame(
        ...     {"outlet": ["Post", "Courier"], "text": ["Sato said that it was over.", "It rained."]}, index=["a", "b"]
        ... )
        >>> claims = claims_frame(news)
        >>> claims[["speaker", "text"]].to_dict("index")
        {'a': {'speaker': 'Sato', 'text': 'it was over'}}
        >>> news.drop(columns="text").join(claims).loc["a", ["outlet", "speaker", "text"]].to_list()
        ['Post', 'Sato', 'it was over']
    """
    pandas = need("pandas", extra="pandas")
    if isinstance(frame, pandas.DataFrame):
        check_column(text, frame.columns)
        frame = frame[text]
    elif not isinstance(frame, pandas.Series):
        frame = pandas.Series(check_texts(frame, "a DataFrame, a Series or strings"), dtype=object)
    rows, found = table(frame, finder(find, scope))
    types = {column.name: _TYPES[column.type] for column in columns()}
    claims = {name: pandas.array(cells, dtype=types[name]) for name, cells in found.items()}
    return pandas.DataFrame(claims, index=frame.index.take(rows))
