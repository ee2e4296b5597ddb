"""The lexicon: from a word to its class, and from a cue's word to its frames."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

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
NAME, NOUN, PLURAL, ADJ, GEN, MARK = (LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "ADJ", "GEN", "MARK"))
CALENDAR = frozenset([LETTER["DAY"], LETTER["MONTH"]])
THIRD = list(Form).index(Form.THIRD)


class CueEntry:
    """A lemma that a word may be a form of: the words that must follow it, and its frames."""

    __slots__ = ("frames", "lemma", "part", "rest")

    def __init__(self, lemma: str, rest: tuple[str, ...], frames: frozenset[str], part: Part) -> None:
        self.lemma, self.rest, self.frames, self.part = lemma, rest, frames, part


class Lexicon:
    """The word classes and cue entries of a language.

    Args:
        language: Whose words they are.

    Attributes:
        listed: The letter of each listed word, in lower case.
        not_plain: Those of them that are not written in small letters alone.

    Raises:
        LanguageError: A list names a class that does not exist.
    """

    def __init__(self, language: Language) -> None:
        place = f"{language.code}/open_words.toml"
        opened = language.tables["open_words"]
        self.cues: Mapping[str, tuple[CueEntry, ...]] = _cue_entries(language)
        self.attributing = frozenset(word for word, entries in self.cues.items() if _is_sign(word, entries))
        self.abbreviations = {word: kind for word, (kind,) in language.lists["abbreviations"].items()}
        self._names = frozenset(language.lists["given_names"])
        self.datelines = frozenset(map(str.upper, language.lists["places"]))
        self._closed = {w: letter(name, f"{language.code}/function_words.toml") for w, name in language.closed.items()}
        times, words = _times(language), _open_words(opened["words"], place)
        cues, others = _verbs(language, cues=True), _verbs(language, cues=False)
        # of two classes of a word the one that comes last counts
        self.listed = {**_listed_words(language), **others, **_predicates(language), **words, **cues, **times}
        self.listed |= self._closed
        self.not_plain = [word for word in self.listed if not (word.isalpha() and word.islower())]
        dated = (pair for several in (times, words) for pair in several.items() if pair[1] in CALENDAR)
        self._calendar = {word: mark for word, mark in dated if word not in self._closed}
        months = (word for word, (kind,) in language.lists["time_words"].items() if kind == "month")
        self._calendar |= dict.fromkeys(months, LETTER["MONTH"])
        self._verbs = {**others, **cues}
        self.phrasal = _phrasal(language)
        self.silent = _silent(language)
        pairs = [(suffix, letter(name, place)) for name, suffixes in opened["suffixes"].items() for suffix in suffixes]
        nameless = {letter(name, place) for name in opened["nameless"]["classes"]}
        pairs.sort(key=lambda pair: -len(pair[0]))
        self._by_end = {
            end: [pair for pair in pairs if pair[0][-1:] == end] for end in {pair[0][-1:] for pair in pairs}
        }
        self._nameless = [pair for pair in pairs if pair[1] in nameless]

    def lower(self, word: str) -> str:
        """The letter of a word that is written in lower case."""
        known = self.listed.get(word)
        if known is not None:
            return known
        if "-" in word:
            return ADJ if self.listed.get(word.rsplit("-", 1)[1]) is None else self._compound(word)
        for suffix, mark in self._by_end.get(word[-1], ()):
            if word.endswith(suffix) and len(word) > len(suffix) + 2:
                return mark
        return NOUN

    def _compound(self, word: str) -> str:
        last = self.listed[word.rsplit("-", 1)[1]]
        return last if last in (NOUN, PLURAL) else ADJ

    def capitalised(self, word: str) -> str:
        """The letter of a capitalised word inside a sentence: a name, unless it belongs to a closed class."""
        if word.isupper() and len(word) > 1:
            return NAME
        lowered = word.lower()
        dated = self._calendar.get(word) or self._calendar.get(lowered)
        if dated is not None:
            return dated
        return NAME if word in self._names else self._closed.get(lowered, NAME)

    def initial(self, word: str) -> str:
        """The letter of a capitalised word that begins a sentence."""
        if word.isupper() and len(word) > 1:
            return NAME
        lowered = word.lower()
        closed = self._closed.get(lowered)
        if closed is not None:
            return closed
        if word in self._names:
            return NAME
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


def _is_sign(word: str, entries: tuple[CueEntry, ...]) -> bool:
    """Whether a word makes it likely that something is attributed: no mark, and no verb that needs other words."""
    return word[0].isalpha() and any(not entry.rest or entry.part is Part.OTHER for entry in entries)


def _times(language: Language) -> dict[str, str]:
    """The letter of each word that tells a time."""
    marks = {kind: LETTER[name] for kind, name in TIME_CLASS.items()}
    return _first((word.lower(), marks[kind]) for word, (kind,) in language.lists["time_words"].items())


def _open_words(table: Mapping[str, Iterable[str]], place: str) -> dict[str, str]:
    """The letter of each word of a table of classes, and of its plural."""
    marks = {name: letter(name, place) for name in table}
    return _first(
        (form, marks[name]) for name, words in table.items() for word in words for form in (word, _plural(word))
    )


def _predicates(language: Language) -> dict[str, str]:
    lemmas = (lemma.words for lemma in language.cues if lemma.part is Part.PREDICATE)
    return dict.fromkeys((words.partition(" ")[0] for words in lemmas), LETTER["PRED"])


def _listed_words(language: Language) -> dict[str, str]:
    """The letter of each word of the lists that hold no verbs, nouns with their plurals."""
    lists, noun, plural = language.lists, LETTER["NOUN"], LETTER["PLURAL"]
    found: list[tuple[str, str]] = []
    for name, word_class in (("adverbs", "ADV"), ("not_adverbs", "NOUN"), ("adjectives", "ADJ")):
        found += [(word.lower(), LETTER[word_class]) for word in lists[name]]
    for word, (_, irregular) in lists["roles"].items():
        found += (word.lower(), noun), ((irregular or _plural(word)).lower(), plural)
    for word in (*lists["organisations"], *lists["documents"]):
        found += (word.lower(), noun), (_plural(word).lower(), plural)
    return _first(found)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Words with their letters; of two letters of a word the first counts."""
    return dict(reversed([*pairs]))


def _plural(word: str) -> str:
    return third(word.partition(" ")[0])


def _verbs(language: Language, *, cues: bool) -> dict[str, str]:
    """The letter of each verb form: of those of cues, or of all known verbs; of two forms the first counts."""
    ambiguous = language.lists["ambiguous"]
    heads = {lemma.words for lemma in language.cues if lemma.part is Part.VERB and " " not in lemma.words}
    inflected = [
        (lemma in ambiguous, (language.verbs.get(lemma) or Verb(lemma)).words())
        for lemma in sorted(heads if cues else language.verbs, reverse=True)
    ]
    found: dict[str, str] = {}
    order = list(Form)
    for form, name in reversed((CUE_CLASS if cues else VERB_CLASS).items()):
        place, mark, as_noun = order.index(form), LETTER[name], LETTER[AS_NOUN.get(name, name)]
        found |= {word: as_noun if is_noun else mark for is_noun, words in inflected for word in words[place]}
    return found


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
        if lemma.part is not Part.SILENT:
            frames[lemma.words, lemma.part].add(lemma.frame)
    found: dict[str, list[CueEntry]] = defaultdict(list)
    for (words, part), names in frames.items():
        head, *rest = words.split(" ")
        entry = CueEntry(words, tuple(rest), frozenset(names), part)
        for form in dict.fromkeys(_all_forms(language, head, part)):
            found[form].append(entry)
    return {word: tuple(sorted(entries, key=lambda e: (-len(e.rest), e.lemma))) for word, entries in found.items()}


def _all_forms(language: Language, head: str, part: Part) -> list[str]:
    if part is not Part.VERB and part is not Part.NOUN:
        return [head]
    words = language.verbs.get(head, Verb(head)).words()
    if part is Part.NOUN:
        return [head, *words[THIRD]]
    return [word for several in words for word in several]
