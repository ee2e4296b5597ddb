"""Linking: which names of a text are forms of one name."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.surnames import agree_inside, forenamed, titled
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import Name, fold
from quoteattr.speakers.phrases.words import SpeakerWords

MOST: Final = 20  # candidates that are looked at for one name
PAIR: Final = 2
SHORTEST: Final = 4  # letters of a word that is cut short
SPELLED: Final = 6  # letters of a surname that may be misspelled


def _ends(entity: Entity, name: Name) -> bool:
    """Whether a longer name ends with all words of one without a title: "Ben Amor" for Leila Ben Amor."""
    size = len(name.words)
    return name.full and not name.title and len(entity.words) > size and entity.words[-size:] == name.words


class NameIndex:
    """The entities named so far, by first and last word of their names, and by a surname before the last.

    Args:
        words: The language's words.
    """

    __slots__ = (
        *("words", "by_words", "by_first", "by_last", "by_surname", "by_set", "by_sound", "acronyms"),
        *("_initials", "_uninitialled"),
    )

    def __init__(self, words: SpeakerWords) -> None:
        self.words = words
        self.by_words: dict[tuple[str, ...], Entity] = {}
        self.by_first: dict[str, list[Entity]] = {}
        self.by_last: dict[str, list[Entity]] = {}
        self.by_surname: dict[str, list[Entity]] = {}
        self.by_set: dict[frozenset[str], list[Entity]] = {}
        self.by_sound: dict[str, list[Entity]] = {}
        self.acronyms: dict[str, list[Entity]] = {}
        self._initials: dict[str, list[Entity]] = {}
        self._uninitialled: list[tuple[Entity, Name]] = []  # labels ask for initials, and few texts have any

    def add(self, entity: Entity, name: Name) -> None:
        """Adds an entity under its fullest name."""
        words = name.words
        self.by_words[words] = entity
        if not name.full:
            return
        self.by_first.setdefault(words[0], []).append(entity)
        self.by_last.setdefault(words[-1], []).append(entity)
        if name.kind is ORGANISATION:
            for told in (words, words[1:]) if name.nation else (words,):  # "US Department of Justice"
                self.by_set.setdefault(self._set(told), []).append(entity)
            for initials in self._abbreviated(name):
                self.acronyms.setdefault(initials, []).append(entity)
            return
        self._uninitialled.append((entity, name))
        self._add_person(entity, name)
        if len(words[-1]) >= SPELLED:
            self.by_sound.setdefault(self._sound(words[-1]), []).append(entity)

    def _sound(self, word: str) -> str:
        """A surname without its vowels and doubled letters, by which a misspelling is told: "Buckmann", "Bockman"."""
        if len(word) < SPELLED:
            return ""
        vowels = self.words.sets["names", "vowels"]
        return word[0] + "".join([a for a, b in pairwise(f"{word[1:]} ") if a != b and a not in vowels])

    def _add_person(self, entity: Entity, name: Name) -> None:
        """Adds an entity under what else a person's surname may be, and under the initials of an office: "the DA"."""
        words, office = name.words, name.titled.rpartition(" ")[2]
        if office in self.words.sets["names", "initials"]:
            self.acronyms.setdefault(office.casefold(), []).append(entity)
        particle, hyphen, tail = name.text.split()[-1].partition("-")
        if hyphen and particle.lower() in self.words.particles:  # "al-Rashid", "Rashid"
            self.by_last.setdefault(fold(tail), []).append(entity)
        elif hyphen and tail[:1].isupper():  # "Okoro-Hale", "Hale"
            self.by_surname.setdefault(fold(tail), []).append(entity)
        if len(words) > PAIR:
            if len(words[-PAIR]) > 1:
                self.by_surname.setdefault(words[-PAIR], []).append(entity)
            for spelled, word in zip(name.text.split()[1:-1], words[1:-1], strict=False):
                if not spelled[0].isalnum():
                    self.by_first.setdefault(word, []).append(entity)

    def _set(self, words: tuple[str, ...]) -> frozenset[str]:
        """The words of a body's name without those that join them: "Ministry of Health", "Health Ministry"."""
        return frozenset(words) - self.words.sets["names", "joiners"]

    def _abbreviated(self, name: Name) -> frozenset[str]:
        """How a body's name may be abbreviated: "DFT", "DfT" and "DT" for "Department for Transport", "GHBank"."""
        words = name.text.split()
        while len(words) > PAIR and words[-1] in self.words.company:
            words.pop()
        joiners = self.words.sets["names", "joiners"]
        capitals = [word[0] for word in words if word[0].isupper() and word.lower() not in joiners]
        further = capitals[1:] if words[0] in self.words.nations else capitals
        spelled = ["".join(capitals), "".join(further), "".join([word[0] for word in words])]
        spelled.append("".join([*capitals[:-1], words[-1]]))
        joint = next((at for at, word in enumerate(words) if word in self.words.sets["determiners", "coordinators"]), 0)
        shorter = "".join([word[0] for word in words[:joint] if word[0].isupper()])  # "CDC", "and Prevention" left out
        spelled += [shorter, shorter[1:]] if len(shorter) > PAIR and words[0] in self.words.nations else [shorter]
        return frozenset([one.casefold() for one in spelled if len(one) > 1])

    def with_initials(self, label: str) -> Sequence[Entity]:
        """Those people whose names have initials."""
        for entity, name in self._uninitialled:
            self._initials.setdefault("".join([word[0] for word in name.words]).upper(), []).append(entity)
        self._uninitialled.clear()
        return self._initials.get(label, ())

    def put(self, entity: Entity, name: Name) -> None:
        """Adds a name of an entity, unless another has it already."""
        if name.words in self.by_words:
            return
        if entity.words == name.words:
            self.add(entity, name)
        elif not name.title:  # "Mr. Novak" tells nothing of whom "Novak" means
            self.by_words[name.words] = entity

    def candidates(self, name: Name) -> tuple[Entity, ...]:
        """The entities that a name may be a form of; the name itself is not yet among them."""
        exact = self.by_words.get(name.words)
        gender = name.gender if name.full or name.title else ""  # a surname may look like a given name
        if exact is not None and (name.full or exact.fits(gender)):
            return (exact,)
        found = self._longer(name) if name.full else self._single(name)
        return titled(name, [e for e in dict.fromkeys(found) if e.fits(gender) or _ends(e, name)]) if found else ()

    def _longer(self, name: Name) -> list[Entity]:
        words, size = name.words, len(name.words)
        nation = self.words.nations.get(name.text.split()[0]) if size == PAIR and words[-1] in self.acronyms else None
        if nation:  # "the Chinese CDC"
            return [e for e in self.acronyms[words[-1]][:MOST] if e.nation in ("", nation)]
        last = self.by_last.get(words[-1], ())[:MOST]
        if name.kind is ORGANISATION:
            found = [e for e in last if e.words[-size:] == words and not self._inside(e.words, size)]
            return found or self._begun(words) or self.by_set.get(self._set(words), []) or self._cut_short(words)
        bodies = self._begun(words) if name.kind is None and not name.given and not name.title else []
        named = [e for e in last if e.may_be_person()]
        if name.text.split()[0].lower() in self.words.particles:
            return bodies or [e for e in named if e.words[-size:] == words]
        alike = [e for e in named if self._same_given(name, e) and agree_inside(words, e.words)]
        return bodies or alike or [e for e in named if e.words[-size:] == words] or self._without_last(words)

    def _inside(self, words: tuple[str, ...], size: int) -> bool:
        """Whether the last words of a body's name are those of another body: "Board of the | Lenz Bank"."""
        sets, before = self.words.sets, words[:-size]
        while before and before[-1] in sets["determiners", "definite"]:
            before = before[:-1]
        return bool(before) and before[-1] in sets["names", "joiners"]

    def _without_last(self, words: tuple[str, ...]) -> list[Entity]:
        """The people whose names have some words before the last: "Ana Soto" for "Ana Lucia Soto Vega"."""
        first = [e for e in self.by_first.get(words[0], ())[:MOST] if e.words[0] == words[0]]
        inside = [e for e in first if [word for word in e.words[:-1] if word in words] == [*words]]
        return [e for e in inside if e.kind is PERSON and e.may_be_person()]

    def _cut_short(self, words: tuple[str, ...]) -> list[Entity]:
        """The bodies whose names are some words but for the end of the last: "Krell Tech" for "Krell Technologies"."""
        *begun, last = words
        found = [e for e in self.by_first.get(words[0], ())[:MOST] if [*e.words[:-1]] == begun]
        found = [e for e in found if e.kind is ORGANISATION and len(min(last, e.words[-1], key=len)) >= SHORTEST]
        return [e for e in found if last.startswith(e.words[-1]) or e.words[-1].startswith(last)]

    def _begun(self, words: tuple[str, ...]) -> list[Entity]:
        """The bodies whose names begin with some words that may stand for them: "Lenz Center for Law"."""
        joiners = self.words.sets["names", "joiners"]
        found = [e for e in self.by_first.get(words[0], ())[:MOST] if e.words[: len(words)] == words]
        return [e for e in found if self._company(e) or e.words[len(words)] in joiners]

    def _single(self, name: Name) -> list[Entity]:
        word = name.words[0]
        if word in self.acronyms:
            return self.acronyms[word][:MOST]
        if word not in self.by_last and word not in self.by_first and word not in self.by_surname:
            return self._spelled_otherwise(name)
        people = [e for e in self.by_last.get(word, ())[:MOST] if e.may_be_person()]
        if name.place:  # "Indonesia" is not "Garuda Indonesia", but "London" may be Jack London
            people = [e for e in people if e.kind is PERSON]
        elif not people and not name.given:
            people = [e for e in self.by_surname.get(word, ())[:MOST] if e.may_be_person()]
        first = [e for e in self.by_first.get(word, ())[:MOST] if e.may_be_person()]
        if name.title in self.words.sets["names", "forenamed"]:
            return forenamed(self.words, name, first, people)
        if not people and name.title and name.kind is PERSON:  # "Ms Ana"
            people = first
        return people or self._by_first(name)

    def _spelled_otherwise(self, name: Name) -> list[Entity]:
        """Whose initials a word is, or whose surname but for its vowels."""
        if name.text.isupper():
            return list(self.with_initials(name.text)) if len(name.text) > PAIR else []
        found = [] if name.place or name.given else self.by_sound.get(self._sound(name.words[0]), [])
        return found if len(found) == 1 else []

    def _by_first(self, name: Name) -> list[Entity]:
        """The entities whose name a single word begins."""
        word = name.words[0]
        seat = name.text in self.words.seats or name.text in self.words.nations or name.text in self.words.capitals
        if name.given or (name.place and not seat and self.words.given.get(name.text)):
            return [e for e in self.by_first.get(word, ())[:MOST] if e.may_be_person()]
        if name.place:
            return []
        if name.text.lower().rpartition("-")[2] in self.words.body_words:  # "the Sun-Herald"
            found = [*self.by_last.get(word, ())[:MOST], *self.by_first.get(word, ())[:MOST]]
            return [e for e in found if e.kind is ORGANISATION]
        found = [e for e in self.by_first.get(word, ())[:MOST] if self._company(e)]
        if not found and name.kind is None:  # "Alva", "Alva Krell"
            found = [e for e in self.by_first.get(word, ())[:MOST] if e.may_be_person()]
        elif not found and name.text.isupper() and len(word) > PAIR:  # "KNU", "KNU Te Oro Wai"
            found = [e for e in self.by_first.get(word, ())[:MOST] if len(e.words) > PAIR and e.kind is None]
        return found if len(found) == 1 else []

    def _company(self, entity: Entity) -> bool:
        """Whether the first words of a body's name may stand for it: "Krell" for "Krell & Sons"."""
        if entity.kind is not ORGANISATION or entity.place:
            return False
        words, (first, second, *_) = self.words, entity.name.split()
        if second in words.company or second in words.sets["names", "ampersands"]:
            return True
        common = first.lower() in words.body_words or first in words.sets["names", "adjectives"]
        known = first in words.nations or first in words.places or first in words.capitals
        return not common and not known and entity.name.split()[-1].lower() in words.body_words

    def _same_given(self, name: Name, entity: Entity) -> bool:
        """Whether the first words agree: alike, a short form, or an initial."""
        one, two = name.text.split()[0], entity.name.split()[0]
        if fold(one) == fold(two):
            return True
        if len(fold(one)) == 1 or len(fold(two)) == 1:
            return fold(one)[0] == fold(two)[0]
        short = self.words.nicknames
        return two in short.get(one, ()) or one in short.get(two, ())
