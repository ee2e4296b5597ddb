"""Known people and bodies in JSON lines, one a line."""

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from quoteattr.claim import Gender, Known, SpeakerKind

NAME, IDENTIFIER = ("name", "label"), ("identifier", "id")
GENDERS = {
    "f": Gender.FEMALE,
    "female": Gender.FEMALE,
    "Q6581072": Gender.FEMALE,
    "Q1052281": Gender.FEMALE,
    "m": Gender.MALE,
    "male": Gender.MALE,
    "Q6581097": Gender.MALE,
    "Q2449503": Gender.MALE,
}
"""The genders that pronouns tell, by word and by their items in Wikidata; any other tells nothing."""


def read_known(path: str | PathLike[str]) -> tuple[Known, ...]:
    r"""The known people and bodies of a file of JSON lines, as `extract` takes them.

    Each line is an object. It has a `name` (or `label`), and may have an `identifier` (or `id`), lists of `aliases` and
    `titles`, a `gender` ("female", "male", or an item of Wikidata) and a `kind`. Other keys, such as a description, are
    left alone, so that an export of Wikidata can be read as it is.

    Args:
        path: The file, in UTF-8.

    Raises:
        OSError: The file cannot be read.
        ValueError: A line is no such object; the message names file, line and key.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder, "people.jsonl")
        ...     _ = path.write_text('{"id": "Q42", "label": "Ana Brandt", "aliases": ["Iron Ana"]}\n')
        ...     (brandt,) = read_known(path)
        >>> brandt.name, brandt.aliases, brandt.identifier
        ('Ana Brandt', ('Iron Ana',), 'Q42')
    """
    found = []
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 text (byte {error.start})") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_known(line, f"{path}: line {number}"))
    return tuple(found)


def _known(line: str, place: str) -> Known:
    try:
        entry = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{place}: no JSON ({error})") from error
    if not isinstance(entry, dict):
        raise ValueError(f"{place}: expected an object")  # noqa: TRY004  # the file is wrong, not the call
    name = _text(entry, NAME, place)
    if not name:
        raise ValueError(f"{place}: no name")
    kind = _text(entry, ("kind",), place) or SpeakerKind.PERSON
    if kind not in list(SpeakerKind):
        raise ValueError(f"{place}: kind: {kind!r} is none of {', '.join(SpeakerKind)}")
    gender = _text(entry, ("gender",), place)
    return Known(
        name,
        aliases=_texts(entry, "aliases", place),
        titles=_texts(entry, "titles", place),
        gender=GENDERS.get(gender.rpartition("/")[2]) if gender else None,
        identifier=_text(entry, IDENTIFIER, place),
        kind=SpeakerKind(kind),
    )


def _text(entry: Mapping[str, Any], keys: tuple[str, ...], place: str) -> str | None:
    """The string under the first key that an entry has; None where it has none, or null."""
    for key in keys:
        value = entry.get(key)
        if value is not None:
            if isinstance(value, str):
                return value.strip() or None
            if key in IDENTIFIER and isinstance(value, int):
                return str(value)
            raise ValueError(f"{place}: {key}: expected a string")
    return None


def _texts(entry: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    """The strings in a list under a key; a string alone is a list of one."""
    value = entry.get(key) or ()
    value = [value] if isinstance(value, str) else value
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{place}: {key}: expected a list of strings")
    return tuple(one.strip() for one in value if one.strip())
