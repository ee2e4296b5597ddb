"""Claims and findings to look at: as a page, in a notebook, in a terminal."""

from typing import TYPE_CHECKING, Any

from quoteattr.render.page import html
from quoteattr.render.show import View, show
from quoteattr.render.terminal import marked

if TYPE_CHECKING:
    from quoteattr.render.comparison import verification

__all__ = ["View", "html", "marked", "show", "verification"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # a module's attributes may be anything
    """The page of a comparison is imported when it is first asked for: it needs all of `quoteattr.checking`."""
    if name != "verification":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from quoteattr.render.comparison import verification as found  # noqa: PLC0415

    globals()[name] = found
    return found
