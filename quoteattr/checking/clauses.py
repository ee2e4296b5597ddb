"""Clauses: where the sentences of a text and the clauses in them begin, told from marks and opening words."""

from bisect import bisect_left
from functools import cached_property

import regex

from quoteattr.checking.vocabulary import Vocabulary
from quoteattr.checking.words import Words
from quoteattr.text.paragraphs import paragraphs

_NONE, _COMMA, _STRONG, _END = range(4)
_STRONG_MARK = regex.compile(r"[;:—()]|\s[–-]+\s|,['’]?[”\"»“]|[”\"»],")
_ENDING = regex.compile(r"[?!]|\.|…")
_LONGEST = 300  # words of a sentence, so that no work grows with the square of a text's length
_AHEAD = 5  # words in which the verb of a clause behind “and” is looked for
_SUBJECTS = frozenset({"PRO", "IT", "THERE", "DET", "POSS", "INDEF", "THAT", "QUANT", "HER"})
_BEFORE_NOUNS = frozenset({"DET", "POSS", "HER", "QUANT", "NUM", "OF", "IN", "PREP", "WITH", "FROM", "BY", "FOR"})
_PRONOUNS = frozenset({"PRO", "IT", "THERE"})
_AUXILIARIES = frozenset({"BE", "HAS", "HAD", "DO", "MODAL", "NBE", "NDO", "NHAVE"})


class Clauses:
    """The sentences and clauses of a text.

    Args:
        words: The text's words.
        vocabulary: What they mean.
        abbreviations: What is written with a period that ends no sentence.

    Attributes:
        sentence: The number of each word's sentence.
        clause: The number of each word's clause.
        extent: The number of the stretch that a verb or a condition reaches, of one clause or several.
    """

    def __init__(self, words: Words, vocabulary: Vocabulary, abbreviations: frozenset[str]) -> None:
        self._words, self._vocabulary, self._abbreviations = words, vocabulary, abbreviations
        self.sentence: list[int] = []
        self.clause: list[int] = []
        self.extent: list[int] = []
        self._read()

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The first word of each sentence, and one past its last."""
        found: list[tuple[int, int]] = []
        for at, number in enumerate(self.sentence):
            if number == len(found):
                found.append((at, at))
            found[-1] = (found[-1][0], at + 1)
        return found

    def clauses(self, first: int, last: int) -> list[tuple[int, int]]:
        """The clauses among some words, cut off where these end."""
        found: list[tuple[int, int]] = []
        for at in range(first, last):
            if found and self.clause[at] == self.clause[at - 1]:
                found[-1] = (found[-1][0], at + 1)
            else:
                found.append((at, at + 1))
        return found

    def asked(self, last: int) -> bool:
        """Whether the sentence before a word ends with a question mark."""
        text, end = self._words.text, self._words.ends[last - 1]
        following = self._words.starts[last] if last < len(self._words) else len(text)
        return "?" in text[end:following]

    def predicate(self, at: int) -> int | None:
        """The first word of no closed class from the finite verb on, in the rest of the clause that a word begins."""
        verb = False
        for place in range(at, len(self.clause)):
            if self.clause[place] != self.clause[at]:
                break
            verb = verb or self.finite(place)
            if verb and self._words.keys[place] not in self._vocabulary.closed:
                return place
        return None

    def _read(self) -> None:
        words, text = self._words, self._words.text
        starts = {start for start, _ in paragraphs(text, 0, len(text))} if text else set()
        subordinate, at_start, begun = False, True, 0
        sentence = clause = extent = -1
        for at in range(len(words)):
            level = self._level(at, starts) if at - begun < _LONGEST else _END
            if level == _END:
                begun = at
                sentence, clause, extent = sentence + 1, clause + 1, extent + 1
                subordinate = self._opens(at)
            elif level == _STRONG:
                clause, extent = clause + 1, extent + 1
                subordinate = False
            elif self._begins(at, level, closing=subordinate and not at_start):
                opened = self._opens(at)
                extent += self._contrasts(at, level)
                clause, subordinate = clause + 1, opened and (level == _COMMA or subordinate)
            at_start = level == _END
            self.sentence.append(sentence)
            self.clause.append(clause)
            self.extent.append(extent)

    def _level(self, at: int, paragraph_starts: set[int]) -> int:
        gap = self._words.gap(at)
        if at == 0:
            return _END
        if gap in (" ", ""):
            return _NONE
        if "\n" in gap and any(start in paragraph_starts for start in self._line_starts(at)):
            return _END
        if _ENDING.search(gap) and self._ends(at, gap):
            return _END
        if _STRONG_MARK.search(gap):
            return _STRONG
        return _COMMA if "," in gap else _NONE

    def _line_starts(self, at: int) -> range:
        return range(self._words.ends[at - 1] + 1, self._words.starts[at] + 1)

    def _ends(self, at: int, gap: str) -> bool:
        if "?" in gap or "!" in gap:
            return True
        begins = self._words.capital(at) or not self._words.text[self._words.starts[at]].isalpha()
        if not begins:
            return False
        before = self._words.shown(at - 1)
        single = len(before) == 1 and before.isupper()
        return "…" in gap or ".." in gap or not (before in self._abbreviations or single) or len(gap.strip()) > 1

    def _opens(self, at: int) -> bool:
        return self._words.keys[at] in self._vocabulary.openers

    def _begins(self, at: int, level: int, *, closing: bool) -> bool:
        """Whether a clause begins at a word inside a sentence."""
        key = self._words.keys[at]
        if level == _COMMA and closing:
            return True
        if self._opens(at) and (level == _COMMA or key in self._vocabulary.contrasts or not self._follows_joiner(at)):
            return True
        if key in self._vocabulary.joiners:
            return self._joins_clauses(at)
        return level == _COMMA and self.subject(at) and self._verb_follows(at)

    def _follows_joiner(self, at: int) -> bool:
        return at > 0 and self._words.keys[at - 1] in self._vocabulary.joiners

    def _contrasts(self, at: int, level: int) -> bool:
        """Whether a word ends what a verb or a condition before it reaches."""
        key = self._words.keys[at]
        return key in self._vocabulary.contrasts or (
            level == _COMMA and key in self._vocabulary.joiners and self._joins_clauses(at) and self.subject(at + 1)
        )

    def verbless(self, number: int) -> bool:
        """Whether a clause has no finite verb of its own: “but not easy”."""
        first = bisect_left(self.clause, number)
        last = bisect_left(self.clause, number + 1)
        return not any(self.finite(at) for at in range(first, last))

    def subject(self, at: int) -> bool:
        """Whether a word may begin a subject: a determiner, a pronoun or a name."""
        if at >= len(self._words):
            return False
        return self._vocabulary.closed.get(self._words.keys[at]) in _SUBJECTS or self._words.capital(at)

    def _joins_clauses(self, at: int) -> bool:
        after = at + 1
        if after >= len(self._words):
            return False
        key = self._words.keys[after]
        if self._vocabulary.closed.get(key) in _PRONOUNS or key in self._vocabulary.complementisers:
            return True
        return self.finite(after) or self._verb_follows(after)

    def _verb_follows(self, at: int) -> bool:
        """Whether a finite verb follows before the next mark or joiner."""
        for place in range(at + 1, min(at + 1 + _AHEAD, len(self._words))):
            if self._words.gap(place) not in (" ", "") or self._words.keys[place] in self._vocabulary.joiners:
                return False
            if self.finite(place):
                return True
        return False

    def finite(self, at: int) -> bool:
        """Whether a word may be the finite verb of a clause: no word that is a noun behind a determiner."""
        key, closed = self._words.keys[at], self._vocabulary.closed
        if closed.get(key) in _AUXILIARIES:
            return True
        before = closed.get(self._words.keys[at - 1]) if at else None
        return key in self._vocabulary.finite and before not in _BEFORE_NOUNS
