"""Once: what is made of an object at the first call, and kept for the next."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Key = TypeVar("Key")
Made = TypeVar("Made")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the garbage collector from running while much is made that stays.

    It would look through all of it again and again. A collector that is off stays off.

    Example:
        >>> import gc
        >>> with uncollected():
        ...     gc.isenabled()
        False
        >>> gc.isenabled()
        True
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


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
            with uncollected():
                found = kept[key] = make(key)
        return found

    return made


class Kept(dict[Key, Made], Generic[Key, Made]):
    """What is made of a key when it is first asked for, and kept.

    Args:
        make: Makes it.

    Example:
        >>> lengths = Kept(len)
        >>> lengths["said"], dict(lengths)
        (4, {'said': 4})
    """

    def __init__(self, make: Callable[[Key], Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Made:
        found = self[key] = self._make(key)
        return found
