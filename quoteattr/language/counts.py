"""Counts: how often each rule made a claim on a corpus, and how often that claim was right."""

from typing import NamedTuple

from quoteattr.errors import LanguageError
from quoteattr.language import tables
from quoteattr.language.tables import Folder

FILE = "confidence.tsv"
COLUMNS = ("source", "content", "frame", "lemma", "made", "right")
REST = "*"
"""The lemma of the row that holds all lemmas of a frame that made too few claims to be counted by themselves."""


class Count(NamedTuple):
    """A row of the counts.

    Args:
        source: Name of the source pattern.
        content: Name of the content pattern; empty for a rule of one name.
        frame: The cue's frame; empty without a cue.
        lemma: The cue's lemma; empty without a cue, `REST` for the rare ones together.
        made: How many claims were made.
        right: How many of them were in the corpus, with the same source.
    """

    source: str
    content: str
    frame: str
    lemma: str
    made: int
    right: int


def counts(home: Folder) -> tuple[Count, ...]:
    """The counts in a language's folder.

    Raises:
        LanguageError: A row is broken; the message names file and line.
    """
    found: list[Count] = []
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(tables.rows(home, FILE, COLUMNS), 2):
        source, content, frame, lemma, made, right = row
        key = row[:4]
        sure = source and key not in seen and made.isdecimal() and right.isdecimal()
        if not sure or not 0 <= int(right) <= int(made) or not int(made):
            _refuse(row, seen, f"{home.name}/{FILE}: line {number}")
        seen.add(key)
        found.append(Count(source, content, frame, lemma, int(made), int(right)))
    return tuple(found)


def _refuse(row: tuple[str, ...], seen: set[tuple[str, ...]], place: str) -> None:
    """Names what is wrong with a row."""
    source, *_, made, right = row
    if row[:4] in seen:
        raise LanguageError(f"{place}: {' + '.join(row[:4])} twice")
    if not source:
        raise LanguageError(f"{place}: no source")
    raise LanguageError(f"{place}: {right!r} right of {made!r} made")
