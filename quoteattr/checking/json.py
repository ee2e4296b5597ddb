"""A finding, or all of a comparison, as JSON and back: plain dictionaries, lists, strings, numbers and None."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs

from quoteattr.checking.findings import Finding
from quoteattr.checking.verification import Verification
from quoteattr.formats.structure import structured

VERSION = 1
"""The version that every dictionary carries. It grows when a field changes its meaning, not when one is added."""


def to_dict(result: Verification | Finding) -> dict[str, Any]:
    """All fields of a comparison's result or of one finding, ready for ``json.dumps``.

    Args:
        result: What `verify` gave, or one of its findings.

    Returns:
        A dictionary with the fields as keys. A span is ``{"start": …, "end": …, "text": …}``, and a claim a dictionary
        with all its fields, its parent among them.

    Example:
        >>> from quoteattr import verify
        >>> data = to_dict(verify("“It is over,” Sato said.", "“It is not over,” Sato said."))
        >>> data["quotations"], data["findings"][0]["kind"], data["findings"][0]["change"]
        (1, 'altered quotation', 'negation')
    """
    return {"version": VERSION} | attrs.asdict(result, value_serializer=_plain)


def from_dict(data: Mapping[str, Any]) -> Verification:
    """The result that `to_dict` wrote down.

    Args:
        data: The dictionary of a `Verification`; keys that are none of its fields are passed over.

    Returns:
        A result that is equal to the first one.

    Raises:
        ValueError: A value has the wrong type, or the version is newer than this library.

    Example:
        >>> from quoteattr import verify
        >>> result = verify("“It is over,” Sato said.", "“It is not over,” Sato said.")
        >>> from_dict(to_dict(result)) == result
        True
    """
    version = data.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise ValueError(f"version {version!r}: this library reads up to {VERSION}")
    return structured(data, Verification, "result")


def _plain(_instance: object, _field: object, value: Any) -> Any:  # noqa: ANN401  # attrs hands over any value
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
