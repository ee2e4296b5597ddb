"""What a word of a name tells: a given name, a title, a place."""

from quoteattr.speakers.phrases.name import bare
from quoteattr.speakers.phrases.words import SpeakerWords, plain


class NameWords:
    """Tells what single words of names are.

    Args:
        words: The language's words.
    """

    def __init__(self, words: SpeakerWords) -> None:
        self._words, sets = words, words.sets
        self._honorifics, self._documents = sets["names", "honorifics"], sets["names", "documents"]
        # A word that stands in none of these lists need not be sought in each of them.
        self._common = words.title_words.union(
            [title.rpartition(" ")[2] for title in words.titles],
            *(words.title_heads, words.roles, words.singulars, words.calendar, words.determiners),
        )
        self._ranks = sets["names", "initials"]
        self._bodies = words.outlets | sets["names", "bodies"]
        self._known = self._bodies.union(words.nations, words.seats, words.capitals, words.places)
        self._adjectives, self._generations = sets["names", "adjectives"], sets["names", "generations"]
        self._inner = sets["names", "joiners"] | sets["names", "ampersands"] | sets["determiners", "coordinators"]

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

    def is_known(self, word: str) -> bool:
        """Whether a word is a place, nation or outlet."""
        return word in self._known

    def is_outlet(self, word: str) -> bool:
        """Whether a word alone is a news outlet."""
        return word in self._words.outlets

    def is_title(self, word: str) -> bool:
        """Whether a title may end with the word."""
        bare = plain(word)
        if bare not in self._common or len(word) == 1:  # "M. Lenz", but no "M J Lenz"
            return False
        if word.upper() in self._ranks and not word.isupper():  # "Md Rahim", but "Krell MD Ana Brandt"
            return False
        if bare in self._words.sets["names", "openers"]:  # "Royal Mail"
            return False
        if bare in self._words.particles and not word.isupper():  # "Lula da Silva"
            return False
        return bare in self._words.title_heads or (word[:1].isupper() and bare in self._words.roles)

    def begins_body(self, run: tuple[str, ...]) -> bool:
        """Whether a run names a body by its first word: "World Rowing", but not "World Champion Ana Brandt"."""
        if run[0].lower() not in self._words.sets["names", "body_openers"]:
            return False
        return not any(self.is_title(word) or self.gender(word) for word in run[1:])

    def is_pursuit(self, first: str, last: str) -> bool:
        """Whether two words begin and end a body's name by what it deals with in a country: "Rowing | Canada"."""
        return first.lower() in self._words.sets["names", "pursuits"] and last in self._words.countries

    def _abbreviated(self, word: str) -> bool:
        """Whether a word is a courtesy title or the short form of a title."""
        return plain(word) in self._honorifics or (word.endswith(".") and self.is_title(word))


def is_numbered(word: str) -> bool:
    """Whether a word has letters and digits, as the names of craft and products do: "L1", "3G"."""
    return not word.isalpha() and any(map(str.isdigit, word)) and any(map(str.isalpha, word))


def is_address(word: str) -> bool:
    """Whether a word is the name of a place in the web: "Krell.com"."""
    name, _, ending = word.rpartition(".")
    return len(name) > 1 and len(ending) > 1 and ending.islower() and ending.isalpha()
