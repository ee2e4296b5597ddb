"""Extents: how far content goes, and where it goes on after a tag."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quoteattr.attribution.draft import Draft
from quoteattr.grammar.choice import Choices
from quoteattr.grammar.expression import Match
from quoteattr.grammar.pattern import ContentKind, Pattern
from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import ADV, AND, AUXILIARIES, BE, COMMA, DET, HAS, LETTER, QUOTATIONS, WHO

FINITE: Final = AUXILIARIES.union(
    [LETTER[name] for name in ("VED", "VS", "SAID", "SAYS", "SAY", "CLAIM", "CLAIMS", "VB", "NV", "NVS", "VEN")],
    QUOTATIONS,
)
ABOUT: Final = re.compile(f"[{WHO}{LETTER['WHICH']}][^{''.join(FINITE)}]*[{''.join(AUXILIARIES)}]*[{''.join(FINITE)}]")
CLAUSE: Final = ContentKind.CLAUSE
LOOSE: Final = frozenset(LETTER[name] for name in ("COMMA", "AND", "BUT"))  # what no content ends with
ANSWER: Final = 1  # token of a short answer, which needs no verb
JOINED: Final = re.compile(
    f"(?<![{BE}{LETTER['NBE']}][{''.join(QUOTATIONS)}])"
    f"({COMMA}?{AND}|{LETTER['BUT']}(?!{LETTER['SAID']}{DET})){HAS}?{ADV}?"
    f"[{LETTER['SAID']}{LETTER['SAYS']}{LETTER['SAYING']}]"
)


def has_lost_verb(letters: str, content: Sequence[Range], whole: str) -> bool:
    """Whether what looked like a clause has its verb behind its end, or only in a clause that tells who somebody is."""
    parts = [letters[first:last] for first, last in content]
    told = [ABOUT.sub("", part) for part in parts]
    return (parts != told or parts[0] != whole) and all(FINITE.isdisjoint(part) for part in told)


def content_end(letters: str, choices: Choices, first: int, last: int, pattern: Pattern, behind: int = 0) -> int:
    """Where content ends: at the first cut behind a token, but for one that would leave a clause without its verb."""
    start, is_clause = max(first, behind) + 1, pattern.kind == CLAUSE
    inside = set(letters[start : last + 1])
    for end in choices.ends[pattern]:
        if end.regex.edge is not None and end.regex.edge.isdisjoint(inside):
            continue
        match = end.regex.search(letters, start, min(last + 1, len(letters)))
        if match is None or (end.behind is not None and not end.behind.match(letters, first)):
            continue
        while match is not None and is_clause and _parts_a_verb(letters, first, match.start("cut")):
            match = end.regex.search(letters, match.start("cut") + 1, min(last + 1, len(letters)))
        if match is not None and match.start("cut") > first:
            last = min(last, match.start("cut"))
    while last > first and letters[last - 1] in LOOSE:
        last -= 1
    return last


def joined_verb(letters: str, draft: Draft) -> int:
    """The verb that may be a cue of its own where a clause ends before it: "and | said"; 0 where there is none."""
    if draft.pattern.kind != CLAUSE or draft.cue is None or draft.cue.verb > draft.content[0][0]:
        return 0
    match = JOINED.match(letters, draft.content[-1][1])
    return match.end() - 1 if match else 0


def _parts_a_verb(letters: str, first: int, cut: int) -> bool:
    """Whether a cut would leave a clause without its verb, which stands right behind."""
    begins = letters[cut + 1] if letters[cut] == COMMA else letters[cut]
    return cut - first > ANSWER and begins in FINITE and FINITE.isdisjoint(ABOUT.sub("", letters[first:cut]))


def gone_on(
    letters: str, choices: Choices, at: int, end: int, content: Pattern, behind: Match | None
) -> Iterator[Range]:
    """The content that goes on after a tag, in the same sentence: where the content's own pattern says, or another."""
    if behind is not None and content.goes_on:
        if behind.start("content") >= 0:
            first, last = behind.span("content")
            yield first, content_end(letters, choices, first, last, content)
        return
    for pattern in choices.continuations[content][letters[at : at + 1]]:
        match = pattern.regex.match(letters, at, end + 1)
        if match:
            first, last = match.span("content")
            yield first, content_end(letters, choices, first, last, pattern)
            return
