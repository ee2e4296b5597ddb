"""``quoteattr``: the claims of documents, to read or in one of the formats."""

import argparse
from collections.abc import Sequence

from quoteattr import Claims, __version__
from quoteattr.command.arguments import add_writing, new_parser, options_of
from quoteattr.command.documents import Document
from quoteattr.command.formats import FORMATS
from quoteattr.command.options import Task
from quoteattr.command.outputs import output
from quoteattr.command.run import run
from quoteattr.command.work import Done

_DESCRIPTION = "Prints who said what, through which words, in news text."
_EPILOG = """examples:
  quoteattr article.txt                         claims to read
  quoteattr --format marked article.txt         the article with its claims marked, in colour on a terminal
  quoteattr news/ --format jsonl -o claims.jsonl.gz --jobs 4
                                                every .txt, .html, .jsonl and .csv below a folder
  quoteattr 'news/2024-*.html' --format csv     article pages (needs the extra "html")
  quoteattr feed.jsonl --text-column body --id-column url --format xlsx -o claims.xlsx
  quoteattr feed.csv.gz --speaker Brandt --kind direct --outermost
  quoteattr news/ --known parliament.jsonl --json
                                                speakers carry your identifiers
  quoteattr news/ --min-confidence 0.8          claims of rules that were right in 80 of 100 cases or more
  quoteattr article.txt --format html -o article.html
  quoteattr news/ --format brat -o annotated/   a .txt and a .ann for each document
  cat article.txt | quoteattr --format jsonl | head

commands of their own, each with --help; a file of that name is ./stats:
  quoteattr stats news/                         who is quoted, how often, by kind, gender, outlet and day
  quoteattr verify SUMMARY ARTICLE              what a summary says that its source does not
  quoteattr serve                               a web service (needs the extra "serve")

exit codes: 0 done; 1 some documents could not be read, the others were; 2 wrong usage, or nothing could be read
"""


def main(argv: Sequence[str] | None) -> int:
    """Writes claims, and returns the exit code."""
    made = parser()
    options = options_of(made, made.parse_args(argv))
    form = FORMATS[options.task.format]
    if options.output is None and form.rows is not None:
        made.error(f"--format {options.task.format}: needs --output FILE")
    if options.output is None and options.task.several and form.files:
        made.error(f"--format {options.task.format}: several documents need --output FOLDER")
    return run(options, written, output)


def parser() -> argparse.ArgumentParser:
    """The arguments of this command."""
    made = new_parser("quoteattr", _DESCRIPTION, _EPILOG)
    made.add_argument("--version", action="version", version=f"quoteattr {__version__}")
    group = add_writing(made, sorted(FORMATS), "text")
    group.add_argument("--json", action="store_const", dest="format", const="jsonl", help="the same as --format jsonl")
    return made


def written(document: Document, claims: Claims, task: Task) -> Done:
    """What is written of a document."""
    return FORMATS[task.format].made(document, claims, task)
