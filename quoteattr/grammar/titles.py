"""Titles before names, such as "Miss" or the first of "First Minister", and the names behind them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import regex

from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import DET, LETTER, NAME

LEFT = frozenset([NAME, DET])  # read as they are behind a courtesy: "Dr | The Honourable"
# What a title's first word may be read as and still belong to the noun phrase; a preposition is one in most cases.
FITTING = frozenset(LETTER[name] for name in ("NAME", "NOUN", "PLURAL", "ADJ", "NUM", "NV", "CLAIM", "PREP"))


class Titles:
    """Gives the letter of a name to the words of titles that have another, and to what stands behind a courtesy.

    Args:
        titles: The titles of a language, as they are written before a name.
        courtesies: Those behind which any word in capitals is a name, in lower case: "Mrs | May", "Mr | Sunday".
        lexicon: The language's words.
        token: The pattern of one token.
    """

    def __init__(
        self, titles: Sequence[str], courtesies: Iterable[str], lexicon: Lexicon, token: "regex.Pattern[str]"
    ) -> None:
        written = "|".join(re.escape(word.capitalize()) for word in courtesies)
        self._called = re.compile(rf"\b(?:{written})\.?[ \u00a0]") if written else None
        self._rests: dict[str, tuple[str, ...]] = {}
        odd = set[str]()
        for title in titles:
            words = [match.group() for match in token.finditer(title) if match.group() != "."]
            for at, word in enumerate(words):
                read = {lexicon.capitalised(word), lexicon.initial(word) if at == 0 else NAME}
                if word[0].isupper() and read - FITTING:
                    odd |= read
                    self._rests[word] = (*self._rests.get(word, ()), " ".join(words[at + 1 :]))
        self._place = re.compile(f"[{''.join(sorted(odd - FITTING))}](?={NAME})") if odd else None

    def apply(self, shape: Shape) -> None:
        """Mends the letters of titles before names in a shape, and of names behind courtesies."""
        self._apply_courtesies(shape)
        if self._place is None:
            return
        pieces, at, letters = [], 0, shape.letters
        for match in self._place.finditer(letters):
            index = match.start()
            rests = self._rests.get(shape.word(index).rstrip("."))
            if rests and shape.text.startswith(rests, shape.starts[index + 1]):  # nothing, for one word
                pieces += [letters[at:index], NAME]
                at = index + 1
        shape.letters = "".join([*pieces, letters[at:]])

    def _apply_courtesies(self, shape: Shape) -> None:
        if self._called is None or not shape.starts:
            return
        letters, starts, at = shape.letters, shape.starts, 0
        for match in self._called.finditer(shape.text, starts[0], shape.ends[-1]):
            at = bisect_left(starts, match.end(), at)
            if at == len(starts) or starts[at] != match.end() or letters[at] in LEFT:
                continue
            if shape.word(at)[:1].isupper():
                letters = letters[:at] + NAME + letters[at + 1 :]
        shape.letters = letters
