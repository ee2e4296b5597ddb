"""Counts of claims."""

from collections import Counter
from enum import StrEnum
from typing import Any

import attrs

from quoteattr.claim import Gender, Kind, Realis, SpeakerKind

UNKNOWN = "unknown"
Row = dict[str, str | int | float | None]


@attrs.frozen
class Counts:
    """How many claims there are of each sort.

    A quotation that was counted in one article is not counted again in another: it is one of `repeats`.

    Args:
        articles: How many articles there are.
        claims: How many claims, each quotation once.
        repeats: How many claims only repeat a quotation.
        kinds: The claims by kind.
        realis: The claims by realis.
        speakers: The claims by the kind of their speaker; None where the speaker is not known.
        genders: The claims of people by gender; None where no article shows it.
        anonymous: How many claims have a source whose name the text keeps back.
    """

    articles: int = 0
    claims: int = 0
    repeats: int = 0
    kinds: Counter[Kind] = attrs.field(factory=Counter)
    realis: Counter[Realis] = attrs.field(factory=Counter)
    speakers: Counter[SpeakerKind | None] = attrs.field(factory=Counter)
    genders: Counter[Gender | None] = attrs.field(factory=Counter)
    anonymous: int = 0

    @property
    def anonymous_share(self) -> float | None:
        """The share of claims whose source's name is kept back, from 0 to 1; None where there are no claims."""
        return self.anonymous / self.claims if self.claims else None

    def share(self, gender: Gender | str) -> float | None:
        """The share that a gender has in the claims of people whose gender is known, from 0 to 1.

        Returns:
            The share; None where there are no such claims. Tell how many are unknown beside it.
        """
        known = sum(count for found, count in self.genders.items() if found is not None)
        return self.genders[Gender(gender)] / known if known else None

    def row(self) -> dict[str, int]:
        """The counts as one flat row, a number for each value."""
        return {
            "articles": self.articles,
            "claims": self.claims,
            "repeats": self.repeats,
            **_flat(self.kinds, Kind),
            **_flat(self.realis, Realis),
            **_flat(self.speakers, SpeakerKind),
            f"speaker_{UNKNOWN}": self.speakers[None],
            **_flat(self.genders, Gender),
            f"gender_{UNKNOWN}": self.genders[None],
            "anonymous": self.anonymous,
        }


def _flat(counted: Counter[Any], values: type[StrEnum]) -> dict[str, int]:
    return {value.value: counted[value] for value in values}
