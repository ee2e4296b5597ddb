"""Words: what the lists and the cue lexicon of a language say of each word, as plain data.

To put it together takes longer than to read an article; of a language that ships it is prepared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from quoteattr.grammar.wordclass import LETTER, PLURAL, letter
from quoteattr.language.inflection import Form, Verb, third
from quoteattr.language.language import Language
from quoteattr.language.lemma import Part

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
CALENDAR = frozenset([LETTER["DAY"], LETTER["MONTH"]])
THIRD = list(Form).index(Form.THIRD)


def words(language: Language) -> dict[str, Any]:
    """What a language says of each word.

    Returns:
        listed_words: The letter of each listed word, in lower case.
        closed: The letter of each word of a closed class.
        calendar: The letter of each word that tells a day or a month, as it is written.
        verbs: The letter of each verb form.
        phrasal: Words that attribute only with others after them: the letter that they then have, and those others.
        cues: The entries of the cue lexicon, and which of them each word may head.

    Raises:
        LanguageError: A list names a class that does not exist.
    """
    place, opened = f"{language.code}/open_words.toml", language.tables["open_words"]
    closed = {w: letter(name, f"{language.code}/function_words.toml") for w, name in language.closed.items()}
    times, others = _times(language), _open_words(opened["words"], place)
    cues, verbs = _verbs(language, cues=True), _verbs(language, cues=False)
    # of two classes of a word the one that comes last counts
    listed = {**_listed_words(language), **verbs, **_predicates(language), **others, **cues, **times, **closed}
    dated = (pair for several in (times, others) for pair in several.items() if pair[1] in CALENDAR)
    months = (word for word, (kind,) in language.lists["time_words"].items() if kind == "month")
    return {
        "listed_words": listed,
        "closed": closed,
        "calendar": {word: mark for word, mark in dated if word not in closed} | dict.fromkeys(months, LETTER["MONTH"]),
        "verbs": {**verbs, **cues},
        "phrasal": _phrasal(language),
        "cues": _cues(language),
    }


def _times(language: Language) -> dict[str, str]:
    """The letter of each word that tells a time."""
    marks = {kind: LETTER[name] for kind, name in TIME_CLASS.items()}
    return _first((word.lower(), marks[kind]) for word, (kind,) in language.lists["time_words"].items())


def _open_words(table: Mapping[str, Iterable[str]], place: str) -> dict[str, str]:
    """The letter of each word of a table of classes, and of its plural."""
    found: list[tuple[str, str]] = []
    for name, words in table.items():
        mark = letter(name, place)
        plural = PLURAL if name == "NOUN" else mark
        found += (pair for word in words for pair in ((word, mark), (_plural(word), plural)))
    return _first(found)


def _predicates(language: Language) -> dict[str, str]:
    lemmas = (lemma.words for lemma in language.cues if lemma.part is Part.PREDICATE)
    return dict.fromkeys((words.partition(" ")[0] for words in lemmas), LETTER["PRED"])


def _listed_words(language: Language) -> dict[str, str]:
    """The letter of each word of the lists that hold no verbs, nouns with their plurals."""
    lists, noun, plural = language.lists, LETTER["NOUN"], PLURAL
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


def _phrasal(language: Language) -> dict[str, tuple[str, list[list[str]]]]:
    """Words that attribute only with others after them: the letter that they then have, and those others."""
    alone = {lemma.words for lemma in language.cues}
    found: dict[str, tuple[str, list[list[str]]]] = {}
    for lemma in language.cues:
        head, *rest = lemma.words.split(" ")
        if lemma.part is not Part.VERB or head in alone:
            continue
        for form, words in language.verbs.get(head, Verb(head)).forms().items():
            for word in words:
                found.setdefault(word, (letter(CUE_CLASS[form], lemma.words), []))[1].append(rest)
    return found


def _cues(language: Language) -> dict[str, Any]:
    """The entries of the cue lexicon, each a lemma with all its frames; and those of each word that may head a cue.

    Those that ask for more words stand first.
    """
    frames: dict[tuple[str, Part], set[str]] = defaultdict(set)
    for lemma in language.cues:
        if lemma.part is not Part.SILENT:
            frames[lemma.words, lemma.part].add(lemma.frame)
    entries = sorted(frames, key=lambda entry: (-entry[0].count(" "), entry[0]))
    found: dict[str, list[int]] = defaultdict(list)
    for at, (words, part) in enumerate(entries):
        for form in dict.fromkeys(_all_forms(language, words.partition(" ")[0], part)):
            found[form].append(at)
    return {"entries": [[words, sorted(frames[words, part]), part] for words, part in entries], "heading": found}


def _all_forms(language: Language, head: str, part: Part) -> list[str]:
    if part is not Part.VERB and part is not Part.NOUN:
        return [head]
    words = language.verbs.get(head, Verb(head)).words()
    if part is Part.NOUN:
        return [head, *words[THIRD]]
    return [word for several in words for word in several]
