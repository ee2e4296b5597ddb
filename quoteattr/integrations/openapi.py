"""The OpenAPI description of the service, around the published schemas of claims and comparisons."""

import json

from quoteattr import __version__
from quoteattr.checking import schema as comparison
from quoteattr.formats import schema as claim
from quoteattr.formats.json import VERSION

_TEXT = {"type": "string"}
_ARTICLES = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}]}


def description(size: int, seconds: float) -> dict[str, object]:
    """The OpenAPI 3.1 document.

    Args:
        size: How many bytes a body may have.
        seconds: How long a request may take.

    Example:
        >>> sorted(description(1000, 5)["paths"])
        ['/claims', '/verify']
    """
    told = f"Claims of a text, and a text against its sources. At most {size} bytes and {seconds:g} seconds a request."
    claims = {"version": {"const": VERSION}, "claims": {"type": "array", "items": _reference("ListedClaim")}}
    pair = {"summary": _TEXT, "article": _ARTICLES}
    return {
        "openapi": "3.1.0",
        "info": {"title": "quoteattr", "version": __version__, "description": told},
        "paths": {
            "/claims": _path("The claims of a text", {"text": _TEXT}, _object(claims)),
            "/verify": _path("What a summary says that its source does not", pair, _reference("Verification")),
        },
        "components": {"schemas": _schemas() | {"Error": _object({"error": _TEXT})}},
    }


def _schemas() -> dict[str, object]:
    """The published schemas with their definitions by name; the parent of a listed claim may be a number."""
    found = {"ListedClaim": claim.schema(), "Verification": comparison.schema()}
    for name in list(found):
        found = {**found[name].pop("$defs"), **found}
        found[name] = {key: value for key, value in found[name].items() if key not in ("$schema", "$id")}
    written = json.dumps(found).replace('"#/$defs/', '"#/components/schemas/')
    whole: dict[str, object] = json.loads(written.replace('{"$ref": "#"}', json.dumps(_reference("ListedClaim"))))
    return whole


def _path(told: str, fields: dict[str, object], result: dict[str, object]) -> dict[str, object]:
    refusal = {"description": "What was wrong with the request", **_content(_reference("Error"))}
    body = {"required": True, **_content(_object(fields))}
    return {
        "post": {
            "summary": told,
            "requestBody": body,
            "responses": {"200": {"description": told, **_content(result)}, "4XX": refusal, "503": refusal},
        }
    }


def _object(properties: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _content(schema: dict[str, object]) -> dict[str, object]:
    return {"content": {"application/json": {"schema": schema}}}


def _reference(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}"}
