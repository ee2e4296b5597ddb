"""An expression over shapes as an automaton: a state for each letter or set in it (Glushkov 1961)."""

import re
from collections import Counter
from typing import NamedTuple

from quoteattr.grammar.wordclass import LETTERS

MOST = 60  # a repeat of more than this counts as unbounded, and any other as none
TOKEN = re.compile(
    r"(?P<whole_token>(?P<look_open>\(\?<?[=!])|(?P<group_open>\((?:\?(?:P<\w+>|[:>|]))?)|(?P<group_close>\))|(?P<or_bar>\|)"
    r"|(?P<repeat_sign>[?*+]|\{\d*,?\d*\})(?P<repeat_manner>[?+]?)|\[(?P<letter_set>[^\]]+)\]|(?P<one_letter>.))",
    re.DOTALL,
)


class Part(NamedTuple):
    """A part of an expression: the states that it may begin and end with, and whether it may match nothing."""

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    empty: bool = True


class Automaton:
    """The states of an expression and the ways between them.

    Args:
        expression: A regular expression over shapes, as `Notation` writes it.

    Attributes:
        letters: For each state, the letters that lead to it.
        atoms: For each state, the stretches around it that are matched in one way only: possessive and atomic ones.
        ways: How many ways lead from a state to the next, by both.
        repeats: Ways that a possessive repeat adds; what went before on them is never tried anew.
        looping: The states inside unbounded repeats; no other can come back to itself.
        insides: The expressions inside lookarounds.
        whole: The states that all of it begins and ends with.

    Example:
        >>> sorted(Automaton("ab*c").ways)
        [(0, 1), (0, 2), (1, 1), (1, 2)]
    """

    def __init__(self, expression: str) -> None:
        self.letters: list[frozenset[str]] = []
        self.atoms: list[frozenset[int]] = []
        self.ways: Counter[tuple[int, int]] = Counter()
        self.repeats: set[tuple[int, int]] = set()
        self.looping: set[int] = set()
        self.insides: list[str] = []
        self._tokens = [match.groupdict() for match in TOKEN.finditer(expression)]
        self._tokens.append(dict.fromkeys(TOKEN.groupindex))
        self._at = self._count = 0
        self.whole = self._alternatives()

    @property
    def _next(self) -> dict[str, str | None]:
        return self._tokens[self._at]

    def _alternatives(self) -> Part:
        found = [self._sequence()]
        while self._next["or_bar"]:
            self._at += 1
            found.append(self._sequence())
        first = tuple(state for part in found for state in part.first)
        last = tuple(state for part in found for state in part.last)
        return Part(first, last, any(part.empty for part in found))

    def _sequence(self) -> Part:
        whole = Part()
        while (part := self._repeated()) is not None:
            self.ways.update((one, other) for one in whole.last for other in part.first)
            first = whole.first + part.first if whole.empty else whole.first
            last = whole.last + part.last if part.empty else part.last
            whole = Part(first, last, whole.empty and part.empty)
        return whole

    def _repeated(self) -> Part | None:
        begun = len(self.letters)
        part, token = self._single(), self._next
        sign = token["repeat_sign"]
        if part is None or sign is None:
            return part
        self._at += 1
        loop = []
        if is_unbounded(sign):
            loop = [(one, other) for one in part.last for other in part.first]
            self.looping.update(range(begun, len(self.letters)))
        if token["repeat_manner"] == "+":
            self._close_atom(begun)
            loop = [way for way in loop if not self.ways[way]]
            self.repeats.update(loop)
        self.ways.update(loop)
        return part._replace(empty=part.empty or sign[:2] in ("?", "*", "{0", "{,"))

    def _single(self) -> Part | None:
        token, begun = self._next, len(self.letters)
        if not (token["look_open"] or token["group_open"] or token["letter_set"] or token["one_letter"]):
            return None
        self._at += 1
        if token["look_open"]:
            self.insides.append(self._inside())
            return Part()
        if token["group_open"]:
            part = self._alternatives()
            self._at += 1
            if token["group_open"] == "(?>":
                self._close_atom(begun)
            return part
        self.letters.append(frozenset(token["one_letter"] or _members(token["letter_set"] or "")))
        self.atoms.append(frozenset())
        return Part((begun,), (begun,), empty=False)

    def _inside(self) -> str:
        """The expression of a lookaround, up to its closing bracket."""
        begun, depth = self._at, 1
        while depth:
            depth += bool(self._next["group_open"] or self._next["look_open"]) - bool(self._next["group_close"])
            self._at += 1
        return "".join(token["whole_token"] or "" for token in self._tokens[begun : self._at - 1])

    def _close_atom(self, begun: int) -> None:
        self._count += 1
        for state in range(begun, len(self.letters)):
            self.atoms[state] |= {self._count}


def is_unbounded(sign: str) -> bool:
    """Whether a sign repeats without a bound, or so often that it makes no difference.

    Example:
        >>> [sign for sign in ("?", "*", "+", "{2}", "{0,20}", "{2,}", "{0,300}") if is_unbounded(sign)]
        ['*', '+', '{2,}', '{0,300}']
    """
    if sign[0] != "{":
        return sign != "?"
    most = sign[1:-1].rpartition(",")[2]
    return not most or int(most) > MOST


def _members(written: str) -> frozenset[str]:
    """The letters of a set, ranges among them, or all others."""
    letters = re.sub(r"(.)-(.)", lambda row: "".join(map(chr, range(ord(row[1]), ord(row[2]) + 1))), written)
    return frozenset(LETTERS).difference(letters) if written.startswith("^") else frozenset(letters)
