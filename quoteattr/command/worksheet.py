"""A worksheet of claims, by XlsxWriter: a row for each, written as they come."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Self

from quoteattr.command.work import Done
from quoteattr.extras import need

_MOST_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,  # a cell that begins like a formula is text
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Worksheet:
    """A file that spreadsheets open. What does not fit on a sheet goes on another; a longer cell ends with “…”.

    Args:
        stream: The file's bytes.
        columns: The names in the first row.

    Raises:
        MissingExtraError: XlsxWriter is not installed.
    """

    def __init__(self, stream: BinaryIO, columns: Sequence[str]) -> None:
        self._columns = columns
        self._book: Any = need("xlsxwriter", extra="xlsx").Workbook(stream, _SETTINGS)
        self._bold = self._book.add_format({"bold": True})
        self._sheet: Any = None
        self._row = 0

    @contextmanager
    def opened(self) -> Iterator[Self]:
        """The worksheet, which is a whole file when the block ends, however it does."""
        try:
            yield self
        finally:
            if self._sheet is None:
                self.header()
            self._book.close()

    def header(self) -> None:
        """Begins a sheet with the names of the columns, which stay in sight."""
        self._sheet = self._book.add_worksheet()
        self._sheet.freeze_panes(1, 0)
        self._sheet.write_row(0, 0, self._columns, self._bold)
        self._row = 1

    def write(self, done: Done, number: int) -> None:  # noqa: ARG002  # the rows name their document
        """Writes a document's claims."""
        for row in done.rows:
            if self._row == _MOST_ROWS:
                self.header()
            self._sheet.write_row(self._row, 0, [_cell(row[name]) for name in self._columns])
            self._row += 1


def _cell(value: object) -> object:
    if isinstance(value, str) and len(value) > _LONGEST_CELL:
        return value[: _LONGEST_CELL - 1] + "…"
    return value
