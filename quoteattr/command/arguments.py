"""The arguments that commands share, and what they mean."""

import argparse
import codecs
import os
import shutil
import sys
from pathlib import Path

from quoteattr import Kind, Language, LanguageError, Scope, read_known
from quoteattr.command.inputs import several
from quoteattr.command.options import Choice, Extraction, Options, Reading, Task
from quoteattr.extras import present

SORTS = ("text", "html", "jsonl", "csv")
_WIDTH = 80
_STANDARD_OUTPUT = "-"


def new_parser(name: str, description: str, examples: str) -> argparse.ArgumentParser:
    """A parser with the documents to read and how; what is written is the command's own.

    Args:
        name: The command as it is typed.
        description: What it does.
        examples: Lines of examples, and what else stands below the options.
    """
    parser = argparse.ArgumentParser(
        prog=name,
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="texts, folders, patterns; none or - is standard input"
    )
    _add_reading(parser.add_argument_group("reading"))
    _add_choice(parser.add_argument_group("which claims"))
    return parser


def add_writing(parser: argparse.ArgumentParser, formats: list[str], default: str) -> "argparse._ArgumentGroup":
    """Adds what is written, where, and by how many processes."""
    group = parser.add_argument_group("writing")
    group.add_argument("--format", choices=formats, default=default, help=f"what is written [{default}]")
    group.add_argument(
        "-o", "--output", metavar="PATH", help="write to this file, or folder, instead of printing; - prints"
    )
    group.add_argument("--jobs", type=_number, default=1, metavar="N", help="work in N processes [1]")
    return group


def _add_reading(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--input-format", choices=SORTS, help="what the files are; by default their ending tells")
    group.add_argument("--encoding", type=_encoding, default="utf-8", metavar="NAME", help="what bytes mean [utf-8]")
    columns = (
        ("text", "with the text [text]"),
        ("id", "that names the document in the output"),
        ("title", "with the headline"),
        ("outlet", "that names the paper or programme"),
        ("date", "with the day"),
    )
    for name, told in columns:
        default = name if name == "text" else None
        group.add_argument(f"--{name}-column", default=default, metavar="NAME", help=f"column or key {told}")
    group.add_argument(
        "--delimiter", type=_character, metavar="CHAR", help="between columns of CSV [, and tab in .tsv]"
    )


def _add_choice(group: "argparse._ArgumentGroup") -> None:
    group.add_argument("--language", default="en", metavar="CODE", help="the language, or a folder with one [en]")
    group.add_argument(
        "--scope",
        choices=[scope.value for scope in Scope],
        default=Scope.SPEECH.value,
        help="what is said, or also attitudes, perception and plans [speech]",
    )
    group.add_argument("--outermost", action="store_true", help="no claims that stand in another claim's content")
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


def options_of(parser: argparse.ArgumentParser, given: argparse.Namespace) -> Options:
    """The options that the shared arguments ask for; what is wrong with them exits with 2."""
    reading = Reading(
        names=tuple(given.files) or ("-",),
        sort=given.input_format,
        encoding=given.encoding,
        text_column=given.text_column,
        id_column=given.id_column,
        title_column=given.title_column,
        outlet_column=given.outlet_column,
        date_column=given.date_column,
        delimiter=given.delimiter,
    )
    choice = Choice(
        speakers=tuple(tuple(name.casefold().split()) for name in given.speaker),
        kinds=frozenset(given.kind),
        min_confidence=given.min_confidence,
    )
    extraction = Extraction(given.language, Scope(given.scope), nested=not given.outermost, known=given.known)
    _check(parser, extraction)
    output = None if given.output == _STANDARD_OUTPUT else given.output
    if output is not None and _is_input(output, reading):
        parser.error(f"--output {output}: is one of the inputs")
    colour = _colour(output)
    width = shutil.get_terminal_size().columns if colour else _WIDTH
    task = Task(given.format, extraction, choice, several=several(reading), colour=colour, width=width)
    return Options(reading, task, output, given.jobs)


def _check(parser: argparse.ArgumentParser, extraction: Extraction) -> None:
    """Reads the language and the file of known people once before any work is done; a fault in them is wrong usage."""
    try:
        language_of(extraction.language)
    except LanguageError as error:
        parser.error(f"--language: {error}")
    try:
        if extraction.known is not None:
            read_known(extraction.known)
    except OSError as error:
        parser.error(f"--known {extraction.known}: {error.strerror or error}")
    except ValueError as error:
        parser.error(f"--known {error}")


def language_of(name: str) -> Language:
    """The language of a code or of a folder.

    Raises:
        LanguageError: There is none.
    """
    return Language.load(Path(name) if os.sep in name or Path(name).is_dir() else name)


def _is_input(output: str, reading: Reading) -> bool:
    return any(Path(name).is_file() and Path(output).exists() and Path(name).samefile(output) for name in reading.names)


def _colour(output: str | None) -> bool:
    """Whether escape sequences may be written; NO_COLOR is the usual way to say that they may not."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and present("rich")


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


def _encoding(value: str) -> str:
    try:
        b"a".decode(value)
    except LookupError:
        raise argparse.ArgumentTypeError(f"{value!r} is no encoding of text that Python knows") from None
    except UnicodeError:
        pass  # of two bytes or more for a letter
    return codecs.lookup(value).name
