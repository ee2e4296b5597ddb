"""A name: what the words of one tell."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from quoteattr.claim import SpeakerKind
from quoteattr.speakers.phrases.kinds import ORGANISATION


class Name:
    """A run of capitalised words, read.

    Args:
        text: The name proper, as it is written.
        words: Its words, folded for comparing; suffixes left out.
        title: The title, in lower case; empty where there is none.
        gender: f, m or empty.
        nation: The nation that its words tell.
        kind: What it names, where its words tell.

    Attributes:
        skip: How many words stand before it: nation and titles.
        titled: The words before the name, as written.
        nominal: Whether it is all title, as in "Prime Minister": a description, no name.
        place: Whether it is the name of a place.
        given: Whether its first word is a given name.
        full: Whether it has a given name and a surname, or more.
        form: What it has in common with its other spellings: its words, and for a surname the kind of its title.
        rank: How well it is spelled, the best the least: not all in capitals, and with a title.
    """

    __slots__ = (
        *("text", "words", "skip", "title", "titled", "gender", "nation", "kind", "nominal", "place", "given"),
        *("full", "form", "rank"),
    )

    def __init__(
        self,
        text: str,
        words: tuple[str, ...],
        *,
        title: str = "",
        gender: str = "",
        nation: str = "",
        kind: SpeakerKind | None = None,
    ) -> None:
        self.text, self.words, self.title, self.gender = text, words, title, gender
        self.nation, self.kind, self.titled, self.skip = nation, kind, "", 0
        self.nominal = self.place = self.given = False
        self.full = len(words) > 1
        self.form = words, "" if self.full else gender + title[:1]
        self.rank = 2 * (text.isupper() and len(text) > 1) + (not title)


def bare(word: str) -> str:
    """A word without accents.

    Example:
        >>> bare("Óscar")
        'Oscar'
    """
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """A word without case, accents and marks.

    Example:
        >>> fold("O’Déa")
        'odea'
    """
    folded = word.casefold()
    if not folded.isascii():
        folded = bare(folded)
    return folded if folded.isalnum() else "".join([c for c in folded if c.isalnum()]) or folded


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Words without case, accents and marks."""
    return tuple(map(fold, words))


def no_name(run: tuple[str, ...], nation: str = "", title: str = "") -> Name:
    """What is all title, or names nobody."""
    name = Name(" ".join(run), folded(run), title=title, nation=nation)
    name.nominal = True
    return name


def place(run: tuple[str, ...], nation: str = "") -> Name:
    """The name of a place."""
    name = Name(" ".join(run), folded(run), nation=nation, kind=ORGANISATION)
    name.place = True
    return name


def shortens(short: str, name: Name) -> bool:
    """Whether letters are initials of a name, with all that are capitals: "DfT" for "Department for Transport"."""
    words = name.text.split()
    capitals = "".join([word[0] for word in words if word[0].isupper()]).casefold()
    return _within(capitals, short.casefold()) and _within(short.casefold(), "".join([w[0] for w in words]).casefold())


def _within(part: str, whole: str) -> bool:
    """Whether letters stand in others in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)
