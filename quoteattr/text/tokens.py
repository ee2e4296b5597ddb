"""Tokens: words, numbers and marks of a stretch of text."""

from collections.abc import Iterable
from functools import cache

import regex

# A word keeps its inner hyphens, periods and apostrophes (co-founder, AT&T, O’Dea, didn’t) but gives off its clitics.
# In this order: U.S., a.m., U.S.-led; ’s, ’ll; ’08; 7%, 3.5, 10:30, 21st; words; marks.
TOKEN = r"""
      (?:[^\W\d_]-)?+(?:[^\W\d_]\.){{2,}}[^\W\d_]?+(?:-[^\W_]++)*+
    | (?<=\w)['’](?:{clitics})(?![^\W_])
    | (?<![\w])['’‘]\d\ds?+(?![^\W_])
    | [$€£¥#]?+\d++(?:[.,:/-]\d++)*+(?:%|[^\W\d_]{{1,3}}+(?![^\W_]))?+(?:-[^\W_]++)*+
    | [#@]?+[^\W_]++(?:(?:-|['’](?!(?:{clitics})(?![^\W_]))|&|[.@/\u00ad\u200b](?=[^\W_]{{2}}))[^\W_]++)*+
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
