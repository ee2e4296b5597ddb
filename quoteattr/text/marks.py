"""Marks of quotation, and which of them may open a quotation or close one."""

import re

# Two of some marks are one, and an apostrophe between letters is none.
MARK = re.compile(r"[“”„‟\"«»‘’‚‛'`](?:(?<=`)`|(?<=‘)‘|(?<=’)’|(?<=')''?|(?<![a-zA-Z]['’])|(?![a-zA-Z]))")
DOUBLE_OPEN = frozenset(["“", "„", "‟", "``", "‘‘", "«"])
DOUBLE_CLOSE = frozenset(["”", "''", "’’", "»", '"'])
CLOSERS = {
    "“": ("”", "“", '"', "’’"),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”", "“"),
    "``": ("''", "”", '"'),
    "‘‘": ("’’", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”", "''", "’’"),
    "''": ("''", "'''"),
    "'''": ("'''", "''"),
}
STOPS = frozenset(".,!?…")
BEFORE_OPEN = frozenset(" \t\n\r\u00a0\u200b\u2009\u202f([{—–-―/:;,|…\ufeff")
AFTER_CLOSE = frozenset(" \t\n\r\u00a0\u200b\u2009\u202f)]}—–-―/.,:;!?|…\"”»'’\ufeff")


def may_open(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Whether a mark stands as one that opens a quotation."""
    free = at == start or text[at - 1] in BEFORE_OPEN or text[at - 1] in '“"‘'
    return free and after < end and not text[after].isspace()


def may_close(text: str, at: int, after: int, end: int) -> bool:
    """Whether a mark stands as one that closes a quotation."""
    return (after >= end or text[after] in AFTER_CLOSE) and at > 0 and not text[at - 1].isspace()


def ends_glued(text: str, at: int, after: int) -> bool:
    """Whether a mark stands between a sentence's end and a capital: “Yes.”Then it rained."""
    return text[at - 1 : at] in STOPS and text[after : after + 1].isupper()


def opens_double(text: str, at: int, mark: str, start: int, end: int) -> bool:
    """Whether a double mark opens a quotation."""
    after = at + len(mark)
    if mark in DOUBLE_OPEN:
        return not (text[at - 1 : at].isalnum() and at > start and may_close(text, at, after, end))
    if mark in ('"', "'''", "''", "”", "»"):
        inch = at > start and text[at - 1].isdigit()
        opens = may_open(text, at, after, start, end) or (mark == '"' and not may_close(text, at, after, end))
        return opens and not inch
    return False
