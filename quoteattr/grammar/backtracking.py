"""Backtracking: how often an expression over shapes may try one stretch anew.

A state of the automaton that comes back to itself on two ways over the same letters makes work that doubles with each
letter; a chain of loops over the same letters makes work that grows with a power of the length (Weber and Seidl 1991).
Loops are compared by their letters alone, so that never less is found than there is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quoteattr.grammar.automaton import TOKEN, Automaton, is_unbounded

HIGHEST = 3
"""The highest power of a sentence's length that a pattern's work may grow with; the reader bounds that length."""

Ways = Mapping[int, Sequence[int]]


def check(expression: str) -> None:
    """Refuses an expression whose work could grow beyond bounds.

    Args:
        expression: A regular expression over shapes.

    Raises:
        ValueError: It does; the message says why, and what helps.

    Example:
        >>> check("(?:ab*)*"), check("a*ba*"), check("a*a*")
        (None, None, None)
        >>> check("(?:a*)*")
        Traceback (most recent call last):
        ValueError: a repeat may take one stretch in several ways; make the inner one possessive: *+
    """
    repeated = _unbounded(expression)
    if not repeated or (len(repeated) == 1 and repeated[0] != ")"):
        return  # one repeat of a single letter or set takes a stretch in one way
    automaton = Automaton(expression)
    for inside in automaton.insides:
        check(inside)
    if _doubles(automaton):
        raise ValueError("a repeat may take one stretch in several ways; make the inner one possessive: *+")
    if power(automaton) > HIGHEST:
        raise ValueError("too many repeats over the same classes in a row; bound them or make them possessive: *+")


def _unbounded(expression: str) -> list[str]:
    """What stands before each repeat without a bound: a closing bracket, or a letter or set."""
    found, before = [], ""
    for token in TOKEN.finditer(expression):
        if token["repeat_sign"] and is_unbounded(token["repeat_sign"]):
            found.append(before)
        before = token.group()
    return found


def _doubles(automaton: Automaton) -> bool:
    """Whether a state comes back to itself on two ways over the same letters."""
    ways = _ways(way for way in automaton.ways if way not in automaton.repeats)
    for loop in _loops(ways, automaton.looping):
        inner = {one: [other for other in ways[one] if other in loop] for one in loop}
        if any(automaton.ways[one, other] > 1 for one, others in inner.items() for other in others):
            return True
        if len(loop) > 1 and _parts_and_meets(automaton.letters, inner):
            return True
    return False


def _parts_and_meets(letters: Sequence[frozenset[str]], inner: Ways) -> bool:
    """Whether two runs over the same letters part inside a loop and meet again."""
    todo = [(state, state) for state in inner]
    before: dict[tuple[int, int], list[tuple[int, int]]] = {pair: [] for pair in todo}
    while todo:
        pair = todo.pop()
        for one in inner[pair[0]]:
            for other in inner[pair[1]]:
                if letters[one] & letters[other]:
                    if (one, other) not in before:
                        before[one, other] = []
                        todo.append((one, other))
                    before[one, other].append(pair)
    todo = [(state, state) for state in inner]
    meeting = set(todo)
    while todo:
        found = set(before[todo.pop()]) - meeting
        if any(one != other for one, other in found):
            return True
        meeting |= found
        todo += found
    return False


def power(automaton: Automaton) -> int:
    """The power of the length that the work may grow with: 1 where no stretch is tried twice.

    Example:
        >>> [power(Automaton(each)) for each in ("a*ba*", "a*a*", "a*+a*", "a*(?=a*)")]
        [1, 2, 1, 2]
    """
    ways = _ways(automaton.ways)
    loops = _loops(ways, automaton.looping)
    over = [frozenset[str]().union(*(automaton.letters[state] for state in loop)) for loop in loops]
    atoms = [frozenset.intersection(*(automaton.atoms[state] for state in loop)) for loop in loops]
    lengths: dict[int, int] = {}

    def length(at: int) -> int:
        """How many loops a chain from this one on has at the most."""
        if at not in lengths:
            lengths[at] = 1 + max((length(other) for other in range(len(loops)) if follows(at, other)), default=0)
        return lengths[at]

    def follows(one: int, other: int) -> bool:
        shared = over[one] & over[other]
        if one == other or not shared or atoms[one] - atoms[other]:
            return False
        return _leads(ways, automaton.letters, shared, loops[one], loops[other])

    outer = max(map(length, range(len(loops))), default=1)
    return outer + max((power(Automaton(inside)) for inside in automaton.insides if _unbounded(inside)), default=0)


def _leads(
    ways: Ways, letters: Sequence[frozenset[str]], shared: frozenset[str], one: Iterable[int], other: frozenset[int]
) -> bool:
    """Whether a way leads from one loop to another over letters of both."""
    todo = list(one)
    seen = set(todo)
    while todo:
        for state in ways[todo.pop()]:
            if state not in seen and letters[state] & shared:
                if state in other:
                    return True
                seen.add(state)
                todo.append(state)
    return False


def _ways(pairs: Iterable[tuple[int, int]]) -> Ways:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        found[one].append(other)
    return found


def _loops(ways: Ways, states: Iterable[int]) -> list[frozenset[int]]:
    """The states that can come back to themselves, those that reach each other together."""
    reached = {state: _reached(ways, state) for state in sorted(states)}
    looping = [state for state, others in reached.items() if state in others]
    return list(dict.fromkeys(frozenset(o for o in looping if o in reached[s] and s in reached[o]) for s in looping))


def _reached(ways: Ways, state: int) -> set[int]:
    todo, found = list(ways.get(state, ())), set(ways.get(state, ()))
    while todo:
        new = set(ways.get(todo.pop(), ())) - found
        found |= new
        todo += new
    return found
