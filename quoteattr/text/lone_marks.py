"""Marks without their partner: a quotation that is never opened, or that another kind of mark closes."""

from collections.abc import Sequence

import regex

from quoteattr.text.marks import may_close, may_open
from quoteattr.text.quotation import Quotation

DOUBLE, SINGLE = frozenset(["”", '"', "''", "’’"]), frozenset("’'")
TRIED = 8  # marks
BEFORE_TAG = frozenset(",!?")
SENTENCE = regex.compile(r"[.!?…]\s++(?=[\p{Lu}\d])")
TAG = regex.compile(r"\s++\p{L}")


def unopened(text: str, mark: tuple[int, str], start: int, end: int) -> Quotation | None:
    """The quotation that the first mark of a paragraph closes, before its tag: it begins with its sentence."""
    at, sign = mark
    if sign not in DOUBLE or text[max(start, at - 1)] not in BEFORE_TAG or not TAG.match(text, at + 1, end):
        return None
    first = start
    for match in SENTENCE.finditer(text, start, at):
        first = match.end()
    return Quotation(first, at + 1, first, at)


def other_closer(text: str, marks: Sequence[tuple[int, str]], index: int, bounds: tuple[int, int]) -> int | None:
    """Where a mark of the other kind closes a quotation before its tag; None where another one opens before."""
    start, end = bounds
    opened, opener = marks[index]
    if not text[opened + len(opener) : opened + len(opener) + 1].isupper():
        return None
    wanted = SINGLE if opener in DOUBLE or opener == "“" else DOUBLE
    for at, mark in marks[index + 1 : index + TRIED]:
        if may_open(text, at, at + len(mark), start, end) and not may_close(text, at, at + len(mark), end):
            return None
        if mark in wanted and text[at - 1] in BEFORE_TAG and TAG.match(text, at + len(mark), end):
            return at + len(mark) - 1
    return None
