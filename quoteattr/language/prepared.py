"""Prepared data: what is worked out of the files of a language that ships, kept as plain data.

A wheel has it in a file, so that nobody waits for it. It is a matter of a language as it ships: one that the caller has
changed, or that was read from a folder, is worked out anew.
"""

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

Shelf = dict[str, Any]
Key = TypeVar("Key")

_shelves: WeakKeyDictionary[object, Shelf] = WeakKeyDictionary()


def keep(language: object, shelf: Shelf) -> None:
    """Gives a language that ships its shelf: the prepared data, or nothing yet."""
    _shelves[language] = shelf


def shelf_of(language: object) -> Shelf | None:
    """The shelf of a language that ships; None for any other, and where there is none."""
    return None if language is None else _shelves.get(language)


def prepared(language: Key, name: str, make: Callable[[Key], Any]) -> Any:  # noqa: ANN401  # plain data
    """What is worked out of a language: taken from its shelf where it has one, and else made.

    Args:
        language: The language.
        name: What the data is called on the shelf.
        make: Makes it, of what JSON can say and no more.
    """
    shelf = shelf_of(language)
    if shelf is None:
        return make(language)
    if name not in shelf:
        shelf[name] = make(language)
    return shelf[name]
