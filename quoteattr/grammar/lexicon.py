"""The lexicon: from a word to its class, and from a cue's word to its frames."""

import re
from collections.abc import Iterable

from quoteattr.grammar.wordclass import ADV, DET, GEN, LETTER, MARK, NAME, PLURAL, letter
from quoteattr.grammar.words import words
from quoteattr.language.language import Language
from quoteattr.language.lemma import Part
from quoteattr.language.prepared import prepared

NOUN, ADJ = (LETTER[name] for name in ("NOUN", "ADJ"))
JOINING = frozenset(LETTER[name] for name in ("OF", "DET", "AND", "FOR"))
INNER_CAPITAL = re.compile("([a-z]{2,3})[A-Z][a-z]")  # "duPlessis"
OPENING = frozenset(LETTER[name] for name in ("DET", "POSS", "WHEN", "SUB", "BEFORE", "ACCORDING"))


class CueEntry:
    """A lemma that a word may be a form of: the words that must follow it, and its frames."""

    __slots__ = ("frames", "lemma", "part", "rest")

    def __init__(self, lemma: str, rest: tuple[str, ...], frames: frozenset[str], part: Part) -> None:
        self.lemma, self.rest, self.frames, self.part = lemma, rest, frames, part

    @classmethod
    def of(cls, words: str, frames: Iterable[str], part: str) -> "CueEntry":
        """An entry, of plain data."""
        return cls(words, tuple(words.split(" ")[1:]), frozenset(frames), Part(part))


class Lexicon:
    """The word classes and cue entries of a language.

    Args:
        language: Whose words they are.

    Attributes:
        listed: The letter of each listed word, in lower case.

    Raises:
        LanguageError: A list names a class that does not exist.
    """

    def __init__(self, language: Language) -> None:
        told = prepared(language, "words", words)
        entries = [CueEntry.of(*entry) for entry in told["cues"]["entries"]]
        self.cues: dict[str, tuple[CueEntry, ...]] = {
            word: tuple([entries[at] for at in places]) for word, places in told["cues"]["heading"].items()
        }
        self._framed = _framed(self.cues)
        self.attributing = frozenset(word for word, several in self.cues.items() if _is_sign(word, several))
        self.abbreviations = {word: kind for word, (kind,) in language.lists["abbreviations"].items()}
        self._names, self._particles, self._common = (
            frozenset(language.lists[key]) for key in ("given_names", "particles", "common_words")
        )
        self.datelines = frozenset(map(str.upper, language.lists["places"]))
        self.listed: dict[str, str] = told["listed_words"]
        self._closed: dict[str, str] = told["closed"]
        self._calendar: dict[str, str] = told["calendar"]
        self._verbs: dict[str, str] = told["verbs"]
        self.phrasal = {word: (mark, tuple(map(tuple, rests))) for word, (mark, rests) in told["phrasal"].items()}
        self.silent = _silent(language)
        place, opened = f"{language.code}/open_words.toml", language.tables["open_words"]
        pairs = [(suffix, letter(name, place)) for name, suffixes in opened["suffixes"].items() for suffix in suffixes]
        nameless = {letter(name, place) for name in opened["nameless"]["classes"]}
        pairs.sort(key=lambda pair: -len(pair[0]))
        self._by_end = {
            end: [pair for pair in pairs if pair[0][-1:] == end] for end in {pair[0][-1:] for pair in pairs}
        }
        self._nameless = [pair for pair in pairs if pair[1] in nameless]

    def words_of(self, frames: frozenset[str]) -> frozenset[str]:
        """The words, in lower case, that may attribute in one of some frames."""
        return frozenset().union(*(self._framed.get(frame, ()) for frame in frames))

    def lower(self, word: str) -> str:
        """The letter of a word that is written in lower case."""
        known = self.listed.get(word)
        if known is not None:
            return known
        inner = INNER_CAPITAL.match(word)
        if inner is not None and inner[1] in self._particles:
            return NAME
        if "-" in word:
            head, _, tail = word.partition("-")
            if tail[:1].isupper() and head in self._particles:
                return NAME  # "al-Okoro"
            last = word.rpartition("-")[2]
            mark = self.lower(last) if last.islower() else ADJ  # "cyber-crime", "pan-Narvian"
            return mark if mark in (NOUN, PLURAL) else ADJ
        for suffix, mark in self._by_end.get(word[-1], ()):
            if word.endswith(suffix):  # the longest, for which a short word has no room
                return mark if len(word) > len(suffix) + 2 else NOUN
        return NOUN

    def capitalised(self, word: str) -> str:
        """The letter of a capitalised word inside a sentence: a name, unless it belongs to a closed class."""
        lowered = word.lower()
        if word.isupper() and len(word) > 1:
            found = self._closed.get(lowered, NAME)
            return found if found in JOINING else NAME  # "The CHAIRPERSON OF THE GUILD"
        if word[1:-1].isupper() and word[-1].islower():
            return PLURAL  # "MPs"
        dated = self._calendar.get(word) or self._calendar.get(lowered)
        if dated is not None:
            return dated
        found = NAME if word in self._names else self._closed.get(lowered, NAME)
        initial = len(word) == 1 and found == DET
        return NAME if initial or found == ADV else found

    def initial(self, word: str) -> str:
        """The letter of a capitalised word that begins a sentence."""
        lowered = word.lower()
        if word.isupper() and len(word) > 1:
            known = self.listed.get(lowered, NAME)
            return known if known in OPENING else NAME  # "THE mayor said", but "US officials said"
        closed = self._closed.get(lowered)
        if closed is not None:
            return closed
        if word in self._names:
            return NAME
        if lowered in self._common:
            return self.lower(lowered)
        return self.listed.get(lowered) or self._derived(lowered) or NAME

    def _derived(self, word: str) -> str | None:
        """The letter of a word made of a listed word and a suffix that no name has; None for any other."""
        for suffix, mark in self._nameless:
            if word.endswith(suffix) and word.removesuffix(suffix) in self.listed:
                return mark
        return None

    def headline(self, word: str) -> str:
        """The letter of a capitalised word in a headline: a verb if it can be one."""
        return NAME if word in self._names else self._verbs.get(word.lower(), NAME)

    def in_capitals(self, word: str, *, initial: bool) -> str:
        """The letter of a word in a sentence that is all in capitals: as in lower case, a name where it is no word."""
        lowered = word.lower()
        if word.capitalize() in self._names and lowered not in self._closed:
            return NAME
        known = self.initial(word.capitalize()) if initial else self.listed.get(lowered)
        return known or NAME

    def clitic(self, word: str) -> str:
        """The letter of what follows an apostrophe; the genitive where no other word is written so."""
        return self._closed.get(word.lower(), GEN)

    def sign(self, word: str) -> str:
        """The letter of a mark that is no punctuation."""
        return self._closed.get(word, MARK)

    def begins_sentence(self, word: str) -> bool:
        """Whether a capitalised word is written so only where a sentence begins."""
        return word[:1].isupper() and word not in self._names and word.lower() in self._closed


def _framed(cues: dict[str, tuple[CueEntry, ...]]) -> dict[str, set[str]]:
    """The words that may attribute in each frame."""
    found: dict[str, set[str]] = {}
    for word, entries in cues.items():
        for frame in {frame for entry in entries for frame in entry.frames}:
            found.setdefault(frame, set()).add(word)
    return found


def _is_sign(word: str, entries: tuple[CueEntry, ...]) -> bool:
    """Whether a word makes it likely that something is attributed: no mark, and no verb that needs other words."""
    return word[0].isalpha() and any(not entry.rest or entry.part is Part.OTHER for entry in entries)


def _silent(language: Language) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """For each word of an idiom that attributes nothing, the words before it and after it."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for lemma in language.cues:
        if lemma.part is Part.SILENT:
            words = tuple(lemma.words.split(" "))
            for at, word in enumerate(words):
                found[word] = (*found.get(word, ()), (words[:at], words[at + 1 :]))
    return found
