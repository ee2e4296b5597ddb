"""Tokens: words, numbers and marks of a stretch of text."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import accumulate
from operator import add

import regex

# A word keeps its inner hyphens, periods and apostrophes (co-founder, AT&T, O’Dea, didn’t) but gives off its clitics.
# In this order: U.S., U.S.-led, D.W.U.-K.F.; ’s, ’ll; ’08; 7%, .45, -5, 10:30, $4m-$5m; @a_br; addresses; words,
# also Rs1.5 and v2.1; marks.
# “over.The” is two sentences that were glued.
# Nothing in it is possessive: before 3.11.5, `re` matches possessive groups wrongly.
TOKEN = r"""
      (?:[^\W\d_]-)?(?:[^\W\d_]\.){{2,}}[^\W\d_]?(?:-(?:(?:[^\W\d_]\.){{2,}}|[^\W_]+))*
    | (?<=\w)['’](?:{clitics})(?![^\W_])
    | (?<![\w])['’‘]\d\ds?(?![^\W_])
    | (?:[$€£¥#]|(?<!\S)[.−-])?\d+(?:[.,:/-]\d+)*(?:%|[^\W\d_]{{1,3}}(?![^\W_]))?
      (?:-[$€£¥]?\d+(?:[.,]\d+)*(?:%|[^\W\d_]{{1,3}})?(?![^\W_])|-[^\W_]+)*
    | [#@]\w*_\w+
    | [a-z]{{2,6}}://[^\s"”“’‘<>()]*[\w/]
    | [#@]?[^\W_]+(?:
        (?:-|['’](?!(?:{clitics})(?![^\W_]))|&|[.@/\u00ad\u200b](?=[^\W_]{{2}})(?!(?<=[a-z]{{2}}\.)[A-Z])|(?<=\d)[.,](?=\d))[^\W_]+
      )*
      (?:(?<=[^\W\d_])\+(?!\S))?
    | \.{{2,}}|…|--+|—|–|―
    | [^\w\s{unseen}]|_+
"""
# No tokens: characters without a width of their own, of which some may stand inside one, emoji and signs of footnotes.
UNSEEN = (
    r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    r"†‡\u2600-\u26ff\u2701-\u275a\u2761-\u27bf\U0001f000-\U0001faff"
)


@cache
def token_pattern(clitics: Iterable[str]) -> "regex.Pattern[str]":
    """The pattern of one token, for a language with these clitics: what it writes after an apostrophe.

    Args:
        clitics: Letters that stand after an apostrophe as a word of their own; a hashable collection.

    Example:
        >>> [m.group() for m in token_pattern(("s",)).finditer("O’Dea’s U.S. aide didn’t lose 7%.")]
        ['O’Dea', '’s', 'U.S.', 'aide', 'didn’t', 'lose', '7%', '.']
    """
    return regex.compile(_expression(clitics), regex.VERBOSE)


def _expression(clitics: Iterable[str]) -> str:
    return TOKEN.format(clitics="|".join(map(regex.escape, clitics)), unseen=UNSEEN)


# What the quick pattern may read: characters that `re` and `regex` class alike, each of them in a token or a blank.
ALIKE = r"\t\n\r -~\xa0-\xa9\xab\xae\xb0\xb4\xb6\xb7\xbb\xbf-\u024f\u2009\u200a\u2010-\u201f\u2022-\u2027\u202f-\u203a€"
STRANGE = re.compile(f"[^{ALIKE}]")
QUICK = r"[a-zA-ZÀ-ÖØ-öø-ÿ]+(?:[ ](?!\s)|(?=[,.](?:[ ]|\Z)))|[,.](?:[ ](?!\s)|\Z)|(?:{token})\s*"


class Tokenizer:
    """Cuts stretches of text into tokens.

    Args:
        clitics: What the language writes after an apostrophe as a word of its own.

    Example:
        >>> Tokenizer(("s",)).cut("So O’Dea’s aide left.", 3, 15)
        (['O’Dea', '’s', 'aide'], [3, 8, 11], [8, 10, 15])
    """

    def __init__(self, clitics: tuple[str, ...]) -> None:
        self.pattern = token_pattern(clitics)
        self._quick = re.compile(QUICK.format(token=_expression(clitics)), re.VERBOSE)

    def cut(self, text: str, first: int, last: int) -> tuple[list[str], list[int], list[int]]:
        """The tokens between two offsets: their words, and where they start and end."""
        stretch = text[first:last]
        if not (stretch.isascii() and stretch.isprintable()) and STRANGE.search(stretch):
            spans = [match.span() for match in self.pattern.finditer(text, first, last)]
            return [text[start:end] for start, end in spans], [s for s, _ in spans], [e for _, e in spans]
        spaced = self._quick.findall(stretch)
        words = list(map(str.rstrip, spaced))
        starts = list(accumulate(map(len, spaced), initial=last - len(stretch.lstrip())))
        starts.pop()
        return words, starts, list(map(add, starts, map(len, words)))
