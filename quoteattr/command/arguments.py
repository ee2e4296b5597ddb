"""The arguments of the command line and their help."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quoteattr import Kind, Scope, __version__, read_known
from quoteattr.command.formats import FORMATS
from quoteattr.command.inputs import several
from quoteattr.command.options import Choice, Options, Reading, Task
from quoteattr.extras import present

SORTS = ("text", "html", "jsonl", "csv")

_DESCRIPTION = "Prints who said what, through which words, in news text."
_EPILOG = """examples:
  quoteattr article.txt                         claims to read
  quoteattr --format marked article.txt         the article with its claims marked, in colour on a terminal
  quoteattr news/ --format jsonl -o claims.jsonl --jobs 4
                                                every .txt, .html, .jsonl and .csv below a folder
  quoteattr 'news/2024-*.html' --format csv     article pages (needs the extra "html")
  quoteattr feed.jsonl --text-column body --id-column url --format csv
  quoteattr feed.csv --speaker Brandt --kind direct
  quoteattr news/ --known parliament.jsonl --json
                                                speakers carry your identifiers
  quoteattr news/ --min-confidence 0.8          claims of rules that were right in 80 of 100 cases or more
  quoteattr article.txt --format html -o article.html
  quoteattr news/ --format brat -o annotated/   a .txt and a .ann for each document
  quoteattr news/ --stats                       counts by speaker, kind and realis
  cat article.txt | quoteattr --format jsonl | head

exit codes: 0 done; 1 some documents could not be read, the others were; 2 wrong usage, or nothing could be read
"""


def parse(argv: Sequence[str] | None) -> Options:
    """The options that the arguments ask for; wrong usage exits with 2."""
    parser = _parser()
    given = parser.parse_args(argv)
    choice = Choice(
        speakers=tuple(tuple(name.casefold().split()) for name in given.speaker),
        kinds=frozenset(given.kind),
        min_confidence=given.min_confidence,
    )
    reading = Reading(
        tuple(given.files) or ("-",), given.input_format, given.text_column, given.id_column, given.delimiter
    )
    if several(reading) and FORMATS[given.format].files and given.output is None and not given.stats:
        parser.error(f"--format {given.format}: several documents need --output FOLDER")
    if given.output is not None and _is_input(given.output, reading):
        parser.error(f"--output {given.output}: is one of the inputs")
    if given.known is not None:
        _check_known(parser, given.known)
    task = Task(
        given.format, choice, Scope(given.scope), given.known, several=several(reading), colour=_colour(given.output)
    )
    return Options(reading, task, given.output, given.jobs, given.stats)


def _check_known(parser: argparse.ArgumentParser, path: str) -> None:
    """Reads the file of known people once before any work is done; one that cannot be read is wrong usage."""
    try:
        read_known(path)
    except OSError as error:
        parser.error(f"--known {path}: {error.strerror or error}")
    except ValueError as error:
        parser.error(f"--known {error}")


def _is_input(output: str, reading: Reading) -> bool:
    return any(Path(name).is_file() and Path(output).exists() and Path(name).samefile(output) for name in reading.names)


def _colour(output: str | None) -> bool:
    """Whether escape sequences may be written; NO_COLOR is the usual way to say that they may not."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and present("rich")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="UTF-8 texts, folders, patterns; none or - is standard input"
    )
    parser.add_argument("--version", action="version", version=f"quoteattr {__version__}")
    _add_reading(parser.add_argument_group("reading"))
    _add_choice(parser.add_argument_group("which claims"))
    _add_writing(parser.add_argument_group("writing"))
    return parser


def _add_reading(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--input-format", choices=SORTS, help="what the files are; by default their ending tells")
    group.add_argument("--text-column", default="text", metavar="NAME", help="column or key with the text [text]")
    group.add_argument("--id-column", metavar="NAME", help="column or key that names the document in the output")
    group.add_argument(
        "--delimiter", type=_character, metavar="CHAR", help="between columns of CSV [, and tab in .tsv]"
    )


def _add_choice(group: "argparse._ArgumentGroup") -> None:
    group.add_argument(
        "--scope",
        choices=[scope.value for scope in Scope],
        default=Scope.SPEECH.value,
        help="what is said, or also attitudes, perception and plans [speech]",
    )
    group.add_argument(
        "--known",
        metavar="FILE",
        help="people and bodies to link speakers to: JSON lines with id, label, aliases, gender",
    )
    group.add_argument(
        "--speaker", action="append", default=[], metavar="NAME", help="only claims of this speaker; may be repeated"
    )
    group.add_argument(
        "--kind",
        action="append",
        default=[],
        choices=[kind.value for kind in Kind],
        help="only this kind; may be repeated",
    )
    group.add_argument(
        "--min-confidence",
        type=_share,
        metavar="X",
        help="only claims whose rule was right this often or more, from 0 to 1",
    )


def _add_writing(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--format", choices=sorted(FORMATS), default="text", help="what is written [text]")
    group.add_argument("--json", action="store_const", dest="format", const="jsonl", help="the same as --format jsonl")
    group.add_argument("-o", "--output", metavar="PATH", help="write to this file, or folder, instead of printing")
    group.add_argument("--jobs", type=_number, default=1, metavar="N", help="work in N processes [1]")
    group.add_argument(
        "--stats", action="store_true", help="print counts, instead of the claims unless those go to --output"
    )


def _number(value: str) -> int:
    if not value.isdecimal() or not int(value):
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes")
    return int(value)


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not between 0 and 1")
    return share


def _character(value: str) -> str:
    value = "\t" if value == "\\t" else value
    if len(value) != 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not one character")
    return value
