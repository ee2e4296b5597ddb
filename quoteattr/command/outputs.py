"""Where results go: standard output, a file, or a folder with files for each document."""

import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from quoteattr.command.formats import FORMATS
from quoteattr.command.interruption import Interruption
from quoteattr.command.work import Done
from quoteattr.formats.brat import CONFIGURATION

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


class Output(Protocol):
    """A place to write to."""

    def header(self, text: str) -> None:
        """Writes what comes first."""

    def write(self, done: Done, number: int) -> None:
        """Writes a document's outcome."""


class Stream:
    """One stream for all documents. What is written at once ends with a line's end, and is never cut by a signal."""

    def __init__(self, put: Callable[[bytes], object], shown: str, interruption: Interruption) -> None:
        self._put = put
        self._shown = shown
        self._interruption = interruption

    def header(self, text: str) -> None:
        """Writes what comes first."""
        self._write(text)

    def write(self, done: Done, number: int) -> None:  # noqa: ARG002  # the stream tells documents apart by itself
        """Writes a document's outcome."""
        self._write(done.written.get(self._shown, ""))

    def _write(self, text: str) -> None:
        if text:
            # A file name that is not UTF-8 holds lone surrogates; their escapes are valid JSON too.
            with self._interruption.held():
                self._put(text.encode("utf-8", "backslashreplace"))


class Folder:
    """A folder with files for each document, numbered in their order where there are several."""

    def __init__(self, home: Path, *, several: bool, name: str) -> None:
        self._home = home
        self._several = several
        self._format = name

    def header(self, text: str) -> None:  # noqa: ARG002
        """Makes the folder."""
        self._home.mkdir(parents=True, exist_ok=True)
        if self._format == "brat":
            (self._home / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8", newline="\n")

    def write(self, done: Done, number: int) -> None:
        """Writes a document's files."""
        stem = _UNSAFE.sub("-", Path(done.document.file).stem)[:_LONGEST_NAME] or "text"
        if self._several:
            stem = f"{number:06}-{stem}"
        for ending, text in done.written.items():
            path = self._home / (stem + ending)
            path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")


def standard_output() -> Callable[[bytes], object]:
    """Writes whole blocks to standard output, past its buffer where it has one."""
    try:
        number = sys.stdout.fileno()
    except (AttributeError, io.UnsupportedOperation):
        return lambda data: sys.stdout.write(data.decode("utf-8"))
    sys.stdout.flush()
    return lambda data: _whole(number, data)


def _whole(number: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(number, view) :]


def file_output(stream: BinaryIO) -> Callable[[bytes], object]:
    """Writes whole blocks to a file."""
    return lambda data: _whole(stream.fileno(), data)


def is_folder(name: str, output: str, *, several: bool) -> bool:
    """Whether the output is a folder: for formats with a document's own files, unless one file goes to one name."""
    files = FORMATS[name].files
    return bool(files) and (several or len(files) > 1 or Path(output).is_dir() or output.endswith(("/", os.sep)))
