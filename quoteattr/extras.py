"""Libraries that only some uses need: imported when used, and asked for by the name of their extra when missing."""

import importlib
import importlib.util
from typing import Any

from quoteattr.errors import QuoteattrError


class MissingExtraError(QuoteattrError, ImportError):
    """A library that an extra brings is not installed; the message tells how to install it.

    Example:
        >>> need("no_such_library", extra="spacy")
        Traceback (most recent call last):
        quoteattr.extras.MissingExtraError: no_such_library is not installed: pip install "quoteattr[spacy]"
    """


def need(module: str, *, extra: str) -> Any:  # noqa: ANN401  # modules of other libraries
    """The module of that name.

    Args:
        module: Its full name.
        extra: The extra of quoteattr that brings it.

    Raises:
        MissingExtraError: It is not installed.
    """
    library = module.partition(".")[0]
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise  # it is there, and misses something itself
        raise MissingExtraError(f'{library} is not installed: pip install "quoteattr[{extra}]"', name=library) from None


def present(module: str) -> bool:
    """Whether a top-level module of that name could be imported."""
    return importlib.util.find_spec(module) is not None
