"""Names: what the words of a name tell, its titles taken off."""

from quoteattr.speakers.phrases.kinds import DOCUMENT, ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import Name, folded, no_name, place
from quoteattr.speakers.phrases.name_words import NameWords, is_address, is_numbered
from quoteattr.speakers.phrases.words import plain

PAIR = 2
LONGEST_NATION = 4
LONGEST_ACRONYM = 6
LONGEST_STATE = 3  # letters: "USA" is no dateline


class NameReader(NameWords):
    """Reads names in one language.

    Args:
        words: The language's words.
    """

    def read(self, run: tuple[str, ...]) -> Name:
        """What the words of a run tell."""
        listed = self._listed(run)
        if listed is not None:
            return listed
        return self._word(run, run[0]) if len(run) == 1 else self._words_of(run)

    def called(self, word: str) -> Name:
        """What a given name alone tells, where it is somebody’s and no place’s or body’s: "Charlotte"."""
        gender = self.gender(word)
        name = Name(word, folded((word,)), gender=gender if gender in ("f", "m") else "", kind=PERSON)
        name.given = True
        return name

    def _word(self, run: tuple[str, ...], word: str) -> Name:
        """What a word alone tells."""
        low, gender = plain(word), self.gender(word)
        if word.isupper() and word in self._words.sets["affiliations", "fields"]:  # "GPS"
            return no_name(run)
        title = self.is_title(word) and word not in self._words.sets["names", "initials"]
        short = 1 < len(word) <= LONGEST_ACRONYM and word.isupper() and not title
        if not gender and (short or is_address(word)):
            return Name(word, folded(run), kind=ORGANISATION)
        if low in self._common and self._is_role(low, named=bool(gender)):
            return self._nominal(run, 0, "")
        if low in self._words.sets["bodies", "capitalised"] and not word.isupper():  # "the | Company"
            return self._nominal(run, 0, "")
        kind = PERSON if word in self._words.sets["names", "people"] else None
        name = Name(word, folded(run), gender=gender if gender in ("f", "m") else "", kind=kind)
        name.given = bool(gender)
        return name

    def _is_role(self, low: str, *, named: bool) -> bool:
        """Whether a word in lower case is a title or role; what may be a given name too is a title only."""
        words = self._words
        return low in words.titles or (not named and (low in words.roles or words.singulars.get(low) in words.roles))

    def _words_of(self, run: tuple[str, ...]) -> Name:
        """What several words tell."""
        surely = run[-1].lower() in self._words.sets["names", "surely"]  # "Lund Health Department"
        for size in (3, 2) if len(run) > PAIR and not surely else ():  # "the Novak White House"
            if len(run) > size and self._words.seats.get(" ".join(run[-size:])):
                return self.read(run[-size:])
        short = run[-1].isupper() or (run[0].isupper() and len(run[0]) > PAIR)
        called = self.gender(run[0]) or plain(run[0]) in self._words.sets["names", "courtesies"]  # "Hon. Brandt, MP"
        governed = run[-PAIR].lower() in self._words.sets["names", "joiners"]  # "U.S. Department of | Justice"
        if short and run[-1].lower() in self._words.roles and not called and not governed:
            return self._nominal(run, len(run) - 1, self._nation(run[:-1])[0])  # "Labour MP", "BBC Director"
        if run[-1].lower() in self._documents:
            return Name(" ".join(run), folded(run), kind=DOCUMENT)
        if self._body(run) or self.is_pursuit(run[0], run[-1]) or is_numbered(run[-1]) or self.begins_body(run):
            return Name(" ".join(run), folded(run), nation=self._nation(run)[0], kind=ORGANISATION)
        end = self._suffixes(run)
        nation, start = self._nation(run[:end])
        skip = self._titles(run, start, end)
        if self._all_title(run, start, end) or (skip > start and self._goes_on(run, skip, end)):
            return self._nominal(run, start, nation)
        if start and skip == start and not self._tells(run, start, end):
            skip, nation = 0, ""
        return self._person(run, (min(skip, start), skip, end), nation)

    def _tells(self, run: tuple[str, ...], start: int, end: int) -> bool:
        """Whether a nation before a name only tells whose its bearer is: "Swiss | Ana Brandt"."""
        adjective = " ".join(run[:start]) not in self._words.countries
        return self.is_title(run[start - 1]) or (adjective and end - start >= PAIR and bool(self.gender(run[start])))

    def _listed(self, run: tuple[str, ...]) -> Name | None:
        """The name of what a list of places, nations or outlets has, a word that is no name, and a thing’s name."""
        text, words = " ".join(run), self._words
        spelled = text.title() if len(text) > LONGEST_STATE and text.isupper() else text  # "LIMA (AP) - "
        if text in self._known or spelled in self._known:
            if text in self._bodies:
                return Name(text, folded(run), kind=ORGANISATION)
            if text in words.nations and text not in words.countries:
                return no_name(run, words.nations[text])
            nation = words.seats.get(spelled) or words.nations.get(spelled) or words.capitals.get(spelled) or ""
            if nation or spelled in words.seats or spelled in words.places:
                return place(run, nation)
        if len(run) == 1:
            return no_name(run) if self._is_no_name(text) else None
        if run[-1].lower() in words.sets["names", "things"]:
            return no_name(run)  # "Lenz API"
        return place(run) if self._in_place(run) and self._inner.isdisjoint(run) else None

    def _is_no_name(self, text: str) -> bool:
        """Whether a capitalised word alone is no name: a determiner, a day, "European"."""
        low = plain(text)
        if low in self._common and (low in self._words.calendar or text.lower() in self._words.determiners):
            return True
        return text in self._adjectives

    def _in_place(self, run: tuple[str, ...]) -> bool:
        """Whether words end in the name of a place, and name a part of it: "Port Lisbon"."""
        words, last = self._words, run[-1]
        if last not in self._known or (last not in words.places and last not in words.capitals):
            return False
        return not self.gender(run[0]) and run[0].lower() not in self._words.bodies and not any(map(self.is_title, run))

    def _suffixes(self, run: tuple[str, ...]) -> int:
        end, suffixes = len(run), self._words.suffixes
        while end > 1 and run[end - 1] in suffixes:
            end -= 1
        return end

    def _body(self, run: tuple[str, ...]) -> bool:
        """Whether a run names a body by its last word or by the word before "of"."""
        first, last = run[0], run[-1]
        if last.lower() in self._words.body_words:
            if last.lower() in self._words.sets["names", "surely"]:
                return True  # "Martin Centre"
            if len(run) > PAIR:
                return not (self.is_title(run[-PAIR - 1]) and self.gender(run[-PAIR]))  # "Sen. Ana Mills"
            return not (self._abbreviated(first) or self.gender(first) in ("f", "m"))  # "Mr. Brewer"
        return len(run) > PAIR and not self._inner.isdisjoint(run[1:-1]) and not self._introduces(run)

    def _introduces(self, run: tuple[str, ...]) -> bool:
        """Whether a body's name is followed by a title with a person's full name: "Bank of Lund Chair | Ana Brandt"."""
        for at in range(len(run) - PAIR, 0, -1):
            if run[at] in self._inner:
                return False
            named = self.gender(run[at]) or run[at] in self._words.surname_first  # "Bank of Lund Chair | Choi Jin-ho"
            if named and self.is_title(run[at - 1]):
                return True
        return False

    def _nation(self, run: tuple[str, ...]) -> tuple[str, int]:
        """The nation that a run begins with, and how many words tell it."""
        if run[0] in self._words.nation_openers:
            for length in range(min(LONGEST_NATION, len(run) - 1), 0, -1):
                nation = self._words.nations.get(" ".join(run[:length]))
                if nation:
                    return nation, length
        return "", 0

    def _titles(self, run: tuple[str, ...], start: int, end: int) -> int:
        """Where the name proper begins, titles left out."""
        for at in range(end - 2, start - 1, -1):
            if not self.is_title(run[at]):
                continue
            if self.gender(run[at]) and (at + PAIR >= end or plain(run[at]) not in self._words.title_heads):
                continue  # "Duke Ellington", "President | Nana Akua Boateng"
            if run[at] in self._words.surname_first and at + PAIR >= end and not self.gender(run[at + 1]):
                continue  # "Fan Mengyao", but not "Son | John"
            if at == start + 1 and at + PAIR == end and self._may_be_given(run[start]):  # "Ana Bishop Lee"
                return start
            return at + 1
        return start

    def _may_be_given(self, word: str) -> bool:
        """Whether a word before a title is rather a given name than a place or a part of the title."""
        return bool(self.gender(word)) and word not in self._words.places and plain(word) not in self._words.title_words

    def _all_title(self, run: tuple[str, ...], start: int, end: int) -> bool:
        """Whether words are a title and no name: "Prime Minister"."""
        if plain(run[end - 1]) not in self._common:
            return False
        words = self._words
        bare = [plain(word) for word in run[start:end]]
        first, last = bare[0], bare[-1]
        if " ".join(bare) in words.titles:
            return True
        if self.gender(run[start]):
            return False
        if len(bare) == 1:
            return first in words.roles or words.singulars.get(first) in words.roles
        told = words.singulars.get(last) in words.roles or last in words.sets["affiliations", "portfolios"]
        told = told or (
            self.is_title(run[end - 1])
            and all(
                word in words.title_words or word in words.roles or spelled in words.places
                for word, spelled in zip(bare, run[start:end], strict=True)
            )
        )
        return told and first not in self._honorifics

    def _goes_on(self, run: tuple[str, ...], skip: int, end: int) -> bool:
        """Whether what follows a title is a part of it too: "Deputy | News Director"."""
        if self._abbreviated(run[skip - 1]) or not self.is_title(run[end - 1]):
            return False
        return not any(map(self.gender, run[skip:end]))

    def _nominal(self, run: tuple[str, ...], start: int, nation: str) -> Name:
        return no_name(run, nation, " ".join([plain(word) for word in run[start:]]))

    def _person(self, run: tuple[str, ...], at: tuple[int, int, int], nation: str) -> Name:
        start, skip, end = at
        first = self.gender(run[skip])
        gender = self._title_gender(run[:skip]) if skip else ""
        if not gender and first in ("f", "m") and self._given_first(run, skip):
            gender = first
        name = Name(
            " ".join([*run[skip:end], *(word for word in run[end:] if word in self._generations)]),
            folded(run[skip:end]),
            title=self._office(run[start:skip]),
            gender=gender,
            nation=nation,
            kind=PERSON if (skip and not self._may_be_firm(run, skip, end)) or (first and end - skip > 1) else None,
        )
        name.skip, name.titled, name.given = skip, " ".join(run[:skip]), bool(first)
        return name

    def _may_be_firm(self, run: tuple[str, ...], skip: int, end: int) -> bool:
        """Whether a word alone that is no given name follows what bodies are called too: "Promoter | Krell"."""
        both = self._words.sets["bodies", "enterprises"]
        return end - skip == 1 and plain(run[skip - 1]) in both and not self.gender(run[skip])

    def _office(self, titles: tuple[str, ...]) -> str:
        """Titles in lower case, those of courtesy behind an office left out: "Energy Minister Dr"."""
        words = [plain(word) for word in titles]
        while len(words) > 1 and words[-1] in self._words.sets["names", "courtesies"]:
            words.pop()
        return " ".join(words)

    def _given_first(self, run: tuple[str, ...], skip: int) -> bool:
        return len(run) - skip > 1 or not skip or self._words.titles.get(plain(run[0])) != "u"

    def _title_gender(self, titles: tuple[str, ...]) -> str:
        """The gender that titles tell, as a whole or by one of their words."""
        words = [plain(word) for word in titles]
        for text in (" ".join(words), *words):
            gender = self._words.titles.get(text) or self._words.roles.get(text) or ""
            if gender in ("f", "m"):
                return gender
        return ""
