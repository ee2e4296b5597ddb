"""Claims as doccano imports them: a line of JSON with entities and relations."""

from collections.abc import Sequence
from typing import Any

from quoteattr.claim import Claim
from quoteattr.formats.regions import regions


def to_doccano(text: str, claims: Sequence[Claim], *, name: str = "text") -> dict[str, Any]:
    """A text for a project of sequence labelling with relations, which allows entities to overlap.

    Labels are the parts that the entities play. Relations lead from a claim's first content to its other parts, its
    further contents and its parent's content. Offsets are code points, as doccano counts them.

    Args:
        text: The text.
        claims: Its claims.
        name: The document's name, which doccano keeps as metadata.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> line = to_doccano(text, extract(text))
        >>> line["entities"][0]
        {'id': 0, 'start_offset': 10, 'end_offset': 34, 'label': 'content'}
        >>> line["relations"][0]
        {'id': 0, 'from_id': 0, 'to_id': 1, 'type': 'source'}
    """
    found, related = regions(claims)
    return {
        "text": text,
        "name": name,
        "entities": [
            {
                "id": region.number,
                "start_offset": region.span.start,
                "end_offset": region.span.end,
                "label": region.role.value,
            }
            for region in found
        ],
        "relations": [
            {"id": number, "from_id": relation.head.number, "to_id": relation.tail.number, "type": relation.name}
            for number, relation in enumerate(related)
        ],
    }
