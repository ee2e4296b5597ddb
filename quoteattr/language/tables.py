"""The only reader of files: word lists and tables, each fault named with its file and key."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from quoteattr.errors import LanguageError

Table = Mapping[str, Any]


def folder(code: str) -> Traversable:
    """The folder of a language's data.

    Raises:
        LanguageError: There is no such language.
    """
    root = files("quoteattr.language")
    known = sorted(entry.name for entry in root.iterdir() if entry.is_dir() and entry.joinpath("cues.toml").is_file())
    if code not in known:
        raise LanguageError(f"no language {code!r}: known are {', '.join(known)}")
    return root.joinpath(code)


def table(home: Traversable, name: str) -> Table:
    """A TOML file as a mapping.

    Raises:
        LanguageError: The file is missing or is no TOML.
    """
    try:
        return tomllib.loads(_read(home, name))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error


def rows(home: Traversable, name: str, columns: int = 1) -> Iterator[tuple[str, ...]]:
    """The lines of a list, each split into its columns; missing columns are empty strings.

    Raises:
        LanguageError: The file is missing, a line has too many columns, or an entry stands twice.
    """
    seen = set()
    for number, line in enumerate(_read(home, name).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if len(cells) > columns:
            raise LanguageError(f"{home.name}/{name}: line {number}: {len(cells)} columns, expected {columns}")
        if cells[0] in seen:
            raise LanguageError(f"{home.name}/{name}: line {number}: {cells[0]!r} twice")
        seen.add(cells[0])
        yield cells + ("",) * (columns - len(cells))


def cells(home: Traversable, name: str, header: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a table whose columns have names, each with its place, for errors to name.

    Raises:
        LanguageError: The file is missing, has other columns, or a row has more or fewer cells than the header.
    """
    for number, line in enumerate(_read(home, name).splitlines(), 1):
        place = f"{home.name}/{name}: line {number}"
        found = tuple(line.split("\t"))
        if number == 1 and found != header:
            raise LanguageError(f"{place}: expected the columns {', '.join(header)}")
        if len(found) != len(header):
            raise LanguageError(f"{place}: {len(found)} columns, expected {len(header)}")
        if number > 1:
            yield place, found


def words(value: object, place: str) -> tuple[str, ...]:
    """A list of strings out of a table.

    Raises:
        LanguageError: It is no list of strings, or a string stands twice in it.
    """
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise LanguageError(f"{place}: expected a list of strings")
    for index, item in enumerate(value):
        if item in value[:index]:
            raise LanguageError(f"{place}: {item!r} twice")
    return tuple(value)


def _read(home: Traversable, name: str) -> str:
    try:
        return home.joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error
