"""Polars: texts in, a tidy frame of claims out."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, overload

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import NAMES, Extract, check_column, check_texts, finder, table, taken

if TYPE_CHECKING:
    import polars as pl

_EXPECTED = "a DataFrame, a LazyFrame, a Series or strings"


@overload
def claims_frame(
    frame: "pl.LazyFrame", text: str = "text", *, scope: Scope | str = "speech", find: Extract | None = None
) -> "pl.LazyFrame": ...
@overload
def claims_frame(  # type: ignore[overload-cannot-match]  # for whoever checks without Polars' types
    frame: "pl.DataFrame | pl.Series | Iterable[str]",
    text: str = "text",
    *,
    scope: Scope | str = "speech",
    find: Extract | None = None,
) -> "pl.DataFrame": ...
def claims_frame(
    frame: "pl.DataFrame | pl.LazyFrame | pl.Series | Iterable[str]",
    text: str = "text",
    *,
    scope: Scope | str = "speech",
    find: Extract | None = None,
) -> "pl.DataFrame | pl.LazyFrame":
    """A frame with a row for each claim, beside the other columns of the row that its text stands in.

    Args:
        frame: A DataFrame or a LazyFrame with a column of texts; or texts alone, in a Series or a list.
        text: Name of the column of a frame.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.

    Returns:
        A DataFrame, lazy if `frame` is: first the other columns of `frame`, then those of `quoteattr.formats.records`.
        A column of yours that has the name of one of these gets an underscore.

    Raises:
        KeyError: There is no such column.
        TypeError: The frame is nothing of these.
        MissingExtraError: Polars is not installed.

    Example:
        >>> import polars
        >>> news = polars.DataFrame({"id": [7, 8], "body": ["Sato said that it was over.", "It rained."]})
        >>> claims_frame(news, "body").select("id", "speaker", "text").rows()
        [(7, 'Sato', 'it was over')]
    """
    polars = need("polars", extra="polars")
    found = partial(_claims, text=text, find=finder(find, scope))
    if isinstance(frame, polars.LazyFrame):
        schema = frame.collect_schema()
        check_column(text, schema.names())
        kept = {taken(name, NAMES): kind for name, kind in schema.items() if name != text}
        off = dict.fromkeys(("predicate_pushdown", "projection_pushdown", "slice_pushdown"), False)
        return frame.map_batches(found, schema=polars.Schema({**kept, **_kinds()}), **off)
    if not isinstance(frame, polars.DataFrame):
        texts = frame if isinstance(frame, polars.Series) else check_texts(frame, _EXPECTED)
        frame = polars.DataFrame({text: polars.Series(texts, dtype=polars.String, strict=False)})
    check_column(text, frame.columns)
    return found(frame)


def _claims(frame: "pl.DataFrame", text: str, find: Extract) -> "pl.DataFrame":
    polars = need("polars", extra="polars")
    rows, found = table(frame[text], find)
    kept = frame.drop(text)
    kept = kept.rename({name: taken(name, NAMES) for name in kept.columns})[rows]
    claims = [polars.Series(name, found[name], kind) for name, kind in _kinds().items()]
    return kept.hstack(claims) if kept.width else polars.DataFrame(claims)


def _kinds() -> "dict[str, type[pl.DataType]]":
    """The columns of a frame of claims with their types."""
    polars = need("polars", extra="polars")
    kinds = {str: polars.String, int: polars.Int64, float: polars.Float64, bool: polars.Boolean}
    return {column.name: kinds[column.type] for column in columns()}
