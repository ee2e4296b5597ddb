"""Names: what the words of a name tell, its titles taken off."""

import unicodedata
from functools import lru_cache

import attrs

from quoteattr.claim import SpeakerKind
from quoteattr.speakers.kinds import DOCUMENT, ORGANISATION, PERSON
from quoteattr.speakers.words import SpeakerWords, plain

LARGEST = 20_000  # names that are remembered
LONGEST_NATION = 3
LONGEST_ACRONYM = 6
LONGEST_STATE = 3  # letters: "USA" is no dateline


@attrs.define(eq=False)
class Name:
    """A run of capitalised words, read.

    Args:
        text: The name proper, as it is written.
        words: Its words, folded for comparing; suffixes left out.
        skip: How many words stand before it: nation and titles.
        title: The title, in lower case; empty where there is none.
        titled: The words before the name, as written.
        gender: f, m or empty.
        nation: The nation that its words tell.
        kind: What it names, where its words tell.
        nominal: Whether it is all title, as in "Prime Minister": a description, no name.
        place: Whether it is the name of a place.
        given: Whether its first word is a given name.
        full: Whether it has a given name and a surname, or more.
        form: What it has in common with its other spellings: its words, and for a surname the kind of its title.
        rank: How well it is spelled, the best the least: not all in capitals, and with a title.
    """

    text: str
    words: tuple[str, ...]
    skip: int = 0
    title: str = ""
    titled: str = ""
    gender: str = ""
    nation: str = ""
    kind: SpeakerKind | None = None
    nominal: bool = False
    place: bool = False
    given: bool = False
    full: bool = attrs.field(init=False)
    form: tuple[tuple[str, ...], str] = attrs.field(init=False)
    rank: tuple[bool, bool] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.full = len(self.words) > 1
        self.form = self.words, "" if self.full else self.gender + self.title[:1]
        self.rank = self.text.isupper() and len(self.text) > 1, not self.title


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
    return "".join(c for c in folded if c.isalnum()) or folded


class NameReader:
    """Reads names in one language, each spelling once: people who are in the news are in many texts.

    Args:
        words: The language's words.
    """

    def __init__(self, words: SpeakerWords) -> None:
        self._words = words
        self._memo: dict[tuple[str, ...], Name] = {}

    def read(self, run: tuple[str, ...]) -> Name:
        """What the words of a run tell."""
        found = self._memo.get(run)
        if found is None:
            found = self._read(run)
            if len(self._memo) < LARGEST:
                self._memo[run] = found
        return found

    def _read(self, run: tuple[str, ...]) -> Name:
        listed = self._listed(run)
        if listed is not None:
            return listed
        end = self._suffixes(run)
        for size in (3, 2):  # "the Novak White House"
            if len(run) > size and " ".join(run[-size:]) in self._words.seats:
                return self.read(run[-size:])
        if len(run) > 1 and run[-1].lower() in self._words.sets["names", "documents"]:
            return Name(" ".join(run), _folded(run), kind=DOCUMENT)
        if self._body(run):
            nation = self._nation(run)[0]
            return Name(" ".join(run), _folded(run), nation=nation, kind=ORGANISATION)
        nation, start = self._nation(run[:end])
        skip = self._titles(run, start, end)
        if skip == end or self._all_title(run, start, end):
            return self._nominal(run, start, nation)
        if skip == start and not self.is_title(run[start - 1]):
            skip, nation = 0, ""
        return self._person(run, (min(skip, start), skip, end), nation)

    def gender(self, word: str) -> str:
        """The gender of a given name: f, m, u for either, empty for no given name."""
        found = self._words.given.get(word)
        if found is None and word.isupper() and len(word) > 1:
            found = self._words.given.get(word.capitalize())
        if found is None and "-" in word:
            found = self._words.given.get(word.split("-", 1)[0])
        if found is None and not word.isascii():
            found = self._words.given.get(bare(word))
        return found or ""

    def is_title(self, word: str) -> bool:
        """Whether a title may end with the word."""
        bare = plain(word)
        return bare in self._words.title_heads or (word[:1].isupper() and bare in self._words.roles)

    def _listed(self, run: tuple[str, ...]) -> Name | None:
        text, words = " ".join(run), self._words
        if text in words.outlets:
            return Name(text, _folded(run), kind=ORGANISATION)
        if text in words.nations and text not in words.countries:
            return Name(text, _folded(run), nation=words.nations[text], nominal=True)
        spelled = text.title() if len(text) > LONGEST_STATE and text.isupper() else text  # "LIMA (AP) - "
        nation = words.seats.get(spelled) or words.nations.get(spelled) or words.capitals.get(spelled) or ""
        if nation or spelled in words.seats or spelled in words.places or self._place(run):
            return Name(text, _folded(run), nation=nation, kind=ORGANISATION, place=True)
        if len(run) == 1 and self._no_name(text):
            return Name(text, _folded(run), nominal=True)
        return None

    def _no_name(self, text: str) -> bool:
        """Whether a capitalised word alone is no name: a determiner, a day, "European"."""
        words = self._words
        if text.lower() in words.determiners or plain(text) in words.calendar:
            return True
        return text in words.sets["names", "adjectives"]

    def _place(self, run: tuple[str, ...]) -> bool:
        """Whether a run is the name of a place, or of a part of one: "Port Lisbon"."""
        words = self._words
        part = run[-1] in words.places or run[-1] in words.capitals
        return part and len(run) > 1 and not self.gender(run[0]) and not any(map(self.is_title, run))

    def _suffixes(self, run: tuple[str, ...]) -> int:
        end = len(run)
        while end > 1 and run[end - 1] in self._words.suffixes:
            end -= 1
        return end

    def _body(self, run: tuple[str, ...]) -> bool:
        """Whether a run names a body by its last word or by the word before "of"."""
        if len(run) == 2 and self._abbreviated(run[0]):  # noqa: PLR2004
            return False  # "Mr. Brewer"
        if len(run) == 1:
            acronym = run[0].isupper() and 1 < len(run[0]) <= LONGEST_ACRONYM
            return acronym and not self.gender(run[0]) and not self.is_title(run[0])
        if run[-1].lower() in self._words.body_words:
            return not (len(run) == 2 and self.gender(run[0]) in ("f", "m") and run[-1] not in self._words.company)  # noqa: PLR2004
        return any(
            word in self._words.sets["names", "joiners"] | self._words.sets["names", "ampersands"] for word in run[1:-1]
        )

    def _abbreviated(self, word: str) -> bool:
        """Whether a word is a courtesy title or the short form of a title."""
        return plain(word) in self._words.sets["names", "honorifics"] or (word.endswith(".") and self.is_title(word))

    def _nation(self, run: tuple[str, ...]) -> tuple[str, int]:
        """The nation that a run begins with, and how many words tell it."""
        for length in range(min(LONGEST_NATION, len(run) - 1), 0, -1):
            nation = self._words.nations.get(" ".join(run[:length]))
            if nation:
                return nation, length
        return "", 0

    def _titles(self, run: tuple[str, ...], start: int, end: int) -> int:
        """Where the name proper begins, titles left out."""
        last = start
        for at in range(start, end - 1):
            if self.is_title(run[at]):
                if self.gender(run[at]) and at + 2 >= end:
                    break
                last = at + 1
            elif self.gender(run[at]) and not self._belongs_to_title(run, at):
                break
        return last

    def _belongs_to_title(self, run: tuple[str, ...], at: int) -> bool:
        """Whether what may be a given name is a part of a title: "Virginia Governor"."""
        if plain(run[at]) in self._words.title_words:
            return True
        return run[at] in self._words.places and self.is_title(run[at + 1])

    def _all_title(self, run: tuple[str, ...], start: int, end: int) -> bool:
        words = self._words
        bare = [plain(word) for word in run[start:end]]
        if not bare:
            return True
        if " ".join(bare) in words.titles:
            return bare[0] not in words.sets["names", "honorifics"] or len(bare) == 1
        if self.gender(run[start]) or (len(bare) > 1 and bare[0] in words.sets["names", "honorifics"]):
            return False
        if words.singulars.get(bare[-1]) in words.roles or (len(bare) == 1 and bare[0] in words.roles):
            return True
        known = all(
            word in words.title_words or word in words.roles or spelled in words.places
            for word, spelled in zip(bare, run[start:end], strict=True)
        )
        return known and len(bare) > 1 and self.is_title(run[end - 1])

    def _nominal(self, run: tuple[str, ...], start: int, nation: str) -> Name:
        title = " ".join(plain(word) for word in run[start:])
        return Name(" ".join(run), _folded(run), title=title, nation=nation, nominal=True)

    def _person(self, run: tuple[str, ...], at: tuple[int, int, int], nation: str) -> Name:
        start, skip, end = at
        title = " ".join(plain(word) for word in run[start:skip])
        first = self.gender(run[skip])
        gender = self._title_gender(run[:skip])
        if not gender and first in ("f", "m") and self._given_first(run, skip):
            gender = first
        person = bool(skip) or (bool(first) and end - skip > 1)
        return Name(
            " ".join(run[skip:]),
            _folded(run[skip:end]),
            skip=skip,
            title=title,
            titled=" ".join(run[:skip]),
            gender=gender,
            nation=nation,
            kind=PERSON if person else None,
            given=bool(first),
        )

    def _given_first(self, run: tuple[str, ...], skip: int) -> bool:
        return len(run) - skip > 1 or not run[:skip] or self._words.titles.get(plain(run[0])) != "u"

    def _title_gender(self, titles: tuple[str, ...]) -> str:
        """The gender that titles tell, as a whole or by one of their words."""
        words = [plain(word) for word in titles]
        for text in (" ".join(words), *words):
            gender = self._words.titles.get(text) or self._words.roles.get(text) or ""
            if gender in ("f", "m"):
                return gender
        return ""


def _folded(run: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(word) for word in run)
