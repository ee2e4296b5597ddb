"""Difference: what a summary has dropped of what its source's words are said under, or added to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quoteattr.checking.clauses import Clauses
from quoteattr.checking.commitment import Commitments, Stance
from quoteattr.checking.vocabulary import Operator
from quoteattr.claim import Claim

_SOFT = frozenset({Operator.HEDGE, Operator.INTENTION, Operator.OBLIGATION, Operator.HYPOTHESIS})
# In the order in which a dropped one is told; each with what may stand for it in the summary.
_KEPT_BY: Mapping[Operator, frozenset[Operator]] = {
    Operator.UNSAID: frozenset({Operator.UNSAID}),
    Operator.QUESTION: frozenset({Operator.QUESTION, Operator.DOUBT, Operator.HEDGE}),
    Operator.HYPOTHESIS: frozenset({Operator.HYPOTHESIS, Operator.CONDITION, Operator.HEDGE, Operator.INTENTION}),
    Operator.CONDITION: frozenset({Operator.CONDITION, Operator.HYPOTHESIS}),
    Operator.HEARSAY: frozenset({Operator.HEARSAY, Operator.HEDGE}),
    Operator.HEDGE: _SOFT | {Operator.HEARSAY, Operator.CONDITION, Operator.DOUBT, Operator.QUESTION},
    Operator.INTENTION: _SOFT | {Operator.CONDITION, Operator.QUESTION},
    Operator.OBLIGATION: _SOFT | {Operator.CONDITION, Operator.QUESTION},
}
_TURNING_ORDER = (Operator.DENIAL, Operator.DOUBT, Operator.NEGATION)

Level = tuple[Commitments, Claim | None]
"""What the words of a text are said under, and the claim whose own words count."""


class Pair(NamedTuple):
    """A word of the summary and the one of the source that it repeats.

    Args:
        mine: The number of the summary's word.
        theirs: The number of the source's.
        opposed: Whether the two say the opposite of each other.
    """

    mine: int
    theirs: int
    opposed: bool = False


class Difference(NamedTuple):
    """What differs in what two texts commit to.

    Args:
        operator: What one has and the other has not.
        dropped: Whether it is the summary that lacks it.
        by_cue: Whether it lies in how the claim is introduced, and not in its content.
        anchor: The number of its first word, in the text that has it; None where it lies in a cue.
    """

    operator: Operator
    dropped: bool
    by_cue: bool = False
    anchor: int | None = None


def difference(mine: Level, theirs: Level, pairs: Iterable[Pair]) -> Difference | None:
    """What differs in what two texts commit to, told of the words that they share; None where nothing does.

    Args:
        mine: The summary's commitments and its claim.
        theirs: The source's, with the claim that was found.
        pairs: The words that carry meaning and that both have.
    """
    clause = mine[0].clauses.clause
    by_clause: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_clause[clause[pair.mine]].append(pair)
    about = (_of_one_clause(several, mine[0].clauses, theirs[0].clauses) for several in by_clause.values())
    found = [each for several in about for each in _in_clause(mine, theirs, several)]
    return min(found, key=_rank, default=None)


def _of_one_clause(pairs: Sequence[Pair], mine: Clauses, theirs: Clauses) -> Sequence[Pair]:
    """Those that stand in one clause of the source: where the predicate of the summary's clause is, or most of them.

    What has no verb of its own (“but not easy”) belongs to it. What stands before the predicate is not asked about.
    """
    predicate = mine.predicate(min(pairs).mine)
    if predicate is not None and any(pair.mine == predicate for pair in pairs):
        pairs = [pair for pair in pairs if pair.mine >= predicate]
    numbers = [theirs.clause[pair.theirs] for pair in pairs]
    head = next((theirs.clause[pair.theirs] for pair in pairs if pair.mine == predicate), None)
    wanted = max(numbers, key=numbers.count) if head is None else head
    kept = {number for number in numbers if number == wanted or theirs.verbless(number)}
    return [pair for pair, number in zip(pairs, numbers, strict=True) if number in kept]


def _rank(difference: Difference) -> int:
    order = [*_TURNING_ORDER, *_KEPT_BY]
    return order.index(difference.operator)


def _in_clause(mine: Level, theirs: Level, pairs: Sequence[Pair]) -> Iterator[Difference]:
    here = {pair: mine[0].stance(pair.mine, mine[1]) for pair in pairs}
    there = {pair: theirs[0].stance(pair.theirs, theirs[1]) for pair in pairs}
    turned = _turned(here, there)
    if turned is not None:
        yield turned
    for operator, kept_by in _KEPT_BY.items():
        reached = [pair for pair in pairs if operator in there[pair].operators]
        kept = any(not kept_by.isdisjoint(here[pair].operators) for pair in pairs)
        if reached and len(reached) * 2 >= len(pairs) and not kept:
            anchor = there[reached[0]].operators[operator]
            yield Difference(operator, dropped=True, by_cue=anchor is None, anchor=anchor)


def _turned(here: Mapping[Pair, Stance], there: Mapping[Pair, Stance]) -> Difference | None:
    """The negation, denial or doubt that one text has and the other has not."""
    mine = [pair for pair, stance in here.items() if stance.turned]
    theirs = [pair for pair, stance in there.items() if stance.turned != pair.opposed]
    apart = set(mine).isdisjoint(theirs) if mine and theirs else mine or theirs
    if not apart:
        return None
    reached = (theirs or mine)[0]
    with_it, without = (there, here) if theirs else (here, there)
    operators = {**without[reached].operators, **with_it[reached].operators}
    operator = next((one for one in _TURNING_ORDER if one in operators), Operator.NEGATION)
    by_cue = operator in operators and operators[operator] is None
    return Difference(operator, bool(theirs), by_cue, operators.get(operator))
