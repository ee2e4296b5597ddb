"""A claim as JSON and back: plain dictionaries, lists, strings, numbers and None."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import attrs

from quoteattr.claim import Claim, Speaker
from quoteattr.formats.structure import structured

VERSION = 1
"""The version that every dictionary carries. It grows when a field changes its meaning, not when one is added."""


def to_dict(claim: Claim) -> dict[str, Any]:
    """All fields of `claim`, ready for ``json.dumps``; `from_dict` reads it back.

    Args:
        claim: The claim to write down.

    Returns:
        A dictionary with the claim's fields as keys; a span is ``{"start": …, "end": …, "text": …}`` and the parent a
        dictionary of the same kind.

    Example:
        >>> from quoteattr import Claim, Span
        >>> to_dict(Claim(content=(Span(0, 2, "No"),), text="No"))["content"]
        [{'start': 0, 'end': 2, 'text': 'No'}]
    """
    return _dict(claim, None if claim.parent is None else to_dict(claim.parent))


def to_dicts(claims: Sequence[Claim]) -> list[dict[str, Any]]:
    """Every claim of a text as by `to_dict`, with the parent as an index into this list.

    A parent that is not among `claims` is written down in full.

    Example:
        >>> from quoteattr import extract
        >>> [claim["parent"] for claim in to_dicts(extract("Sato said that Osei had denied that he would go."))]
        [None, 0]
    """
    numbers = {claim: number for number, claim in reversed(list(enumerate(claims)))}
    speakers = {speaker: _fields(speaker) for speaker in dict.fromkeys(claim.speaker for claim in claims) if speaker}
    return [_dict(claim, _parent(claim.parent, numbers), speakers) for claim in claims]


def from_dict(data: Mapping[str, Any]) -> Claim:
    """The claim that `to_dict` wrote down.

    Args:
        data: The dictionary; keys that are no fields of a claim are passed over, and fields that it lacks take their
            default.

    Returns:
        A claim that is equal to the first one.

    Raises:
        ValueError: A value has the wrong type, the version is newer than this library, or the parent is a number,
            which only `from_dicts` can follow.

    Example:
        >>> from quoteattr import extract
        >>> (claim,) = extract("Mayor Ana Brandt said that the tunnel would reopen.")
        >>> from_dict(to_dict(claim)) == claim
        True
    """
    _check_version(data)
    parent = data.get("parent")
    if isinstance(parent, int):
        raise ValueError(f"parent is the number {parent}: read the whole list with from_dicts")  # noqa: TRY004  # bad data
    return _claim(data, None if parent is None else from_dict(parent))


def from_dicts(data: Sequence[Mapping[str, Any]]) -> tuple[Claim, ...]:
    """The claims that `to_dicts` wrote down.

    Raises:
        ValueError: As `from_dict`; or a parent's number is not in the list, or claims are each other's parents.

    Example:
        >>> from quoteattr import extract
        >>> claims = extract("Sato said that Osei had denied that he would go.")
        >>> from_dicts(to_dicts(claims)) == claims
        True
    """
    done: dict[int, Claim] = {}
    for number in range(len(data)):
        for step in reversed(_line(data, number, done)):
            parent = data[step].get("parent")
            done[step] = _claim(data[step], done[parent]) if isinstance(parent, int) else from_dict(data[step])
    return tuple(done[number] for number in range(len(data)))


def _line(data: Sequence[Mapping[str, Any]], number: int, done: Mapping[int, Claim]) -> list[int]:
    """A claim's number and those of its ancestors, as far as they are not made yet."""
    line: list[int] = []
    while number not in done:
        if number in line:
            raise ValueError(f"claim {number} is its own ancestor")
        if not 0 <= number < len(data):
            raise ValueError(f"no claim has the number {number}")
        _check_version(data[number])
        line.append(number)
        parent = data[number].get("parent")
        if not isinstance(parent, int):
            break
        number = parent
    return line


def _check_version(data: Mapping[str, Any]) -> None:
    version = data.get("version", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise ValueError(f"version {version!r}: this library reads up to {VERSION}")


def _claim(data: Mapping[str, Any], parent: Claim | None) -> Claim:
    claim = structured({**data, "parent": None}, Claim)
    return attrs.evolve(claim, parent=parent)


def _dict(
    claim: Claim, parent: int | dict[str, Any] | None, speakers: Mapping[Speaker, dict[str, Any]] | None = None
) -> dict[str, Any]:
    """A claim's fields. What its speaker has is written down once for all of a speaker's claims, and copied."""
    if speakers is None or claim.speaker is None:
        return {"version": VERSION} | _fields(claim) | {"parent": parent}
    fields = _fields(attrs.evolve(claim, speaker=None)) | {"speaker": dict(speakers[claim.speaker])}
    return {"version": VERSION} | fields | {"parent": parent}


def _fields(value: Claim | Speaker) -> dict[str, Any]:
    return attrs.asdict(value, filter=_not_parent, value_serializer=_plain)


def _parent(parent: Claim | None, numbers: Mapping[Claim, int]) -> int | dict[str, Any] | None:
    if parent is None:
        return None
    return numbers[parent] if parent in numbers else to_dict(parent)


def _not_parent(field: "attrs.Attribute[Any]", _value: object) -> bool:
    return field.name != "parent"


def _plain(_instance: object, _field: object, value: Any) -> Any:  # noqa: ANN401  # attrs hands over any value
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
