"""Letters of words: the class of a word by its form alone, worked out once for each word."""

from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.wordclass import COLON, DASH, END, LABEL, LETTER, NAME, NUM

MARKS = {
    ",": "COMMA",
    ":": "COLON",
    ";": "SEMI",
    "(": "LPAR",
    "[": "LPAR",
    ")": "RPAR",
    "]": "RPAR",
    "!": "END",
    "?": "END",
    "…": "END",
    ".": "END",
    "‐": "DASH",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "―": "DASH",
    "_": "DASH",
}
MARK_LETTER = {mark: LETTER[name] for mark, name in MARKS.items()}
CARE = "\0"  # no letter: the reader must look at the word
CAREFUL = frozenset([END, COLON, DASH, LABEL])
LARGEST = 100_000  # words that are remembered


class Letters(dict[str, str]):
    """The letter of each word.

    Args:
        lexicon: The language's words.
        initial: Whether the words begin a sentence.
    """

    def __init__(self, lexicon: Lexicon, *, initial: bool) -> None:
        super().__init__()
        self._lexicon, self.initial = lexicon, initial

    def __missing__(self, word: str) -> str:
        found = self.letter(word)
        if len(self) < LARGEST:
            self[word] = found
        return found

    def letter(self, word: str) -> str:
        """The letter of a word, worked out anew."""
        first = word[0]
        if first.isupper() and first.isalpha():
            return self._lexicon.initial(word) if self.initial else self._lexicon.capitalised(word)
        if first.isalpha() or (first == "_" and word != "_"):
            return self._lexicon.lower(word.replace("’", "'"))
        numeric = any(c.isdigit() for c in word)
        mark = MARK_LETTER.get(word) or MARK_LETTER.get(first if first in ".-" and not numeric else "")
        if mark is not None:
            return mark
        if first in "'’":
            return self._lexicon.clitic(word)
        return NAME if first in "@#" else NUM if numeric else self._lexicon.sign(word)


class PlainLetters(dict[str, str]):
    """The letter of each word that was met, CARE for one that needs a look.

    Args:
        letters: The letters of words that begin a sentence, or that stand inside one.
        lexicon: The language's words.
    """

    def __init__(self, letters: Letters, lexicon: Lexicon) -> None:
        super().__init__()
        self._letters, self._phrasal = letters, lexicon.phrasal

    def __missing__(self, word: str) -> str:
        found = self._letters.letter(word)
        form = word.lower() if self._letters.initial else word
        if found in CAREFUL or word[-1] == "." or form in self._phrasal:
            found = CARE
        if len(self) < LARGEST:
            self[word] = found
        return found
