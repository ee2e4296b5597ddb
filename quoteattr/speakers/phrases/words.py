"""The words of a language that tell who speaks, in the form in which the sieves ask for them."""

from collections.abc import Iterable, Mapping
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.language.inflection import third
from quoteattr.language.language import Language
from quoteattr.language.tables import words as strings

PERSONS, NUMBERS, GENDERS = "123", "spb", "fmnu"
CODE = 3  # letters: one of each

Lists = Mapping[str, Mapping[str, tuple[str, ...]]]
SMALL = 2  # letters


class Pronoun:
    """What a pronoun says of whom it means.

    Args:
        person: 1, 2 or 3.
        number: s, p, or b for both.
        gender: f, m, n for a thing or body, u where it says nothing.
    """

    __slots__ = ("gender", "number", "person")

    def __init__(self, person: str, number: str, gender: str) -> None:
        self.person, self.number, self.gender = person, number, gender


class SpeakerWords:
    """The words of a language that tell who speaks; every key is in lower case but for names.

    Args:
        language: The language.

    Attributes:
        given: Gender of each given name.
        surname_first: Surnames that stand before the given name.
        nicknames: Full forms of each short given name.
        suffixes: What may follow a name.
        particles: Lower-case words inside names.
        titles: Gender of each title, also of more than one word.
        ranks: Titles of rank, as they are written: "General".
        title_words: Every word of the titles.
        title_heads: Every word that a title may end with.
        roles: Gender of each noun for a person, singular.
        bodies: Number of each noun for a body, singular.
        documents: Nouns for documents, singular.
        singulars: Singular of each plural of a role, body or document.
        company: Endings of company names.
        body_words: Words that a body's name may end with.
        outlets: News outlets.
        platforms: Networks that carry what others post.
        seats: Nation of each place that stands for a government or body.
        places: Towns and regions.
        nations: Nation of each country's name, adjective and capital.
        countries: Each name of a country.
        capitals: Nation of each capital.
        nation_openers: The first words of what names a nation.
        calendar: Words of the calendar.
        pronouns: Pronouns and possessives.
        sets: The other lists, by table and key.
        hypernyms: The roles that a general noun may stand for.
        parties: Nouns for those who belong to a party, and the letters that stand for them.
        determiners: Words that begin a description.
        fillers: Words of a description that tell nothing of whom it means.

    Raises:
        LanguageError: A table cannot be read; the message names file and key.
    """

    __slots__ = (
        *("given", "surname_first", "nicknames", "suffixes", "particles", "titles", "ranks", "title_words"),
        *("title_heads", "roles", "bodies", "documents", "singulars", "company", "body_words", "outlets", "platforms"),
        *("seats", "places", "nations", "countries", "capitals", "nation_openers", "calendar", "pronouns"),
        *("sets", "hypernyms", "parties", "determiners", "fillers"),
    )

    def __init__(self, language: Language) -> None:
        lists, table = language.lists, language.tables["speakers"]
        place = f"{language.code}/speakers.toml"
        self.sets = {
            (name, key): frozenset(strings(value, f"{place}: {name}.{key}"))
            for name, part in table.items()
            if name not in ("pronouns", "hypernyms", "patterns")
            for key, value in part.items()
        }
        self.pronouns = {w: _pronoun(w, code, f"{place}: pronouns.{w}") for w, code in table["pronouns"].items()}
        self.hypernyms = {w: frozenset(strings(v, f"{place}: hypernyms.{w}")) for w, v in table["hypernyms"].items()}
        parties = self.sets["roles", "parties"]
        self.parties = parties.union(*(self.hypernyms.get(one, ()) for one in parties))
        definite = self.sets["determiners", "definite"]
        self.determiners = definite | self.sets["determiners", "indefinite"] | self.sets["determiners", "further"]
        self.fillers = definite | self.sets["roles", "modifiers"] | self.sets["determiners", "pairing"]
        self._read_people(lists)
        self._read_bodies(lists)
        self.nations, self.countries, self.capitals = _nations(language.tables["nations"])
        self.nation_openers = frozenset(name.split(" ")[0] for name in self.nations)
        self.seats = {name: "" if nation == "-" else nation for name, (nation,) in lists["seats"].items()}
        self.places = frozenset(lists["places"])
        self.calendar = frozenset(plain(word) for word in lists["time_words"])
        self.singulars = _singulars(lists["roles"], (*self.bodies, *self.documents))

    def _read_people(self, lists: Lists) -> None:
        """Reads the names, titles and roles of people."""
        self.given = {name: gender for name, (gender,) in lists["given_names"].items()}
        self.surname_first = frozenset(lists["surname_first"])
        self.nicknames = {short: frozenset(full.split("/")) for short, (full,) in lists["nicknames"].items()}
        self.suffixes, self.particles = frozenset(lists["name_suffixes"]), frozenset(lists["particles"])
        self.titles = {plain(title): gender for title, (gender, *_) in lists["titles"].items()}
        self.ranks = frozenset(title for title, (_, *kind) in lists["titles"].items() if kind == ["rank"])
        self.title_words = frozenset(plain(w) for title in lists["titles"] for w in title.split(" ") if w[0].isupper())
        self.title_heads = frozenset(plain(_head(title)) for title in lists["titles"])
        self.roles = {role.lower(): gender for role, (gender, _) in lists["roles"].items()}
        self.roles |= dict.fromkeys(self.sets["roles", "further"], "u")

    def _read_bodies(self, lists: Lists) -> None:
        """Reads the nouns and names of bodies and documents."""
        self.bodies = {body.lower(): number for body, (number,) in lists["organisations"].items()}
        self.bodies |= dict.fromkeys(self.sets["bodies", "further"], "s")
        self.documents = frozenset(word.lower() for word in lists["documents"])
        self.company, self.outlets = frozenset(lists["company_suffixes"]), frozenset(lists["outlets"])
        self.platforms = frozenset(lists["platforms"])
        company = {word.lower() for word in self.company}
        self.body_words = frozenset(self.bodies) | frozenset(lists["name_bodies"]) | company


def plain(word: str) -> str:
    """A word in lower case without a last period."""
    return word.lower().rstrip(".") or word


def _head(title: str) -> str:
    """The word of a title that says what it is: "Secretary" of "Secretary of State"."""
    found = ""
    for word in title.split(" "):
        if word[0].islower():
            break
        found = word
    return found or title


def _pronoun(word: str, code: str, place: str) -> Pronoun:
    fits = len(code) == CODE and code[0] in PERSONS and code[1] in NUMBERS and code[2] in GENDERS
    if not fits:
        raise LanguageError(f"{place}: {word!r} is no person, number and gender")
    return Pronoun(*code)


def _singulars(roles: Mapping[str, tuple[str, ...]], others: Iterable[str]) -> dict[str, str]:
    found = {_plural(word.lower()): word.lower() for word in others}
    for role, (_, plural) in roles.items():
        found[(plural or _plural(role)).lower()] = role.lower()
    return found


def _plural(word: str) -> str:
    return third(word.partition(" ")[0])


def _nations(table: Mapping[str, Any]) -> tuple[dict[str, str], frozenset[str], dict[str, str]]:
    found: dict[str, str] = {}
    countries: set[str] = set()
    capitals: dict[str, str] = {}
    for entry in table["nation"]:
        name = entry["name"]
        countries |= {name, *entry["aliases"]}
        for word in (name, *entry["aliases"], *entry["adjectives"]):
            found.setdefault(word, name)
        if entry["capital"]:
            capitals.setdefault(entry["capital"], name)
    return found, frozenset(countries), capitals


def initials(role: str) -> str:
    """The first letters of a role's words, small words left out: "pm" for "prime minister"."""
    return "".join([word[0] for word in role.split() if len(word) > SMALL])
