"""A specification file is a list of cases: a heading, a quotation and perhaps a table of the claims expected."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

COLUMNS = frozenset(
    {
        *("source", "cue", "content", "text", "speaker", "kind", "attitude", "polarity", "realis"),
        *("addressee", "circumstances", "roles", "quoted", "parent", "form", "factivity"),
        *("sieve", "gender", "titles", "affiliation", "author", "anonymous"),
    }
)
"""The columns that a table may have."""

NONE = "–"
"""How a table says None, or nothing at all."""

_CASE = "### "
_ALL = "Scope: all"
_RULE_CELL = re.compile(r":?-{3,}:?")
_ESCAPE = re.compile(r"\\([n|])")
_BAR = re.compile(r"(?<!\\)\|")


class SpecError(ValueError):
    """A specification file is malformed; the message names the file and the case."""


@attrs.frozen
class Case:
    """A text and the claims expected of it.

    Args:
        file: Name of the file.
        heading: What the case shows.
        text: The text to read.
        columns: The columns to check, in the table's order.
        rows: A row for each expected claim, with a cell for each column.
        scope: In which scope it is read.
    """

    file: str
    heading: str
    text: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    scope: str = "speech"

    def __str__(self) -> str:
        return f"{self.file}: {self.heading}"


def load(path: Path) -> tuple[Case, ...]:
    """The cases of a file."""
    return parse(path.name, path.read_text(encoding="utf-8"))


def parse(file: str, source: str) -> tuple[Case, ...]:
    """The cases of a file's text; lines that are neither heading, quotation nor table are prose.

    Raises:
        SpecError: A heading stands twice, a case has no text, or a table is malformed.
    """
    cases = tuple(_case(file, heading, lines) for heading, lines in _sections(file, source))
    headings = [case.heading for case in cases]
    for heading in headings:
        if headings.count(heading) > 1:
            raise SpecError(f"{file}: the heading {heading!r} stands twice")
    return cases


def _sections(file: str, source: str) -> Iterator[tuple[str, list[str]]]:
    """Every case's heading with the lines below it; lines end at line ends only, not at other separators."""
    heading, lines = "", list[str]()
    for line in source.split("\n"):
        if not line.startswith("#"):
            lines.append(line)
            continue
        yield from _finished(file, heading, lines)
        heading = line.removeprefix(_CASE).strip() if line.startswith(_CASE) else ""
        lines = []
    yield from _finished(file, heading, lines)


def _finished(file: str, heading: str, lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    if heading:
        yield heading, lines
    elif any(line.startswith(("> ", "|")) for line in lines):
        raise SpecError(f"{file}: a quotation or a table stands outside a case")


def _case(file: str, heading: str, lines: list[str]) -> Case:
    where = f"{file}: {heading}"
    quoted = _block(where, lines, ">")
    if not quoted:
        raise SpecError(f"{where}: no text")
    text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in quoted)
    scope = "all" if _ALL in lines else "speech"
    table = _block(where, lines, "|")
    if not table:
        return Case(file, heading, text, scope=scope)
    if lines.index(table[0]) < lines.index(quoted[0]):
        raise SpecError(f"{where}: the table stands before the text")
    columns, rows = _table(where, table)
    return Case(file, heading, text, columns, rows, scope)


def _block(where: str, lines: list[str], mark: str) -> list[str]:
    """The lines that begin with `mark`, which must stand together."""
    at = [number for number, line in enumerate(lines) if line.startswith(mark)]
    if at and at[-1] - at[0] + 1 != len(at):
        raise SpecError(f"{where}: lines with {mark!r} do not stand together")
    return [lines[number] for number in at]


def _table(where: str, lines: list[str]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    header, *rest = (_cells(where, line) for line in lines)
    unknown = set(header) - COLUMNS
    if unknown or len(set(header)) != len(header):
        raise SpecError(f"{where}: unknown or repeated columns in {header}")
    if not rest or not all(_RULE_CELL.fullmatch(cell) for cell in rest[0]):
        raise SpecError(f"{where}: no rule below the table's header")
    if any(len(row) != len(header) for row in rest):
        raise SpecError(f"{where}: a row has not {len(header)} cells")
    if any(not cell for row in rest for cell in row):
        raise SpecError(f"{where}: an empty cell; nothing at all is written {NONE}")
    if len(rest) == 1:
        raise SpecError(f"{where}: a table without rows; a case that expects nothing has no table")
    return header, tuple(rest[1:])


def _cells(where: str, line: str) -> tuple[str, ...]:
    first, *cells, last = _BAR.split(line.rstrip(" "))
    if first or last or not cells:
        raise SpecError(f"{where}: a row neither begins nor ends with a bar: {line!r}")
    return tuple(_ESCAPE.sub(lambda found: "\n" if found[1] == "n" else "|", cell.strip(" ")) for cell in cells)
