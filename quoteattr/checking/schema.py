"""The JSON Schema of a comparison's result, made from the types themselves; the published file is what `build` gives.

``python -m quoteattr.checking.schema > quoteattr/checking/verification.schema.json`` writes the file anew.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from quoteattr.checking.json import VERSION
from quoteattr.checking.verification import Verification
from quoteattr.formats.schema import described

_FILE = Path(__file__).with_name("verification.schema.json")


@cache
def _published() -> str:
    return _FILE.read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """The published JSON Schema (draft 2020-12) of what `to_dict` gives; a finding's is ``#/$defs/Finding``.

    Example:
        >>> schema()["$defs"]["Finding"]["properties"]["severity"]["enum"]
        ['high', 'medium', 'low']
    """
    found: dict[str, Any] = json.loads(_published())
    return found


def build() -> dict[str, Any]:
    """The schema as the types have it now."""
    definitions: dict[str, Any] = {}
    result = described(Verification, definitions)
    result["properties"]["version"] = {"const": VERSION, "description": "Version of this schema."}
    definitions["Claim"]["properties"]["parent"] = {
        "description": "The claim in whose content this one stands.",
        "anyOf": [{"type": "null"}, {"$ref": "#/$defs/Claim"}],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:quoteattr:verification:{VERSION}",
        "title": "What quoteattr found when it compared a text with its source",
        **result,
        "required": ["version", *result["required"]],
        "$defs": dict(sorted(definitions.items())),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(build(), indent=2) + "\n")
