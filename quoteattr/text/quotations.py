"""Quotation marks in pairs: which stretches of a paragraph are quoted.

Curly, straight, German, French and TeX marks, doubled or single, wrong-way curly marks, apostrophes and inches told
from marks. One pass over the marks of a paragraph; a mark without its partner costs at most its own paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import regex

# Two of some marks are one, and an apostrophe between letters is none.
MARK = re.compile(r"[“”„‟\"«»‘’‚‛'`](?:(?<=`)`|(?<=')''?|(?<![a-zA-Z]['’])|(?![a-zA-Z]))")
DOUBLE_OPEN = frozenset(["“", "„", "‟", "``", "«"])
DOUBLE_CLOSE = frozenset(["”", "''", "»", '"'])
CLOSERS = {
    "“": ("”", "“", '"'),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”", "“"),
    "``": ("''", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”", "''"),
    "''": ("''", "'''"),
    "'''": ("'''", "''"),
}
CURLY = frozenset("“„‟")
GOING_ON = frozenset(["“", '"', "«", "„", "''", "``"])  # what a quotation of several paragraphs opens the next one with
SINGLE_CLOSERS = {"‘": "’", "'": "'", "‚": "‘’", "‛": "’", "`": "'’"}
BEFORE_OPEN = frozenset(" \t\n\r\u00a0\u200b\u2009\u202f([{—–-―/:;,|…\ufeff")
AFTER_CLOSE = frozenset(" \t\n\r\u00a0\u200b\u2009\u202f)]}—–-―/.,:;!?|…\"”»'’\ufeff")
LABEL = regex.compile(r"[^\W\d_][\w.’' -]{0,40}:\s")  # a transcript whose turns each open with a mark: "SMITH: Well, …
STOPS = frozenset(".,!?…")
CLOSERS_TRIED = 8


class Quotation(NamedTuple):
    """A stretch between quotation marks, the marks included.

    Args:
        start: Offset of the opening mark.
        end: Offset just past the closing mark, or the paragraph's end where it is left open.
        inner_start: Offset just past the opening mark.
        inner_end: Offset of the closing mark, or the paragraph's end.
        closed: Whether it is closed in its own paragraph.
        single: Whether the marks are single ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True
    single: bool = False


def quotations(text: str, bounds: list[tuple[int, int]]) -> list[list[Quotation]]:
    """For each paragraph of `bounds`, its outermost quotations in text order.

    A quotation that is left open where the next paragraph opens with a mark again is one that goes on there: it ends
    with its paragraph. Another unclosed mark counts as one where it stands at the start of its paragraph or after a
    colon or comma, else it is ignored; a single one only where the next paragraph opens with a single one.
    """
    found: list[list[Quotation]] = []
    left_open = False
    for index, ((start, end), marks) in enumerate(zip(bounds, _marks(text, bounds), strict=True)):
        if not marks:
            found.append([])
            left_open = False
            continue
        following = text[(at := bounds[index + 1][0]) : at + 2] if index + 1 < len(bounds) else ""
        tail = _tail(text, start, end) if left_open else None
        first = start if tail is None else tail.end
        here = [] if tail is None else [tail]
        here += _paragraph(text, [mark for mark in marks if mark[0] >= first] if tail else marks, first, end, following)
        found.append(here)
        left_open = bool(here) and not here[-1].closed and not here[-1].single
    return found


def _marks(text: str, bounds: list[tuple[int, int]]) -> list[list[tuple[int, str]]]:
    """The marks of each paragraph: where they stand, and the marks."""
    found: list[list[tuple[int, str]]] = [[] for _ in bounds]
    if bounds:
        starts = [start for start, _ in bounds]
        for match in MARK.finditer(text, starts[0], bounds[-1][1]):
            at = match.start()
            found[bisect_right(starts, at) - 1].append((at, match[0]))
    return found


def _tail(text: str, start: int, end: int) -> Quotation | None:
    """The end of a quotation left open in the paragraph before, where the first mark here is a closing one."""
    match = MARK.search(text, start, end)
    while match is not None and match.group() not in DOUBLE_CLOSE:
        if match.group() in DOUBLE_OPEN:
            return None
        match = MARK.search(text, match.end(), end)
    if match is None or match.start() == start or not _may_close(text, match.start(), match.end(), end):
        return None
    return Quotation(start, match.end(), start, match.start())


def _paragraph(text: str, marks: list[tuple[int, str]], start: int, end: int, following: str) -> Iterator[Quotation]:
    several = [mark for _, mark in marks]
    balanced = several.count("“") == several.count("”")
    closing = [at for at, mark in marks if len(mark) == 1 and mark in "’'‘" and _may_close(text, at, at + 1, end)]
    resume = start
    for index, (at, mark) in enumerate(marks):
        if at < resume:
            continue
        if _opens_double(text, at, mark, start, end):
            found = _double(text, marks, index, (start, end), following, balanced=balanced)
            if found is None:
                return
        else:
            found = _single(text, at, mark, closing, (start, end), following)
        if found is not None:
            yield found
            resume = found.end


def _double(
    text: str, marks: list[tuple[int, str]], index: int, bounds: tuple[int, int], following: str, *, balanced: bool
) -> Quotation | None:
    """The quotation that a mark opens; None where nothing closes it and it does not count as left open."""
    start, end = bounds
    begun, opener = marks[index]
    inner, depth, straight = begun + len(opener), 0, False
    for place in range(index + 1, len(marks)):
        at, mark = marks[place]
        if _opens_again(text, at, mark, opener, end):
            if not balanced:  # the first was never closed: it ends where the next begins
                return Quotation(begun, at, inner, at, closed=False)
            depth += 1
        elif mark == '"' and opener in CURLY and (straight or _opens_straight(text, at, start, end)):
            straight = not straight
        elif _closes(text, at, mark, opener, end):
            if not depth:
                return Quotation(begun, at + len(mark), inner, at + max(0, len(mark) - len(opener)))
            depth -= 1
    left_open = _left_open(text, (begun, opener), start, end, following)
    return Quotation(begun, end, inner, end, closed=False) if left_open else None


def _opens_again(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Whether a mark inside a quotation opens another one with the same mark."""
    return mark == opener and mark in DOUBLE_OPEN and not _may_close(text, at, at + len(mark), end)


def _opens_straight(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only be an opening one."""
    return _may_open(text, at, at + 1, start, end) and not _may_close(text, at, at + 1, end)


def _closes(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Whether a mark closes a quotation; one that may open as well must stand like one that closes."""
    if mark not in CLOSERS[opener]:
        return False
    plain = (mark != opener or opener not in DOUBLE_OPEN) and (mark != '"' or opener == '"')
    return plain or _may_close(text, at, at + len(mark), end)


def _left_open(text: str, opened: tuple[int, str], start: int, end: int, following: str) -> bool:
    """Whether a mark that nothing closes counts as a quotation up to the paragraph's end."""
    begun, opener = opened
    if begun == start and LABEL.match(text, start + len(opener), end):
        return False
    return text[start:begun].rstrip()[-1:] in ("", ":", ",") or not GOING_ON.isdisjoint([following, following[:1]])


def _single(
    text: str, at: int, mark: str, closing: list[int], bounds: tuple[int, int], following: str
) -> Quotation | None:
    """The quotation in single marks that opens here; None where the mark is an apostrophe."""
    start, end = bounds
    if mark not in SINGLE_CLOSERS or not _may_open(text, at, at + 1, start, end):
        return None
    closer = _single_closer(text, at, mark, closing, end)
    if closer is not None:
        return Quotation(at, closer + 1, at + 1, closer, single=True)
    left_open = mark == following[:1] == "‘" and (not closing or closing[-1] < at)
    return Quotation(at, end, at + 1, end, closed=False, single=True) if left_open else None


def _opens_double(text: str, at: int, mark: str, start: int, end: int) -> bool:
    after = at + len(mark)
    if mark in DOUBLE_OPEN:
        return not (text[at - 1 : at].isalnum() and at > start and _may_close(text, at, after, end))
    if mark in ('"', "'''", "''", "”", "»"):
        inch = at > start and text[at - 1].isdigit()
        opens = _may_open(text, at, after, start, end) or (mark == '"' and not _may_close(text, at, after, end))
        return opens and not inch
    return False


def _may_open(text: str, at: int, after: int, start: int, end: int) -> bool:
    free = at == start or text[at - 1] in BEFORE_OPEN or text[at - 1] in '“"‘'
    return free and after < end and not text[after].isspace()


def _may_close(text: str, at: int, after: int, end: int) -> bool:
    return (after >= end or text[after] in AFTER_CLOSE) and at > 0 and not text[at - 1].isspace()


def _single_closer(text: str, at: int, mark: str, closing: list[int], end: int) -> int | None:
    """Where the single quotation opened at `at` closes; None where the mark is an apostrophe."""
    if text[at + 1].isdigit():
        return None
    fallback = None
    nearest = bisect_right(closing, at + 1)
    for closer in closing[nearest : nearest + CLOSERS_TRIED]:
        if text[closer] not in SINGLE_CLOSERS[mark]:
            continue
        if text[closer - 1] in STOPS or text[closer + 1 : closer + 2].strip() or closer + 1 >= end:
            return closer
        # "the workers’ rights": a possessive plural, unless nothing better follows
        if text[closer - 1] == "s" and text[closer + 2 : closer + 3].islower():
            fallback = fallback or closer
            continue
        return closer
    return fallback
