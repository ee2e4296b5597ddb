"""Conformity: whether the tables and lists of a language hold what schema.toml says; the first fault is named."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from quoteattr.errors import LanguageError
from quoteattr.language.tables import Table, blank, schema

TEXT, FLAG, NAME, ANY, OPTIONAL, OR = "T", "B", "N", "*", "?", "|"
LISTS = "lists"


@cache
def _schema() -> Table:
    return schema()


class Checked(dict[str, Any]):
    """Tables or lists that were found to hold what they should when they were prepared."""


class _Keys(NamedTuple):
    """The keys of a table that it must have, all that it may have with what they hold, and what any other holds."""

    needed: tuple[str, ...]
    named: Mapping[str, Any]
    rest: Any


@cache
def _wanted(name: str) -> Any:  # noqa: ANN401  # a schema of any depth
    return _told(_schema()[name])


def _told(schema: Any) -> Any:  # noqa: ANN401  # a schema of any depth
    """A schema with its tables as keys."""
    if isinstance(schema, list):
        return [_told(schema[0])]
    if isinstance(schema, str) and OR in schema:
        return tuple(schema.split(OR))
    if not isinstance(schema, Mapping):
        return schema
    return _Keys(
        tuple(sorted(key for key in schema if key[-1] not in (OPTIONAL, ANY))),
        {key.removesuffix(OPTIONAL): _told(each) for key, each in schema.items() if key != ANY},
        _told(schema.get(ANY)),
    )


def check_table(table: object, name: str, place: str) -> None:
    """Refuses a table that does not hold what it should.

    Raises:
        LanguageError: The message names the place of the fault.
    """
    _check(table, _wanted(name), place)
    _check_blank(table, blank().get(name, {}), place)


def check_list(rows: Mapping[str, Sequence[str]], name: str, width: int, place: str) -> None:
    """Refuses a list whose rows have another number of columns, or values that none may have.

    Raises:
        LanguageError: The message names the entry.
    """
    fixed = _schema()[LISTS].get(name, ())
    if not rows or ("" not in rows and _holds(list(rows.values()), fixed, width - 1)):
        return
    for entry, cells in rows.items():
        if not entry or len(cells) != width - 1:
            raise LanguageError(f"{place}: {entry!r}: {len(cells) + 1} columns, expected {width}")
        for cell, known in zip(cells, fixed, strict=False):
            if cell not in known:
                raise LanguageError(f"{place}: {entry!r}: {cell!r} is none of {', '.join(known)}")


def _holds(rows: Sequence[Sequence[str]], fixed: Sequence[Sequence[str]], width: int) -> bool:
    """Whether all rows have as many cells, and in the first columns one of the values that are fixed for each."""
    if set(map(len, rows)) != {width}:
        return False
    return all(set(column) <= set(known) for column, known in zip(zip(*rows, strict=True), fixed, strict=False))


def _check(value: object, wanted: Any, place: str) -> None:  # noqa: ANN401  # a schema of any depth
    if isinstance(wanted, list):
        _check_items(value, wanted[0], place)
    elif isinstance(wanted, _Keys):
        _check_keys(value, wanted, place)
    elif isinstance(wanted, tuple):
        if value not in wanted:
            raise LanguageError(f"{place}: {value!r} is none of {', '.join(wanted)}")
    elif wanted in (TEXT, NAME) and type(value) is not str:
        raise LanguageError(f"{place}: expected a string")
    elif wanted == FLAG and type(value) is not bool:
        raise LanguageError(f"{place}: expected true or false")


def _check_items(value: object, wanted: Any, place: str) -> None:  # noqa: ANN401  # a schema of any depth
    if not isinstance(value, list):
        raise LanguageError(f"{place}: expected a list")
    for number, item in enumerate(value, 1):
        if item == "":
            raise LanguageError(f"{place} {number}: an empty string")
        if wanted != TEXT or type(item) is not str:
            _check(item, wanted, f"{place} {_name(item, number)}")
    named = isinstance(wanted, _Keys) and wanted.named.get("name") == NAME
    names = [item["name"] for item in value] if named else value if wanted == TEXT else []
    if len(set(names)) < len(names):
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise LanguageError(f"{place}: {twice!r} twice")


def _check_keys(value: object, wanted: _Keys, place: str) -> None:
    if not isinstance(value, Mapping):
        raise LanguageError(f"{place}: expected a table")
    for key in wanted.needed:
        if key not in value:
            raise LanguageError(f"{place}: no {key}")
    for key, item in value.items():
        inner = wanted.named.get(key, wanted.rest)
        if inner is None:
            raise LanguageError(f"{place}: unknown key {key!r}")
        if inner != TEXT or type(item) is not str:
            _check(item, inner, f"{place}: {key}")


def _check_blank(value: Any, blank: object, place: str) -> None:  # noqa: ANN401  # a table of any depth
    """Asks for every key that a language has that says nothing."""
    if isinstance(blank, Mapping):
        for key, inner in blank.items():
            if key not in value:
                raise LanguageError(f"{place}: no {key}")
            _check_blank(value[key], inner, f"{place}: {key}")


def _name(item: object, number: int) -> object:
    """An entry's own name, where it has one, in messages."""
    return repr(item["name"]) if isinstance(item, Mapping) and isinstance(item.get("name"), str) else number
