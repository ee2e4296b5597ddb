"""Places: things that stand somewhere in a text, to be asked for by a stretch of it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

_Thing = TypeVar("_Thing")
_WIDTH = 256  # characters


class Places(Generic[_Thing]):
    """Things by the stretches of a text that they stand on, so that a search looks at its surroundings only.

    Args:
        stretches: Start and end of each stretch, with what stands there; a thing may stand on several.

    Example:
        >>> places = Places([(0, 4, "Sato"), (5, 10, "spoke")])
        >>> places.at(8, 9)
        ['spoke']
    """

    def __init__(self, stretches: Iterable[tuple[int, int, _Thing]]) -> None:
        self._found: dict[int, list[tuple[int, int, _Thing]]] = defaultdict(list)
        for start, end, thing in stretches:
            for number in range(start // _WIDTH, end // _WIDTH + 1):
                self._found[number].append((start, end, thing))

    def at(self, start: int, end: int) -> list[_Thing]:
        """The things on a stretch that overlaps another, each once, in the order in which they were given."""
        found: dict[int, _Thing] = {}
        for number in range(start // _WIDTH, end // _WIDTH + 1):
            for first, last, thing in self._found.get(number, ()):
                if overlap(start, end, first, last):
                    found.setdefault(id(thing), thing)
        return list(found.values())


def overlap(start: int, end: int, first: int, last: int) -> int:
    """How many characters two stretches share."""
    return max(0, min(end, last) - max(start, first))
