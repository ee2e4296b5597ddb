"""Marks in the text: which stretch plays which part in which claims, as a list or as properly nested pieces."""

import heapq
import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

import attrs

from quoteattr.claim import Claim
from quoteattr.text.span import Span


class Role(StrEnum):
    """The part that a stretch plays in a claim."""

    CONTENT = "content"
    VERBATIM = "verbatim"
    SOURCE = "source"
    CUE = "cue"
    ADDRESSEE = "addressee"
    CIRCUMSTANCE = "circumstance"


@attrs.frozen
class Mark:
    """A stretch of the text with its part.

    Args:
        start: Offset of its first code point.
        end: Offset just past its last.
        role: The part that it plays.
        claims: Numbers of the claims that it plays the part in, counted from 0.
        depth: How many claims of the text the claim stands in.
    """

    start: int
    end: int
    role: Role
    claims: tuple[int, ...]
    depth: int = 0


@attrs.frozen
class Opening:
    """A mark begins; `first` and `last` tell whether this is its first and last piece."""

    mark: Mark
    first: bool
    last: bool


@attrs.frozen
class Closing:
    """The mark that was opened last ends."""

    mark: Mark


Event = Opening | Closing | str
"""What `nested` gives: a mark begins, a mark ends, or a run of text."""

_RANK = {role: rank for rank, role in enumerate(Role)}
# A blank line. The run before it is not matched, so that a megabyte of blanks is read once.
_BREAK = re.compile(r"(?:\r\n|\r(?!\n)|\n)[^\S\r\n]*[\r\n]\s*")


def spans(claim: Claim) -> Iterator[tuple[Role, Span]]:
    """Every span that a claim has in the text, with its role; only those of mentions are not given.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Sato said that the pact would last.")
        >>> [(str(role), str(span)) for role, span in spans(claim)]
        [('content', 'that the pact would last'), ('source', 'Sato'), ('cue', 'said')]
    """
    yield from ((Role.CONTENT, span) for span in claim.content)
    yield from ((Role.VERBATIM, span) for span in claim.quoted)
    for role, span in ((Role.SOURCE, claim.source), (Role.CUE, claim.cue), (Role.ADDRESSEE, claim.addressee)):
        if span is not None:
            yield role, span
    yield from ((Role.CIRCUMSTANCE, span) for span in claim.circumstances)


def marks(claims: Sequence[Claim]) -> tuple[Mark, ...]:
    """The marks of a text's claims in text order, outer ones first; claims that share a stretch share the mark."""
    found: dict[tuple[int, int, Role], list[int]] = {}
    for number, claim in enumerate(claims):
        for role, span in spans(claim):
            if span.text:
                found.setdefault((span.start, span.end, role), []).append(number)
    made = [
        Mark(start, end, role, tuple(dict.fromkeys(numbers)), depth=min(depth(claims[number]) for number in numbers))
        for (start, end, role), numbers in found.items()
    ]
    return tuple(sorted(made, key=_order))


def depth(claim: Claim) -> int:
    """How many claims a claim stands in."""
    levels = 0
    while claim.parent is not None:
        claim, levels = claim.parent, levels + 1
    return levels


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of each stretch between blank lines.

    Example:
        >>> list(paragraphs("One.\n\nTwo."))
        [(0, 4), (6, 10)]
    """
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def nested(text: str, found: Iterable[Mark]) -> Iterator[list[Event]]:
    """For each paragraph its text and marks as events that nest properly; a mark that crosses another is cut in pieces.

    Args:
        text: The text.
        found: Marks in it, in the order that `marks` gives.

    Returns:
        For each paragraph a list in which every opening is closed, the last one first.

    Example:
        >>> [event if isinstance(event, str) else type(event).__name__
        ...  for event in next(nested("No, he said.", [Mark(0, 2, Role.CONTENT, (0,))]))]
        ['Opening', 'No', 'Closing', ', he said.']
    """
    waiting = list(found)[::-1]
    carried: list[Mark] = []
    for start, end in paragraphs(text):
        here = [mark for mark in carried if mark.end > start]
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        carried = [mark for mark in here if mark.end > end]
        yield list(_events(text, start, end, [mark for mark in here if mark.end > start]))


def _order(mark: Mark) -> tuple[int, int, int, int]:
    return mark.start, -mark.end, mark.depth, _RANK[mark.role]


def _events(text: str, start: int, end: int, found: Sequence[Mark]) -> Iterator[Event]:
    """One pass: a heap of what still has to open, a stack of what is open."""
    heap = [(max(mark.start, start), -mark.end, number) for number, mark in enumerate(found)]
    heapq.heapify(heap)
    opened: list[tuple[int, Mark]] = []
    at = start
    while heap:
        begin, minus_end, number = heapq.heappop(heap)
        at = yield from _close(text, at, begin, opened)
        mark = found[number]
        stop = min(-minus_end, end, opened[-1][0] if opened else end)
        if at < begin:
            yield text[at:begin]
        yield Opening(mark, first=begin == mark.start, last=stop == mark.end)
        opened.append((stop, mark))
        at = begin
        if stop < min(mark.end, end):
            heapq.heappush(heap, (stop, minus_end, number))
    at = yield from _close(text, at, end, opened)
    if at < end:
        yield text[at:end]


def _close(text: str, at: int, until: int, opened: list[tuple[int, Mark]]) -> Generator[Event, None, int]:
    """Closes the marks that end by `until`; returns where the text goes on."""
    while opened and opened[-1][0] <= until:
        stop, mark = opened.pop()
        if at < stop:
            yield text[at:stop]
        yield Closing(mark)
        at = stop
    return at


def numbering(claims: Sequence[Claim]) -> Mapping[str, int]:
    """Numbers from 1 for the speakers of a text, by name, in the order in which they first speak.

    Example:
        >>> from quoteattr import extract
        >>> dict(numbering(extract("Sato said that the pact would last.")))
        {'Sato': 1}
    """
    names = dict.fromkeys(claim.speaker.name for claim in claims if claim.speaker)
    return {name: number for number, name in enumerate(names, 1)}
