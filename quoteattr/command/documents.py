"""A document on its way: where its text is, and what it is called."""

from pathlib import Path
from typing import Any

import attrs

from quoteattr.command.page import main_text

STANDARD_INPUT = "-"


class UnreadableError(Exception):
    """A document that cannot be read; the message is the reason."""


@attrs.frozen
class Document:
    """A text and what it is called.

    Args:
        file: The file's name as the user gave it, or as it was found; "-" is standard input.
        text: The text; where it is None the file is yet to be read, by whoever works on it.
        html: Whether the file is a page, of which only the article counts.
        record: The number of its line in a table.
        id: Its name in a table.
        fault: Why it could not be read.
        whole: Whether the fault is the whole file's.
    """

    file: str
    text: str = ""
    read: bool = False
    html: bool = False
    record: int | None = None
    id: str | int | None = None
    fault: str | None = None
    whole: bool = False

    @property
    def title(self) -> str:
        """What a heading says."""
        name = shown(self.file)
        return name if self.record is None else f"{name}:{self.record}"

    @property
    def keys(self) -> dict[str, Any]:
        """What is written beside each claim."""
        keys = {"file": self.file, "record": self.record, "id": self.id}
        return {name: value for name, value in keys.items() if value is not None}


def load(document: Document) -> Document:
    """The document with its text.

    Raises:
        UnreadableError: There is no such file, it is not UTF-8, or the page holds no article.
    """
    if document.read:
        return document
    data = _bytes(document.file)
    if document.html:
        text = main_text(data)
        if not text:
            raise UnreadableError("no article found in the page")
        return attrs.evolve(document, text=text, read=True)
    return attrs.evolve(document, text=decoded(data), read=True)


def decoded(data: bytes) -> str:
    """The text as it stands: line ends are left alone, so that offsets hold."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8 text (byte {error.start})") from error


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UnreadableError(str(error.strerror or error)) from error


def shown(name: str) -> str:
    """A name that a terminal can print."""
    if name == STANDARD_INPUT:
        return "standard input"
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
