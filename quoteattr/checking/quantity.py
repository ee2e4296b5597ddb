"""A quantity: a number with what it counts, and whether another one says the same."""

import attrs

from quoteattr.checking.vocabulary import Operator, Unit

MONEY = "money"
YEAR, COUNT = Unit("", "year", 1.0), Unit("", "count", 1.0)
_SLACK = 0.1  # of a number that is said to be about another
_CONVERTED = 0.05  # of a number in another unit
_PASSED = 0.3  # of a number that is said to be passed


@attrs.frozen
class Quantity:
    """A number with what it counts.

    Args:
        value: The number.
        first: Its first word, a currency's sign included.
        last: One past the last word of number and unit.
        units: What it may be counted in; "year" and "count" have neither name nor size.
        noun: The stem of what is counted; empty where that is not told.
        rounding: Whether it is said to be about, under or over.
        exact: Whether it is no fraction, which stands for a percentage nearby.
    """

    value: float
    first: int
    last: int
    units: tuple[Unit, ...] = (COUNT,)
    noun: str = ""
    rounding: Operator | None = None
    exact: bool = True

    def agrees(self, source: "Quantity") -> bool:
        """Whether a number of a summary says what the source's says: the same, or truly rounded, or in another unit."""
        return any(self._agrees(source, one, other) for one in self.units for other in source.units)

    def _agrees(self, source: "Quantity", unit: Unit, other: Unit) -> bool:
        mine, theirs = self.value, source.value
        if unit != other:
            if unit.kind != other.kind or unit.kind == MONEY:
                return False
            mine, theirs = mine * unit.size, theirs * other.size
            return abs(mine - theirs) <= _CONVERTED * theirs
        if not (self.exact and source.exact):
            return abs(mine - theirs) <= 1
        return self._rounds(mine, theirs) if self.rounding else mine == theirs

    def alike(self, other: "Quantity") -> bool:
        """Whether both count the same sort of thing."""
        if not {unit.kind for unit in self.units} & {unit.kind for unit in other.units}:
            return False
        return self.units != (COUNT,) or self.noun == other.noun or not (self.noun and other.noun)

    def _rounds(self, mine: float, theirs: float) -> bool:
        if mine == theirs:
            return True
        if self.rounding is Operator.UNDER:
            return (1 - _SLACK) * mine <= theirs < mine
        if self.rounding is Operator.OVER:
            return mine < theirs <= (1 + _PASSED) * mine
        return abs(mine - theirs) <= _SLACK * theirs

    def rounded_from(self, source: "Quantity") -> bool:
        """Whether it is the source's number with fewer digits, though nothing says so."""
        if self.rounding or self.units != source.units or self.units == (YEAR,):
            return False
        digits = len(f"{self.value:.10g}".replace(".", "").strip("0")) or 1
        return float(f"{source.value:.{digits}g}") == self.value
