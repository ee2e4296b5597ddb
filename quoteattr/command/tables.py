"""Rows of JSON lines and of CSV as documents, read one at a time."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quoteattr.command.documents import Document
from quoteattr.command.files import UnreadableError, decoded, opened, undecoded
from quoteattr.command.options import Reading

_LONGEST_CELL = 2**31 - 1


def json_lines(file: str, reading: Reading) -> Iterator[Document]:
    """A document for each line; a line that is none of ours has a fault, and the next one is read."""
    with opened(file) as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield _document(file, number, _object(line, reading.encoding), reading)
                except UnreadableError as error:
                    yield Document(file, record=number, fault=str(error))


def csv_rows(file: str, reading: Reading) -> Iterator[Document]:
    """A document for each row, numbered by the line on which it ends.

    Raises:
        UnreadableError: There is no such column, or the file is in another encoding or no CSV from some row on.
    """
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = reading.delimiter or ("\t" if file.lower().endswith((".tsv", ".tsv.gz")) else ",")
    encoding = "utf-8-sig" if reading.encoding == "utf-8" else reading.encoding
    with opened(file) as stream:
        text = io.TextIOWrapper(stream, encoding=encoding, newline="")
        rows = csv.DictReader(text, delimiter=delimiter)
        try:
            _check_columns(rows.fieldnames or (), reading)
            for row in rows:
                try:
                    yield _document(file, rows.line_num, row, reading)
                except UnreadableError as error:
                    yield Document(file, record=rows.line_num, fault=str(error))
        except UnicodeDecodeError as error:
            raise UnreadableError(undecoded(reading.encoding, f"after line {rows.line_num}")) from error
        except csv.Error as error:
            raise UnreadableError(f"no CSV after line {rows.line_num} ({error})") from error
        finally:
            text.detach()


def _named(reading: Reading) -> list[str]:
    """The columns that the user names."""
    told = (reading.id_column, reading.title_column, reading.outlet_column, reading.date_column)
    return [reading.text_column, *(name for name in told if name is not None)]


def _check_columns(found: Sequence[str], reading: Reading) -> None:
    for name in _named(reading):
        if name not in found:
            raise UnreadableError(f"no column {name!r} (there are {', '.join(map(repr, found)) or 'none'})")


def _object(line: bytes, encoding: str) -> Mapping[str, Any]:
    try:
        found = json.loads(decoded(line, encoding))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON ({error})") from error
    if not isinstance(found, dict):
        raise UnreadableError("not a JSON object")
    return found


def _document(file: str, number: int, row: Mapping[str, Any], reading: Reading) -> Document:
    for column in _named(reading):
        if column not in row:
            raise UnreadableError(f"no field {column!r}")
    text = row[reading.text_column]
    if not isinstance(text, str):
        raise UnreadableError(f"field {reading.text_column!r} is no string")
    name = None if reading.id_column is None else row[reading.id_column]
    whole = name is None or isinstance(name, (str, int))
    return Document(
        file,
        text,
        read=True,
        record=number,
        id=name if whole else json.dumps(name),
        headline=_told(row, reading.title_column),
        outlet=_told(row, reading.outlet_column),
        date=_told(row, reading.date_column),
    )


def _told(row: Mapping[str, Any], name: str | None) -> str | None:
    """What a column tells; nothing where it is empty."""
    return None if name is None or row[name] in (None, "") else str(row[name])
