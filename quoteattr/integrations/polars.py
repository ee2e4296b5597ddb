"""Polars: a column of texts in, a tidy frame of claims out."""

from typing import Any

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import NAMES, Extract, check_column, finder, table, taken


def claims_frame(frame: Any, text: str = "text", *, scope: Scope | str = "speech", find: Extract | None = None) -> Any:  # noqa: ANN401  # Polars' own types
    """A frame with a row for each claim, beside the other columns of the row that its text stands in.

    Args:
        frame: A DataFrame with a column of texts.
        text: Name of the column.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.

    Returns:
        A DataFrame: first the other columns of `frame`, then those of `quoteattr.formats.records`. A column of yours
        that has the name of one of these gets an underscore.

    Raises:
        KeyError: There is no such column.
        MissingExtraError: Polars is not installed.

    Example:
        >>> import polars
        >>> news = polars.DataFrame({"id": [7, 8], "body": ["Sato said that it was over.", "It rained."]})
        >>> claims_frame(news, "body").select("id", "speaker", "text").rows()
        [(7, 'Sato', 'it was over')]
    """
    polars = need("polars", extra="polars")
    check_column(text, frame.columns)
    rows, found = table(frame[text], finder(find, scope))
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    kept = frame.drop(text)
    kept = kept.rename({name: taken(name, NAMES) for name in kept.columns})[rows]
    claims = [polars.Series(column.name, found[column.name], kinds[column.type]) for column in columns()]
    return kept.hstack(claims) if kept.width else polars.DataFrame(claims)
