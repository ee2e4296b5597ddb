"""Regions and relations: a text's claims as annotation tools keep them, each stretch once for each of its parts."""

from collections.abc import Sequence

import attrs

from quoteattr.claim import Claim
from quoteattr.formats.marks import Role, spans
from quoteattr.text.span import Span

CONTINUED, PARENT = "continued", "parent"
RELATIONS = (*(role.value for role in Role if role not in (Role.CONTENT, Role.VERBATIM)), CONTINUED, PARENT)
"""The names of relations. All lead from a claim's first content: to its parts, further contents and parent's one."""

FIELDS = ("kind", "attitude", "polarity", "realis")
"""The fields of a claim that are told with its contents."""


@attrs.frozen
class Region:
    """A stretch of the text with its part.

    Args:
        number: Its number in the text, counted from 0.
        role: The part that it plays.
        span: Where it is.
        claim: The first claim in which it plays this part.
    """

    number: int
    role: Role
    span: Span
    claim: Claim


@attrs.frozen
class Relation:
    """What one region is to another.

    Args:
        name: One of `RELATIONS`.
        head: A claim's first content.
        tail: The other region.
    """

    name: str
    head: Region
    tail: Region


def regions(claims: Sequence[Claim]) -> tuple[list[Region], list[Relation]]:
    """The regions and relations of a text's claims; verbatim stretches are no regions, as they stand in a content.

    Example:
        >>> from quoteattr import extract
        >>> found, related = regions(extract("Sato said that the pact would last."))
        >>> [(str(region.role), str(region.span)) for region in found]
        [('content', 'that the pact would last'), ('source', 'Sato'), ('cue', 'said')]
        >>> [(relation.name, str(relation.tail.span)) for relation in related]
        [('source', 'Sato'), ('cue', 'said')]
    """
    found: dict[tuple[Role, int, int], Region] = {}
    related: list[Relation] = []
    heads: dict[Claim, Region] = {}
    for claim in claims:
        for role, span in spans(claim):
            if role is Role.VERBATIM or not span.text.strip():
                continue
            key = (role, span.start, span.end)
            region = found.setdefault(key, Region(len(found), role, span, claim))
            head = heads.setdefault(claim, region)
            if region is not head:
                related.append(Relation(CONTINUED if role is Role.CONTENT else role.value, head, region))
        if claim.parent in heads and claim in heads:
            related.append(Relation(PARENT, heads[claim], heads[claim.parent]))
    return list(found.values()), list(dict.fromkeys(related))
