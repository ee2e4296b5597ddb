"""Claims as a task of Label Studio: the text, with the claims as a prediction that annotators correct."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from statistics import fmean
from typing import Any

from quoteattr.claim import Attitude, Claim, Kind, Polarity, Realis
from quoteattr.formats.marks import Role
from quoteattr.formats.regions import FIELDS, RELATIONS, Region, regions

_VALUES: tuple[type[StrEnum], ...] = (Kind, Attitude, Polarity, Realis)


def _configuration() -> Iterator[str]:
    yield "<View>"
    yield '  <Labels name="role" toName="text">'
    yield from (f'    <Label value="{role.value}"/>' for role in Role if role is not Role.VERBATIM)
    yield "  </Labels>"
    yield "  <Relations>"
    yield from (f'    <Relation value="{name}"/>' for name in RELATIONS)
    yield "  </Relations>"
    yield '  <Text name="text" value="$text" granularity="word"/>'
    for name, values in zip(FIELDS, _VALUES, strict=True):
        shown = f'perRegion="true" whenTagName="role" whenLabelValue="{Role.CONTENT.value}"'
        yield f'  <Choices name="{name}" toName="text" choice="single" {shown}>'
        yield from (f'    <Choice value="{value.value}"/>' for value in values)
        yield "  </Choices>"
    yield "</View>"


CONFIGURATION = "\n".join(_configuration()) + "\n"
"""The labeling configuration of a project that takes these tasks."""


def to_labelstudio(text: str, claims: Sequence[Claim], *, name: str = "text") -> dict[str, Any]:
    """A task with one prediction.

    Regions are labelled with the part that they play; kind, attitude, polarity and realis are choices at the contents.
    Relations lead from a claim's first content to its source, cue, addressee and circumstances, to its further
    contents and to its parent's content. Offsets are code points, as Label Studio counts them. Scores are the
    confidence of claims.

    Args:
        text: The text.
        claims: Its claims.
        name: The document's name, for ``data``.

    Returns:
        The task. A project takes it with the labeling configuration `CONFIGURATION`.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> task = to_labelstudio(text, extract(text))
        >>> task["predictions"][0]["result"][0]["value"]
        {'start': 10, 'end': 34, 'text': 'that the pact would last', 'labels': ['content']}
    """
    found, related = regions(claims)
    result = [each for region in found for each in _region(region)]
    result += [
        {
            "type": "relation",
            "from_id": _id(relation.head),
            "to_id": _id(relation.tail),
            "direction": "right",
            "labels": [relation.name],
        }
        for relation in related
    ]
    scores = [claim.confidence for claim in claims if claim.confidence is not None]
    prediction = {"model_version": "quoteattr", "result": result}
    return {
        "data": {"text": text, "name": name},
        "predictions": [prediction | ({"score": fmean(scores)} if scores else {})],
    }


def _region(region: Region) -> Iterator[dict[str, Any]]:
    """The region with its label, and for a content the choices at the same place."""
    place = {"start": region.span.start, "end": region.span.end, "text": region.span.text}
    common = {"id": _id(region), "to_name": "text"}
    score = {} if region.claim.confidence is None else {"score": region.claim.confidence}
    yield common | {
        "from_name": "role",
        "type": "labels",
        "value": {**place, "labels": [region.role.value]},
        **score,
    }
    if region.role is Role.CONTENT:
        for name in FIELDS:
            value = {**place, "choices": [getattr(region.claim, name).value]}
            yield common | {"from_name": name, "type": "choices", "value": value}


def _id(region: Region) -> str:
    return f"{region.role.value}-{region.number}"
