"""Words and marks that texts are put together from: the language's own, and such as make trouble."""

from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language

_LANGUAGE = Language.load("en")

MARKS = (
    *("“", "”", "‘", "’", '"', "'", "«", "»", "„", "‚", "`", "´", "''", "``", "'''", "—", "–", "-", "--", "…", "..."),
    *("(", ")", "[", "]", ":", ";", ",", ".", "?", "!", " — ", "’s", "n’t", ".”", ",”", "?”", ',"', '."'),
)
"""Quotation marks and other punctuation."""

ODD = (
    *("\r\n", "\r", "\n", "\n\n", "\t", "\0", "\x1b[31m", "\x85", "\u2028", "\u2029", "\u00a0", "\u200b", "\ufeff"),
    *("\u00ad", "\u202e", "\u0301", "😀", "👩\u200d🚒", "İ", "ﬁ", "ß", "ǅ", "\ud800", "\U0010ffff", "٣", "²", "Ⅷ"),
    *("<b>", "</p>", "&quot;", "&#8217;", "â€œ", "â€™", "=1+1", 'http://a.example/?q="x"', "a@b.example", "|", "\\"),
)
"""Separators, invisible and composed characters, left-overs of other encodings and of markup."""

PHRASES = (
    *("Mayor Ana Brandt", "Brandt", "she", "He", "Dr. Osei", "the ministry", "two officials who were not named"),
    *("said", "says", "has denied", "did not say", "told reporters", "asked whether", "according to", "According to"),
    *("adding that", "promised to", "is said to", "claims", "the claim that", "that", "who", "for his part,"),
    *("the tunnel would reopen", "it was safe", "resign", "on Tuesday", "in a statement", "at 9 a.m.", "4.5 million"),
)
"""Parts of the commonest claims."""


def _words() -> tuple[str, ...]:
    closed = sorted(_LANGUAGE.closed)
    cues = sorted(grammar_of(_LANGUAGE).lexicon.cues)
    lists = [word for name in sorted(_LANGUAGE.lists) for word in list(_LANGUAGE.lists[name])[::10]]
    return tuple(dict.fromkeys([*closed, *cues, *(lemma.words for lemma in _LANGUAGE.cues), *lists]))


WORDS = _words()
"""All words of the closed classes, all forms of all cues, and every tenth word of the lists."""

PIECES = (*PHRASES, *MARKS, *ODD, *WORDS)
