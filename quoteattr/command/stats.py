"""``quoteattr stats``: who is quoted in many documents, counted."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import attrs

from quoteattr import Claims
from quoteattr.command.arguments import add_writing, new_parser, options_of
from quoteattr.command.documents import Document
from quoteattr.command.interruption import Interruption
from quoteattr.command.options import Options, Task
from quoteattr.command.outputs import opened_stream
from quoteattr.command.run import run
from quoteattr.command.work import Done
from quoteattr.counting import Article, Tally
from quoteattr.counting.articles import noted
from quoteattr.counting.tally import Counting
from quoteattr.formats.csv import rows_to_csv
from quoteattr.formats.escape import inert, json_line

_DESCRIPTION = "Counts who is quoted in news text: by speaker, kind, gender, outlet and day."
_EPILOG = """examples:
  quoteattr stats news/
  quoteattr stats feed.csv --text-column body --outlet-column paper --date-column day
  quoteattr stats feed.jsonl --format csv -o counts.csv

A quotation of five words or more that stands in several documents is counted once.
"""


def main(argv: Sequence[str] | None) -> int:
    """Counts, and returns the exit code."""
    options = options_of(parser(), parser().parse_args(argv))
    return run(options, noting, _counted)


def parser() -> argparse.ArgumentParser:
    """The arguments of this command."""
    made = new_parser("quoteattr stats", _DESCRIPTION, _EPILOG)
    add_writing(made, sorted(_FORMATS), "text")
    return made


def noting(document: Document, claims: Claims, _task: Task) -> Done:
    """What is counted of a document."""
    return Done(document, notes=noted(claims))


@contextmanager
def _counted(options: Options, interruption: Interruption) -> Iterator["_Summary"]:
    with opened_stream(options.output) as put:
        summary = _Summary()
        yield summary
        with interruption.held():
            put(_FORMATS[options.task.format](summary.counting.tally()).encode("utf-8", "backslashreplace"))


@attrs.frozen
class _Summary:
    """Counts the outcomes instead of writing them."""

    counting: Counting = attrs.field(factory=Counting)

    def header(self) -> None:
        """Nothing comes first."""

    def write(self, done: Done, number: int) -> None:  # noqa: ARG002  # documents tell themselves apart
        """Counts a document's outcome."""
        document = done.document
        article = Article("", document.outlet, document.date, document.name)
        self.counting.add(article, done.notes)


def _text(tally: Tally) -> str:
    return inert(str(tally), keep="\n") + "\n"


def _json(tally: Tally) -> str:
    return json_line(tally.to_dict()) + "\n"


def _csv(tally: Tally) -> str:
    rows = list(tally.rows())
    return rows_to_csv([list(rows[0]), *(row.values() for row in rows)])


_FORMATS: dict[str, Callable[[Tally], str]] = {"text": _text, "json": _json, "csv": _csv}
