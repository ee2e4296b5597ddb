"""Pairs of an article and a summary, read from Markdown."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from quoteattr import verify
from quoteattr.checking import Finding

FOLDER = Path(__file__).with_name("pairs")
NONE = "–"


@attrs.frozen
class Pair:
    """An article, a summary and the findings expected, each as the cells of a row by their column.

    Args:
        file: The name of the file, which tells what sort of pair it is.
        heading: What the pair shows.
        article: The article.
        summary: The summary.
        findings: The rows.
    """

    file: str
    heading: str
    article: str
    summary: str
    findings: tuple[Mapping[str, str], ...]

    def __str__(self) -> str:
        return f"{self.file}: {self.heading}"

    def found(self) -> list[dict[str, str]]:
        """What is found, in the columns that are expected."""
        columns = self.findings[0].keys() if self.findings else ("finding",)
        return [{name: _cell(one, name) for name in columns} for one in verify(self.summary, self.article)]

    def is_right(self) -> bool:
        """Whether what is found is what is expected."""
        return self.found() == list(self.findings)


def _cell(finding: Finding, column: str) -> str:
    cells = {
        "finding": finding.kind,
        "change": finding.change,
        "severity": finding.severity,
        "summary": finding.summary.text,
        "source": finding.source.text if finding.source else NONE,
        "difference": finding.difference,
    }
    return str(cells[column] or NONE)


def pairs() -> Iterator[Pair]:
    """All pairs, in the order of the files."""
    for path in sorted(FOLDER.glob("*.md")):
        for section in re.split(r"^### ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield _pair(path.stem, section)


def _pair(file: str, section: str) -> Pair:
    heading, _, rest = section.partition("\n")
    article, _, below = rest.partition("\nSummary\n")
    header, *rows = [_cells(line) for line in below.split("\n") if line.startswith("|")] or [[]]
    findings = tuple(dict(zip(header, row, strict=True)) for row in rows[1:])
    return Pair(file, heading, _quoted(article), _quoted(below), findings)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def _quoted(block: str) -> str:
    return "\n".join(line[2:] for line in block.split("\n") if line.startswith(">"))
