"""Reaches: which words of a text a negation, doubt, question, condition or hedge reaches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import attrs

from quoteattr.checking.clauses import Clauses
from quoteattr.checking.vocabulary import Operator, Vocabulary
from quoteattr.checking.words import Words

_AHEAD = 5  # words from a negation to the verb of thinking that it negates
_NEAR = 3  # words between “asked” and its “if”
TURNING = frozenset({Operator.NEGATION, Operator.DENIAL, Operator.DOUBT})
"""What turns a content into its opposite."""


@attrs.frozen
class Reach:
    """An operator and the words that it reaches.

    Args:
        operator: What it does.
        anchor: The number of its first word.
        first: The first word that it reaches.
        last: One past the last.
    """

    operator: Operator
    anchor: int
    first: int
    last: int


class Reaches:
    """What the operators of a text reach.

    Args:
        words: The text's words.
        clauses: Its clauses.
        vocabulary: What the words mean.
    """

    def __init__(self, words: Words, clauses: Clauses, vocabulary: Vocabulary) -> None:
        self._words, self._clauses, self._vocabulary = words, clauses, vocabulary
        self._by_sentence: dict[int, list[Reach]] = {}

    def at(self, word: int) -> Iterator[Reach]:
        """The operators that reach a word."""
        number = self._clauses.sentence[word]
        found = self._by_sentence.get(number)
        if found is None:
            found = self._by_sentence[number] = list(self._sentence(*self._clauses.bounds[number]))
        for reach in found:
            if reach.first <= word < reach.last:
                yield reach

    def _sentence(self, first: int, last: int) -> Iterator[Reach]:
        if self._clauses.asked(last):
            yield Reach(Operator.QUESTION, first, first, last)
        elif self._words.keys[first] in self._vocabulary.inverting and self._clauses.subject(first + 1):
            yield Reach(Operator.CONDITION, first, first, self._end(self._clauses.extent, first))
        at = first
        while at < last:
            found = self._vocabulary.operator(self._words.keys, at)
            if self._words.keys[at] in self._vocabulary.saying:
                yield from self._hearsay(at)
            if found is None or self._is_month(at):
                at += 1
                continue
            operator, length = found
            reach = self._reach(operator, at, at + length, (first, last))
            if reach is not None:
                yield reach
            at += length

    def _hearsay(self, at: int) -> Iterator[Reach]:
        """What others are said to say: “they tell everybody that …”."""
        own = self._vocabulary.own | self._vocabulary.generic
        if at == 0 or self._words.keys[at - 1] in own or not self._clauses.subject(at - 1):
            return
        for place in range(at + 1, min(at + 1 + _NEAR, len(self._words))):
            if self._vocabulary.closed.get(self._words.keys[place]) == "THAT":
                yield Reach(Operator.HEARSAY, at, place, self._end(self._clauses.extent, place))
                return

    def _is_month(self, at: int) -> bool:
        """Whether a word that is also a modal names a month: “in May”."""
        words = self._words
        if self._vocabulary.calendar.get(words.keys[at]) is None or not words.capital(at):
            return False
        begins = self._clauses.sentence[at] != self._clauses.sentence[at - 1] if at else True
        return not begins or (at + 1 < len(words) and words.keys[at + 1][0].isdigit())

    def _reach(self, operator: Operator, at: int, after: int, sentence: tuple[int, int]) -> Reach | None:
        clause, extent = self._clauses.clause, self._clauses.extent
        match operator:
            case Operator.NEUTRAL | Operator.BELIEVING | Operator.FACTIVE:
                found = None
            case Operator.NEGATION:
                found = self._negation(at, after)
            case Operator.QUESTION if self._words.keys[at] not in self._vocabulary.choices:
                found = self._question(at, after)
            case Operator.QUESTION:
                found = Reach(operator, at, after, self._end(clause, at))
            case Operator.CONDITION:
                found = self._condition(at, after, sentence)
            case Operator.DENIAL | Operator.DOUBT:
                found = Reach(operator, at, after, self._end(extent, after))
            case Operator.INTENTION:
                found = Reach(operator, at, after, self._end(clause, after))
            case _:
                found = Reach(operator, at, self._begin(clause, at), self._end(clause, at))
        return found

    def _negation(self, at: int, after: int) -> Reach:
        keys, end = self._words.keys, self._end(self._clauses.clause, at)
        for place in range(after, min(after + _AHEAD, end)):
            found = self._vocabulary.operator(keys, place)
            denied = keys[place] in self._vocabulary.denied
            if found is None and not denied and keys[place] not in self._vocabulary.doubted:
                continue
            operator = found[0] if found else Operator.BELIEVING
            if operator is Operator.FACTIVE:
                return Reach(Operator.NEGATION, at, after, place + found[1])  # type: ignore[index]
            if operator is Operator.BELIEVING and self._embeds(place):
                negates = Operator.DENIAL if denied else Operator.DOUBT
                return Reach(negates, at, after, self._end(self._clauses.extent, place))
        return Reach(Operator.NEGATION, at, after, max(end, after))

    def _embeds(self, at: int) -> bool:
        """Whether a clause is what a word of thinking or saying is about."""
        keys, after = self._words.keys, at + 1
        if after >= len(keys):
            return False
        verb = keys[at] not in self._vocabulary.doubted | self._vocabulary.denied
        return keys[after] in self._vocabulary.complementisers or (verb and self._clauses.subject(after))

    def _question(self, at: int, after: int) -> Reach | None:
        """What is asked: only where a word such as “whether” follows soon."""
        for place in range(after, min(after + _AHEAD, len(self._words))):
            if self._words.keys[place] in self._vocabulary.complementisers:
                return Reach(Operator.QUESTION, at, place, self._end(self._clauses.extent, place))
        return None

    def _condition(self, at: int, after: int, sentence: tuple[int, int]) -> Reach | None:
        before = self._words.keys[max(sentence[0], at - _NEAR) : at]
        if self._words.keys[at] in self._vocabulary.choices and not self._vocabulary.deciding.isdisjoint(before):
            return Reach(Operator.QUESTION, at, after, self._end(self._clauses.extent, after))
        # “…, but only if …” is a condition of what stands before
        inside = at - 1 if at > sentence[0] and self._words.keys[at] in self._vocabulary.contrasts else at
        return Reach(
            Operator.CONDITION, at, self._begin(self._clauses.extent, inside), self._end(self._clauses.extent, at)
        )

    def _end(self, numbers: list[int], at: int) -> int:
        """One past the last word of a word's clause, or of what a verb there reaches."""
        return bisect_right(numbers, numbers[at], lo=at) if at < len(numbers) else at

    def _begin(self, numbers: list[int], at: int) -> int:
        return bisect_left(numbers, numbers[at], hi=at)
