"""The only reader of files: word lists and tables, each fault named with its file and key."""

import os.path
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from quoteattr.errors import LanguageError

Table = Mapping[str, Any]
# What imported this module reads the data beside it too, also from an archive. Importing `importlib.resources` for it
# would take a tenth of the time up to the first claim.
_data: Callable[[str], bytes] = __spec__.loader.get_data  # type: ignore[union-attr]


class Folder(NamedTuple):
    """The folder of a language's data.

    Args:
        name: The language's code.
        path: Where it is.
        shipped: Whether it lies beside this module, perhaps in an archive.
    """

    name: str
    path: str
    shipped: bool = True


def folder(code: str) -> Folder:
    """The folder of a language's data.

    Raises:
        LanguageError: There is no such language.
    """
    home = Folder(code, os.path.join(os.path.dirname(__file__), code))  # noqa: PTH118, PTH120  # also in archives
    try:
        known = code.isidentifier() and bool(_data(os.path.join(home.path, "cues.toml")))  # noqa: PTH118
    except OSError:
        known = False
    if not known:
        raise LanguageError(f"no language {code!r}: known are {', '.join(_known())}")
    return home


def outside(path: Path) -> Folder:
    """A folder with the data of a language that does not ship with the library.

    Raises:
        LanguageError: There is no such folder, or no cues.toml in it.
    """
    if not path.joinpath("cues.toml").is_file():
        raise LanguageError(f"{path}: no cues.toml")
    path = path.resolve()
    return Folder(path.name, str(path), shipped=False)


def _known() -> list[str]:
    from importlib.resources import files  # noqa: PLC0415  # dear, and seldom asked for

    root = files("quoteattr.language")
    return sorted(entry.name for entry in root.iterdir() if entry.is_dir() and entry.joinpath("cues.toml").is_file())


def table(home: Folder, name: str) -> Table:
    """A TOML file as a mapping; keys that it lacks, and all where there is no file, are those of blank.toml.

    Raises:
        LanguageError: The file is no TOML.
    """
    found = _toml(home, name)
    empty = blank().get(name.removesuffix(".toml"), {})
    return {**found, **{key: _filled(found.get(key), value) for key, value in empty.items()}}


def _filled(value: object, blank: object) -> object:
    """A value of a table; one that is not there is taken from the blank table, and so are its own keys."""
    if value is None:
        return blank
    if isinstance(value, dict) and isinstance(blank, dict):
        return {**value, **{key: blank[key] for key in blank if key not in value}}
    return value


def schema() -> Table:
    """What each table of a language may hold: schema.toml."""
    return _beside("schema.toml")


@cache
def blank() -> Table:
    """The tables of a language that says nothing: blank.toml."""
    return _beside("blank.toml")


def _beside(name: str) -> Table:
    return _toml(Folder(__package__, os.path.dirname(__file__)), name)  # noqa: PTH120  # also in archives


def _toml(home: Folder, name: str) -> Table:
    try:
        return tomllib.loads(_read(home, name))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error


def rows(home: Folder, name: str, columns: int = 1) -> Iterator[tuple[str, ...]]:
    """The lines of a list, each split into its columns; missing columns are empty strings, a missing file has no lines.

    Raises:
        LanguageError: A line has too many columns, or an entry stands twice.
    """
    seen = set()
    for number, line in enumerate(_read(home, name).splitlines(), 1):
        if line[:1] in ("", "#") or not line.strip():
            continue
        cells = tuple(map(str.strip, line.split("\t")))
        if len(cells) > columns:
            raise LanguageError(f"{home.name}/{name}: line {number}: {len(cells)} columns, expected {columns}")
        if cells[0] in seen:
            raise LanguageError(f"{home.name}/{name}: line {number}: {cells[0]!r} twice")
        seen.add(cells[0])
        yield cells + ("",) * (columns - len(cells))


def cells(home: Folder, name: str, header: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of a table whose columns have names, each with its place, for errors; a missing file has no rows.

    Raises:
        LanguageError: The file has other columns, or a row has more or fewer cells than the header.
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
    if len(set(value)) < len(value):
        twice = next(item for index, item in enumerate(value) if item in value[:index])
        raise LanguageError(f"{place}: {twice!r} twice")
    return tuple(value)


def _read(home: Folder, name: str) -> str:
    """The text of a file; empty where there is none."""
    path = os.path.join(home.path, name)  # noqa: PTH118
    try:
        data = _data(path) if home.shipped else Path(path).read_bytes()
        return data.decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error
