"""Entities: everyone whom a text names, each under the fullest form of the name."""

from quoteattr.claim import Gender, SpeakerKind
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import Name


class Entity:
    """A person or body, as it is put together.

    Args:
        name: The fullest form of the name, or a description.
        words: The folded words of that name.
        kind: What it is, where anything shows it.
        plural: Whether it is more than one.
        named: Whether `name` is a name and no description.
        place: Whether it is a place.

    Attributes:
        members: Those that it is made of.
        gender: f, m or empty.
        nation: The nation that it belongs to or speaks for.
        indefinite: Whether it is only described, and brought in with an indefinite article.
        titles: Titles as written, in text order.
        aliases: Other names as written, in text order.
        roles: What it is said to be: each role, in lower case, and the words that say so.
        seat: The word behind its name that tells where it has a title: "Senator Ana Brandt of | Vermont".
        owner: Whose it is, for a role such as "lawyer".
        kin: Whether the text brings it in as somebody's relative.
        affiliation: The body that it belongs to or speaks for.
        author: Whose a document is, as the text describes them.
        spans: Offsets of what was resolved to it.
        identifier: The caller's own.
    """

    __slots__ = (
        *("name", "words", "kind", "gender", "nation", "plural", "named", "place", "indefinite", "titles", "aliases"),
        *("roles", "owner", "kin", "affiliation", "members", "author", "seat", "spans", "identifier"),
    )

    def __init__(
        self,
        name: str,
        words: tuple[str, ...] = (),
        *,
        kind: SpeakerKind | None = None,
        plural: bool = False,
        named: bool = True,
        place: bool = False,
    ) -> None:
        self.name, self.words, self.kind = name, words, kind
        self.plural, self.named, self.place = plural, named, place
        self.members: tuple[Entity, ...] = ()
        self.gender, self.nation, self.author, self.seat, self.indefinite = "", "", "", "", False
        self.titles: dict[str, None] = {}
        self.aliases: dict[str, None] = {}
        self.roles: dict[str, str] = {}
        self.owner: Entity | None = None
        self.kin = False
        self.affiliation: Entity | None = None
        self.spans: set[tuple[int, int]] = set()
        self.identifier: str | None = None

    def take(self, name: Name) -> None:
        """Adds what a form of its name tells."""
        telling = name.full or bool(name.title) or name.words == self.words
        if telling and name.gender in ("f", "m") and not self.gender:
            self.gender = name.gender
        if name.nation and not self.nation:
            self.nation = name.nation
        if name.titled:
            self.titles.setdefault(name.titled)
        if name.title:
            self.roles.setdefault(name.title, name.titled)
        if name.kind is not None and self.kind is None:
            self.kind = name.kind

    def bear(self, name: Name) -> None:
        """Takes a form of its name as written, with what it tells."""
        self.take(name)
        text = name.text
        if name.kind is ORGANISATION and self._is_cut_short(name.words):
            text, self.name, self.words = self.name, name.text, name.words
        if text != self.name:
            self.aliases.setdefault(text)

    def _is_cut_short(self, words: tuple[str, ...]) -> bool:
        """Whether some words go on where the last of its own ends: "Krell Tech" for "Krell Technologies"."""
        alike = len(self.words) == len(words) > 1 and self.words[:-1] == words[:-1] and self.words != words
        return alike and words[-1].startswith(self.words[-1])

    def may_be_person(self) -> bool:
        """Whether nothing says that it is no single person."""
        kind = self.kind
        return (kind is None or kind is PERSON) and not self.plural and not self.place

    def is_thing(self) -> bool:
        """Whether it is described by a noun that no list of people, bodies or documents has."""
        return self.kind is None and self.likely_kind() is DOCUMENT

    def likely_kind(self) -> SpeakerKind:
        """The kind of what nothing shows it of: full names are people's, single words bodies', and nouns things'."""
        if self.named:
            return PERSON if len(self.words) > 1 or self.gender else ORGANISATION
        return GROUP if self.plural else DOCUMENT

    def fits(self, gender: str) -> bool:
        """Whether it may be of a gender; an unknown one clashes with none."""
        own = self.gender
        return not own or own == gender or gender not in ("f", "m")


GENDER_OF = {"f": Gender.FEMALE, "m": Gender.MALE}
