"""Claims as Prodigy reads them: a line of JSON with tokens, spans and relations."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from quoteattr.claim import Claim
from quoteattr.formats.regions import Region, regions

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def to_prodigy(text: str, claims: Sequence[Claim], *, name: str = "text") -> dict[str, Any]:
    """A task for ``spans.manual`` or ``rel.manual``.

    The tokens are words, marks and blanks, cut also where a span begins or ends, so that all spans are whole tokens.
    As with spaCy's, a single blank belongs to the token before it. Relations lead from a claim's first content, by the
    last token of each span.

    Args:
        text: The text.
        claims: Its claims.
        name: The document's name, for ``meta``.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> task = to_prodigy(text, extract(text))
        >>> task["tokens"][0], task["spans"][1]
        ({'text': 'Sato', 'start': 0, 'end': 4, 'id': 0, 'ws': True}, {'start': 0, 'end': 4, 'token_start': 0, \
'token_end': 0, 'label': 'SOURCE'})
        >>> [(each["head"], each["child"], each["label"]) for each in task["relations"]]
        [(6, 0, 'SOURCE'), (6, 1, 'CUE')]
    """
    found, related = regions(claims)
    tokens = list(_tokens(text, {edge for region in found for edge in (region.span.start, region.span.end)}))
    starts = [token["start"] for token in tokens]
    spans = [_span(region, tokens, starts) for region in found]
    relations = [
        {
            "head": spans[relation.head.number]["token_end"],
            "child": spans[relation.tail.number]["token_end"],
            "label": relation.name.upper(),
            "head_span": spans[relation.head.number],
            "child_span": spans[relation.tail.number],
        }
        for relation in related
    ]
    return {"text": text, "meta": {"name": name}, "tokens": tokens, "spans": spans, "relations": relations}


def _tokens(text: str, edges: set[int]) -> Iterator[dict[str, Any]]:
    """The tokens, without the single blanks behind them."""
    cuts = sorted({0, len(text), *edges, *(match.start() for match in _TOKEN.finditer(text))})
    pieces = [(start, end) for start, end in pairwise(cuts) if start < end]
    number, before = 0, True  # whether the token before is a blank itself, or there is none
    for at, (start, end) in enumerate(pieces):
        if text[start] == " " and not before:
            before = True
            start += 1  # noqa: PLW2901  # the blank belongs to the token before
            if start == end:
                continue
        after = pieces[at + 1][0] if at + 1 < len(pieces) else len(text)
        blank = text[start:end].isspace()
        spaced = not blank and text[after : after + 1] == " "
        yield {"text": text[start:end], "start": start, "end": end, "id": number, "ws": spaced}
        number, before = number + 1, blank or not spaced


def _span(region: Region, tokens: Sequence[Mapping[str, Any]], starts: Sequence[int]) -> dict[str, Any]:
    first, last = bisect_left(starts, region.span.start), bisect_left(starts, region.span.end) - 1
    return {
        "start": region.span.start,
        "end": region.span.end,
        "token_start": tokens[first]["id"],
        "token_end": tokens[last]["id"],
        "label": region.role.value.upper(),
    }
