"""Prepares the languages that ship: what the library works out at its start is written beside the files it is made of.

The build of a wheel does so. In a copy of the repository ``python -m quoteattr.prepare`` does; where a file has changed
since, what was prepared counts for nothing until the command is run again.
"""

import json
import sys
from pathlib import Path

from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.turns import turns_of
from quoteattr.checking.vocabulary import vocabulary_of
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language import tables
from quoteattr.language.files import fields
from quoteattr.language.language import Language
from quoteattr.language.packing import PACKED, packed
from quoteattr.language.prepared import Shelf, keep
from quoteattr.speakers.phrases.readers import readers_of


def prepared(code: str) -> Shelf:
    """All that is worked out of a language's files, as plain data."""
    found = fields(tables.folder(code))
    language = Language(**found)
    shelf: Shelf = {PACKED: packed(found)}
    keep(language, shelf)
    grammar = grammar_of(language)
    for make in (engine_of, turns_of):
        make(grammar)
    readers_of(language)
    vocabulary_of(language)
    return shelf


def main() -> None:
    """Prepares all languages: in a folder that is named, else in place, with a checksum of what they were made of."""
    for code in tables.known():
        home, shelf = tables.folder(code), prepared(code)
        if len(sys.argv) > 1:
            folder = Path(sys.argv[1], code)
            folder.mkdir(parents=True)
        else:
            folder = Path(home.path)
            shelf[tables.MADE_OF] = tables.made_of(home)
        written = json.dumps(shelf, ensure_ascii=False, separators=(",", ":"))
        (folder / tables.PREPARED).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
