"""Where a quotation stands in the source: word for word, or nearly."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs
import regex

from quoteattr.checking.findings import Edit
from quoteattr.checking.words import Words, opcodes
from quoteattr.text.span import Span

# What a careful writer marks as left out or put in: “It was … [the bridge] that failed.”
_GAP = regex.compile(r"\[[^\]]*\]|…|\.\s?\.\s?\.(?:\s?\.)?")
_LONGEST_GAP = 60
_ALIKE = 0.6
_TRIED = 8


@attrs.frozen
class Passage:
    """A stretch of the source that a quotation was taken from.

    Args:
        span: The stretch.
        exact: Whether the words are the same.
        edits: How to get from the source to the quotation.
        likeness: From 0 to 1.
    """

    span: Span
    exact: bool
    edits: tuple[Edit, ...] = ()
    likeness: float = 1.0


def passages(quoted: Span, summary: str, source: Words) -> list[Passage]:
    """The passages of the source that have a quotation's words; if there are none, those that nearly have them."""
    parts = [part for part in _parts(quoted, summary) if len(part)]
    if not parts:
        return []
    return list(_exact(parts, source)) or sorted(_near(parts, source), key=lambda passage: -passage.likeness)


def _parts(quoted: Span, summary: str) -> Iterator[Words]:
    at = quoted.start
    for gap in _GAP.finditer(summary, quoted.start, quoted.end):
        yield Words.of(summary, at, gap.start())
        at = gap.end()
    yield Words.of(summary, at, quoted.end)


def _exact(parts: Sequence[Words], source: Words) -> Iterator[Passage]:
    first, *rest = parts
    for begin in source.find(first.keys):
        end = begin + len(first)
        for part in rest:
            at = next(source.find(part.keys, end), None)
            if at is None or at - end > _LONGEST_GAP:
                break
            end = at + len(part)
        else:
            yield Passage(source.span(begin, end), exact=True)


def _near(parts: Sequence[Words], source: Words) -> Iterator[Passage]:
    """Passages around the places where most words agree, counted along the diagonals of quotation and source."""
    keys = [key for part in parts for key in part.keys]
    places: dict[str, list[int]] = {}
    for at, key in enumerate(source.keys):
        places.setdefault(key, []).append(at)
    votes: Counter[int] = Counter()
    for at, key in enumerate(keys):
        for place in places.get(key, ()):
            votes[(place - at) // 4] += 1
    for diagonal, _ in votes.most_common(_TRIED):
        slack = 4 + len(keys) // 2
        begin = max(0, diagonal * 4 - slack)
        end = min(len(source), diagonal * 4 + len(keys) + slack)
        passage = _aligned(parts, keys, source, begin, end)
        if passage is not None and passage.likeness >= _ALIKE:
            yield passage


def _aligned(parts: Sequence[Words], keys: Sequence[str], source: Words, begin: int, end: int) -> Passage | None:
    steps = opcodes(source.keys[begin:end], keys)
    same = [step for step in steps if step[0] == "equal"]
    if not same:
        return None
    first, last = begin + same[0][1], begin + same[-1][2]
    # Words of the quotation before the first agreement stand for as many of the source.
    first, last = max(begin, first - same[0][3]), min(end, last + len(keys) - same[-1][4])
    agreed = sum(step[2] - step[1] for step in same)
    likeness = 2 * agreed / (len(keys) + last - first)
    return Passage(
        source.span(first, last), exact=False, edits=_edits(parts, keys, source, first, last), likeness=likeness
    )


def _edits(parts: Sequence[Words], keys: Sequence[str], source: Words, first: int, last: int) -> tuple[Edit, ...]:
    words = [part.text[start:end] for part in parts for start, end in zip(part.starts, part.ends, strict=True)]
    return tuple(
        Edit(
            " ".join(words[left:right]),
            source.span(first + begin, first + end).text if end > begin else "",
            same=tag == "equal",
        )
        for tag, begin, end, left, right in opcodes(source.keys[first:last], keys)
    )
