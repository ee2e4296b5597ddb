"""Claims in a notebook."""

import html as escaping
from collections.abc import Sequence
from pathlib import Path

import attrs

from quoteattr.claim import Claim
from quoteattr.render.page import html

_HEIGHT = 600


@attrs.frozen
class View:
    """A page that a notebook shows, in a frame of its own so that its style and the notebook's leave each other alone.

    Args:
        page: The HTML document.
        height: Height of the frame in pixels.
    """

    page: str = attrs.field(repr=False)
    height: int = _HEIGHT

    def _repr_html_(self) -> str:
        source = escaping.escape(self.page)
        style = f"width: 100%; height: {self.height}px; border: 0"
        return f'<iframe title="Claims" sandbox="allow-scripts" style="{style}" srcdoc="{source}"></iframe>'

    def save(self, path: str | Path) -> None:
        """Writes the page to a file.

        Raises:
            OSError: The file cannot be written.
        """
        Path(path).write_text(self.page, encoding="utf-8", newline="")


def show(text: str, claims: Sequence[Claim], *, title: str = "Claims", height: int = _HEIGHT) -> View:
    """The page of `quoteattr.render.html`, as the last value of a notebook's cell.

    Args:
        text: The article.
        claims: Its claims.
        title: The page's title.
        height: Height of the frame in pixels.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> show(text, extract(text))
        View(height=600)
    """
    return View(html(text, claims, title=title), height)
