"""Markup: what Markdown puts into a text, blanked out so that every offset stays."""

import re

# A heading, a quoted line, a point of a list or a rule; emphasis and code around words; links and pictures.
_LINE = re.compile(
    r"^[ \t]*(?:#{1,6}(?=[ \t])|>(?=[ \t])|(?:[-*+•▪◦–]|\d{1,3}[.)])(?=[ \t])|[-*_=]{3,}[ \t]*$)", re.MULTILINE
)
_INLINE = re.compile(
    r"(?<![^\W_])(?P<mark>\*{1,3}|_{1,3}|~~|`{1,3})(?=\S)(?P<inner>[^\n]{1,300}?)(?<=\S)(?P=mark)(?![^\W_])",
    re.MULTILINE,
)
_LINK = re.compile(r"!?\[(?P<shown>[^\[\]\n]{1,400})\]\([^()\s]{1,400}(?: \"[^\"\n]{0,200}\")?\)")


def unmarked(text: str) -> str:
    r"""A text with blanks for its markup, of the same length; each point of a list is a paragraph.

    Example:
        >>> unmarked("- **Sato** spoke of [the pact](u).\n- Osei left.")
        '    Sato   spoke of  the pact    .\n\n Osei left.'
    """
    if not any(mark in text for mark in "*_#`[~>-+•▪◦–)."):
        return text
    text = _LINK.sub(_shown, text)
    for _ in range(2):  # bold and slanted at once
        text = _INLINE.sub(_emphasised, text)
    return _LINE.sub(_blanked, text)


def _shown(match: "re.Match[str]") -> str:
    begin, end = match.start("shown") - match.start(), match.end("shown") - match.start()
    return " " * begin + match["shown"] + " " * (len(match[0]) - end)


def _emphasised(match: "re.Match[str]") -> str:
    blank = " " * len(match["mark"])
    return f"{blank}{match['inner']}{blank}"


def _blanked(match: "re.Match[str]") -> str:
    """A point's mark as a line end and blanks, so that the point is a paragraph of its own."""
    return "\n" + " " * (len(match[0]) - 1) if match.start() else " " * len(match[0])
