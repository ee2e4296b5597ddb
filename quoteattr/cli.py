"""The command line: claims of files or of standard input, to read or as JSON lines."""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from quoteattr import __version__, extract
from quoteattr.formats.json import to_dicts
from quoteattr.formats.plain import to_block

_STANDARD_INPUT = "-"


class _UnreadableError(Exception):
    """A file that cannot be read; the message is the line for the reader."""


def main(argv: Sequence[str] | None = None) -> int:
    """Prints the claims of every file.

    Args:
        argv: The arguments; None takes the command line's.

    Returns:
        The exit code: 0, or 2 where a file cannot be read.
    """
    options = _parser().parse_args(argv)
    names = options.files or [_STANDARD_INPUT]
    try:
        # Every file is read before the first line is written, so that a failure leaves no half output.
        texts = [(name, _read(name)) for name in names]
    except _UnreadableError as error:
        sys.stderr.write(f"quoteattr: {error}\n")
        return 2
    _write(_json_lines(texts) if options.json else _blocks(texts))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quoteattr", description="Prints who said what, through which words, in news text."
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="a UTF-8 text; none or - is standard input")
    parser.add_argument("--json", action="store_true", help="one claim a line, as JSON with all fields")
    parser.add_argument("--version", action="version", version=f"quoteattr {__version__}")
    return parser


def _read(name: str) -> str:
    """The text of a file as it stands: line ends are left alone, so that offsets hold."""
    try:
        data = sys.stdin.buffer.read() if name == _STANDARD_INPUT else Path(name).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise _UnreadableError(f"{_shown(name)}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _UnreadableError(f"{_shown(name)}: not UTF-8 text (byte {error.start})") from error


def _shown(name: str) -> str:
    if name == _STANDARD_INPUT:
        return "standard input"
    return name.encode("unicode_escape").decode("ascii") if not name.isprintable() else name


def _json_lines(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, text in texts:
        for claim in to_dicts(extract(text)):
            yield json.dumps({"file": name} | claim, ensure_ascii=False)


def _blocks(texts: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, text in texts:
        if len(texts) > 1:
            yield f"== {_shown(name)} ==\n"
        claims = extract(text)
        for claim in claims:
            yield f"{to_block(claim)}\n"
        if not claims:
            yield "No claims.\n"


def _write(lines: Iterator[str]) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A file name that is not UTF-8 holds lone surrogates; their escapes are valid JSON too.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        for line in lines:
            sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough, as `head` has. What is still buffered must not fail again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
