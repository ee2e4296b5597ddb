"""Quotation marks in pairs: which stretches of a paragraph are quoted.

Curly, straight, German, French and TeX marks, doubled or single, wrong-way curly marks, apostrophes and inches told
from marks. One pass over the marks of a paragraph; a mark without its partner costs at most its own paragraph.
"""

from bisect import bisect_right
from collections.abc import Iterator

import regex

from quoteattr.text.lone_marks import other_closer, unopened
from quoteattr.text.marks import (
    CLOSERS,
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    MARK,
    STOPS,
    ends_glued,
    may_close,
    may_open,
    opens_double,
)
from quoteattr.text.quotation import Quotation
from quoteattr.text.single_marks import closing_ones, single

CURLY = frozenset("“„‟")
# What a quotation of several paragraphs opens the next one with.
GOING_ON = frozenset(["“", '"', "«", "„", "''", "``", "‘‘"])
WORDS = 40  # characters of words in marks inside a quotation
LABEL = regex.compile(r"[^\W\d_][\w.’' -]{0,40}:\s")  # a transcript whose turns each open with a mark: "SMITH: Well, …


def quotations(text: str, bounds: list[tuple[int, int]]) -> list[list[Quotation]]:
    """For each paragraph of `bounds`, its outermost quotations in text order.

    A quotation that is left open where the next paragraph opens with a mark again is one that goes on there: it ends
    with its paragraph. Another unclosed mark counts as one where it stands at the start of its paragraph, after a colon
    or comma, or behind other quotations at the start of a sentence, else it is ignored; a single one only where the
    next paragraph opens with a single one.
    """
    found: list[list[Quotation]] = []
    left_open = False
    for index, ((start, end), marks) in enumerate(zip(bounds, _marks(text, bounds), strict=True)):
        if not marks:
            found.append([])
            left_open = False
            continue
        following = _following(text, bounds[index + 1 : index + 2], marks)
        tail = _tail(text, start, end) if left_open else None
        first = start if tail is None else tail.end
        here = [] if tail is None else [tail]
        here += _paragraph(text, [mark for mark in marks if mark[0] >= first] if tail else marks, first, end, following)
        found.append(here)
        left_open = bool(here) and not here[-1].closed and not here[-1].single
    return found


def _following(text: str, bounds: list[tuple[int, int]], marks: list[tuple[int, str]]) -> str:
    """What the next paragraph begins with; the mark that is left open before it, where its first mark closes that."""
    for start, end in bounds:
        lone = _lone([mark for _, mark in marks])
        return min(lone) if lone and _tail(text, start, end) else text[start : start + 2]
    return ""


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
    if match is None or match.start() == start or not may_close(text, match.start(), match.end(), end):
        return None
    return Quotation(start, match.end(), start, match.start())


def _paragraph(text: str, marks: list[tuple[int, str]], start: int, end: int, following: str) -> Iterator[Quotation]:
    lone = _lone([mark for _, mark in marks])
    closing = closing_ones(text, marks, end)
    resume = start
    for index, (at, mark) in enumerate(marks):
        if at < resume:
            continue
        if opens_double(text, at, mark, start, end):
            found = _double(text, marks, index, (start, end), following, lone)
            if found is None:
                return
        else:
            found = None if index else unopened(text, (at, mark), start, end)
            found = found or single(text, at, mark, closing, (start, end), following)
            if found is None and mark in "‘'" and may_open(text, at, at + 1, start, end):
                closer = other_closer(text, marks, index, (start, end))
                found = None if closer is None else Quotation(at, closer + 1, at + 1, closer)
        if found is not None:
            yield found
            resume = found.end


def _lone(marks: list[str]) -> frozenset[str]:
    """The marks of a paragraph that do not come in pairs."""
    several = ["“"] * (marks.count("“") != marks.count("”")) + ['"'] * (marks.count('"') % 2)
    return frozenset(several)


def _double(
    text: str,
    marks: list[tuple[int, str]],
    index: int,
    bounds: tuple[int, int],
    following: str,
    lone: frozenset[str],
) -> Quotation | None:
    """The quotation that a mark opens; None where nothing closes it and it does not count as left open."""
    start, end = bounds
    begun, opener = marks[index]
    inner, depth, straight = begun + len(opener), 0, False
    for place in range(index + 1, len(marks)):
        at, mark = marks[place]
        again = _opens_again(text, at, mark, opener, end)
        anew = mark == opener and (again or _begins_anew(text, at, start, end))
        if anew and (mark in lone or (mark == '"' and text[at + 1].isupper())):
            last = len(text[inner:at].rstrip()) + inner
            return Quotation(begun, last, inner, last, closed=False)  # never closed: it ends where the next begins
        if again or (mark == opener == '"' and _opens_word(text, marks, place, bounds)):
            depth += 1
        elif mark == '"' and opener in CURLY and (straight or _opens_straight(text, at, start, end)):
            straight = not straight
        elif _closes(text, at, mark, opener, end):
            if not depth:
                return Quotation(begun, at + len(mark), inner, at + max(0, len(mark) - len(opener)))
            depth -= 1
    closer = other_closer(text, marks, index, bounds)
    if closer is not None:
        return Quotation(begun, closer + 1, inner, closer)
    left_open = index > 1 and opener in lone and _begins_anew(text, begun, start, end)
    left_open = left_open or _left_open(text, (begun, opener), start, end, following)
    return Quotation(begun, end, inner, end, closed=False) if left_open else None


def _opens_again(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Whether a mark inside a quotation opens another one with the same mark."""
    return mark == opener and mark in DOUBLE_OPEN and not may_close(text, at, at + len(mark), end)


def _opens_straight(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark can only be an opening one."""
    return may_open(text, at, at + 1, start, end) and not may_close(text, at, at + 1, end)


def _opens_word(text: str, marks: list[tuple[int, str]], place: int, bounds: tuple[int, int]) -> bool:
    """Whether a straight mark opens a few words inside a quotation: the next mark closes them, and another one it."""
    at, (start, end) = marks[place][0], bounds
    closing = [after for after, mark in marks[place + 1 : place + 3] if mark == '"']
    few = len(closing) > 1 and closing[0] - at < WORDS and _opens_straight(text, at, start, end)
    return few and all(may_close(text, after, after + 1, end) for after in closing)


def _begins_anew(text: str, at: int, start: int, end: int) -> bool:
    """Whether a mark can only be an opening one, at the start of a sentence."""
    return text[start:at].rstrip()[-1:] in STOPS and _opens_straight(text, at, start, end)


def _closes(text: str, at: int, mark: str, opener: str, end: int) -> bool:
    """Whether a mark closes a quotation; one that may open as well must stand like one that closes."""
    if mark not in CLOSERS[opener]:
        return False
    plain = (mark != opener or opener not in DOUBLE_OPEN) and (mark != '"' or opener == '"')
    after = at + len(mark)
    return plain or may_close(text, at, after, end) or ends_glued(text, at, after)


def _left_open(text: str, opened: tuple[int, str], start: int, end: int, following: str) -> bool:
    """Whether a mark that nothing closes counts as a quotation up to the paragraph's end."""
    begun, opener = opened
    if begun == start and LABEL.match(text, start + len(opener), end):
        return False
    return text[start:begun].rstrip()[-1:] in ("", ":", ",") or not GOING_ON.isdisjoint([following, following[:1]])
