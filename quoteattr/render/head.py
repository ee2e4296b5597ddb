"""The head of a page: its language, title and style, and leave to load nothing."""

from quoteattr.render.legend import escaped


def head(title: str, language: str, style: str, *, scripted: bool = False) -> str:
    """An HTML document up to its body.

    Args:
        title: The page's title.
        language: The text's language, for screen readers.
        style: The CSS rules, which the page carries itself.
        scripted: Whether the page carries JavaScript too.

    Returns:
        All from the document type to the end of the head. The policy in it forbids the page to load anything.

    Example:
        >>> "<title>The pact</title>" in head("The pact", "en", "")
        True
    """
    policy = "default-src 'none'; style-src 'unsafe-inline'" + ("; script-src 'unsafe-inline'" if scripted else "")
    return f"""<!DOCTYPE html>
<html lang="{escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="quoteattr">
<title>{escaped(title)}</title>
<style>
{style}</style>
</head>"""
