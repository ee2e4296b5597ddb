"""Confidence: the precision that a claim's rule showed on a corpus, smoothed where the rule is rare.

A rule is counted on five levels, from all claims together down to the two patterns with the cue's frame and lemma. From
each level to the next, the share of right claims is taken anew as the m-estimate (Cestnik 1990), with the level above
as the prior: (right + PRIOR · share above) / (made + PRIOR). A level that was never seen leaves the share as it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quoteattr.language.counts import Count
from quoteattr.once import Kept

PRIOR = 20
"""For how many claims the level above counts: of 2, 5, 10, 20 and 40, 20 and 40 are the best on folds of train."""
DIGITS = 3

Key = tuple[str, str, str, str]


class Confidence:
    """The confidence of rules.

    Args:
        counts: How often each rule was right.
        prior: For how many claims the level above counts.

    Example:
        >>> counts = [Count("subject", "quotation", "SAY", "say", 90, 85), Count("label", "quotation", "", "", 10, 5)]
        >>> confidence = Confidence(counts)
        >>> confidence.of("subject", "quotation", "SAY", "say"), confidence.of("label", "quotation")
        (0.944, 0.678)
        >>> confidence.of("subject", "title"), confidence.of("unheard", "of")  # the source pattern, and all
        (0.936, 0.9)
    """

    def __init__(self, counts: Iterable[Count], prior: int = PRIOR) -> None:
        self._prior = prior
        self._made: defaultdict[Key, int] = defaultdict(int)
        self._right: defaultdict[Key, int] = defaultdict(int)
        for source, content, frame, lemma, made, right in counts:
            for key in set(_levels(source, content, frame, lemma)):
                self._made[key] += made
                self._right[key] += right
        self._shares = Kept(self._share)

    def of(self, source: str, content: str = "", frame: str = "", lemma: str = "") -> float | None:
        """The confidence of a claim; None where nothing was counted at all.

        Args:
            source: The name of its source pattern, or the only name in its rule.
            content: The name of its content pattern.
            frame: The frame of its cue; empty without one.
            lemma: The lemma of its cue; empty without one.
        """
        return self._shares[source, content, frame, lemma]

    def _share(self, asked: Key) -> float | None:
        everything, by_source, by_content, *finer = _levels(*asked)
        if not self._made[everything]:
            return None
        share = self._right[everything] / self._made[everything]
        for key in (by_source if self._made.get(by_source) else by_content, *finer):
            share = (self._right.get(key, 0) + self._prior * share) / (self._made.get(key, 0) + self._prior)
        return round(share, DIGITS)


def _levels(source: str, content: str, frame: str, lemma: str) -> Sequence[Key]:
    """The levels on which a claim is counted, the patterns' first; only where there is a cue it has the others."""
    patterns = ("", "", "", ""), (source, "", "", ""), ("", content, "", ""), (source, content, "", "")
    return (*patterns, (source, content, frame, ""), (source, content, frame, lemma)) if frame else patterns
