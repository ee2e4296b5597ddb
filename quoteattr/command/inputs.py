"""The documents that the user named, one after the other: files, folders, patterns, standard input, rows of tables."""

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from quoteattr.command.documents import Document, load
from quoteattr.command.files import PACKED, STANDARD_INPUT, UnreadableError
from quoteattr.command.options import Reading
from quoteattr.command.tables import csv_rows, json_lines
from quoteattr.extras import MissingExtraError

_SORTS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    ".txt": "text",
}
_ABSENT = "No such file or folder"
_BARE = "No .txt, .html, .jsonl or .csv file below this folder; --input-format reads files with other endings"


def sort_of(name: str, reading: Reading) -> str:
    """text, html, jsonl or csv: as the user says, or else by the name's ending."""
    return reading.sort or _SORTS.get(_ending(name), "text")


def _ending(name: str) -> str:
    """The ending of a name, that of gzip left out."""
    return Path(name.lower().removesuffix(PACKED)).suffix


def several(reading: Reading) -> bool:
    """Whether there may be more than one document."""
    first, *more = reading.names
    plain = first == STANDARD_INPUT or Path(first).is_file()
    return bool(more) or not plain or sort_of(first, reading) in ("jsonl", "csv")


def missing(reading: Reading) -> list[tuple[str, str]]:
    """The names of what is not there, each with the reason: what nothing fits, and a folder without a file to read."""
    absent = [name for name in reading.names if next(_files(name, reading), None) is None]
    return [(name, _BARE if Path(name).is_dir() else _ABSENT) for name in absent]


def documents(reading: Reading) -> Iterator[Document]:
    """Every document, in the order of the names; the files of a folder in the order of theirs."""
    for name in reading.names:
        for file in _files(name, reading):
            yield from _documents(file, reading)


def count(reading: Reading) -> int | None:
    """The number of documents, where that can be told without reading."""
    if all(Path(name).is_file() and sort_of(name, reading) in ("text", "html") for name in reading.names):
        return len(reading.names)
    return None


def _files(name: str, reading: Reading) -> Iterator[str]:
    path = Path(name)
    if path.is_dir():
        yield from _below(path, reading)
    elif name == STANDARD_INPUT or os.path.lexists(path):
        yield name
    elif glob.has_magic(name):
        for found in sorted(glob.iglob(name, recursive=True)):  # noqa: PTH207  # the pattern may begin with a root
            yield from _below(Path(found), reading) if Path(found).is_dir() else [found]


def _below(folder: Path, reading: Reading) -> Iterator[str]:
    """The files below a folder whose ending we know, or all of them where the user says what they are."""
    for home, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if not file.startswith(".") and (reading.sort or _ending(file) in _SORTS):
                yield str(Path(home, file))


def _documents(file: str, reading: Reading) -> Iterator[Document]:
    sort = sort_of(file, reading)
    try:
        if sort == "jsonl":
            yield from json_lines(file, reading)
        elif sort == "csv":
            yield from csv_rows(file, reading)
        else:
            document = Document(file, html=sort == "html", encoding=reading.encoding)
            yield load(document) if file == STANDARD_INPUT else document
    except (OSError, UnreadableError, MissingExtraError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        yield Document(file, fault=reason or str(error), whole=True)
