"""Prepares the languages that ship: what the library works out at its start is written beside the files it is made of.

The build of a wheel does so. In a copy of the repository ``python -m quoteattr.prepare`` does; where a file has changed
since, what was prepared counts for nothing until the command is run again.
"""

import argparse
import json
from collections.abc import Sequence
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

_DESCRIPTION = "Writes what the library works out of its languages at each start, beside the files that it is made of."


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Prepares all languages: in a folder that is named, else in place, with a checksum of what they were made of."""
    parser = argparse.ArgumentParser("python -m quoteattr.prepare", description=_DESCRIPTION)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a new folder to write into instead")
    given = parser.parse_args(arguments).folder
    if given is not None and given.exists():
        parser.error(f"{given} is there already")
    for code in tables.known():
        home, shelf = tables.folder(code), prepared(code)
        if given is not None:
            folder = given / code
            folder.mkdir(parents=True)
        else:
            folder = Path(home.path)
            shelf[tables.MADE_OF] = tables.made_of(home)
        written = json.dumps(shelf, ensure_ascii=False, separators=(",", ":"))
        (folder / tables.PREPARED).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
