"""The headline of a document, which is the title of its page."""

from itertools import islice
from pathlib import PurePath

from quoteattr.command.documents import Document
from quoteattr.formats.marks import paragraphs

_LONGEST = 150
_PARAGRAPH = 120  # a line longer than this was not broken to fit a page
_NO_HEADLINES_END = (".", ",", ";", ":", ".”", ".’", '."', "-", "–", "—")


def headline(document: Document) -> str:
    """What a document's page is called: its headline where it is told or stands in front, else the file's name."""
    return document.headline or first_line(document.text) or PurePath(document.title).name


def first_line(text: str) -> str | None:
    r"""The line in front of a text that reads like a headline: a short one without a full stop.

    Example:
        >>> first_line("Bridge stays shut\n\nThe bridge will stay shut until spring.")
        'Bridge stays shut'
        >>> first_line("The bridge will stay\nshut until spring.")
    """
    first, *more = [text[start:end].strip() for start, end in islice(paragraphs(text), 2)] or [""]
    line, _, below = first.partition("\n")
    alone = more if not below else len(below.partition("\n")[0]) > _PARAGRAPH
    line = " ".join(line.split())
    return line if alone and 0 < len(line) <= _LONGEST and not line.endswith(_NO_HEADLINES_END) else None
