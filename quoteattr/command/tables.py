"""Rows of JSON lines and of CSV as documents, read one at a time."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

from quoteattr.command.documents import STANDARD_INPUT, Document, UnreadableError, decoded
from quoteattr.command.options import Reading

_LONGEST_CELL = 2**31 - 1


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == STANDARD_INPUT:
        yield sys.stdin.buffer
    else:
        with open(file, "rb") as stream:  # noqa: PTH123  # a name, as the user gave it
            yield stream


def json_lines(file: str, reading: Reading) -> Iterator[Document]:
    """A document for each line; a line that is none of ours has a fault, and the next one is read."""
    with _opened(file) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield _document(file, number, _object(line), reading)
                except UnreadableError as error:
                    yield Document(file, record=number, fault=str(error))


def csv_rows(file: str, reading: Reading) -> Iterator[Document]:
    """A document for each row, numbered by the line on which it ends.

    Raises:
        UnreadableError: There is no such column, or the file is not UTF-8 or no CSV from some row on.
    """
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = reading.delimiter or ("\t" if file.lower().endswith(".tsv") else ",")
    with _opened(file) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        rows = csv.DictReader(text, delimiter=delimiter)
        try:
            _check_columns(rows.fieldnames or (), reading)
            for row in rows:
                try:
                    yield _document(file, rows.line_num, row, reading)
                except UnreadableError as error:
                    yield Document(file, record=rows.line_num, fault=str(error))
        except UnicodeDecodeError as error:
            raise UnreadableError(f"not UTF-8 text (after line {rows.line_num})") from error
        except csv.Error as error:
            raise UnreadableError(f"no CSV after line {rows.line_num} ({error})") from error
        finally:
            text.detach()


def _check_columns(found: Sequence[str], reading: Reading) -> None:
    for name in (reading.text_column, reading.id_column):
        if name is not None and name not in found:
            raise UnreadableError(f"no column {name!r} (there are {', '.join(map(repr, found)) or 'none'})")


def _object(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(decoded(line))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON ({error})") from error
    if not isinstance(found, dict):
        raise UnreadableError("not a JSON object")
    return found


def _document(file: str, number: int, row: Mapping[str, Any], reading: Reading) -> Document:
    for name in (reading.text_column, reading.id_column):
        if name is not None and name not in row:
            raise UnreadableError(f"no field {name!r}")
    text = row[reading.text_column]
    if not isinstance(text, str):
        raise UnreadableError(f"field {reading.text_column!r} is no string")
    name = None if reading.id_column is None else row[reading.id_column]
    whole = name is None or isinstance(name, (str, int))
    return Document(file, text, read=True, record=number, id=name if whole else json.dumps(name))
