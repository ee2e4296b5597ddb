"""A pair of texts to be compared, and the verdict on a stretch of the first."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs

from quoteattr.checking.agreement import Agreement
from quoteattr.checking.commitment import Commitments
from quoteattr.checking.content import Sort
from quoteattr.checking.details import Changed, Detail
from quoteattr.checking.difference import Difference, Pair, difference
from quoteattr.checking.findings import Change, Finding, FindingKind, Severity
from quoteattr.checking.placing import Placing
from quoteattr.checking.side import Side
from quoteattr.checking.vocabulary import Operator
from quoteattr.claim import Claim, Speaker
from quoteattr.text.span import Span

_CHANGES = {
    Operator.INTENTION: Change.HEDGE,
    Operator.OBLIGATION: Change.HEDGE,
    Operator.UNSAID: Change.DENIAL,
}
_HIGH = frozenset({Change.NEGATION, Change.DENIAL, Change.DOUBT, Change.QUESTION})
_DROPPED = {
    Change.NEGATION: "The source negates what the summary asserts.",
    Change.DENIAL: "The source denies, or does not say, what the summary asserts.",
    Change.DOUBT: "The source doubts what the summary asserts.",
    Change.QUESTION: "The source asks what the summary asserts.",
    Change.CONDITION: "The source says this under a condition that the summary leaves out.",
    Change.HYPOTHESIS: "In the source this only might be said; the summary has it as said.",
    Change.HEARSAY: "In the source this is hearsay or another's claim; the summary has it as the speaker's own.",
    Change.HEDGE: "The source says this with a hedge, or as a plan or a wish; the summary says it as certain.",
}


@attrs.frozen
class Verdict:
    """What a stretch of the summary is worth against one source.

    Args:
        findings: What is wrong with it.
        likeness: How much of it the source has, from 0 to 1.
        compared: Whether enough of it is there to be compared.
    """

    findings: tuple[Finding, ...] = ()
    likeness: float = 1.0
    compared: bool = True


class Texts:
    """A summary and a source.

    Args:
        mine: The summary.
        theirs: The source.
    """

    def __init__(self, mine: Side, theirs: Side) -> None:
        self.mine, self.theirs = mine, theirs
        self._here, self._there = Commitments(mine), Commitments(theirs)
        self._agreement = Agreement(mine.language)

    @cached_property
    def placing(self) -> Placing:
        """Finds quotations in the source."""
        return Placing(self.mine, self.theirs, self._there, self._agreement)

    @cached_property
    def _speakers(self) -> Sequence[Speaker]:
        return [*dict.fromkeys(claim.speaker for claim in self.theirs.claims if claim.speaker)]

    def names(self, speaker: Speaker, *, as_speaker: bool) -> bool:
        """Whether the source has a speaker's name, or somebody who may be the speaker and says something."""
        keys = [self.mine.vocabulary.spelling.key(word) for name in speaker.name.split() for word in name.split("-")]
        named = any(self.theirs.content.sorts.get(at) is Sort.NAME for at in self.theirs.words.places.get(keys[-1], ()))
        return (named and not as_speaker) or any(self._agreement.agree(speaker, one) for one in self._speakers)

    def chain(self, word: int) -> list[Claim]:
        """The claims of the source in whose content a word stands, the innermost first."""
        return self._there.chain(word)

    def opinion(self, claim: Claim | None, chain: Sequence[Claim]) -> tuple[bool | None, Claim | None]:
        """Whether a claim's speaker is one of those of the source's claims, and the claim that is meant."""
        if claim is None or not chain:
            return None, chain[-1] if chain else None
        opinions = [(self._agreement.agree(claim.speaker, one.speaker), one) for one in chain]
        for wanted in (True, None, False):
            found = [one for opinion, one in opinions if opinion is wanted]
            if found:
                return wanted, next((one for one in found if _same_cue(one, claim)), found[-1])
        return None, None

    def difference(self, pairs: Iterable[Pair], claim: Claim | None, counterpart: Claim | None) -> Difference | None:
        """What differs in what the two texts commit to, told of the words that they share."""
        return difference((self._here, claim), (self._there, counterpart), pairs)

    def wrong_speaker(self, place: Span, there: Span, claim: Claim | None, counterpart: Claim | None) -> Finding:
        """The finding that somebody else says it."""
        name = counterpart.speaker.name if counterpart and counterpart.speaker else "somebody else"
        mine = claim.speaker.name if claim and claim.speaker else "somebody else"
        message = f"The summary has {mine} say what in the source is said by {name}."
        return Finding(FindingKind.WRONG_SPEAKER, place, there, message, claim=claim, counterpart=counterpart)

    def changed_commitment(
        self, found: Difference, places: tuple[Span, Span], claim: Claim | None, counterpart: Claim | None
    ) -> Finding:
        """The finding that it is said under something else."""
        change = _CHANGES.get(found.operator) or Change(found.operator.value)
        mine, theirs = places
        if found.by_cue and claim is not None and counterpart is not None and claim.cue and counterpart.cue:
            mine, theirs = plain(claim.cue), plain(counterpart.cue)
        message = _DROPPED[change] if found.dropped else _added(change)
        severity = Severity.HIGH if change in _HIGH else Severity.MEDIUM
        return Finding(
            FindingKind.CHANGED_COMMITMENT,
            mine,
            theirs,
            message,
            change,
            severity,
            claim=claim,
            counterpart=counterpart,
        )

    def changed_detail(self, one: Changed, claim: Claim | None, counterpart: Claim | None) -> Finding:
        """The finding that a number, unit, date or name is another."""
        mine = self.mine.words.span(*one.mine)
        theirs = None if one.theirs is None else self.theirs.words.span(*one.theirs)
        if theirs is None:
            message = f"The source does not have the {one.detail.value} “{mine.text}”."
        elif one.detail is Detail.ROUNDED:
            message = f"The summary rounds “{theirs.text}” to “{mine.text}” and does not say so."
        else:
            message = f"The summary has the {one.detail.value} “{mine.text}” where the source has “{theirs.text}”."
        severity = Severity.LOW if one.detail is Detail.ROUNDED else Severity.HIGH
        return Finding(
            FindingKind.CHANGED_DETAIL, mine, theirs, message, Change(one.detail.value), severity,
            claim=claim, counterpart=counterpart,
        )  # fmt: skip

    def stretch(self, first: int, last: int, found: Difference | None = None) -> Span:
        """The words of the source from `first` to `last`, with what stands before or behind them and changes them."""
        if found is not None and found.anchor is not None and found.dropped:
            first, last = min(first, found.anchor), max(last, found.anchor + 1)
        return self.theirs.words.span(first, last)


def _same_cue(one: Claim, other: Claim) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.lemma == other.cue.lemma


def _added(change: Change) -> str:
    told = {Change.DENIAL: "denies", Change.DOUBT: "doubts"}.get(change, "negates")
    return f"The summary {told} what the source asserts."


def plain(span: Span) -> Span:
    """A span that is no more than that."""
    return Span(span.start, span.end, span.text)
