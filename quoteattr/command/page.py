"""The article in an HTML page, by trafilatura."""

import attrs

from quoteattr.extras import need


@attrs.frozen
class Page:
    """What a page holds.

    Args:
        text: The text of its article, a line for each paragraph; empty where there is none.
        headline: Its headline.
        outlet: The name of the site.
        date: The day on which it was published.
    """

    text: str = ""
    headline: str | None = None
    outlet: str | None = None
    date: str | None = None


def page_of(data: bytes | str) -> Page:
    """What a page holds.

    Raises:
        MissingExtraError: trafilatura is not installed.
    """
    trafilatura = need("trafilatura", extra="html")
    found = trafilatura.bare_extraction(data, include_comments=False, include_tables=False, with_metadata=True)
    return Page() if found is None else Page(found.text or "", found.title, found.sitename, found.date)
