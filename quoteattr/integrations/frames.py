"""What all data frames share: texts in, columns of claims out."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from quoteattr import Claim, Scope, extract
from quoteattr.formats.records import Scalar, columns, records

Extract = Callable[[str], Sequence[Claim]]
"""What finds the claims of a text: `quoteattr.extract`, or one with your own settings."""

NAMES = tuple(column.name for column in columns())
"""The columns of a frame of claims."""


def finder(find: Extract | None, scope: Scope | str) -> Extract:
    """What finds claims: the caller's own function, or `extract` in a scope.

    Args:
        find: The caller's function; None for `extract`.
        scope: "speech" or "all"; idle beside a function of the caller's.
    """
    return partial(extract, scope=known_scope(scope)) if find is None else find


def known_scope(scope: Scope | str) -> Scope:
    """The scope of that name.

    Raises:
        ValueError: There is none.
    """
    if scope not in list(Scope):
        raise ValueError(f"no scope {scope!r}: known are {', '.join(Scope)}")
    return Scope(scope)


def table(texts: Iterable[object], find: Extract = extract) -> tuple[list[int], dict[str, list[Scalar]]]:
    """The claims of many texts as columns, and for each claim the number of its text.

    Args:
        texts: The texts; what is no string, such as a missing value, has no claims.
        find: Finds the claims of a text.

    Example:
        >>> rows, claims = table(["Sato said that the pact would last.", None])
        >>> rows, claims["speaker"]
        ([0], ['Sato'])
    """
    rows: list[int] = []
    found: dict[str, list[Scalar]] = {name: [] for name in NAMES}
    for number, text in enumerate(texts):
        for record in records(find(text)) if isinstance(text, str) else ():
            rows.append(number)
            for name in NAMES:
                found[name].append(record[name])
    return rows, found


def taken(name: str, present: Sequence[str]) -> str:
    """The name of a column that is kept beside the claims: one that a claim has as well gets an underscore."""
    while name in present:
        name += "_"
    return name


def check_column(name: str, found: Iterable[object]) -> None:
    """Raises where a frame has no such column.

    Raises:
        KeyError: It has not.
    """
    known = list(found)
    if name not in known:
        raise KeyError(f"no column {name!r}: there are {', '.join(map(repr, known)) or 'none'}")


def check_texts(given: object, expected: str) -> Sequence[object]:
    """Texts that stand in no frame, as a list.

    Args:
        given: What the caller gave.
        expected: What it may be, for the message.

    Raises:
        TypeError: It is nothing that texts could come from, or one string.
    """
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise TypeError(f"expected {expected}, not {type(given).__name__}")
    return list(given)
