"""Paragraphs: where a text may be cut without asking what it says."""

import regex

# A line that goes on in lower case was broken by a column limit, not by its writer.
BREAK = regex.compile(r"[ \t\r\f\v\u00a0]*(?:\r\n|[\n\r\u2028\u2029\x85])(?P<blank>\s*+)")
WRAPPED_SHARE = 0.3


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of each paragraph between two offsets that holds anything but white space, in text order.

    A line is a paragraph of its own, as in most news feeds, unless the text was hard-wrapped: then only blank lines
    separate.
    """
    breaks = list(BREAK.finditer(text, start, end))
    single = [m for m in breaks if not _is_blank(m)]
    soft = sum(text[m.end() : m.end() + 1].islower() for m in single)
    wrapped = soft > 1 and soft >= WRAPPED_SHARE * len(single)
    found = []
    for match in breaks:
        if not _is_blank(match) and (wrapped or text[match.end() : match.end() + 1].islower()):
            continue
        if text[start : match.start()].strip():
            found.append((start, match.start()))
        start = match.end()
    if text[start:end].strip():
        found.append((start, end))
    return found


def _is_blank(match: "regex.Match[str]") -> bool:
    rest = match["blank"]
    return "\n" in rest or "\r" in rest or "\u2029" in rest
