"""Alterations: what was changed in a quotation whose words are not quite the source's."""

from collections.abc import Iterator, Sequence

from quoteattr.checking.content import Content, Sort
from quoteattr.checking.findings import Change, Severity
from quoteattr.checking.pair import Texts
from quoteattr.checking.placing import Place
from quoteattr.checking.reaches import TURNING
from quoteattr.checking.side import Side
from quoteattr.checking.vocabulary import Operator
from quoteattr.checking.words import opcodes

_SORTS = {
    Sort.NUMBER: Change.NUMBER,
    Sort.UNIT: Change.UNIT,
    Sort.DATE: Change.DATE,
    Sort.NAME: Change.NAME,
}
_SOFT = frozenset({Operator.HEDGE, Operator.INTENTION, Operator.OBLIGATION, Operator.HEARSAY})
_ORDER = (Change.NEGATION, Change.NUMBER, Change.UNIT, Change.DATE, Change.NAME, Change.HEDGE)

Swap = tuple[Sequence[int], Sequence[int]]


def alteration(place: Place, texts: Texts) -> tuple[Change, Severity, str]:
    """What was changed, how much it matters, and a sentence that says so."""
    swaps = list(_swaps(place, texts))
    found = {change for swap in swaps if (change := _change(swap, texts)) is not None}
    for change in _ORDER:
        if change in found:
            severity = Severity.MEDIUM if change is Change.HEDGE else Severity.HIGH
            return change, severity, _message(change)
    light = all(_light(swap, texts) for swap in swaps)
    severity = Severity.LOW if light else Severity.MEDIUM
    return Change.WORDS, severity, "Some words of the quotation are not the source's."


def _message(change: Change) -> str:
    if change in (Change.NEGATION, Change.HEDGE):
        return f"The quotation leaves out or puts in a {change}."
    return f"The quotation has another {change} than the source."


def _swaps(place: Place, texts: Texts) -> Iterator[Swap]:
    """The words of the summary that differ, with those of the source that stand in their place."""
    for match in place.matches:
        here = [texts.mine.words.keys[at] for at in match.piece.words]
        there = [texts.theirs.words.keys[at] for at in match.sources]
        for tag, begin, end, left, right in opcodes(there, here):
            if tag != "equal" and "".join(there[begin:end]) != "".join(here[left:right]):
                yield match.piece.words[left:right], match.sources[begin:end]


def _change(swap: Swap, texts: Texts) -> Change | None:
    mine, theirs = swap
    here, there = _operators(mine, texts.mine), _operators(theirs, texts.theirs)
    if bool(here & TURNING) != bool(there & TURNING):
        return Change.NEGATION
    sorts = [_sorts(mine, texts.mine.content), _sorts(theirs, texts.theirs.content)]
    for sort, change in _SORTS.items():
        if sort in sorts[0] and sort in sorts[1]:
            return change
    return Change.HEDGE if (there & _SOFT) != (here & _SOFT) else None


def _operators(numbers: Sequence[int], side: Side) -> frozenset[Operator]:
    found = (side.vocabulary.operator(side.words.keys, at) for at in numbers)
    return frozenset(one[0] for one in found if one is not None)


def _sorts(numbers: Sequence[int], content: Content) -> set[Sort]:
    return {content.sorts[at] for at in numbers if at in content.sorts}


def _light(swap: Swap, texts: Texts) -> bool:
    """Whether a swap touches only words without meaning, or another form of the same word."""
    mine, theirs = swap
    here = {texts.mine.content.stems[at] for at in mine if at in texts.mine.content.stems}
    return here == {texts.theirs.content.stems[at] for at in theirs if at in texts.theirs.content.stems}


def bracketed(place: Place, texts: Texts) -> bool:
    """Whether words in brackets stand for a name or number that the source does not have there."""
    mine, theirs = texts.mine, texts.theirs
    for match in place.matches:
        partner = dict(match.pairs)
        for cut, (first, last) in match.piece.brackets:
            before = partner.get(match.piece.words[cut - 1]) if cut else match.first - 1
            behind = partner.get(match.piece.words[cut]) if cut < len(match.piece.words) else match.last
            if before is None or behind is None:
                continue
            replaced = range(max(before + 1, 0), behind)
            if not replaced and not cut:
                replaced = _before(match.first, theirs)
            if not replaced and cut == len(match.piece.words):
                replaced = _behind(match.last, theirs)
            for sort in (Sort.NAME, Sort.NUMBER):
                put_in = {mine.content.stems[at] for at in range(first, last) if mine.content.sorts.get(at) is sort}
                there = {theirs.content.stems[at] for at in replaced if theirs.content.sorts.get(at) is sort}
                strange = not any(stem in theirs.content.places for stem in put_in)
                unknown = strange and replaced and sort is Sort.NAME
                if put_in and put_in.isdisjoint(there) and (there or unknown):
                    return True
    return False


def _before(first: int, side: Side) -> range:
    """The words before a quotation's first that a bracket there stands for: back to the beginning of the clause."""
    at = first
    while at > 0 and side.clauses.clause[at - 1] == side.clauses.clause[first] and first - at < _REACH:
        at -= 1
    return range(at, first)


def _behind(last: int, side: Side) -> range:
    at = last
    while at < len(side.words) and side.clauses.clause[at] == side.clauses.clause[last - 1] and at - last < _REACH:
        at += 1
    return range(last, at)


_REACH = 3
