"""Places: things that stand somewhere in a text, to be asked for by a stretch of it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from quoteattr.text.span import Span

_Thing = TypeVar("_Thing")
_WIDTH = 256  # characters


class Places(Generic[_Thing]):
    """Things by the stretches of a text that they stand on, so that a search looks at its surroundings only.

    Args:
        pairs: Stretches, each with what stands there; a thing may stand on several.

    Example:
        >>> places = Places([(Span(0, 4, "Sato"), 1), (Span(5, 10, "spoke"), 2)])
        >>> places.at(Span(8, 9, "k"))
        [2]
    """

    def __init__(self, pairs: Iterable[tuple[Span, _Thing]]) -> None:
        self._found: dict[int, list[tuple[Span, _Thing]]] = defaultdict(list)
        for span, thing in pairs:
            for number in range(span.start // _WIDTH, span.end // _WIDTH + 1):
                self._found[number].append((span, thing))

    def at(self, wanted: Span) -> list[_Thing]:
        """The things on a stretch that overlaps another, each once, in the order in which they were given."""
        found: dict[int, _Thing] = {}
        for number in range(wanted.start // _WIDTH, wanted.end // _WIDTH + 1):
            for span, thing in self._found.get(number, ()):
                if overlap(wanted, span):
                    found.setdefault(id(thing), thing)
        return list(found.values())


def overlap(one: Span, other: Span) -> int:
    """How many characters two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
