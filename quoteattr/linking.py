"""Linking: one speaker over several documents."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from quoteattr.claim import Claim, Speaker, SpeakerKind
from quoteattr.language.language import Language
from quoteattr.speakers.phrases.name import fold
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.readers import readers_of

PAIR = 2  # words of a full name


@attrs.frozen
class Linked:
    """One speaker over several documents.

    Args:
        name: The fullest name that any of the documents gives.
        identifier: The caller's own, for one of the known people and bodies.
        speakers: The speaker in each document that has it, with the document's number, counted from 0.
        claims: Its claims, each with its document's number, in order.
    """

    name: str
    identifier: str | None
    speakers: tuple[tuple[int, Speaker], ...]
    claims: tuple[tuple[int, Claim], ...]


def link(documents: Iterable[Sequence[Claim]], *, language: Language | str = "en") -> tuple[Linked, ...]:
    """The speakers of several documents, those that are one put together, in the order in which they first speak.

    Two speakers are one where they carry the same identifier; or where both have none, the same full name and kind, and
    no affiliation or gender that differs. A surname alone, a given name alone and a description join no two documents.

    Args:
        documents: The claims of each document, as `extract` gives them.
        language: The language that they were read in, or the code of one that ships with the library.

    Raises:
        LanguageError: There is no such language.

    Example:
        >>> from quoteattr import extract, link
        >>> first = extract("Mayor Ana Brandt said that the bridge was safe. “It is new,” Brandt said.")
        >>> second = extract("The bridge has to be shut, Ana Brandt said. Tom Hale said that it was safe.")
        >>> for one in link([first, second]):
        ...     print(one.name, [number for number, _ in one.claims])
        Ana Brandt [0, 0, 1]
        Tom Hale [1]
    """
    names = readers_of(Language.load(language) if isinstance(language, str) else language).names
    claims = [(number, claim) for number, found in enumerate(documents) for claim in found if claim.speaker is not None]
    groups: dict[tuple[object, ...], list[_Group]] = {}
    placed: dict[tuple[int, Speaker], _Group] = {}
    order: list[_Group] = []
    for number, speaker in dict.fromkeys((number, claim.speaker) for number, claim in claims if claim.speaker):
        several = groups.setdefault(_key(names, number, speaker), [])
        fitting = [group for group in several if group.fits(speaker)]
        if len(fitting) == 1:
            group = fitting[0]
        else:
            group = _Group()
            several.append(group)
            order.append(group)
        group.speakers.append((number, speaker))
        placed[number, speaker] = group
    for number, claim in claims:
        if claim.speaker is not None:
            placed[number, claim.speaker].claims.append((number, claim))
    return tuple(group.linked() for group in order)


class _Group:
    """Speakers that are one, while they are put together."""

    __slots__ = ("claims", "speakers")

    def __init__(self) -> None:
        self.speakers: list[tuple[int, Speaker]] = []
        self.claims: list[tuple[int, Claim]] = []

    def fits(self, speaker: Speaker) -> bool:
        """Whether nothing that is told of a speaker differs from what is told of the others."""
        if speaker.identifier is not None:
            return True
        return all(
            _agree(one.gender, speaker.gender) and _agree(_place(one.affiliation), _place(speaker.affiliation))
            for _, one in self.speakers
        )

    def linked(self) -> Linked:
        """The speaker that they are."""
        name = max((speaker.name for _, speaker in self.speakers), key=len)
        return Linked(name, self.speakers[0][1].identifier, tuple(self.speakers), tuple(self.claims))


def _key(names: NameReader, number: int, speaker: Speaker) -> tuple[object, ...]:
    """What two speakers have in common that may be one; of those who never join another it holds the document."""
    if speaker.identifier is not None:
        return ("identifier", speaker.identifier)
    words = tuple(_words(speaker.name))
    body = speaker.kind is not SpeakerKind.PERSON and (names.is_known(speaker.name) or speaker.name.isupper())
    if not speaker.named or (len(words) < PAIR and not body):
        return (number, speaker)
    return (speaker.kind, words)


def _words(name: str) -> Iterator[str]:
    return (fold(word) for word in name.split())


def _place(affiliation: str | None) -> tuple[str, ...] | None:
    return None if affiliation is None else tuple(_words(affiliation))


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other
