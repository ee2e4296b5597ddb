"""Details: numbers, units, dates and names that a summary changes although the rest is the same."""

from collections.abc import Iterator, Sequence
from enum import Enum

import attrs

from quoteattr.checking.content import Sort
from quoteattr.checking.likeness import Likeness
from quoteattr.checking.quantity import YEAR
from quoteattr.checking.side import Side

_FEW = 2  # numbers up to this one are told in many ways: “both”, “a pair”

Range = tuple[int, int]


class Detail(Enum):
    """What sort of detail differs."""

    NUMBER = "number"
    ROUNDED = "rounded number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"


@attrs.frozen
class Changed:
    """A detail that differs.

    Args:
        detail: What sort it is of.
        mine: Its words in the summary.
        theirs: Its words in the source; None where it has none.
    """

    detail: Detail
    mine: Range
    theirs: Range | None = None


def changed(likeness: Likeness, wanted: Range, mine: Side, theirs: Side) -> Iterator[Changed]:
    """The details that differ between some words of the summary and a stretch of the source.

    Args:
        likeness: The stretch, and how it is aligned.
        wanted: The words of the summary: the first, and one past the last.
        mine: The summary.
        theirs: The source.
    """
    yield from _quantities(likeness, wanted, mine, theirs)
    yield from _dates(likeness, mine, theirs)
    yield from _names(likeness, wanted, mine, theirs)


def _quantities(likeness: Likeness, wanted: Range, mine: Side, theirs: Side) -> Iterator[Changed]:
    there = theirs.quantities.between(likeness.first, likeness.last)
    here = mine.quantities.between(*wanted)
    free = [one for one in there if not any(each.agrees(one) for each in here)]
    for one in here:
        if any(one.agrees(each) for each in there):
            continue
        found = [each for each in free if one.alike(each)]
        same = next((each for each in found if each.value == one.value and each.units != one.units), None)
        if same is not None:
            yield Changed(Detail.UNIT, (one.first, one.last), (same.first, same.last))
        elif any(one.agrees(each) and one.noun == each.noun for each in theirs.quantities.all):
            continue  # told elsewhere in the source
        elif found:
            best = found[0]
            rounded = one.rounded_from(best)
            detail = Detail.DATE if one.units == (YEAR,) else Detail.ROUNDED if rounded else Detail.NUMBER
            yield Changed(detail, (one.first, one.last), (best.first, best.last))
        elif one.value > _FEW and not any(one.value == each.value for each in theirs.quantities.all):
            yield Changed(Detail.DATE if one.units == (YEAR,) else Detail.NUMBER, (one.first, one.last))


def _dates(likeness: Likeness, mine: Side, theirs: Side) -> Iterator[Changed]:
    calendar, here, there = mine.vocabulary.calendar, mine.content, theirs.content
    for at in likeness.left:
        if here.sorts[at] is not Sort.DATE:
            continue
        kind = calendar[mine.words.keys[at]]
        others = [
            other
            for other in likeness.over
            if there.sorts[other] is Sort.DATE and calendar[theirs.words.keys[other]] == kind
        ]
        if others:
            yield Changed(Detail.DATE, (at, at + 1), (others[0], others[0] + 1))
        elif here.stems[at] not in there.places:
            yield Changed(Detail.DATE, (at, at + 1))


def _names(likeness: Likeness, wanted: Range, mine: Side, theirs: Side) -> Iterator[Changed]:
    partner = {pair.mine: pair.theirs for pair in likeness.pairs}
    over = set(likeness.over)
    runs = [run for run in _runs(range(likeness.first, likeness.last), theirs) if not _speaks(run, theirs)]
    strange = [run for run in runs if all(at in over for at in range(*run))]
    for run in _runs(range(*wanted), mine):
        matched = [at for at in range(*run) if at in partner]
        if matched:
            other = _run_of(partner[matched[0]], runs)
            if other is not None and _differ(run, other, partner, over, mine, theirs):
                yield Changed(Detail.NAME, run, other)
            elif strange and (instead := _instead(matched, strange, likeness, mine, theirs)) is not None:
                yield Changed(Detail.NAME, run, instead)
        elif not _related(run, strange, mine, theirs):
            known = any(mine.content.stems[at] in theirs.content.places for at in range(*run))
            if strange and _in_its_place(run, strange, likeness):
                yield Changed(Detail.NAME, run, _in_its_place(run, strange, likeness))
            elif not known:
                yield Changed(Detail.NAME, run, strange[0] if len(strange) == 1 else None)


def _runs(numbers: range, side: Side) -> list[Range]:
    """Names, as runs of their words."""
    found: list[Range] = []
    for at in numbers:
        if side.content.sorts.get(at) is not Sort.NAME:
            continue
        if found and found[-1][1] == at and side.words.gap(at) == " ":
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _speaks(run: Range, side: Side) -> bool:
    """Whether a name stands in the source of a claim, and not in what is claimed."""
    start, end = side.words.starts[run[0]], side.words.ends[run[1] - 1]
    return bool(side.sources.at(start, end)) and not side.saying.at(start, end)


def _run_of(at: int, runs: Sequence[Range]) -> Range | None:
    return next((run for run in runs if run[0] <= at < run[1]), None)


def _differ(run: Range, other: Range, partner: dict[int, int], over: set[int], mine: Side, theirs: Side) -> bool:
    """Whether two names that share a word have others that differ, and the source does not know the summary's."""
    strange = [at for at in range(*run) if at not in partner]
    return (
        bool(strange)
        and any(at in over for at in range(*other))
        and not any(mine.content.stems[at] in theirs.content.places for at in strange)
    )


def _instead(
    matched: Sequence[int], strange: Sequence[Range], likeness: Likeness, mine: Side, theirs: Side
) -> Range | None:
    """The name that the source has in the clause of all the rest, where the summary's stands in another clause."""
    here, there = mine.clauses.clause, theirs.clauses.clause
    names = {there[pair.theirs] for pair in likeness.pairs if pair.mine in matched}
    rest = {
        there[pair.theirs]
        for pair in likeness.pairs
        if mine.content.sorts[pair.mine] is Sort.PLAIN and here[pair.mine] == here[matched[0]]
    }
    if not names.isdisjoint(rest):
        return None
    return next((run for run in strange if there[run[0]] in rest), None)


def _in_its_place(run: Range, strange: Sequence[Range], likeness: Likeness) -> Range | None:
    """The name of the source that stands between the same words."""
    before = max((pair for pair in likeness.pairs if pair.mine < run[0]), default=None)
    behind = min((pair for pair in likeness.pairs if pair.mine >= run[1]), default=None)
    low = before.theirs if before else likeness.first - 1
    high = behind.theirs if behind else likeness.last
    return next((one for one in strange if low < one[0] and one[1] <= high), None)


def _related(run: Range, strange: Sequence[Range], mine: Side, theirs: Side) -> bool:
    """Whether a name is the initials of one of the source, or the other way round."""
    shown = mine.words.span(*run).text
    initials = "".join(word[0] for word in shown.split())
    for other in strange:
        there = theirs.words.span(*other).text
        if "".join(word[0] for word in there.split()) == shown.replace(".", "") or there.replace(".", "") == initials:
            return True
    return False
