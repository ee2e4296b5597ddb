"""The words of a language that tell who speaks, in the form in which the sieves ask for them."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from quoteattr.errors import LanguageError
from quoteattr.language.inflection import third
from quoteattr.language.language import Language
from quoteattr.language.tables import words as strings

PERSONS, NUMBERS, GENDERS = "123", "spb", "fmnu"
CODE = 3  # letters: one of each


@attrs.frozen
class Pronoun:
    """What a pronoun says of whom it means.

    Args:
        person: 1, 2 or 3.
        number: s, p, or b for both.
        gender: f, m, n for a thing or body, u where it says nothing.
    """

    person: str
    number: str
    gender: str


@attrs.frozen(eq=False)
class SpeakerWords:
    """The words that tell who speaks; every key is in lower case but for names.

    Args:
        given: Gender of each given name.
        surname_first: Surnames that stand before the given name.
        nicknames: Full forms of each short given name.
        suffixes: What may follow a name.
        particles: Lower-case words inside names.
        titles: Gender of each title, also of more than one word.
        title_words: Every word of the titles.
        title_heads: Every word that a title may end with.
        roles: Gender of each noun for a person, singular.
        bodies: Number of each noun for a body, singular.
        documents: Nouns for documents, singular.
        singulars: Singular of each plural of a role, body or document.
        company: Endings of company names.
        body_words: Words that a body's name may end with.
        outlets: News outlets.
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
        determiners: Words that begin a description.
        fillers: Words of a description that tell nothing of whom it means.
    """

    given: Mapping[str, str]
    surname_first: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    suffixes: frozenset[str]
    particles: frozenset[str]
    titles: Mapping[str, str]
    title_words: frozenset[str]
    title_heads: frozenset[str]
    roles: Mapping[str, str]
    bodies: Mapping[str, str]
    documents: frozenset[str]
    singulars: Mapping[str, str]
    company: frozenset[str]
    body_words: frozenset[str]
    outlets: frozenset[str]
    seats: Mapping[str, str]
    places: frozenset[str]
    nations: Mapping[str, str]
    countries: frozenset[str]
    capitals: Mapping[str, str]
    nation_openers: frozenset[str]
    calendar: frozenset[str]
    pronouns: Mapping[str, Pronoun]
    sets: Mapping[tuple[str, str], frozenset[str]]
    hypernyms: Mapping[str, frozenset[str]]
    determiners: frozenset[str]
    fillers: frozenset[str]


def plain(word: str) -> str:
    """A word in lower case without a last period."""
    return word.lower().rstrip(".") or word


def words_of(language: Language) -> SpeakerWords:
    """The words of a language.

    Raises:
        LanguageError: A table cannot be read; the message names file and key.
    """
    lists, table = language.lists, language.tables["speakers"]
    place = f"{language.code}/speakers.toml"
    titles = {plain(title): gender for title, (gender, *_) in lists["titles"].items()}
    roles = {role.lower(): gender for role, (gender, _) in lists["roles"].items()}
    roles |= dict.fromkeys(strings(table["roles"]["further"], f"{place}: roles.further"), "u")
    bodies = {body.lower(): number for body, (number,) in lists["organisations"].items()}
    bodies |= dict.fromkeys(strings(table["bodies"]["further"], f"{place}: bodies.further"), "s")
    documents = frozenset(word.lower() for word in lists["documents"])
    sets = {
        (name, key): frozenset(strings(value, f"{place}: {name}.{key}"))
        for name, part in table.items()
        if name not in ("pronouns", "hypernyms", "patterns")
        for key, value in part.items()
    }
    company, definite = frozenset(lists["company_suffixes"]), sets["determiners", "definite"]
    nations, countries, capitals = _nations(language.tables["nations"])
    return SpeakerWords(
        given={name: gender for name, (gender,) in lists["given_names"].items()},
        surname_first=frozenset(lists["surname_first"]),
        nicknames={short: frozenset(full.split("/")) for short, (full,) in lists["nicknames"].items()},
        suffixes=frozenset(lists["name_suffixes"]),
        particles=frozenset(lists["particles"]),
        titles=titles,
        title_words=frozenset(plain(w) for title in lists["titles"] for w in title.split(" ") if w[0].isupper()),
        title_heads=frozenset(plain(_head(title)) for title in lists["titles"]),
        roles=roles,
        bodies=bodies,
        documents=documents,
        singulars=_singulars(lists["roles"], (*bodies, *documents)),
        company=company,
        body_words=frozenset(bodies) | frozenset(lists["name_bodies"]) | {word.lower() for word in company},
        outlets=frozenset(lists["outlets"]),
        seats={name: "" if nation == "-" else nation for name, (nation,) in lists["seats"].items()},
        places=frozenset(lists["places"]),
        nations=nations,
        countries=countries,
        capitals=capitals,
        nation_openers=frozenset(name.split(" ")[0] for name in nations),
        calendar=frozenset(plain(word) for word in lists["time_words"]),
        pronouns={w: _pronoun(w, code, f"{place}: pronouns.{w}") for w, code in table["pronouns"].items()},
        sets=sets,
        hypernyms={w: frozenset(strings(v, f"{place}: hypernyms.{w}")) for w, v in table["hypernyms"].items()},
        determiners=definite | sets["determiners", "indefinite"] | sets["determiners", "further"],
        fillers=definite | sets["roles", "modifiers"] | sets["determiners", "pairing"],
    )


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
