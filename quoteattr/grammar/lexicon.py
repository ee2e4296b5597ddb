"""The lexicon: from a word to its class, and from a cue's word to its frames."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from quoteattr.grammar.wordclass import LETTER, letter
from quoteattr.language.inflection import Form, Verb, third
from quoteattr.language.language import Language, Part

CUE_CLASS = {
    Form.PAST: "SAID",
    Form.BASE: "SAY",
    Form.THIRD: "SAYS",
    Form.PARTICIPLE: "SAIDPP",
    Form.ING: "SAYING",
}
VERB_CLASS = {Form.PAST: "VED", Form.BASE: "VB", Form.THIRD: "VS", Form.PARTICIPLE: "VEN", Form.ING: "VING"}
AS_NOUN = {"SAY": "CLAIM", "SAYS": "CLAIMS", "VB": "NV", "VS": "NVS"}
TIME_CLASS = {"weekday": "DAY", "day": "DAY", "month": "MONTH", "part": "PART", "unit": "UNIT", "adverb": "ADV"}
NOUN = LETTER["NOUN"]
CALENDAR = frozenset(["DAY", "MONTH"])


@attrs.frozen
class CueEntry:
    """A lemma that a word may be a form of: the words that must follow it, and its frames."""

    lemma: str
    rest: tuple[str, ...]
    frames: frozenset[str]
    part: Part = Part.VERB


class Lexicon:
    """The word classes and cue entries of a language.

    Args:
        language: Whose words they are.

    Raises:
        LanguageError: A list names a class that does not exist.
    """

    def __init__(self, language: Language) -> None:
        place = f"{language.code}/open_words.toml"
        self.cues: Mapping[str, tuple[CueEntry, ...]] = _cue_entries(language)
        self.attributing = frozenset(word for word, entries in self.cues.items() if _is_sign(word, entries))
        self.abbreviations = {word: kind for word, (kind,) in language.lists["abbreviations"].items()}
        self._names = frozenset(language.lists["given_names"])
        self._closed = {w: letter(name, f"{language.code}/function_words.toml") for w, name in language.closed.items()}
        self._calendar: dict[str, str] = {}
        self._known = dict(self._closed)
        cues, others = list(_verbs(language, cues=True)), list(_verbs(language, cues=False))
        for word, name in _open_words(language, cues, others):
            self._known.setdefault(word, letter(name, place))
            if name in CALENDAR and word not in self._closed:
                self._calendar[word] = letter(name, place)
        times = language.lists["time_words"].items()
        self._calendar |= {word: letter("MONTH", place) for word, (kind,) in times if kind == "month"}
        self._verbs = {word: letter(name, place) for word, name in reversed([*cues, *others])}
        table = language.tables["open_words"]["suffixes"]
        nameless = language.tables["open_words"]["nameless"]["classes"]
        pairs = [(suffix, letter(name, place)) for name, suffixes in table.items() for suffix in suffixes]
        self.phrasal = _phrasal(language)
        self.silent = _silent(language)
        self._suffixes = sorted(pairs, key=lambda pair: -len(pair[0]))
        self._by_suffix: dict[str, str] = dict(reversed(self._suffixes))
        self._sizes = sorted({len(suffix) for suffix, _ in pairs}, reverse=True)
        self._nameless = [pair for pair in self._suffixes if pair[1] in {letter(name, place) for name in nameless}]

    def lower(self, word: str) -> str:
        """The letter of a word that is written in lower case."""
        known = self._known.get(word)
        if known is not None:
            return known
        if "-" in word:
            return letter("ADJ", word) if self._known.get(word.rsplit("-", 1)[1]) is None else self._compound(word)
        for size in self._sizes:
            mark = self._by_suffix.get(word[-size:])
            if mark is not None and len(word) > size + 2:
                return mark
        return NOUN

    def _compound(self, word: str) -> str:
        last = self._known[word.rsplit("-", 1)[1]]
        return last if last in (letter("NOUN", word), letter("PLURAL", word)) else letter("ADJ", word)

    def capitalised(self, word: str) -> str:
        """The letter of a capitalised word inside a sentence: a name, unless it belongs to a closed class."""
        lowered = word.lower()
        if word.isupper() and len(word) > 1:
            return letter("NAME", word)
        if word in self._calendar or word.lower() in self._calendar:
            return self._calendar.get(word) or self._calendar[lowered]
        if word in self._names:
            return letter("NAME", word)
        return self._closed.get(lowered) or letter("NAME", word)

    def initial(self, word: str) -> str:
        """The letter of a capitalised word that begins a sentence."""
        lowered = word.lower()
        if word.isupper() and len(word) > 1:
            return letter("NAME", word)
        closed = self._closed.get(lowered)
        if closed is not None:
            return closed
        if word in self._names:
            return letter("NAME", word)
        return self._known.get(lowered) or self._derived(lowered) or letter("NAME", word)

    def _derived(self, word: str) -> str | None:
        """The letter of a word made of a listed word and a suffix that no name has; None for any other."""
        for suffix, mark in self._nameless:
            if word.endswith(suffix) and word.removesuffix(suffix) in self._known:
                return mark
        return None

    def headline(self, word: str) -> str:
        """The letter of a capitalised word in a headline: a verb if it can be one."""
        return letter("NAME", word) if word in self._names else self._verbs.get(word.lower(), letter("NAME", word))

    def in_capitals(self, word: str, *, initial: bool) -> str:
        """The letter of a word in a sentence that is all in capitals: as in lower case, a name where it is no word."""
        lowered = word.lower()
        if word.capitalize() in self._names and lowered not in self._closed:
            return letter("NAME", word)
        known = self.initial(word.capitalize()) if initial else self._known.get(lowered)
        return known or letter("NAME", word)

    def clitic(self, word: str) -> str:
        """The letter of what follows an apostrophe; the genitive where no other word is written so."""
        return self._closed.get(word.lower(), letter("GEN", word))

    def sign(self, word: str) -> str:
        """The letter of a mark that is no punctuation."""
        return self._closed.get(word, letter("MARK", word))

    def begins_sentence(self, word: str) -> bool:
        """Whether a capitalised word is written so only where a sentence begins."""
        return word[:1].isupper() and word not in self._names and word.lower() in self._closed


def _is_sign(word: str, entries: tuple[CueEntry, ...]) -> bool:
    """Whether a word makes it likely that something is attributed: no mark, and no verb that needs other words."""
    return word[0].isalpha() and any(not entry.rest or entry.part is Part.OTHER for entry in entries)


def _open_words(
    language: Language, cues: Iterable[tuple[str, str]], verbs: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Each listed word of the open classes with its class; of two classes the first counts."""
    for word, (kind,) in language.lists["time_words"].items():
        yield word.lower(), TIME_CLASS[kind]
    yield from cues
    for name, words in language.tables["open_words"]["words"].items():
        for word in words:
            yield word, name
            yield _plural(word), name
    yield from verbs
    yield from ((lemma.words.split(" ")[0], "PRED") for lemma in language.cues if lemma.part is Part.PREDICATE)
    yield from _listed_words(language)


def _listed_words(language: Language) -> Iterator[tuple[str, str]]:
    """The words of the lists that hold no verbs, nouns with their plurals."""
    for name, word_class in (("adverbs", "ADV"), ("not_adverbs", "NOUN"), ("adjectives", "ADJ")):
        for word in language.lists[name]:
            yield word.lower(), word_class
    for word, (_, plural) in language.lists["roles"].items():
        yield word.lower(), "NOUN"
        yield (plural or _plural(word)).lower(), "PLURAL"
    for name in ("organisations", "documents"):
        for word in language.lists[name]:
            yield word.lower(), "NOUN"
            yield _plural(word).lower(), "PLURAL"


def _plural(word: str) -> str:
    return third(word.partition(" ")[0])


def _verbs(language: Language, *, cues: bool) -> Iterator[tuple[str, str]]:
    ambiguous = language.lists["ambiguous"]
    heads = {lemma.words for lemma in language.cues if lemma.part is Part.VERB and " " not in lemma.words}
    inflected = [
        (lemma in ambiguous, (language.verbs.get(lemma) or Verb(lemma)).words())
        for lemma in sorted(heads if cues else language.verbs)
    ]
    order = list(Form)
    for form, name in (CUE_CLASS if cues else VERB_CLASS).items():
        place, as_noun = order.index(form), AS_NOUN.get(name, name)
        for is_noun, words in inflected:
            for word in words[place]:
                yield word, as_noun if is_noun else name


def _silent(language: Language) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """For each word of an idiom that attributes nothing, the words before it and after it."""
    found: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for lemma in language.cues:
        if lemma.part is Part.SILENT:
            words = tuple(lemma.words.split(" "))
            for at, word in enumerate(words):
                found[word] = (*found.get(word, ()), (words[:at], words[at + 1 :]))
    return found


def _phrasal(language: Language) -> dict[str, tuple[str, tuple[tuple[str, ...], ...]]]:
    """Words that attribute only with others after them: the letter that they then have, and those others."""
    alone = {lemma.words for lemma in language.cues}
    found: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {}
    for lemma in language.cues:
        head, *rest = lemma.words.split(" ")
        if lemma.part is not Part.VERB or head in alone:
            continue
        for form, words in language.verbs.get(head, Verb(head)).forms().items():
            for word in words:
                mark, others = found.get(word, (letter(CUE_CLASS[form], lemma.words), ()))
                found[word] = (mark, (*others, tuple(rest)))
    return found


def _cue_entries(language: Language) -> dict[str, tuple[CueEntry, ...]]:
    """The entries of each word that may head a cue; those that ask for more words stand first."""
    frames: dict[tuple[str, Part], set[str]] = defaultdict(set)
    for lemma in language.cues:
        if lemma.part is Part.SILENT:
            continue
        frames[lemma.words, lemma.part].add(lemma.frame)
    found: dict[str, dict[CueEntry, None]] = defaultdict(dict)
    for (words, part), names in frames.items():
        head, *rest = words.split(" ")
        entry = CueEntry(words, tuple(rest), frozenset(names), part)
        forms = _all_forms(language, head, part)
        for form in forms:
            found[form][entry] = None
    return {word: tuple(sorted(entries, key=lambda e: (-len(e.rest), e.lemma))) for word, entries in found.items()}


def _all_forms(language: Language, head: str, part: Part) -> list[str]:
    verb = language.verbs.get(head, Verb(head))
    if part is Part.NOUN:
        return [head, *verb.forms()[Form.THIRD]]
    if part is not Part.VERB:
        return [head]
    return [word for words in verb.forms().values() for word in words]
