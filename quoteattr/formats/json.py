"""A claim as JSON: plain dictionaries, lists, strings, numbers and None."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

import attrs

from quoteattr.claim import Claim


def to_dict(claim: Claim, *, parent: int | None = None) -> dict[str, Any]:
    """All fields of `claim`, ready for ``json.dumps``.

    Args:
        claim: The claim to write down.
        parent: The number that stands for the claim's parent, which would otherwise be written down again and again.

    Returns:
        A dictionary with the claim's fields as keys; a span is ``{"start": …, "end": …, "text": …}``.

    Example:
        >>> from quoteattr import Claim, Span
        >>> to_dict(Claim(content=(Span(0, 2, "No"),), text="No"))["content"]
        [{'start': 0, 'end': 2, 'text': 'No'}]
    """
    fields = attrs.asdict(claim, filter=_not_parent, value_serializer=_plain)
    return fields | {"parent": parent}


def to_dicts(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Every claim of a text as by `to_dict`, with the parent as an index into this list."""
    return [to_dict(claim, parent=_index(claims, claim.parent)) for claim in claims]


def _index(claims: Sequence[Claim], parent: Claim | None) -> int | None:
    if parent is None or parent not in claims:
        return None
    return claims.index(parent)


def _not_parent(field: "attrs.Attribute[Any]", _value: object) -> bool:
    return field.name != "parent"


def _plain(_instance: object, _field: object, value: Any) -> Any:  # noqa: ANN401  # attrs hands over any value
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
