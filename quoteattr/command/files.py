"""Files as they are named on the command line: opened, unpacked, decoded."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

STANDARD_INPUT = "-"
PACKED = ".gz"


class UnreadableError(Exception):
    """A document that cannot be read; the message is the reason."""


@contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """The bytes of a file, or of standard input; those of a file that ends in .gz unpacked.

    Raises:
        UnreadableError: There is no such file, or it is not what its ending says.
    """
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        with open(name, "rb") as stream:  # noqa: PTH123  # as the user gave it
            if is_packed(name):
                yield gzip.GzipFile(fileobj=stream)  # type: ignore[misc]  # it reads bytes
            else:
                yield stream
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableError(f"no whole gzip file ({error})") from error
    except OSError as error:
        raise UnreadableError(str(error.strerror or error)) from error


def is_packed(name: str) -> bool:
    """Whether a file's name says that it is packed by gzip."""
    return name.lower().endswith(PACKED)


def decoded(data: bytes, encoding: str) -> str:
    """The text as it stands: line ends are left alone, so that offsets hold.

    Raises:
        UnreadableError: The bytes mean nothing in this encoding.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(undecoded(encoding, f"byte {error.start}")) from error


def undecoded(encoding: str, place: str) -> str:
    """What is told where bytes mean nothing in an encoding."""
    if encoding == "utf-8":
        return f"not UTF-8 text ({place}): name its encoding, as in --encoding windows-1252"
    return f"not text in the encoding {encoding} ({place})"


def shown(name: str) -> str:
    """A name that a terminal can print."""
    if name == STANDARD_INPUT:
        return "standard input"
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
