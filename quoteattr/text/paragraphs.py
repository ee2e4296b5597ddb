"""Paragraphs: where a text may be cut without asking what it says."""

from collections.abc import Iterator

import regex

# A line that goes on in lower case was broken by a column limit, not by its writer.
BREAK = regex.compile(r"[ \t\f\v\u00a0]*(?:\r*\n|[\r\u2028\u2029\x85])(?P<blank>\s*+)")
LINE = regex.compile(r"\n(?P<blank>\s*+)")  # finds the same, and faster, where a text has none of the rare breaks
RARE = "\r\u2028\u2029\x85"
CLOCK = regex.compile(r"(?P<time>(?:[01]?\d|2[0-3])[.:][0-5]\d)\s+(?=[\p{Lu}“‘\"])")
# A label of a transcript: in capitals, as "The CHAIRPERSON:" and "Mr T A HALE (Lund):", or a letter, as "Q:".
LABEL = regex.compile(
    r"\p{Lu}\.?(?::[ \t]|[ \t]{2})|"
    r"(?:\p{Lu}\p{Ll}{1,8}\.?[ \t]++)?(?:\p{Lu}[\p{Lu}’'.-]*+[ \t]++){0,7}\p{Lu}[\p{Lu}’'.-]{2,}+"
    r"(?:[ \t]*+\([^()\r\n]{1,40}\))?:[ \t]"
)
HEADING = regex.compile(r"(?=\p{Lu}{3})[^\p{Ll}\r\n]++(?![^\r\n])")
# A line that ends with a comma inside closing marks, or with a verb or two behind them: "“It is late,” said".
TAGGED, TAG = regex.compile(r",[”\"’']$|[”\"’'] \p{Ll}{2,12}(?: \p{Ll}{2,12})?$"), 40
ADDRESS = regex.compile(r"[a-z]{2,6}://|www\.|\S+@\S")
# A line that ends with a sentence, and no abbreviation.
ENDED = regex.compile(r"(?:[.!?][”\"]|\p{Ll}{5}[.!?])$")
# A quotation that a line leaves open, and that the next one closes.
OPENED, CLOSED = (
    regex.compile(r"(?:“[^“”\r\n]*+|(?<!\S)\"(?=\S)[^\"\r\n]*+)$"),
    regex.compile(r"[^“”\"\r\n]*+[”\"](?!\w)"),
)
BLANKS = " \t\f\v\u00a0"
INDENTING = " \t\u00a0"
WRAPPED_SHARE, HANGING_SHARE = 0.3, 0.2
NARROWEST, WIDEST = 50, 100  # characters of a full line in a text with a column limit
STOPS = frozenset(".!?…:”’\"'")


def paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The (start, end) of each paragraph between two offsets that holds anything but white space, in text order.

    A line is a paragraph of its own, as in most news feeds, unless the text was hard-wrapped: then only blank lines
    separate, and indents where lines that go on have none. The time of day that a line of a live report begins with
    is a paragraph too: "14.05 The minister is late".
    """
    breaks = list(_breaks(text, start, end))
    single = [(before, after) for before, after, blank in breaks if not blank]
    soft = [after for before, after in single if _is_soft(text, before, after)]
    wrapped = len(soft) > 1 and len(soft) >= WRAPPED_SHARE * len(single)
    wrapped = wrapped or (bool(single) and _is_filled(text, start, end, breaks))
    hanging = sum(_indent(text, at) for at in soft) > HANGING_SHARE * len(soft)
    apart = set(_indented(text, start, breaks)) if wrapped and not hanging else ()
    found: list[tuple[int, int]] = []
    for before, after, blank in breaks:
        own = not wrapped or after in apart or LABEL.match(text, after, end) or _is_heading(text, after)
        if not blank and (not own or _goes_on(text, before, after)):
            continue
        found += _timed(text, start, before)
        start = after
    return [*found, *_timed(text, start, end)]


def _is_heading(text: str, at: int) -> bool:
    """Whether a line is indented and in capitals."""
    return _indent(text, at) and HEADING.match(text, at) is not None


def _indented(text: str, start: int, breaks: list[tuple[int, int, bool]]) -> Iterator[int]:
    """The lines that begin a paragraph by their indent: behind one without it, and behind one that ends early."""
    lines = list(zip([start, *(after for _, after, _ in breaks)], [before for before, _, _ in breaks], strict=False))
    longest = max(last - first for first, last in lines)
    indent = text[start : start + 1] in INDENTING
    for (first, before), (_, after, _) in zip(lines, breaks, strict=True):
        above, indent = indent, _indent(text, after)
        room = longest - (before - first)
        if indent and (not above or (text[before - 1] in STOPS and _next_word(text, after) < room)):
            yield after


def _next_word(text: str, at: int) -> int:
    """The length of the word that a line begins with."""
    return len(next(iter(text[at : at + WIDEST].split(maxsplit=1)), ""))


def _indent(text: str, at: int) -> bool:
    """Whether two blanks or a tab stand before the first character of a line."""
    return text[at - 1] == "\t" or (at > 1 and text[at - 1] in INDENTING and text[at - 2] in INDENTING)


def _is_filled(text: str, start: int, end: int, breaks: list[tuple[int, int, bool]]) -> bool:
    """Whether each line is so full that the next word had no room in it, and none ends like a sentence."""
    lines = list(
        zip([start, *(after for _, after, _ in breaks)], [*(before for before, _, _ in breaks), end], strict=True)
    )
    longest = max(last - first for first, last in lines)
    if longest > WIDEST:
        return False
    for (first, last), (_, after, blank) in zip(lines, breaks, strict=False):
        room = longest - (last - first)
        if not blank and (last - first < NARROWEST or text[last - 1] in STOPS or _next_word(text, after) < room):
            return False
    return True


def _is_soft(text: str, before: int, after: int) -> bool:
    """Whether a line begins in lower case and with no address, and no sentence ends before it."""
    if not text[after : after + 1].islower() or ADDRESS.match(text, after):
        return False
    return ENDED.search(text, max(0, before - TAG), before) is None


def _goes_on(text: str, before: int, after: int) -> bool:
    """Whether a line goes on with the next: in lower case, inside a quotation, or where it breaks off beside a tag."""
    if not text[after : after + 1].isalnum() or text[after].islower():
        return _is_soft(text, before, after)
    if TAGGED.search(text, max(0, before - TAG), before) is not None:
        return True
    opened = text[before - 1] not in STOPS and OPENED.search(text, max(0, before - WIDEST), before) is not None
    return opened and CLOSED.match(text, after, after + WIDEST) is not None


def _timed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, the time of day before it on its own; none where there is but white space."""
    if text[start : start + 1].isdigit():
        clock = CLOCK.match(text, start, end)
        if clock is not None:
            yield start, clock.end("time")
            start = clock.end()
    if text[start:end].strip():
        yield start, end


def _breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Where each break of lines begins, white space before it included, where it ends, and whether it is blank."""
    if any(text.find(mark, start, end) >= 0 for mark in RARE):
        for match in BREAK.finditer(text, start, end):
            rest = match["blank"]
            yield match.start(), match.end(), "\n" in rest or "\r" in rest or "\u2029" in rest
        return
    for match in LINE.finditer(text, start, end):
        before = match.start()
        while before > start and text[before - 1] in BLANKS:
            before -= 1
        yield before, match.end(), "\n" in match["blank"]
