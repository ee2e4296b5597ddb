"""Claims as the JSON of Citron, the BBC's quote extractor, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from quoteattr.claim import Claim, Cue, Kind, Source, SourceForm
from quoteattr.text.span import Span


def to_citron(text: str, claims: Sequence[Claim]) -> dict[str, Any]:
    """A document in Citron's annotation format, with the speakers as coreference groups.

    Citron's quotes have a cue and a source each. Claims that lack one of them are left out, as are the fields that it
    has no place for: kind, attitude, polarity, realis.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> to_citron(text, extract(text))["quotes"][0]["cue"]
        {'start': 5, 'end': 9, 'text': 'said'}
    """
    speakers = dict.fromkeys(claim.speaker for claim in claims if claim.speaker)
    groups = [[_span(mention) for mention in speaker.mentions] for speaker in speakers]
    return {
        "text": text,
        "quotes": [_quote(number, claim) for number, claim in enumerate(claims, 1) if claim.cue and claim.source],
        "coreference_groups": [group for group in groups if group],
    }


def from_citron(data: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims of a document in Citron's format: content, cue and source; other fields keep their defaults.

    Raises:
        ValueError: A span's offsets and text do not agree, or the text of the document is another there.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> [(str(claim.source), str(claim.cue)) for claim in from_citron(to_citron(text, extract(text)))]
        [('Sato', 'said')]
    """
    return tuple(_claim(data["text"], quote) for quote in data["quotes"])


def _quote(number: int, claim: Claim) -> dict[str, Any]:
    quote: dict[str, Any] = {
        "id": str(number),
        "cue": None if claim.cue is None else _span(claim.cue),
        "sources": [] if claim.source is None else [_span(claim.source)],
        "contents": [_span(span) for span in claim.content],
    }
    return quote if claim.confidence is None else quote | {"confidence": claim.confidence}


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _claim(text: str, quote: Mapping[str, Any]) -> Claim:
    content = tuple(Span(*_checked(text, span)) for span in quote["contents"])
    sources = [Source(*_checked(text, span), form=SourceForm.NOMINAL) for span in quote["sources"]]
    start, end, words = _checked(text, quote["cue"])
    return Claim(
        content=content,
        text=" ".join(span.text for span in content),
        cue=Cue(start, end, words, lemma=words.lower(), frame=""),
        source=sources[0] if sources else None,
        kind=Kind.INDIRECT,
    )


def _checked(text: str, span: Mapping[str, Any]) -> tuple[int, int, str]:
    start, end, words = span["start"], span["end"], span["text"]
    if text[start:end] != words:
        raise ValueError(f"span [{start}, {end}): the text has {text[start:end]!r}, not {words!r}")
    return start, end, words
