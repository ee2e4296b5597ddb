"""A document on its way: where its text is, and what it is called."""

import attrs

from quoteattr.command.files import UnreadableError, decoded, opened, shown
from quoteattr.command.page import page_of


@attrs.frozen
class Document:
    """A text and what it is called.

    Args:
        file: The file's name as the user gave it, or as it was found; "-" is standard input.
        text: The text.
        read: Whether it is there; else the file is yet to be read, by whoever works on it.
        html: Whether the file is a page, of which only the article counts.
        encoding: What its bytes are read as.
        record: The number of its line in a table.
        id: Its name in a table.
        headline: Its headline, where a table or a page tells it.
        outlet: The outlet, where a table or a page tells it.
        date: The day, where a table or a page tells it.
        fault: Why it could not be read.
        whole: Whether the fault is the whole file's.
    """

    file: str
    text: str = ""
    read: bool = False
    html: bool = False
    encoding: str = "utf-8"
    record: int | None = None
    id: str | int | None = None
    headline: str | None = None
    outlet: str | None = None
    date: str | None = None
    fault: str | None = None
    whole: bool = False

    @property
    def title(self) -> str:
        """What a heading says."""
        name = shown(self.file)
        return name if self.record is None else f"{name}:{self.record}"

    @property
    def name(self) -> str:
        """What the document is called in what is written of it: its name in a table, else what a heading says."""
        return self.title if self.id is None else str(self.id)

    @property
    def keys(self) -> dict[str, str | int]:
        """What is written beside each claim."""
        keys = {"file": self.file, "record": self.record, "id": self.id}
        return {name: value for name, value in keys.items() if value is not None}


def load(document: Document) -> Document:
    """The document with its text.

    Raises:
        UnreadableError: There is no such file, it is in another encoding, or the page holds no article.
    """
    if document.read:
        return document
    with opened(document.file) as stream:
        data = stream.read()
    if not document.html:
        return attrs.evolve(document, text=decoded(data, document.encoding), read=True)
    # a page says itself what its bytes mean, unless the user does
    page = page_of(data if document.encoding == "utf-8" else decoded(data, document.encoding))
    if not page.text:
        raise UnreadableError("no article found in the page")
    told = {name: getattr(page, name) for name in ("text", "headline", "outlet", "date")}
    return attrs.evolve(document, **told, read=True)
