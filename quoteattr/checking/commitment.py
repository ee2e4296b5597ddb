"""Commitment: what the words of a text are said under."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quoteattr.checking.reaches import TURNING, Reach
from quoteattr.checking.side import Side
from quoteattr.checking.vocabulary import Operator
from quoteattr.claim import Attitude, Claim, Cue, Kind, Polarity, Realis
from quoteattr.text.span import Span


class Stance(NamedTuple):
    """What a word is said under.

    Args:
        operators: What reaches it, each with the number of its first word; None where it lies in a cue.
        turned: Whether an odd number of them turns it into its opposite.
    """

    operators: Mapping[Operator, int | None]
    turned: bool


class Commitments:
    """What the words of a text are said under.

    Args:
        side: The text.

    Attributes:
        clauses: Its clauses.
    """

    def __init__(self, side: Side) -> None:
        self._side, self.clauses = side, side.clauses
        self._judging: dict[Claim, bool] = {}
        self._known: dict[tuple[int, Claim | None], Stance] = {}

    def stance(self, word: int, level: Claim | None = None) -> Stance:
        """What a word is said under.

        Args:
            word: The word's number.
            level: The claim whose own words count: what stands deeper is somebody else's.
        """
        known = self._known.get((word, level))
        if known is None:
            known = self._known[word, level] = self._stance(word, level)
        return known

    def _stance(self, word: int, level: Claim | None) -> Stance:
        chain = self.chain(word)
        found: list[tuple[Operator, int | None]] = [
            (reach.operator, reach.anchor) for reach in self._side.reaches.at(word) if self._counts(reach, word, chain)
        ]
        for claim in chain:
            several = self.of_claim(claim, word)
            if claim == (level or chain[-1]):
                found += [(operator, None) for operator in several]
            else:
                found += [(one, self._anchor(claim)) for one in several if one is not Operator.UNSAID]
        if level is not None and level in chain:
            deeper = chain[: chain.index(level)]
            found += [(Operator.HEARSAY, self._anchor(claim)) for claim in deeper if self._others(claim, level)]
        return Stance(dict(found), sum(operator in TURNING for operator, _ in found) % 2 == 1)

    def _anchor(self, claim: Claim) -> int | None:
        span = claim.source or claim.cue
        return None if span is None else self._side.words.between(span.start, span.end)[0]

    def chain(self, word: int) -> list[Claim]:
        """The claims in whose content a word stands, the innermost first."""
        words = self._side.words
        claim = self._side.claim_at(words.starts[word], words.ends[word])
        found: list[Claim] = []
        while claim is not None:
            found.append(claim)
            claim = claim.parent
        return found

    def of_claim(self, claim: Claim, word: int) -> list[Operator]:
        """What a claim's cue says a word of its content under."""
        start = self._side.words.starts[word]
        if self._presented(claim, start) or self._said_by(claim, self._side.vocabulary.generic):
            return []
        found: list[Operator] = []
        lemma = self._lemma(claim)
        if claim.polarity is Polarity.NEGATIVE and claim.kind is not Kind.DIRECT:
            found.append(Operator.DOUBT if lemma is Operator.DOUBT else Operator.DENIAL)
        if claim.realis is Realis.NEGATED:
            found += (Operator.DENIAL if claim.parent is None else Operator.NEGATION, Operator.UNSAID)
        elif claim.realis is not Realis.ACTUAL:
            found.append(Operator.HEARSAY if claim.realis is Realis.HEARSAY else Operator.HYPOTHESIS)
        if claim.attitude is Attitude.QUESTION:
            found.append(Operator.QUESTION)
        elif claim.attitude is Attitude.DIRECTIVE:
            found.append(Operator.OBLIGATION)
        elif lemma is Operator.INTENTION:
            found.append(Operator.INTENTION)
        return found

    def _lemma(self, claim: Claim) -> Operator | None:
        if claim.cue is None or not claim.cue.lemma[:1].isalpha():
            return None
        keys = [key for word in claim.cue.lemma.split(" ") for key in self._side.vocabulary.spelling.keys(word)]
        found = self._side.vocabulary.operator(keys, 0)
        return found[0] if found else None

    def _presented(self, claim: Claim, start: int) -> bool:
        """Whether a colon presents the quotation that a word stands in, or “as” one of the claim’s own."""
        text = self._side.plain
        for one in self._side.quoted_at(start):
            before = text[max(0, one.start - 3) : one.start].rstrip()
            if before.endswith(":") and (claim.cue is None or claim.cue.end <= one.start):
                return True
        if claim not in self._judging:
            self._judging[claim] = any(self._as(span) for span in claim.quoted)
        return self._judging[claim]

    def _as(self, quoted: Span) -> bool:
        first = self._side.words.between(quoted.start, quoted.end)[0]
        return first > 0 and self._side.vocabulary.closed.get(self._side.words.keys[first - 1]) == "AS"

    def _counts(self, reach: Reach, word: int, chain: Sequence[Claim]) -> bool:
        """Whether an operator belongs to what is claimed where a word stands."""
        start = self._side.words.starts[reach.anchor]
        for claim in chain:
            cue, source = claim.cue, claim.source
            inside = cue is not None and (cue.start <= start < cue.end or self._begins(reach, cue))
            if inside or (source and source.start == start):
                return not (self._is_lemma(reach, claim) or self.of_claim(claim, word))
        if self._side.cues.at(start, start + 1):
            return False  # it introduces another claim
        return not chain or any(piece.start <= start < piece.end for piece in chain[-1].content)

    def _is_lemma(self, reach: Reach, claim: Claim) -> bool:
        """Whether hearsay is told by the word that attributes: “according to” is nothing more."""
        lemma = claim.cue.lemma.partition(" ")[0] if claim.cue else ""
        stem, key = self._side.vocabulary.stems.stem, self._side.words.keys[reach.anchor]
        return reach.operator is Operator.HEARSAY and stem(key) == stem(self._side.vocabulary.spelling.key(lemma))

    def _begins(self, reach: Reach, cue: Cue) -> bool:
        """Whether what an operator reaches begins with a cue: “stopped short of saying”."""
        words = self._side.words
        near = reach.operator in TURNING and reach.first < len(words) and words.gap(reach.first).isspace()
        return near and words.starts[reach.first] == cue.start

    def _others(self, claim: Claim, level: Claim) -> bool:
        """Whether a claim inside another is somebody else's."""
        if claim.source is None or (claim.speaker is not None and claim.speaker == level.speaker):
            return False
        own = self._said_by(claim, self._side.vocabulary.own | self._side.vocabulary.generic)
        return not own and claim.attitude is Attitude.ASSERTION and self._clausal(claim)

    def _said_by(self, claim: Claim, words: frozenset[str]) -> bool:
        return claim.source is not None and self._side.vocabulary.spelling.key(claim.source.text) in words

    def _clausal(self, claim: Claim) -> bool:
        """Whether what is claimed is a clause, and no thing: “reported a profit” is not said by another."""
        words = self._side.words
        spans = (words.between(piece.start, piece.end) for piece in claim.content)
        return any(self._side.clauses.finite(at) for span in spans for at in range(*span))
