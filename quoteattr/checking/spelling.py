"""Spelling: what a word is compared by, so that two ways of writing it are one."""

import unicodedata
from functools import lru_cache

import regex

from quoteattr.language.language import Language

_UNSEEN = regex.compile(r"[\p{Cf}\u00ad\[\]]+")  # and the brackets around a capital: “[N]obody”
_HYPHEN = regex.compile(r"[-‐‑]\s*|/")
_COMMA = regex.compile(r"(?<=\d)[,\u2009\u202f\u00a0'’](?=\d{3}(?!\d))")
_SHORTEST = 6  # letters: "four" and "for" are two words
_MEMO = 50_000
GENITIVE = "s"


class Spelling:
    r"""How the words of a language are compared.

    Args:
        language: The language.

    Example:
        >>> english = Spelling(Language.load("en"))
        >>> [english.key(word) for word in ("Café", "co-\noperate", "U.S.", "1,200", "twenty-one", "harbour")]
        ['cafe', 'cooperate', 'us', '1200', '21', 'harbor']
    """

    def __init__(self, language: Language) -> None:
        table = language.tables["checking"]
        self._contractions, self._compounds, self._negated = (
            dict[str, str](table[name]) for name in ("contractions", "compounds", "negated")
        )
        self._being = frozenset(table["phrases"]["being"])
        self._endings = sorted(table["endings"].items(), key=lambda pair: -len(pair[0]))
        self._spellings, self._numbers = dict[str, str](table["spellings"]), dict[str, str](table["numbers"])
        self.key = lru_cache(_MEMO)(self._key)
        self.keys = lru_cache(_MEMO)(self._keys)

    def _keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word: one for itself, and one for what is written with it behind an apostrophe."""
        head, mark, tail = word.replace("’", "'").casefold().rpartition("'")
        if not mark:
            whole = self._compounds.get(tail)
            return tuple(whole.split(" ")) if whole else (self.key(word),)
        across = self._contractions.get(head[-1:] + tail)
        if across is not None and len(head) > 1:  # the letter before the apostrophe belongs to what follows: is|n't
            head = head[:-1]
            return self._negated.get(head, self.key(head)), across
        if tail == GENITIVE and head not in self._being:
            return self.key(head), tail
        if tail in self._contractions:
            return self.key(head), self._contractions[tail]
        return (self.key(word),)

    def _key(self, word: str) -> str:
        plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", word)).casefold().replace("’", "'")
        if not plain.isascii():
            plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
        if plain[:1].isdigit():
            return _COMMA.sub("", plain)
        number = self._number(plain)
        if number is not None:
            return number
        plain = _HYPHEN.sub("", plain.replace(".", ""))
        plain = self._spellings.get(plain, plain)
        if len(plain) >= _SHORTEST:
            for ending, other in self._endings:
                if plain.endswith(ending):
                    return plain.removesuffix(ending) + str(other)
        return plain or word

    def _number(self, word: str) -> str | None:
        """The digits of a word for a number: nine, twenty-one."""
        tens, hyphen, ones = word.partition("-")
        if not hyphen or ones not in self._numbers or tens not in self._numbers:
            return self._numbers.get(word)
        return str(int(self._numbers[tens]) + int(self._numbers[ones]))
