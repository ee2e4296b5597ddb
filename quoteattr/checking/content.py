"""Content words: which words of a text carry meaning, what sort each is, and how rare."""

import math
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from functools import cached_property

from quoteattr.checking.clauses import Clauses
from quoteattr.checking.vocabulary import Vocabulary
from quoteattr.checking.words import Words
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.wordclass import LETTER

_NAME = LETTER["NAME"]
_SHORTEST = 2
_EMPTY = frozenset({"s"})


class Sort(Enum):
    """What sort of word carries meaning."""

    PLAIN = "plain"
    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"


class Content:
    """The words of a text that carry meaning.

    Args:
        words: The text's words.
        clauses: Its clauses.
        vocabulary: What the words mean.
        lexicon: Their classes.

    Attributes:
        sorts: The sort of each such word, by its number.
        stems: The stem of each.
    """

    def __init__(self, words: Words, clauses: Clauses, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self.words, self.vocabulary = words, vocabulary
        self._clauses, self._lexicon = clauses, lexicon
        self.sorts: dict[int, Sort] = {}
        self.stems: dict[int, str] = {}
        for at, key in enumerate(words.keys):
            sort = self._sort(at, key)
            if sort is not None:
                self.sorts[at] = sort
                self.stems[at] = vocabulary.nations.get(key) or vocabulary.stems.stem(key)

    def _sort(self, at: int, key: str) -> Sort | None:
        words, vocabulary = self.words, self.vocabulary
        if key[0].isdigit() or key in vocabulary.scales:
            return Sort.NUMBER
        capital = words.capital(at)
        if capital and key in vocabulary.calendar:
            return Sort.DATE
        shown = words.text[words.starts[at] : words.ends[at]]
        acronym = len(key) > 1 and shown.isupper()
        if key in _EMPTY or len(key) < _SHORTEST or (key in vocabulary.closed and not acronym) or vocabulary.plain(key):
            return None
        if key in vocabulary.units:
            return Sort.UNIT
        if capital and self._is_name(at, shown):
            return Sort.NAME
        return Sort.PLAIN

    def _is_name(self, at: int, shown: str) -> bool:
        clauses = self._clauses
        initial = at == 0 or clauses.sentence[at] != clauses.sentence[at - 1]
        initial = initial or not self.words.gap(at).isspace()  # also behind marks: “The …
        letter = self._lexicon.initial(shown) if initial else self._lexicon.capitalised(shown)
        return letter == _NAME

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = {}
        for at, stem in self.stems.items():
            found.setdefault(stem, []).append(at)
        return found

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.stems.values())

    def weight(self, stem: str) -> float:
        """How much a stem tells: rare ones more."""
        return math.log(2 + len(self.stems) / (1 + self._counts[stem]))

    def among(self, numbers: Iterable[int]) -> list[int]:
        """Those of some words that carry meaning."""
        return [at for at in numbers if at in self.sorts]
