"""Stems: what the inflected and derived forms of a word share, and which other words say the same or the opposite."""

from collections.abc import Iterable
from functools import lru_cache

from quoteattr.checking.spelling import Spelling
from quoteattr.language.language import Language

_LEAST = 4
_LONGEST = 7
_MEMO = 50_000


class Stems:
    """The stems of a language's words.

    Args:
        language: The language.
        spelling: How its words are compared.

    Example:
        >>> english = Language.load("en")
        >>> stems = Stems(english, Spelling(english))
        >>> stems.stem("sold") == stems.stem("sells"), stems.stem("injury") == stems.stem("injured")
        (True, True)
        >>> stems.alike(stems.stem("bought"), stems.stem("purchase"))
        True
    """

    def __init__(self, language: Language, spelling: Spelling) -> None:
        table = language.tables["checking"]
        endings = table["stemming"]
        self._suffixes: tuple[str, ...] = tuple(endings["suffixes"])
        self._last, self._negative = frozenset(endings["last"]), tuple(endings["negative"])
        self._lemmas = {
            spelling.key(word): spelling.key(lemma)
            for lemma, verb in sorted(language.verbs.items(), reverse=True)
            for forms in verb.words()
            for word in forms
        }
        self.stem = lru_cache(_MEMO)(self._stem)
        self.negated = lru_cache(_MEMO)(self._without_prefix)
        self._mates = self._pairs((group.split(" ") for group in table["synonyms"]["groups"]), spelling)
        opposed = self._pairs((pair.split(" ") for pair in table["synonyms"]["opposites"]), spelling)
        self._opposed = {
            stem: frozenset(mate for other in others for mate in (other, *self.mates(other)))
            for one, others in opposed.items()
            for stem in (one, *self.mates(one))
        }

    def _pairs(self, groups: Iterable[list[str]], spelling: Spelling) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for group in groups:
            stems = frozenset(self.stem(spelling.key(word)) for word in group)
            for stem in stems:
                found[stem] = found.get(stem, frozenset()) | (stems - {stem})
        return found

    def mates(self, stem: str) -> frozenset[str]:
        """The stems that say the same."""
        return self._mates.get(stem, frozenset())

    def alike(self, one: str, other: str) -> bool:
        """Whether two stems say the same."""
        return one == other or other in self.mates(one)

    def opposed(self, one: str, other: str) -> bool:
        """Whether two words say the opposite of each other: by a prefix, or as known pairs."""
        mine, theirs = self.stem(one), self.stem(other)
        return theirs in self._opposed.get(mine, ()) or theirs in self.negated(one) or mine in self.negated(other)

    def _without_prefix(self, key: str) -> frozenset[str]:
        """The stems of what a word negates by a prefix: of “unsafe” that of “safe”."""
        return frozenset(self.stem(key.removeprefix(one)) for one in self._negative if key.startswith(one))

    def _stem(self, key: str) -> str:
        lemma = self._lemmas.get(key, key)
        for suffix in self._suffixes:
            if lemma.endswith(suffix) and len(lemma) - len(suffix) >= _LEAST:
                lemma = lemma.removesuffix(suffix)
                break
        if lemma == key and key.endswith("s") and not key.endswith("ss") and len(key) >= _LEAST:
            lemma = key[:-1]
        while len(lemma) > _LEAST and lemma[-1] in self._last:
            lemma = lemma[:-1]
        if len(lemma) > _LEAST and lemma[-1] == lemma[-2]:
            lemma = lemma[:-1]
        return self._cut(lemma)

    def _cut(self, stem: str) -> str:
        return stem[:_LONGEST]
