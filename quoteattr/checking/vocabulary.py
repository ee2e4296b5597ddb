"""Vocabulary: what the words of a language mean to a comparison."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from quoteattr.checking.spelling import Spelling
from quoteattr.checking.stems import Stems
from quoteattr.language.inflection import Form, Verb
from quoteattr.language.language import Language
from quoteattr.once import once


class Operator(StrEnum):
    """What a word does to the clause that it reaches."""

    NEGATION = "negation"
    DENIAL = "denial"
    DOUBT = "doubt"
    QUESTION = "question"
    CONDITION = "condition"
    HYPOTHESIS = "hypothesis"
    HEARSAY = "hearsay"
    HEDGE = "hedge"
    INTENTION = "intention"
    OBLIGATION = "obligation"
    UNSAID = "unsaid"
    NEUTRAL = "neutral"
    BELIEVING = "believing"
    FACTIVE = "factive"
    ABOUT = "about"
    UNDER = "under"
    OVER = "over"


class Unit(NamedTuple):
    """What numbers are counted in.

    Args:
        name: Its name.
        kind: What it measures.
        size: How many of the smallest unit of its kind it is.
    """

    name: str
    kind: str
    size: float


Entries = Mapping[str, Sequence[tuple[tuple[str, ...], Operator]]]
SHARE = "share"
_FINITE = (Form.THIRD, Form.PAST)


class Vocabulary:
    """The words of one language, as a comparison asks for them.

    Args:
        language: The language.
    """

    def __init__(self, language: Language) -> None:
        table = language.tables["checking"]
        self._language, self._table = language, table
        self.spelling = Spelling(language)
        self.stems = Stems(language, self.spelling)
        self.closed: Mapping[str, str] = {self.spelling.key(word): name for word, name in language.closed.items()}
        self.operators = self._entries({**table["operators"]}, {**table["verbs"]})
        self.rounding = self._entries(table["rounding"], {})
        phrases = {name: frozenset(map(self.spelling.key, words)) for name, words in table["phrases"].items()}
        self.doubted, self.denied = phrases["doubted"], phrases["denied"]
        self.complementisers = phrases["complementisers"]
        self.choices, self.deciding = phrases["choices"], phrases["deciding"]
        self.openers, self.joiners, self.contrasts = phrases["openers"], phrases["joiners"], phrases["contrasts"]
        self.own, self.generic = phrases["own"], phrases["generic"]

        self.scales: Mapping[str, float] = {word: float(value) for word, value in table["scales"].items()}
        self.fractions: Mapping[str, float] = {word: 100 * float(value) for word, value in table["fractions"].items()}
        self.inverting = phrases["inverting"]
        self.units: dict[str, tuple[Unit, ...]] = {}
        for name, (kind, size, *forms) in table["units"].items():
            for form in forms:
                key = "".join(self._keys(form))
                self.units[key] = (*self.units.get(key, ()), Unit(name, kind, float(size)))

    @cached_property
    def share(self) -> tuple[Unit, ...]:
        """The unit of percentages."""
        return next((units for units in self.units.values() if units[0].kind == SHARE), ())

    def plain(self, key: str) -> bool:
        """Whether a word only tells under what something is said."""
        return any(not rest for rest, _ in (*self.operators.get(key, ()), *self.rounding.get(key, ())))

    @cached_property
    def saying(self) -> frozenset[str]:
        """The forms of verbs of saying."""
        return frozenset(form for verb in self._table["phrases"]["saying"] for form, *_ in self._forms(verb))

    @cached_property
    def finite(self) -> frozenset[str]:
        """The forms of verbs that only a clause of its own has."""
        words = (verb.forms() for verb in self._language.verbs.values())
        return frozenset(self.spelling.key(word) for forms in words for form in _FINITE for word in forms[form])

    @cached_property
    def calendar(self) -> Mapping[str, str]:
        """The kind of each word that names a month or a day of the week."""
        kinds = ((word.rstrip("."), kind) for word, (kind,) in self._language.lists["time_words"].items())
        return {self.spelling.key(word): kind for word, kind in kinds if kind in ("month", "weekday")}

    @cached_property
    def nations(self) -> Mapping[str, str]:
        """What stands for each nation's name: itself, its adjectives and its other names, if they are one word."""
        found: dict[str, str] = {}
        for row in self._language.tables["nations"]["nation"]:
            name = self.spelling.key(row["name"])
            for word in (row["name"], *row["adjectives"], *row["aliases"]):
                found[self.spelling.key(word)] = name
        return found

    def operator(self, keys: Sequence[str], at: int, entries: Entries | None = None) -> tuple[Operator, int] | None:
        """The operator that begins at a word, and how many words it has; the longest entry counts."""
        for rest, operator in (self.operators if entries is None else entries).get(keys[at], ()):
            if not rest or tuple(keys[at + 1 : at + 1 + len(rest)]) == rest:
                return operator, 1 + len(rest)
        return None

    def _entries(self, plain: Mapping[str, Iterable[str]], verbs: Mapping[str, Iterable[str]]) -> Entries:
        found: dict[str, dict[tuple[str, ...], Operator]] = {}
        for name, words in (*verbs.items(), *plain.items()):
            for word in words:
                for first, *rest in self._forms(word) if name in verbs and word in verbs[name] else [self._keys(word)]:
                    found.setdefault(first, {})[tuple(rest)] = Operator(name)
        return {first: sorted(rests.items(), key=lambda pair: -len(pair[0])) for first, rests in found.items()}

    def _forms(self, words: str) -> Iterator[list[str]]:
        head, *rest = words.split(" ")
        verb = self._language.verbs.get(head, Verb(head))
        for form in dict.fromkeys(form for forms in verb.words() for form in forms):
            yield [*self._keys(form), *rest]

    def _keys(self, words: str) -> list[str]:
        return [key for word in words.split(" ") for key in self.spelling.keys(word)]


@once
def vocabulary_of(language: Language) -> Vocabulary:
    """The vocabulary of a language, made at its first use."""
    return Vocabulary(language)
