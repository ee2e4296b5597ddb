"""Sentences: where one ends, told from the word before a mark and from what follows it."""

import re

import regex

from quoteattr.grammar.letters import Letters
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.wordclass import LETTER

MARKED = re.compile(r"[“\"„«‘'`]")
SPEECH_TAG = frozenset(LETTER[name] for name in ("SAID", "SAYS"))
FRESH = frozenset(LETTER[name] for name in ("IN", "FOR", "PREP", "WITH", "BEFORE", "WHEN", "SUB"))
ONWARD = frozenset(LETTER[name] for name in ("AND", "OR", "HAS", "HAD", "BE", "MODAL"))
CAPITALS = regex.compile(r"\s*+[(\p{Lu}][\p{Lu}.’']")
LINE_END = re.compile(r"[^\S\r\n]*[\r\n]")  # what is left of a line: "…, said Ana Brandt.| advertisement"
NUMBERED = re.compile(r"\s*[^\sa-z]*\d")  # a number, or one behind capitals: "lot no. KX7/12"
INITIAL = regex.compile(r"\p{Lu}\.")
COMMA = ","
IN_TAG = (".", COMMA)
LOOKAHEAD, FURTHER = 8, 16  # tokens; the second where an apposition stands among them
AROUND_APPOSITION = 2  # commas


class Sentences:
    """Tells where sentences of one language end.

    Args:
        lexicon: The language's words.
        letters: The letters of words inside a sentence.
        token: The pattern of one token.
    """

    def __init__(self, lexicon: Lexicon, letters: Letters, token: "regex.Pattern[str]") -> None:
        self._lexicon, self._letters, self._token = lexicon, letters, token
        self._rests = {word: rests for word, (_, rests) in lexicon.phrasal.items()}

    def end_with(self, mark: str, before: str, text: str, at: int, last: int) -> bool:
        """Whether a sentence ends with a mark.

        Args:
            mark: A period, or another mark that may end a sentence.
            before: The word that the mark is written to; empty where there is none.
            text: The caller's text.
            at: Offset just past the mark.
            last: Offset just past the paragraph.
        """
        following = following_at(text, at, last)
        if not following:
            return True
        if following.islower():
            lined = mark == "." and len(before) > 1 and LINE_END.match(text, at, last)
            return bool(lined) and before not in self._lexicon.abbreviations
        if following in ",;:":
            return False
        if mark == "." and before:
            initial = "any" if len(before) == 1 and before.isupper() else None
            kind = self._lexicon.abbreviations.get(before.rpartition("-")[2]) or initial
            if kind is None and before.isupper() and CAPITALS.match(text, at, last):  # "MS. BRANDT", "DR. A. BRANDT"
                kind = self._lexicon.abbreviations.get(before.capitalize())
            if kind in ("before", "number"):
                return kind == "number" and NUMBERED.match(text, at, last) is None
            if kind is not None:
                return self._begins(text, at, last)
        return True

    def end_with_acronym(self, text: str, at: int, last: int) -> bool:
        """Whether a sentence ends with the period of the acronym that ends at an offset."""
        following = following_at(text, at, last)
        return not following or (following.isupper() and self._begins(text, at, last) and not self._goes_on(text, at))

    def _goes_on(self, text: str, at: int) -> bool:
        """Whether the next word is a conjunction or an auxiliary, which copies in capitals: "the U.S. | And Japan"."""
        match = self._token.search(text, at)
        return match is not None and self._letters[match.group().lower()] in ONWARD

    def _begins(self, text: str, at: int, last: int) -> bool:
        """Whether the next word is one of a closed class, which is capitalised only where a sentence begins."""
        match = self._token.search(text, at, last)
        if match is None or INITIAL.match(text, match.start(), last):
            return False
        return MARKED.match(match.group()) is not None or self._lexicon.begins_sentence(match.group())

    def tag_follows(self, text: str, at: int, last: int) -> bool:
        """Whether a speech tag follows: a few words, perhaps an apposition, and a verb that attributes."""
        commas, before, fresh = 0, "", False
        for count, match in enumerate(self._token.finditer(text, at, last), 1):
            word = match.group()
            if count == 1:
                fresh = self._lexicon.begins_sentence(word) and not word[1:].isupper()  # “Stop!” US officers said as …
                if word[0].isupper() and self._letters[word.lower()] in FRESH:
                    return False  # “Stop!” At which point she said no.
            if self._letters[word] in SPEECH_TAG and (not commas or before == COMMA):
                # “Is it late?” The clerk said no.
                return not fresh or following_at(text, match.end(), last) in ("", ".")
            if not commas and any(rest[0] == word for rest in self._rests.get(before, ())):
                return True
            commas += word == COMMA
            furthest = FURTHER if commas else LOOKAHEAD
            if count >= furthest or commas > AROUND_APPOSITION or not (word[0].isalnum() or word in IN_TAG):
                return False
            before = word
        return False


def following_at(text: str, at: int, last: int) -> str:
    """The first character after white space and closing brackets; empty at the paragraph's end."""
    for place in range(at, last):
        character = text[place]
        if not (character.isspace() or character in ")]\u200b"):
            return character
    return ""
