"""Flat records as CSV that a spreadsheet shows and never executes."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from quoteattr.formats.records import Record, Scalar, columns

# A spreadsheet runs a cell that begins so. An apostrophe in front makes it text; those that are there get one more, so
# that reading can take one off.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
_BOOLEANS = {"true": True, "false": False}


def to_csv(records: Iterable[Record], *, header: bool = True, keys: tuple[str, ...] = ()) -> str:
    """The records as CSV (RFC 4180, but a line ends with LF alone).

    Args:
        records: Records of `quoteattr.formats.records.records`, perhaps with further keys in front.
        header: Whether the names of the columns come first.
        keys: Names of the further keys, as for the document's name.

    Returns:
        The text. None is an empty cell; a cell that a spreadsheet would run begins with an apostrophe.

    Example:
        >>> from quoteattr import extract
        >>> from quoteattr.formats.records import records
        >>> print(to_csv(records(extract("Sato said that the pact would last.")))[:35])
        claim,parent,speaker,speaker_kind,s
    """
    names = [*keys, *(column.name for column in columns())]
    return rows_to_csv([*([names] if header else ()), *([record[name] for name in names] for record in records)])


def rows_to_csv(rows: Iterable[Iterable[Scalar]]) -> str:
    r"""Any rows as CSV, in the same way.

    Example:
        >>> rows_to_csv([["name", "claims"], ["=Sato", 2]])
        "name,claims\n'=Sato,2\n"
    """
    out = _Lines()
    csv.writer(out).writerows(map(_cell, row) for row in rows)
    return "".join(out.lines)


def from_csv(text: str) -> Iterator[Record]:
    """The records that `to_csv` wrote, with their types and without the apostrophes.

    Raises:
        ValueError: A cell is not of its column's type.

    Example:
        >>> from quoteattr import extract
        >>> from quoteattr.formats.records import records
        >>> claims = extract("Sato said that the pact would last.")
        >>> list(from_csv(to_csv(records(claims)))) == list(records(claims))
        True
    """
    types = {column.name: column.type for column in columns()}
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield {name: _read(cell, types.get(name, str)) for name, cell in row.items()}


class _Lines:
    """Rows as lines. The writer ends them with CR and LF, as it quotes cells with either of them only then."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line.removesuffix("\r\n") + "\n")


def _cell(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return str(value)


def _read(cell: str, wanted: type[str | int | float | bool]) -> Scalar:
    if not cell:
        return None
    if wanted is bool:
        return _BOOLEANS[cell]
    if wanted is str:
        return cell[1:] if _ESCAPED.match(cell) else cell
    return wanted(cell)
