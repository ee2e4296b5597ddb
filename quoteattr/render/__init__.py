"""Claims to look at: as a page, in a notebook, in a terminal."""

from quoteattr.render.page import html
from quoteattr.render.show import View, show
from quoteattr.render.terminal import marked

__all__ = ["View", "html", "marked", "show"]
