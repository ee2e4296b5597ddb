"""Likeness: which sentences of the source tell what some words of the summary tell, and word by word how."""

from collections.abc import Sequence
from difflib import SequenceMatcher

import attrs

from quoteattr.checking.content import Content, Sort
from quoteattr.checking.difference import Pair
from quoteattr.checking.side import Side
from quoteattr.checking.stems import Stems

_SEEDS = 6  # words of the summary by which the source is searched, the rarest ones
_TRIED = 6  # sentences that are compared word by word
_GLANCED = 60  # sentences of which all words are looked at, to choose those
_OPEN = frozenset({Sort.NUMBER, Sort.UNIT, Sort.DATE, Sort.NAME})


@attrs.frozen
class Likeness:
    """A stretch of the source that may tell the same.

    Args:
        first: Its first word.
        last: One past its last.
        pairs: The words that both have.
        share: How much of what the summary tells is there, from 0 to 1; rare words count more. Names, numbers and dates
            that are not there do not count, as they may have been changed.
        left: The summary's words that carry meaning and are not there.
        over: The source's words that carry meaning and have no partner.
    """

    first: int
    last: int
    pairs: Sequence[Pair]
    share: float
    left: Sequence[int]
    over: Sequence[int]


def likest(wanted: Sequence[int], summary: Side, source: Side) -> list[Likeness]:
    """The sentences of the source that tell most of what some words of the summary tell, the likest first.

    Args:
        wanted: The numbers of the summary's words; all carry meaning.
        summary: The summary.
        source: The source.
    """
    mine, theirs = summary.content, source.content
    bounds, sentence = source.clauses.bounds, source.clauses.sentence
    stems = theirs.vocabulary.stems
    known = {mine.stems[at] for at in wanted}
    found = [(stem, _places(stem, theirs, stems)) for stem in known]
    seeds = sorted((pair for pair in found if pair[1]), key=lambda pair: (len(pair[1]), pair[0]))[:_SEEDS]
    votes: dict[int, float] = {}
    for stem, places in seeds:
        for number in {sentence[at] for at in places}:
            votes[number] = votes.get(number, 0.0) + theirs.weight(stem)
    keys = frozenset(mine.words.keys[wanted[0] : wanted[-1] + 1])

    def shared(first: int, last: int) -> int:
        return len(keys.intersection(theirs.words.keys[first:last]))

    glanced = sorted(votes, key=lambda number: (-votes[number], number))[:_GLANCED]
    tried = sorted(glanced, key=lambda number: (-votes[number], -shared(*bounds[number]), number))[:_TRIED]
    likely = [compared(wanted, mine, theirs, *bounds[number]) for number in tried]
    return sorted(likely, key=lambda one: (-one.share, -shared(one.first, one.last)))


def _places(stem: str, theirs: Content, stems: Stems) -> list[int]:
    return [at for one in (stem, *sorted(stems.mates(stem))) for at in theirs.places.get(one, ())]


def compared(wanted: Sequence[int], mine: Content, theirs: Content, first: int, last: int) -> Likeness:
    """How much of what some words of the summary tell a stretch of the source tells."""
    there = theirs.among(range(first, last))
    pairs = _same(wanted, there, mine, theirs)
    stems = theirs.vocabulary.stems
    taken, given = {pair.theirs for pair in pairs}, {pair.mine for pair in pairs}
    for opposed in (False, True):
        agree, one, several = (
            (stems.opposed, mine.words.keys, theirs.words.keys) if opposed else (stems.alike, mine.stems, theirs.stems)
        )
        for at in wanted:
            if at in given:
                continue
            other = next((o for o in there if o not in taken and agree(one[at], several[o])), None)
            if other is not None:
                pairs.append(Pair(at, other, opposed))
                taken.add(other)
                given.add(at)
    pairs = [_with_next(pair, mine, theirs) for pair in pairs]
    left = [at for at in wanted if at not in given]
    whole = sum(theirs.weight(mine.stems[at]) for at in wanted if at in given or mine.sorts[at] not in _OPEN)
    found = sum(theirs.weight(mine.stems[pair.mine]) for pair in pairs)
    over = [at for at in there if at not in taken]
    return Likeness(first, last, sorted(pairs), found / whole if whole else 0.0, left, over)


def _with_next(pair: Pair, mine: Content, theirs: Content) -> Pair:
    """A pair whose words are followed by opposite ones (“voted for”, “voted against”) is opposed."""
    here, there = mine.words.keys[pair.mine + 1 : pair.mine + 2], theirs.words.keys[pair.theirs + 1 : pair.theirs + 2]
    if here and there and here[0] in mine.vocabulary.closed and theirs.vocabulary.stems.opposed(here[0], there[0]):
        return Pair(pair.mine, pair.theirs, not pair.opposed)
    return pair


def _same(wanted: Sequence[int], there: Sequence[int], mine: Content, theirs: Content) -> list[Pair]:
    """The words with the same stem that stand in the same order."""
    one, other = [mine.stems[at] for at in wanted], [theirs.stems[at] for at in there]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [Pair(wanted[b.a + step], there[b.b + step]) for b in blocks for step in range(b.size)]
