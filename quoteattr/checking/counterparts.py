"""Which of the source's claims a claim of the summary repeats, by the words that carry meaning."""

import math
from collections import Counter
from collections.abc import Sequence

import attrs

from quoteattr.checking.words import Words, content_words
from quoteattr.claim import Claim
from quoteattr.language.language import Language
from quoteattr.text.span import Span


@attrs.frozen
class Counterpart:
    """A claim of the source that may be meant.

    Args:
        claim: The claim.
        share: How much of the summary's claim its words cover, from 0 to 1, rare words counting more.
    """

    claim: Claim
    share: float


class Claims:
    """The source's claims, to be asked for counterparts."""

    def __init__(self, claims: Sequence[Claim], source: Words, language: Language) -> None:
        self.claims = claims
        self._language = language
        self._words = [self._meaning(claim.content, source) for claim in claims]
        found = Counter(word for words in self._words for word in words)
        self._weights = {word: math.log(1 + (len(claims) + 1) / count) for word, count in found.items()}
        self._unseen = math.log(2 + len(claims))

    def counterparts(self, claim: Claim, summary: Words) -> list[Counterpart]:
        """The source's claims that share words with it, the best one first."""
        wanted = self._meaning(claim.content, summary)
        whole = sum(self._weight(word) for word in wanted)
        if not whole:
            return []
        shares = ((sum(map(self._weight, wanted & words)) / whole, at) for at, words in enumerate(self._words))
        ordered = sorted(((share, -at) for share, at in shares if share), reverse=True)
        return [Counterpart(self.claims[-at], share) for share, at in ordered]

    def share(self, claim: Claim, summary: Words, keys: Sequence[str]) -> float:
        """How much of a claim these words cover."""
        wanted = self._meaning(claim.content, summary)
        whole = sum(self._weight(word) for word in wanted)
        return sum(map(self._weight, wanted & content_words(keys, self._language))) / whole if whole else 1.0

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unseen)

    def _meaning(self, content: Sequence[Span], words: Words) -> frozenset[str]:
        keys = (key for span in content for key in words.keys[slice(*words.between(span))])
        return content_words(keys, self._language)
