"""A language: its words and patterns, read once and never changed."""

import os
from collections.abc import Mapping
from functools import cache

import attrs

from quoteattr.errors import LanguageError
from quoteattr.language import tables
from quoteattr.language.conformity import Checked, check_list, check_table
from quoteattr.language.counts import Count
from quoteattr.language.files import LISTS, TABLES, fields
from quoteattr.language.inflection import Verb
from quoteattr.language.lemma import Lemma, Part
from quoteattr.language.packing import PACKED, unpacked
from quoteattr.language.prepared import keep
from quoteattr.language.references import check_references
from quoteattr.language.tables import Folder, Table
from quoteattr.once import uncollected


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
            if lemma.part not in list(Part):
                raise LanguageError(
                    f"{self.code}: cue {lemma.words!r}: no part {lemma.part!r}: known are {', '.join(Part)}"
                )
            if not lemma.words.strip():
                raise LanguageError(f"{self.code}: a cue of {lemma.frame} without a word")
        for name in TABLES if not isinstance(self.tables, Checked) else ():
            check_table(self.tables.get(name), name, f"{self.code}/{name}.toml")
        for name, width in LISTS.items() if not isinstance(self.lists, Checked) else ():
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
            return _outside(code)
        if not isinstance(code, str):
            raise TypeError(f"code must be a string or a path, not {type(code).__name__}")
        return _load(code)


@cache
@uncollected()
def _load(code: str) -> Language:
    home = tables.folder(code)
    shelf = tables.shelf(home)
    language = Language(**unpacked(shelf[PACKED])) if shelf else _read(home)
    keep(language, shelf)
    return language


@uncollected()
def _outside(path: os.PathLike[str]) -> Language:
    return _read(tables.outside(path))


def _read(home: Folder) -> Language:
    found = Language(**fields(home))
    lemmas: dict[str, set[str]] = {}
    for lemma in found.cues:
        lemmas.setdefault(lemma.frame, set()).add(lemma.words)
    check_references(found.tables, {frame: frozenset(words) for frame, words in lemmas.items()}, found.code)
    return found
