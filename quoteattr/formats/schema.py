"""The JSON Schema of a claim, made from the types themselves; the published file is what `build` gives.

``python -m quoteattr.formats.schema > quoteattr/formats/claim.schema.json`` writes the file anew.
"""

import json
import re
import sys
import types
from enum import Enum
from functools import cache
from inspect import cleandoc
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import attrs

from quoteattr.claim import Claim
from quoteattr.formats.json import VERSION
from quoteattr.formats.structure import alternatives, field_types

_FILE = Path(__file__).with_name("claim.schema.json")
_ARGUMENT = re.compile(r"^    (\w+): (.+(?:\n     +.+)*)", re.MULTILINE)
_COUNT = {"type": "integer", "minimum": 0}
_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


@cache
def _published() -> str:
    return _FILE.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of what `to_dict` gives.

    Example:
        >>> schema()["properties"]["kind"]["enum"]
        ['direct', 'indirect', 'mixed']
    """
    found: dict[str, Any] = json.loads(_published())
    return found


def build() -> dict[str, Any]:
    """The schema as the types have it now."""
    definitions: dict[str, Any] = {}
    claim = described(Claim, definitions)
    claim["properties"]["version"] = {"const": VERSION, "description": "Version of this schema."}
    claim["properties"]["number"] = {
        **_COUNT,
        "description": "Of a parent that is not in the list: what others refer to it by.",
    }
    claim["properties"]["parent"] = {
        "description": "The claim in whose content this one stands: its number, or the claim itself where it is not "
        "in the list and needed first.",
        "anyOf": [{"type": "null"}, _COUNT, {"$ref": "#"}],
    }
    definitions["Speaker"]["properties"]["number"] = {**_COUNT, "description": "What other claims refer to it by."}
    claim["properties"]["speaker"]["anyOf"].insert(1, {"$ref": "#/$defs/SpeakerReference"})
    definitions["SpeakerReference"] = {
        "type": "object",
        "description": "A speaker that stands at an earlier claim of the list.",
        "properties": {
            "ref": {**_COUNT, "description": "The speaker's number."},
            "name": {"type": "string", "description": "The speaker's name."},
        },
        "required": ["ref", "name"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quoteattr:claim:{VERSION}",
        "title": "A claim of quoteattr",
        **claim,
        "required": ["version", *claim["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


def described(owner: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of an attrs class; those of its fields' classes are put into `definitions`."""
    told = _descriptions(owner)
    hints = {name: hint for name, hint in field_types(owner).items() if (owner, name) != (Claim, "parent")}
    return {
        "type": "object",
        "description": cleandoc(owner.__doc__ or "").partition("\n")[0],
        "properties": {
            name: _schema(hint, definitions) | ({"description": told[name]} if name in told else {})
            for name, hint in hints.items()
        },
        "required": list(hints),
    }


def _descriptions(owner: type) -> dict[str, str]:
    """What the docstrings of a class and its bases tell of each field."""
    found: dict[str, str] = {}
    for base in reversed(owner.__mro__):
        pairs = _ARGUMENT.findall(cleandoc(base.__doc__ or "")) if attrs.has(base) else []
        found |= {name: " ".join(told.split()) for name, told in pairs}
    return found


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401  # a type form of any sort
    if get_origin(hint) in (Union, types.UnionType):
        return {"anyOf": [*(_schema(option, definitions) for option in alternatives(hint)), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if attrs.has(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = described(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, Enum):
        return {"enum": [item.value for item in hint]}
    return {"type": _SCALARS[hint]}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(build(), indent=2) + "\n")
