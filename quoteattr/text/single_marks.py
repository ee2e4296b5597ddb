"""Quotations between single marks, which are apostrophes too."""

from bisect import bisect_right
from collections.abc import Sequence

import regex

from quoteattr.text.marks import STOPS, ends_glued, may_close, may_open
from quoteattr.text.quotation import Quotation

CLOSERS = {"‘": "’'", "'": "'’", "‚": "‘’", "‛": "’", "`": "'’"}
CLOSING = frozenset(["’", "'", "‘", "’’"])
TRIED = 8
OPENING = regex.compile(r"(?<![^\s(—–-])[‘'“\"](?=\S)")


def closing_ones(text: str, marks: Sequence[tuple[int, str]], end: int) -> list[int]:
    """The places of the single marks that may close a quotation."""
    several = [(at, at + len(mark)) for at, mark in marks if mark in CLOSING]
    return [at for at, after in several if may_close(text, at, after, end) or ends_glued(text, at, after)]


def single(
    text: str, at: int, mark: str, closing: list[int], bounds: tuple[int, int], following: str
) -> Quotation | None:
    """The quotation in single marks that opens at a place; None where the mark is an apostrophe."""
    start, end = bounds
    if mark not in CLOSERS or not may_open(text, at, at + 1, start, end):
        return None
    closer = _closer(text, at, mark, closing, end)
    if closer is not None:
        return Quotation(at, closer + 1, at + 1, closer, single=True)
    before, begins = text[start:at].rstrip()[-1:], text[at + 1].isupper()
    goes_on = mark == following[:1] and (mark == "‘" or before in ("", ":", ",") or (begins and before in STOPS))
    left_open = (goes_on or (begins and before == ":")) and (not closing or closing[-1] < at)
    return Quotation(at, end, at + 1, end, closed=False, single=True) if left_open else None


def _closer(text: str, at: int, mark: str, closing: list[int], end: int) -> int | None:
    """Where the single quotation opened at `at` closes; None where the mark is an apostrophe."""
    if text[at + 1].isdigit():
        return None
    fallback = None
    nearest = bisect_right(closing, at + 1)
    for index, closer in enumerate(closing[nearest : nearest + TRIED], nearest):
        if text[closer] not in CLOSERS[mark] or (text[closer + 1 : closer + 2] in STOPS and closer + 2 in closing):
            continue  # "‘I’m leavin’,’ he said": the last one closes
        if text[closer - 1] in STOPS or text[closer + 1 : closer + 2].strip() or closer + 1 >= end:
            return closer
        if text[closer + 2 : closer + 3].islower():
            # "the workers’ rights": a possessive plural, unless nothing better follows
            if text[closer - 1] == "s":
                fallback = fallback or closer
                continue
            if _elides(text, closing[index : nearest + TRIED]):
                continue
        return closer
    # Nothing else is quoted before a possessive that closes: "a tour of ‘Merica for “all” of Chris’ friends".
    return fallback if fallback is None or OPENING.search(text, at + 1, fallback) is None else None


def _elides(text: str, closing: Sequence[int]) -> bool:
    """Whether the first mark is an apostrophe, as a later one closes what none between them opens: "goin’ home,’"."""
    first, *later = closing
    last = next((at for at in later if text[at - 1] in STOPS), None)
    return last is not None and OPENING.search(text, first + 1, last) is None
