"""Hugging Face Datasets: a function for ``Dataset.map``."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from quoteattr import Scope
from quoteattr.extras import need
from quoteattr.formats.records import columns
from quoteattr.integrations.frames import NAMES, Extract, check_column, finder, table, taken

if TYPE_CHECKING:
    from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict

Batch = Mapping[str, Sequence[object]]
Data = TypeVar("Data", "Dataset", "DatasetDict", "IterableDataset", "IterableDatasetDict")


def claims_of_batch(
    text: str = "text", *, scope: Scope | str = "speech", find: Extract | None = None
) -> Callable[[Batch], dict[str, list[object]]]:
    """A function that turns a batch of rows into rows of claims.

    Hand it to ``dataset.map(…, batched=True, remove_columns=dataset.column_names)``; `map_claims` does so.

    Args:
        text: Name of the column of texts.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.

    Example:
        >>> claims = claims_of_batch()({"id": [7, 8], "text": ["It rained.", "Sato said that it was over."]})
        >>> claims["id"], claims["text"]
        ([8], ['it was over'])
    """
    return _Batch(text, finder(find, scope))


def map_claims(
    dataset: Data,
    text: str = "text",
    *,
    scope: Scope | str = "speech",
    find: Extract | None = None,
    **options: object,
) -> Data:
    """The dataset of claims of a dataset of texts, with the other columns of each text beside its claims.

    Args:
        dataset: A Dataset or a DatasetDict; also a streamed one, if it knows its columns.
        text: Name of the column of texts.
        scope: "speech" or "all", as for `extract`.
        find: Finds the claims of a text, in place of `extract`.
        options: Further options of ``map``, such as ``num_proc``.

    Raises:
        MissingExtraError: datasets is not installed.
        KeyError: There is no such column.
        TypeError: It is no dataset.
        ValueError: A streamed dataset does not know its columns.
    """
    library = need("datasets", extra="datasets")
    if isinstance(dataset, (library.DatasetDict, library.IterableDatasetDict)):
        found = {name: map_claims(one, text, scope=scope, find=find, **options) for name, one in dataset.items()}
        return type(dataset)(found)
    if not isinstance(dataset, (library.Dataset, library.IterableDataset)):
        raise TypeError(f"expected a Dataset, a DatasetDict or a streamed one, not {type(dataset).__name__}")
    if dataset.features is None:
        raise ValueError("the streamed dataset does not know its columns: cast it to its features first")
    check_column(text, dataset.column_names)
    kinds = {str: "string", int: "int64", float: "float64", bool: "bool"}
    features = {taken(name, NAMES): kind for name, kind in dataset.features.items() if name != text}
    features |= {column.name: library.Value(kinds[column.type]) for column in columns()}
    return dataset.map(
        claims_of_batch(text, scope=scope, find=find),
        batched=True,
        remove_columns=dataset.column_names,
        features=library.Features(features),
        **options,
    )


class _Batch:
    """The function of `claims_of_batch`: an object, so that other processes can get it."""

    def __init__(self, text: str, find: Extract) -> None:
        self._text = text
        self._find = find

    def __call__(self, batch: Batch) -> dict[str, list[object]]:
        rows, found = table(batch[self._text], self._find)
        kept = {taken(name, NAMES): [cells[row] for row in rows] for name, cells in batch.items() if name != self._text}
        return kept | {name: list(cells) for name, cells in found.items()}
