"""An index: patterns in their order, by the letter that a match of them begins with."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from quoteattr.grammar.expression import Expression


class HasRegex(Protocol):
    """What has an expression."""

    @property
    def regex(self) -> Expression:
        """The expression."""


Item = TypeVar("Item", bound=HasRegex)


class Index(dict[str, tuple[Item, ...]], Generic[Item]):
    """Patterns by the letter that a match begins with; an empty letter stands for the edge of what is looked at.

    Args:
        items: The patterns, in their order.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__()
        self._items = tuple(items)

    def __missing__(self, letter: str) -> tuple[Item, ...]:
        found = [item for item in self._items if item.regex.edge is None or letter in item.regex.edge]
        self[letter] = several = tuple(found)
        return several
