"""A language: its words and patterns, read once and never changed."""

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import attrs

from quoteattr.errors import LanguageError
from quoteattr.language import tables
from quoteattr.language.conformity import check_list, check_table
from quoteattr.language.counts import Count, counts
from quoteattr.language.inflection import Verb
from quoteattr.language.references import check_references
from quoteattr.language.tables import Folder, Table
from quoteattr.once import uncollected


class Part(StrEnum):
    """What a cue's first word is."""

    VERB = "lemmas"
    PREDICATE = "predicates"
    NOUN = "nouns"
    OTHER = "others"
    SILENT = "phrases"


class Lemma(NamedTuple):
    """An entry of the cue lexicon: a lemma in one frame.

    Args:
        words: The lemma, particles and prepositions after a space.
        frame: The frame it is read in.
        part: lemmas are verbs; predicates attribute after a form of "be"; nouns have a plural; others stay as they are.
    """

    words: str
    frame: str
    part: Part = Part.VERB


@attrs.frozen(eq=False)
class Language:
    """The words and patterns of one language. Two languages are the same only if they are one object.

    Args:
        code: Its ISO 639-1 code, which is also its folder's name.
        clitics: What is written after an apostrophe as a word of its own.
        closed: Word class of each word of the closed classes, lower case.
        lists: Open-class word lists by their file's name, without ending; each maps an entry to its columns.
        verbs: Known verbs by lemma.
        cues: The cue lexicon.
        tables: The other tables by file name: phrases, patterns, retagging rules.
        counts: How often rules were right on a corpus; what `Claim.confidence` comes from.
        frames: The names of the frames; a cue is in one of them. Nothing given, a cue may be in any.

    Raises:
        LanguageError: A table does not hold what it should, or a cue is in no known frame.

    Example:
        >>> import attrs
        >>> from quoteattr import Lemma
        >>> english = Language.load("en")
        >>> mine = attrs.evolve(english, cues=(*english.cues, Lemma("squeak", "SAY")))
        >>> from quoteattr import extract
        >>> [str(c.cue) for c in extract("Sato squeaked that the pact would last.", language=mine)]
        ['squeaked']
    """

    code: str
    clitics: tuple[str, ...]
    closed: Mapping[str, str]
    lists: Mapping[str, Mapping[str, tuple[str, ...]]]
    verbs: Mapping[str, Verb]
    cues: tuple[Lemma, ...]
    tables: Mapping[str, Table]
    counts: tuple[Count, ...] = ()
    frames: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        for lemma in self.cues if self.frames else ():
            if lemma.frame not in self.frames:
                known = ", ".join(sorted(self.frames))
                raise LanguageError(f"{self.code}: cue {lemma.words!r}: no frame {lemma.frame!r}: known are {known}")
        for name in TABLES:
            check_table(self.tables.get(name), name, f"{self.code}/{name}.toml")
        for name, width in LISTS.items():
            check_list(self.lists.get(name, {}), name, width, f"{self.code}/{name}.txt")

    @staticmethod
    def load(code: str | os.PathLike[str]) -> "Language":
        """The language of that code, read from the data that ships with the library; the same object each time.

        Args:
            code: ISO 639-1 code, such as "en"; or the path of a folder with the data of a language, which is read anew
                each time, and of which only cues.toml must be there.

        Raises:
            LanguageError: There is no such language, or its data is broken.
            TypeError: The code is neither a string nor a path.
        """
        if isinstance(code, os.PathLike):
            return _read(tables.outside(code))
        if not isinstance(code, str):
            raise TypeError(f"code must be a string or a path, not {type(code).__name__}")
        return _load(code)


TABLES = (
    *("open_words", "features", "phrases", "retagging", "labels", "cue_groups"),
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
    "roles": 3,
    "seats": 2,
    "surname_first": 2,
    "time_words": 2,
    "titles": 3,
}


@cache
def _load(code: str) -> Language:
    return _read(tables.folder(code))


@uncollected()
def _read(home: Folder) -> Language:
    code = home.name
    cues = tuple(_cues(home))
    found = Language(
        code=code,
        clitics=tables.words(tables.table(home, "tokens.toml").get("clitics"), f"{code}/tokens.toml: clitics"),
        closed=_closed(home),
        lists={name: tables.entries(home, f"{name}.txt", columns) for name, columns in LISTS.items()},
        verbs={lemma: _verb(lemma, forms) for lemma, forms in tables.entries(home, "verbs.txt", 5).items()},
        cues=cues,
        tables={name: tables.table(home, f"{name}.toml") for name in TABLES},
        counts=counts(home),
        frames=frozenset(lemma.frame for lemma in cues),
    )
    lemmas: dict[str, set[str]] = {}
    for lemma in cues:
        lemmas.setdefault(lemma.frame, set()).add(lemma.words)
    check_references(found.tables, {frame: frozenset(words) for frame, words in lemmas.items()}, code)
    return found


def _verb(lemma: str, forms: tuple[str, ...]) -> Verb:
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
            raise LanguageError(f"{place}: {frame}: expected lemmas, predicates, nouns and others")
        for key, value in entry.items():
            found += [Lemma(w, frame, Part(key)) for w in tables.words(value, f"{place}: frame {frame}")]
    return found
