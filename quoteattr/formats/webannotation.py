"""Claims as W3C Web Annotations (JSON-LD), anchored by position and by quotation."""

from collections.abc import Iterator, Sequence
from typing import Any

from quoteattr.claim import Claim
from quoteattr.text.span import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32
_TAGS = ("kind", "attitude", "polarity", "realis")


def to_annotations(text: str, claims: Sequence[Claim], *, source: str = "urn:quoteattr:text") -> list[dict[str, Any]]:
    """One annotation for each claim, by the Web Annotation Data Model of 2017.

    The target is the content, a resource for each piece, each with a TextPositionSelector (code points) and a
    TextQuoteSelector. The bodies are the speaker's name (purpose identifying), the source and the cue as stretches of
    the same text (purpose linking and highlighting), the readable content (purpose describing), and kind, attitude,
    polarity and realis as tags.

    Args:
        text: The text.
        claims: Its claims.
        source: The IRI of the document that holds the text. An annotation's own ends in ``#claim-1`` …

    Returns:
        The annotations, each whole by itself.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> (annotation,) = to_annotations(text, extract(text), source="https://example.org/pact")
        >>> annotation["id"], annotation["target"][0]["selector"][0]["start"]
        ('https://example.org/pact#claim-1', 10)
    """
    base = source.partition("#")[0]
    return [
        {
            "@context": CONTEXT,
            "id": f"{base}#claim-{number}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": list(_bodies(text, claim, source)),
            "target": [_resource(text, span, source) for span in claim.content],
        }
        for number, claim in enumerate(claims, 1)
    ]


def _bodies(text: str, claim: Claim, source: str) -> Iterator[dict[str, Any]]:
    if claim.speaker:
        yield _textual("identifying", claim.speaker.name)
    if claim.source:
        yield {**_resource(text, claim.source, source), "purpose": "linking"}
    if claim.cue:
        yield {**_resource(text, claim.cue, source), "purpose": "highlighting"}
    yield _textual("describing", claim.text)
    for name in _TAGS:
        yield _textual("tagging", f"{name}:{getattr(claim, name).value}")


def _textual(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _resource(text: str, span: Span, source: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": span.text}
    around = {"prefix": text[max(0, span.start - _AROUND) : span.start], "suffix": text[span.end : span.end + _AROUND]}
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            quote | {name: value for name, value in around.items() if value},
        ],
    }
