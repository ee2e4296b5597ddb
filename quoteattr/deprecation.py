"""Deprecation: what is to go says so when it is used."""

import functools
import warnings
from collections.abc import Callable
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def deprecated(*, since: str, instead: str) -> Callable[[Callable[_Given, _Result]], Callable[_Given, _Result]]:
    """A decorator for a function that is to go: each call gives a `DeprecationWarning` at the caller's line.

    Args:
        since: The version that deprecates it.
        instead: What to use in its place.

    Example:
        >>> @deprecated(since="0.2", instead="extract")
        ... def find(text: str) -> str:
        ...     return text
        >>> find.__deprecated__
        'find is deprecated since quoteattr 0.2: use extract'
    """

    def decorate(function: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
        message = f"{function.__name__} is deprecated since quoteattr {since}: use {instead}"

        @functools.wraps(function)
        def warned(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
            warnings.warn(message, DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)

        warned.__deprecated__ = message  # type: ignore[attr-defined]  # the name that PEP 702 gives it
        return warned

    return decorate
