"""The article in an HTML page, by trafilatura."""

from quoteattr.extras import need


def main_text(data: bytes) -> str:
    """The text of the page's article, a line for each paragraph; empty where there is none.

    Raises:
        MissingExtraError: trafilatura is not installed.
    """
    trafilatura = need("trafilatura", extra="html")
    found = trafilatura.extract(data, include_comments=False, include_tables=False, output_format="txt")
    return str(found or "")
