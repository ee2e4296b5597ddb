"""Files: all of a language, read from the folder that it is written in."""

from collections.abc import Iterable, Mapping
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.language import tables
from quoteattr.language.counts import counts
from quoteattr.language.inflection import Verb
from quoteattr.language.lemma import Lemma, Part
from quoteattr.language.tables import Folder

TABLES = (
    *("open_words", "features", "phrases", "conditions", "retagging", "labels", "cue_groups"),
    *("sources", "contents", "ends", "continuations"),
    *("nations", "speakers"),
    *("commitment", "scope", "factivity", "addressees", "circumstances"),
    "checking",
)
LISTS = {
    "abbreviations": 2,
    "adjectives": 1,
    "adverbs": 1,
    "ambiguous": 1,
    "common_words": 1,
    "company_suffixes": 1,
    "documents": 1,
    "given_names": 2,
    "name_bodies": 1,
    "name_suffixes": 1,
    "nicknames": 2,
    "not_adverbs": 1,
    "organisations": 2,
    "outlets": 1,
    "particles": 1,
    "places": 1,
    "platforms": 1,
    "roles": 3,
    "seats": 2,
    "surname_first": 2,
    "time_words": 2,
    "titles": 3,
}


def fields(home: Folder) -> dict[str, Any]:
    """The fields of the `Language` that a folder holds.

    Raises:
        LanguageError: A file is broken; the message names it.
    """
    code = home.name
    cues = tuple(_cues(home))
    return {
        "code": code,
        "clitics": tables.words(tables.table(home, "tokens.toml").get("clitics"), f"{code}/tokens.toml: clitics"),
        "closed": _closed(home),
        "lists": {name: tables.entries(home, f"{name}.txt", columns) for name, columns in LISTS.items()},
        "verbs": {lemma: verb(lemma, forms) for lemma, forms in tables.entries(home, "verbs.txt", 5).items()},
        "cues": cues,
        "tables": {name: tables.table(home, f"{name}.toml") for name in TABLES},
        "counts": counts(home),
        "frames": frozenset(lemma.frame for lemma in cues),
    }


def verb(lemma: str, forms: Iterable[str]) -> Verb:
    """A verb, of the cells of its row: each the forms of one kind, none where they are regular."""
    return Verb(lemma, *[tuple(cell.split("/")) if cell else () for cell in forms]) if any(forms) else Verb(lemma)


def _closed(home: Folder) -> Mapping[str, str]:
    place = f"{home.name}/function_words.toml"
    found: dict[str, str] = {}
    for name, value in tables.table(home, "function_words.toml").items():
        for word in tables.words(value, f"{place}: {name}"):
            if word in found:
                raise LanguageError(f"{place}: {word!r} in {found[word]} and in {name}")
            found[word] = name
    return found


def _cues(home: Folder) -> list[Lemma]:
    place = f"{home.name}/cues.toml"
    found = []
    for frame, entry in tables.table(home, "cues.toml").items():
        if not isinstance(entry, dict) or not entry.keys() <= set(Part):
            raise LanguageError(f"{place}: {frame}: expected {', '.join(Part)}")
        for key, value in entry.items():
            found += [Lemma(w, frame, Part(key)) for w in tables.words(value, f"{place}: frame {frame}")]
    return found
