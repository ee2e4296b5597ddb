"""Once: what is made of an object at the first call, and kept for the next."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

Key = TypeVar("Key")
Made = TypeVar("Made")


def once(make: Callable[[Key], Made]) -> Callable[[Key], Made]:
    """A function of one object that makes its result at the first call with that object only.

    Args:
        make: Makes the result. What it raises is raised, and nothing is kept.

    Example:
        >>> import attrs
        >>> @attrs.frozen(eq=False)
        ... class Word:
        ...     text: str
        >>> @once
        ... def letters(word):
        ...     return list(word.text)
        >>> word = Word("said")
        >>> letters(word) is letters(word)
        True
    """
    kept: WeakKeyDictionary[Key, Made] = WeakKeyDictionary()

    @wraps(make)
    def made(key: Key) -> Made:
        found = kept.get(key)
        if found is None:
            found = kept[key] = make(key)
        return found

    return made
