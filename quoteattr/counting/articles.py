"""Articles that are counted, and what of their claims is: little enough to travel between processes."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import attrs

from quoteattr.claim import Claim, Gender, Kind, Realis, SpeakerKind

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=[T ]|$)")
_WORD = re.compile(r"\w+")
_TELLING = 5
"""How many words a quotation must have to be known again: of “Yes” and “No comment” there are many."""


@attrs.frozen
class Article:
    """A text that is counted, with where and when it stood.

    Args:
        text: The text.
        outlet: The paper or programme.
        date: The day, as a date or as text; of ISO 8601 text with a time the day counts.
        name: What it is called where a repeated quotation's places are told; by default its number, counted from 1.
    """

    text: str
    outlet: str | None = None
    date: dt.date | str | None = None
    name: str | None = None

    @property
    def day(self) -> str | None:
        """The day as text, by ISO 8601 where that can be told."""
        if self.date is None:
            return None
        value = self.date.isoformat() if isinstance(self.date, dt.date) else str(self.date).strip()
        return found.group() if (found := _DAY.match(value)) else value or None


def article(given: str | Article | Mapping[str, Any]) -> Article:
    """What the caller gave, as an article.

    Raises:
        TypeError: It is no string, article or mapping with a text.

    Example:
        >>> article({"text": "It rained.", "outlet": "Courier", "words": 2})
        Article(text='It rained.', outlet='Courier', date=None, name=None)
    """
    if isinstance(given, str):
        return Article(given)
    if isinstance(given, Mapping):
        kept = {field.name: given[field.name] for field in attrs.fields(Article) if _is_there(given.get(field.name))}
        given = Article(**{"text": None, **kept})
    if not isinstance(given, Article):
        raise TypeError(f"an article must be a string, an Article or a mapping, not {type(given).__name__}")
    if not isinstance(given.text, str):
        raise TypeError(f"an article's text must be a string, not {type(given.text).__name__}")
    return given


def _is_there(value: object) -> bool:
    """Whether a cell holds something: data frames write what is missing as a number that does not equal itself."""
    return value is not None and value == value  # noqa: PLR0124


class Who(NamedTuple):
    """What is counted of a speaker."""

    name: str
    kind: SpeakerKind
    gender: Gender | None
    identifier: str | None
    named: bool

    @property
    def key(self) -> tuple[str, str]:
        """What the same speaker has in every article."""
        return (self.identifier, "") if self.identifier is not None else (self.name.casefold(), self.kind)


class Note(NamedTuple):
    """What is counted of a claim.

    Args:
        who: Its speaker.
        kind: Its kind.
        realis: Its realis.
        anonymous: Whether the text keeps the source's name back.
        text: Its readable text, where its quotation can be known again; else nothing.
        words: The words of that quotation with the last one of the speaker's name, which papers shorten.
    """

    who: Who | None
    kind: Kind
    realis: Realis
    anonymous: bool
    text: str
    words: str


def noted(claims: Iterable[Claim]) -> tuple[Note, ...]:
    """What is counted of a text's claims."""
    return tuple(_note(claim) for claim in claims)


def _note(claim: Claim) -> Note:
    speaker = claim.speaker
    who = None
    if speaker is not None:
        who = Who(speaker.name, speaker.kind, speaker.gender, speaker.identifier, speaker.named)
    words = _WORD.findall(" ".join(span.text for span in claim.quoted).casefold())
    telling = len(words) >= _TELLING
    surname = speaker.name.casefold().split()[-1:] if speaker else []
    return Note(
        who,
        claim.kind,
        claim.realis,
        claim.source is not None and claim.source.anonymous,
        claim.text if telling else "",
        " ".join([*words, *surname]) if telling else "",
    )
