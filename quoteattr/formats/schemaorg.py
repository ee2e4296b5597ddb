"""Claims as schema.org JSON-LD: a Quotation for what is verbatim, a Claim for what is told."""

from collections.abc import Sequence
from typing import Any

from quoteattr.claim import Claim, Kind, Polarity, Realis, Speaker, SpeakerKind

CONTEXT = "https://schema.org"
_TYPES = {SpeakerKind.PERSON: "Person", SpeakerKind.AUTHOR: "Person", SpeakerKind.DOCUMENT: "CreativeWork"}


def to_schemaorg(claims: Sequence[Claim], *, source: str = "urn:quoteattr:text") -> dict[str, Any]:
    """The article as a graph of its quotations and claims.

    schema.org has no word for a denial or for something that was not said. Claims whose polarity is negative or whose
    realis is not actual are therefore left out, as a reader of the graph would take them for assertions.

    Args:
        claims: The claims of a text.
        source: The article's IRI.

    Example:
        >>> from quoteattr import extract
        >>> graph = to_schemaorg(extract("Sato said that the pact would last."), source="https://example.org/pact")
        >>> graph["@graph"][1]["@type"], graph["@graph"][1]["text"], graph["@graph"][1]["author"]["name"]
        ('Claim', 'the pact would last', 'Sato')
    """
    told = [claim for claim in claims if claim.polarity is Polarity.POSITIVE and claim.realis is Realis.ACTUAL]
    article = {"@id": source, "@type": "Article"}
    return {"@context": CONTEXT, "@graph": [article, *(_node(claim, source) for claim in told)]}


def _node(claim: Claim, source: str) -> dict[str, Any]:
    direct = claim.kind is Kind.DIRECT
    node: dict[str, Any] = {"@type": "Quotation" if direct else "Claim", "text": claim.text}
    node["isPartOf" if direct else "appearance"] = {"@id": source}
    if claim.speaker:
        speaker = _speaker(claim.speaker)
        spoken = direct and speaker["@type"] != "CreativeWork"  # a report is nobody's character
        node["spokenByCharacter" if spoken else "isBasedOn" if speaker["@type"] == "CreativeWork" else "author"] = (
            speaker
        )
    return node


def _speaker(speaker: Speaker) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": _TYPES.get(speaker.kind, "Organization"), "name": speaker.name}
    if speaker.aliases:
        node["alternateName"] = list(speaker.aliases)
    if speaker.titles and node["@type"] == "Person":
        node["jobTitle"] = list(speaker.titles)
    return node
