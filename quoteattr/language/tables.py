"""The only reader of files: word lists and tables, each fault named with its file and key."""

import json
import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from quoteattr.errors import LanguageError

Table = Mapping[str, Any]
COMMENT = "#"
PREPARED, MADE_OF = "prepared.json", "made_of"
TEXTS = (".py", ".toml", ".tsv", ".txt")

# What imported this module reads the data beside it too, also from an archive. Importing `importlib.resources` for it
# would take a tenth of the time up to the first claim, and `pathlib` a hundredth.
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
        found = code.isidentifier() and bool(_data(os.path.join(home.path, "cues.toml")))  # noqa: PTH118
    except OSError:
        found = False
    if not found:
        raise LanguageError(
            f"no language {code!r}: known are {', '.join(known())}; "
            "a language of your own is a folder: Language.load(Path(...))"
        )
    return home


def outside(path: os.PathLike[str]) -> Folder:
    """A folder with the data of a language that does not ship with the library.

    Raises:
        LanguageError: There is no such folder, or no cues.toml in it.
    """
    if not os.path.isfile(os.path.join(path, "cues.toml")):  # noqa: PTH113, PTH118
        raise LanguageError(f"{os.fspath(path)}: no cues.toml")
    home = os.path.realpath(path)
    return Folder(os.path.basename(home), home, shipped=False)  # noqa: PTH119


def shelf(home: Folder) -> dict[str, Any]:
    """The prepared data of a folder that ships; nothing where there is none.

    In a wheel it belongs to the files beside it. In a copy of the repository it tells what it was made of, and counts
    for nothing when that has changed.
    """
    try:
        found: dict[str, Any] = json.loads(_data(os.path.join(home.path, PREPARED)))  # noqa: PTH118
        made = found.pop(MADE_OF, None)
        return found if made is None or made == made_of(home) else {}
    except OSError:
        return {}


def made_of(home: Folder) -> int:
    """A checksum of all that the prepared data of a folder depends on: its files, and the code that reads them."""
    import zlib  # noqa: PLC0415  # prepared data of a wheel does without

    here = os.path.dirname(__file__)  # noqa: PTH120
    found = 0
    for place in (home.path, here, os.path.join(here, os.pardir, "grammar")):  # noqa: PTH118
        for name in sorted(os.listdir(place)):  # noqa: PTH208
            if name.endswith(TEXTS):
                found = zlib.crc32(_bytes(os.path.join(place, name)), found)  # noqa: PTH118
    return found


def known() -> list[str]:
    """The codes of the languages that ship."""
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
    import tomllib  # noqa: PLC0415  # prepared data does without

    try:
        return tomllib.loads(_read(home, name))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error


def entries(home: Folder, name: str, columns: int = 1) -> dict[str, tuple[str, ...]]:
    """The entries of a list, each with its other columns; missing columns are empty, a missing file has no entries.

    Raises:
        LanguageError: A line has too many columns, or an entry stands twice.
    """
    lines = _read(home, name).splitlines()
    split = [line.split("\t") for line in lines if line and line[0] != COMMENT and not line.isspace()]
    found = {cells[0].strip(): tuple([cell.strip() for cell in cells[1:]]) for cells in split}
    if len(found) < len(split) or any(len(cells) >= columns for cells in found.values()):
        _refuse(lines, columns, f"{home.name}/{name}")
    if columns > 1:
        empty = ("",) * (columns - 1)
        found = {entry: cells + empty[len(cells) :] for entry, cells in found.items()}
    return found


def _refuse(lines: list[str], columns: int, place: str) -> None:
    """Names the first line of a list that has too many columns, or an entry that stands twice."""
    seen = set()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line[0] == COMMENT:
            continue
        entry, *others = map(str.strip, line.split("\t"))
        if len(others) >= columns:
            raise LanguageError(f"{place}: line {number}: {len(others) + 1} columns, expected {columns}")
        if entry in seen:
            raise LanguageError(f"{place}: line {number}: {entry!r} twice")
        seen.add(entry)


def rows(home: Folder, name: str, header: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The rows of a table whose columns have names, the second line's first; a missing file has no rows.

    Raises:
        LanguageError: The file has other columns, or a row has more or fewer cells than the header.
    """
    found = [tuple(line.split("\t")) for line in _read(home, name).splitlines()]
    if found and found[0] != header:
        raise LanguageError(f"{home.name}/{name}: line 1: expected the columns {', '.join(header)}")
    for number, row in enumerate(found, 1):
        if len(row) != len(header):
            raise LanguageError(f"{home.name}/{name}: line {number}: {len(row)} columns, expected {len(header)}")
    return found[1:]


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
        return (_data(path) if home.shipped else _bytes(path)).decode("utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise LanguageError(f"{home.name}/{name}: {error}") from error


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()
