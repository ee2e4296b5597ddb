"""Tokens: words, numbers and marks of a stretch of text."""

from collections.abc import Iterable
from functools import cache

import regex

# A word keeps its inner hyphens, periods and apostrophes (co-founder, AT&T, O’Dea, didn’t) but gives off its clitics (’s).
TOKEN = r"""
      (?:[^\W\d_]-)?+(?:[^\W\d_]\.){{2,}}[^\W\d_]?+(?:-[^\W_]++)*+              # U.S., a.m., J.R.R, U.S.-led, D-N.Y.
    | (?<=\w)['’](?:{clitics})(?![^\W_])                                      # Sato’s, they’ll
    | (?<![\w])['’‘]\d\ds?+(?![^\W_])                                          # ’08
    | [$€£¥#]?+\d++(?:[.,:/-]\d++)*+(?:%|[^\W\d_]{{1,3}}+(?![^\W_]))?+(?:-[^\W_]++)*+    # 7%, 3.5, 10:30, 21st, 14-year-old
    | [#@]?+[^\W_]++(?:(?:-|['’](?!(?:{clitics})(?![^\W_]))|[.&@/\u00ad\u200b](?=[^\W_]{{2}}))[^\W_]++)*+   # words
    | \.{{2,}}+|…|--++|—|–|―
    | [^\w\s]|_++
"""


@cache
def token_pattern(clitics: Iterable[str]) -> "regex.Pattern[str]":
    """The pattern of one token, for a language with these clitics: what it writes after an apostrophe.

    Args:
        clitics: Letters that stand after an apostrophe as a word of their own; a hashable collection.

    Example:
        >>> [m.group() for m in token_pattern(("s",)).finditer("O’Dea’s U.S. aide didn’t lose 7%.")]
        ['O’Dea', '’s', 'U.S.', 'aide', 'didn’t', 'lose', '7%', '.']
    """
    return regex.compile(TOKEN.format(clitics="|".join(map(regex.escape, clitics))), regex.VERBOSE)
