"""Where results go: standard output, a file, a worksheet, or a folder with files for each document."""

import gzip
import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from quoteattr.command.files import is_packed
from quoteattr.command.formats import FORMATS, Format
from quoteattr.command.interruption import Interruption
from quoteattr.command.options import Options
from quoteattr.command.work import Done
from quoteattr.command.worksheet import Worksheet

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
Put = Callable[[bytes], object]


class Output(Protocol):
    """A place to write to."""

    def header(self) -> None:
        """Writes what comes first."""

    def write(self, done: Done, number: int) -> None:
        """Writes a document's outcome."""


@contextmanager
def output(options: Options, interruption: Interruption) -> Iterator[Output]:
    """The place where claims go."""
    form = FORMATS[options.task.format]
    if options.output is not None and form.rows is not None:
        with Path(options.output).open("wb") as stream, Worksheet(stream, form.columns).opened() as sheet:
            yield sheet
    elif options.output is not None and is_folder(form, options.output, several=options.task.several):
        yield Folder(Path(options.output), form, several=options.task.several)
    else:
        with opened_stream(options.output) as put:
            yield Stream(put, form, interruption)


class Stream:
    """One stream for all documents. What is written at once ends with a line's end, and is never cut by a signal."""

    def __init__(self, put: Put, form: Format, interruption: Interruption) -> None:
        self._put = put
        self._form = form
        self._interruption = interruption

    def header(self) -> None:
        """Writes what comes first."""
        self._write(self._form.header)

    def write(self, done: Done, number: int) -> None:  # noqa: ARG002  # the stream tells documents apart by itself
        """Writes a document's outcome."""
        self._write(done.written.get(self._form.shown, ""))

    def _write(self, text: str) -> None:
        if text:
            # A file name that is not UTF-8 holds lone surrogates; their escapes are valid JSON too.
            with self._interruption.held():
                self._put(text.encode("utf-8", "backslashreplace"))


class Folder:
    """A folder with files for each document, numbered in their order where there are several."""

    def __init__(self, home: Path, form: Format, *, several: bool) -> None:
        self._home = home
        self._form = form
        self._several = several

    def header(self) -> None:
        """Makes the folder, and what lies in it once."""
        self._home.mkdir(parents=True, exist_ok=True)
        for name, text in self._form.beside.items():
            (self._home / name).write_text(text, encoding="utf-8", newline="\n")

    def write(self, done: Done, number: int) -> None:
        """Writes a document's files."""
        stem = _UNSAFE.sub("-", Path(done.document.file).stem)[:_LONGEST_NAME] or "text"
        if self._several:
            stem = f"{number:06}-{stem}"
        for ending, text in done.written.items():
            path = self._home / (stem + ending)
            path.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")


@contextmanager
def opened_stream(name: str | None) -> Iterator[Put]:
    """What writes whole blocks of bytes: to standard output, to a file, or packed to a file that ends in .gz."""
    if name is None:
        yield standard_output()
        return
    with Path(name).open("wb") as stream:
        if is_packed(name):
            # without name and time, so that the same claims are the same bytes
            with gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed:
                yield packed.write
        else:
            yield lambda data: _whole(stream.fileno(), data)


def standard_output() -> Put:
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


def is_folder(form: Format, output: str, *, several: bool) -> bool:
    """Whether the output is a folder: for formats with a document's own files, unless one file goes to one name."""
    files = form.files
    return bool(files) and (several or len(files) > 1 or Path(output).is_dir() or output.endswith(("/", os.sep)))
