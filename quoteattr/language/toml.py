"""TOML: what most tables of a language are written in is read at once; all else in TOML is left to `tomllib`.

Tables and lists of tables with a bare name, bare keys, and strings, lists of strings and truth values make up nearly
all of a language's data. `tomllib` takes four times as long for them.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from tomllib import TOMLDecodeError
from typing import Any

__all__ = ["TOMLDecodeError", "loads"]

_TEXT = r'(?:[^"\\\x00-\x1f\x7f]++|\\n)*'
_PLAIN = re.compile(
    rf"""
    (?: (?P<key>[\w-]++) \ =\ (?:
            "(?P<text>{_TEXT})"
          | \[\s*+ (?P<list>(?:"{_TEXT}"\s*+ (?:,\s*+|(?=\])))*) \]
          | (?P<truth>true|false) )
      | \[ (?P<table>[\w-]++) \]
      | \[\[ (?P<entry>[\w-]++) \]\]
    )? \ *+ (?:\#[^\x00-\x08\x0a-\x1f\x7f]*+)? (?:\n|\Z)
    """,
    re.VERBOSE | re.ASCII,
)
_STRINGS = re.compile(f'"({_TEXT})"')
_VALUES: Mapping[str, Callable[[str], object]] = {
    "text": lambda written: written.replace("\\n", "\n"),
    "list": lambda written: [each.replace("\\n", "\n") for each in _STRINGS.findall(written)],
    "truth": lambda written: written == "true",
}


def loads(text: str) -> dict[str, Any]:
    r"""The tables of a TOML file, as `tomllib.loads` reads them.

    Raises:
        TOMLDecodeError: The text is no TOML.

    Example:
        >>> loads('[[rule]]\nname = "shouting"\nwords = ["cry", "yell"]')
        {'rule': [{'name': 'shouting', 'words': ['cry', 'yell']}]}
    """
    found = _plain(text)
    return tomllib.loads(text) if found is None else found


def _plain(text: str) -> dict[str, Any] | None:
    """The tables of a file; None where there is more in it than is read here, or a fault."""
    tables: dict[str, Any] = {}
    lists: dict[str, list[dict[str, Any]]] = {}
    here, at = tables, 0
    while at < len(text):
        match = _PLAIN.match(text, at)
        if match is None:
            return None
        at, kind = match.end(), match.lastgroup
        if kind is None:
            continue  # a blank line or a comment
        key, value = match["key"], match[kind]
        if key is None:
            key, into, here = value, tables, {}
            made: object = here
            if kind == "entry":
                made = lists.setdefault(key, [])
                lists[key].append(here)
        else:
            into, made = here, _VALUES[kind](value)
        if key in into and (kind != "entry" or into[key] is not made):
            return None  # a key or a table twice
        into[key] = made
    return tables
