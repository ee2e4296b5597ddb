"""``quoteattr verify``: a text against its sources."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from quoteattr import Scope, verify
from quoteattr.checking import Verification
from quoteattr.checking.json import to_dict
from quoteattr.checking.page import html
from quoteattr.command.documents import Document, load
from quoteattr.command.files import UnreadableError, shown
from quoteattr.command.inputs import sort_of
from quoteattr.command.options import Reading
from quoteattr.command.outputs import standard_output
from quoteattr.extras import MissingExtraError
from quoteattr.formats.escape import inert, json_line

CLEAN, FOUND, NOTHING_DONE = 0, 1, 2

_DESCRIPTION = "Tells what a summary, a draft or a model's answer says that its source does not."
_EPILOG = """examples:
  quoteattr verify summary.txt article.txt
  quoteattr verify answer.md first.txt second.txt    each part may be faithful to any of the articles
  quoteattr verify summary.txt page.html --html findings.html
  cat answer.md | quoteattr verify - article.txt --json

exit codes: 0 nothing was found; 1 something was found; 2 wrong usage, or a file could not be read or written
"""


def main(argv: Sequence[str]) -> int:
    """Compares a file with others and prints what is found.

    Args:
        argv: The arguments behind ``verify``.

    Returns:
        The exit code.
    """
    arguments = parser()
    given = arguments.parse_args(argv)
    if given.html is not None and any(_same(given.html, name) for name in (given.summary, *given.articles)):
        arguments.error(f"--html {given.html}: is one of the inputs")
    try:
        summary, *articles = [_text(name) for name in (given.summary, *given.articles)]
        result = verify(summary, articles, scope=given.scope)
        if given.html is not None:
            page = html(summary, articles, result, title=f"Findings in {shown(given.summary)}")
            Path(given.html).write_text(page, encoding="utf-8", newline="")
    except (OSError, UnreadableError, MissingExtraError) as error:
        name = f"{shown(str(error.filename))}: " if isinstance(error, OSError) and error.filename else ""
        reason = error.strerror if isinstance(error, OSError) else None
        sys.stderr.write(f"quoteattr: {name}{reason or error}\n")
        return NOTHING_DONE
    try:
        standard_output()(_printed(result, given).encode())
    except BrokenPipeError:
        # The reader has enough. What is still buffered must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FOUND if result else CLEAN


def _printed(result: Verification, given: argparse.Namespace) -> str:
    """The result as JSON, to read, or only what was counted where the rest is in a page."""
    if given.json:
        return json_line(to_dict(result)) + "\n"
    told = inert(str(result), keep="\n")
    return (told.rpartition("\n")[2] if given.html else told) + "\n"


def _text(name: str) -> str:
    """The text of a file, of a page's article, or of standard input.

    Raises:
        UnreadableError: It is not UTF-8, it is not there, or a page has no article; the message names it.
    """
    html = sort_of(name, Reading((name,))) == "html"
    try:
        return load(Document(name, html=html)).text
    except UnreadableError as error:
        raise UnreadableError(f"{shown(name)}: {error}") from error


def _same(one: str, other: str) -> bool:
    return Path(one).exists() and Path(other).is_file() and Path(one).samefile(other)


def parser() -> argparse.ArgumentParser:
    """The arguments of this command."""
    parser = argparse.ArgumentParser(
        prog="quoteattr verify",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("summary", metavar="SUMMARY", help="the text to check; - is standard input")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="what it should be faithful to: texts or pages")
    parser.add_argument(
        "--scope",
        choices=[scope.value for scope in Scope],
        default=Scope.ALL.value,
        help="what a claim is [%(default)s]",
    )
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print the findings as one JSON object")
    kind.add_argument("--html", metavar="FILE", help="write a page with the texts side by side")
    return parser
