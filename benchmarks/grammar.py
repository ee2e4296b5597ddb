"""How large the grammar of a language is: its rows, the length of their patterns, and what these are made of.

``python benchmarks/grammar.py`` counts for English, ``python benchmarks/grammar.py FOLDER`` for a language of your own.
``--parts N`` prints the N sets of word classes, and the N stretches between brackets, that take the most characters.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quoteattr import Language

SET = re.compile(r"\[\^?[A-Z_ -]+\]")
NEGATIVE = re.compile(r"\(\?<?!")
BRACKETED = re.compile(r"\((?!\?)[^()]{12,}\)")
FIELDS = ("pattern", "after")
LARGE, LONG, TOO_LONG = 8, 120, 200


class Row(NamedTuple):
    """A pattern, phrase or condition.

    Args:
        table: The file that it stands in, without its ending.
        name: What the row is called.
        text: The pattern.
    """

    table: str
    name: str
    text: str


def rows(language: Language) -> list[Row]:
    """The patterns of a language, phrases and conditions included, without the sets of features.toml."""
    tables = language.tables
    phrases = [Row("phrases", name, text) for name, text in tables["phrases"].items()]
    labels = [Row("labels", *each) for each in tables["labels"].items() if isinstance(each[1], str)]
    speakers = [Row("speakers", *each) for each in tables["speakers"]["patterns"].items()]
    others = set(tables) - {"phrases", "features", "labels", "speakers", "checking", "nations"}
    return [*phrases, *labels, *speakers, *[row for name in sorted(others) for row in _entries(name, tables[name])]]


def _entries(name: str, table: Mapping[str, Any]) -> Iterator[Row]:
    for key, value in table.items():
        if key == "phrases":
            yield from (Row(name, *each) for each in value.items())
        for entry in value if isinstance(value, list) else ():
            if isinstance(entry, dict):
                yield from (
                    Row(name, entry["name"], entry[field]) for field in FIELDS if isinstance(entry.get(field), str)
                )


class Size(NamedTuple):
    """How large some rows are.

    Args:
        rows: How many they are.
        characters: The length of all patterns together.
        mean: The length of one.
        too_long: How many are longer than 200 characters.
        long: How many are longer than 120.
        negative: How many negative look-arounds are in them.
        large_sets: How many sets of eight or more classes they spell out.
    """

    rows: int
    characters: int
    mean: float
    too_long: int
    long: int
    negative: int
    large_sets: int


def size(several: list[Row]) -> Size:
    """The size of some rows."""
    lengths = [len(row.text) for row in several]
    sets = [name for row in several for name in SET.findall(row.text)]
    return Size(
        len(several),
        sum(lengths),
        sum(lengths) / max(len(lengths), 1),
        sum(length > TOO_LONG for length in lengths),
        sum(length > LONG for length in lengths),
        sum(len(NEGATIVE.findall(row.text)) for row in several),
        sum(len(name.split()) >= LARGE for name in sets),
    )


def _print(name: str, found: Size) -> None:
    print(
        f"{name:<15}{found.rows:>5}{found.characters:>8}{found.mean:>7.1f}{found.too_long:>7}{found.long:>6}"
        f"{found.negative:>10}{found.large_sets:>12}"
    )


def _print_parts(several: list[Row], most: int) -> None:
    for title, part in (("sets", SET), ("brackets", BRACKETED)):
        counted = Counter(each for row in several for each in part.findall(row.text))
        print(f"\n{title}: {len(counted)} in {counted.total()} uses")
        for text, uses in sorted(counted.items(), key=lambda each: -len(each[0]) * each[1])[:most]:
            print(f"{len(text) * uses:>6} {uses:>4} × {text}")


def main() -> None:
    """Counts and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="the folder of a language (default: English)")
    parser.add_argument("--parts", type=int, default=0, metavar="N", help="print the N parts that take the most room")
    options = parser.parse_args()
    language = Language.load(options.folder or "en")
    several = rows(language)
    print(f"{'table':<15} rows   chars   mean   >200  >120  negative  large sets")
    for table in sorted({row.table for row in several}):
        _print(table, size([row for row in several if row.table == table]))
    _print("all", size(several))
    if options.parts:
        _print_parts(several, options.parts)


if __name__ == "__main__":
    main()
