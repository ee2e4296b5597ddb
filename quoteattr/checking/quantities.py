"""Quantities: the numbers of a text with their units, however they are written."""

from collections.abc import Sequence
from functools import cached_property

from quoteattr.checking.content import Content
from quoteattr.checking.quantity import COUNT, YEAR, Quantity
from quoteattr.checking.vocabulary import Operator, Unit
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.wordclass import LETTER

_YEARS = range(1000, 2101)
_TEN, _TENS, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_DIGITS = 4  # of a year
_SHORTEST = 3  # letters of a word that may follow “a”: “a million”, but not “a m”
_INSIDE = frozenset({" ", "-", "", "\u00a0", "\u2009"})  # what stands between the words of a number
_RANGE = frozenset({"–", "-", "—", " – "})  # what stands between the ends of a range
_SCALED = 2  # words of a number with its scale
_NOUN = 3  # words behind a number among which what is counted is looked for
_AFTER_FRACTIONS = frozenset({"OF", "DET"})
_MODIFIERS = frozenset(LETTER[name] for name in ("ADJ", "ADV", "VEN", "VED"))


class Quantities:
    """The quantities of a text.

    Args:
        content: The text's words that carry meaning.
        lexicon: The classes of words.
    """

    def __init__(self, content: Content, lexicon: Lexicon) -> None:
        self._content, self._lexicon = content, lexicon
        self._words, self._vocabulary = content.words, content.vocabulary

    @cached_property
    def all(self) -> Sequence[Quantity]:
        """All of them, in text order."""
        return self.between(0, len(self._words))

    def between(self, first: int, last: int) -> Sequence[Quantity]:
        """Those that begin among some words."""
        found: list[Quantity] = []
        at = first
        while at < last:
            number = self._number(at)
            if number is None:
                at += 1
                continue
            value, end = number
            found.append(self._quantity(value * self._shared(at, end), at, end))
            at = max(found[-1].last, end)
        return found

    def _number(self, at: int) -> tuple[float, int] | None:
        """The number that begins at a word, and where it ends."""
        total = current = 0.0
        place = at
        while place < len(self._words) and (place == at or self._words.gap(place) in _INSIDE):
            key = self._words.keys[place]
            value, scale = _digits(key), self._vocabulary.scales.get(key) if place > at else None
            if value is not None and (place == at or self._goes_on(current, value, place)):
                current += value
            elif scale is not None:
                total, current = (total, current * scale) if scale < _THOUSAND else (total + current * scale, 0.0)
            elif place == at or not self._joins(key, place, total + current):
                break
            place += 1
        return (total + current, place) if place > at else self._without_number(at)

    def _shared(self, first: int, end: int) -> float:
        """The scale that the lower end of a range shares with the upper one: "$410–430 million"."""
        if end - first > 1 or end >= len(self._words) or self._words.gap(end) not in _RANGE:
            return 1.0
        number = self._number(end)
        if number is None or number[1] - end != _SCALED:
            return 1.0
        return self._vocabulary.scales.get(self._words.keys[number[1] - 1], 1.0)

    def _goes_on(self, current: float, value: float, place: int) -> bool:
        spelled = not self._words.shown(place)[:1].isdigit()
        return spelled and (
            current == 0
            or (current % _HUNDRED == 0 and value < _HUNDRED)
            or (current % _TEN == 0 and current % _HUNDRED >= _TENS and value < _TEN)
        )

    def _joins(self, key: str, place: int, so_far: float) -> bool:
        """Whether an “and” stands inside a number: two hundred and five."""
        following = self._words.keys[place + 1] if place + 1 < len(self._words) else ""
        spelled = following and not self._words.shown(place + 1)[:1].isdigit()
        value = _digits(following)
        return bool(
            key in self._vocabulary.joiners and spelled and value is not None and value < _HUNDRED
            and so_far >= _HUNDRED and so_far % _HUNDRED == 0
        )  # fmt: skip

    def _without_number(self, at: int) -> tuple[float, int] | None:
        """A hundred, a million, half of: the article stands for one."""
        words, vocabulary = self._words, self._vocabulary
        key = words.keys[at]
        closed = vocabulary.closed
        after = words.keys[at + 1] if at + 1 < len(words) else ""
        before = closed.get(words.keys[at - 1]) if at else None
        followed = closed.get(after) in _AFTER_FRACTIONS or (before == "DET" and at + 1 not in self._content.sorts)
        if key in vocabulary.fractions and followed:
            return vocabulary.fractions[key], at + 1
        if key in vocabulary.scales and len(key) >= _SHORTEST and before == "DET":
            return vocabulary.scales[key], at + 1
        return None

    def _quantity(self, value: float, first: int, end: int) -> Quantity:
        words, vocabulary = self._words, self._vocabulary
        if end < len(words) and words.keys[end] in vocabulary.fractions and words.gap(end) in (" ", "-"):
            return Quantity(
                value * vocabulary.fractions[words.keys[end]], first, end + 1, vocabulary.share, exact=False
            )
        if words.keys[first] in vocabulary.fractions:
            return Quantity(value, first, end, vocabulary.share, rounding=self._rounding(first), exact=False)
        units: tuple[Unit, ...] = (COUNT,)
        last, begin = end, first
        if first and words.keys[first - 1] in vocabulary.units and words.gap(first) == "":
            units, begin = vocabulary.units[words.keys[first - 1]], first - 1
        for length in (2, 1):
            key = "".join(words.keys[end : end + length])
            if (
                units == (COUNT,)
                and end + length <= len(words)
                and key in vocabulary.units
                and words.gap(end) in (" ", "", "-", "\u00a0")
            ):
                units, last = vocabulary.units[key], end + length
        rounding = self._rounding(begin)
        if units != (COUNT,):
            return Quantity(value, begin, last, units, rounding=rounding)
        if value in _YEARS and end - first == 1 and len(words.shown(first)) == _DIGITS and not self._noun(end)[0]:
            return Quantity(value, begin, last, units=(YEAR,), rounding=rounding)
        noun, stop = self._noun(end)
        return Quantity(value, begin, stop, noun=noun, rounding=rounding)

    def _noun(self, end: int) -> tuple[str, int]:
        """The stem of what is counted, and one past its word; of what stands at once behind the number only."""
        words, content = self._words, self._content
        for place in range(end, min(end + _NOUN, len(words))):
            if words.gap(place) != " " or words.keys[place][0].isdigit():
                break
            if place not in content.sorts:
                break
            if (
                place + 1 < len(words)
                and place + 1 in content.sorts
                and words.gap(place + 1) == " "
                and self._modifier(place)
            ):
                continue
            return content.stems[place], place + 1
        return "", end

    def _modifier(self, at: int) -> bool:
        return self._lexicon.lower(self._words.keys[at]) in _MODIFIERS

    def _rounding(self, first: int) -> Operator | None:
        words, vocabulary = self._words, self._vocabulary
        for length in (3, 2, 1):
            start = first - length
            if start >= 0:
                found = vocabulary.operator(words.keys, start, vocabulary.rounding)
                if found is not None and start + found[1] == first:
                    return found[0]
        return None


def _digits(key: str) -> float | None:
    if not key[:1].isdigit():
        return None
    try:
        return float(key)
    except ValueError:
        return None
