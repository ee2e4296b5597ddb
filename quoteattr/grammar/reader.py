"""The reader: text in, its shape out. One pass over the tokens of each paragraph."""

import attrs
import regex

from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.retagging import Retagging
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.quotations import Quotation, quotations

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
}
MARK_LETTER = {mark: LETTER[name] for mark, name in MARKS.items()}
END, PARA, MARK, NUM, NAME, COLON = (LETTER[name] for name in ("END", "PARA", "MARK", "NUM", "NAME", "COLON"))
ADV = LETTER["ADV"]
SPEECH_TAG = frozenset(LETTER[name] for name in ("SAID", "SAYS"))
MARKED = regex.compile(r"[“\"„«‘'`]")
LONGEST_SENTENCE = 300
LOOKAHEAD = 8
FULL_WORDS, TITLE_WORD, TITLE_WORDS, TITLE_CAPITALS = 4, 4, 8, 2


class _Memo(dict[str, str]):
    """Letters of words, worked out once for each word."""

    def __init__(self, lexicon: Lexicon, *, initial: bool) -> None:
        super().__init__()
        self._lexicon, self._initial = lexicon, initial

    def __missing__(self, word: str) -> str:
        first = word[0]
        if word in MARK_LETTER:
            found = MARK_LETTER[word]
        elif first in ".-":
            found = MARK_LETTER[first]
        elif first in "'’":
            found = self._lexicon.clitic(word)
        elif first.isalpha() or first in "@#_":
            if first in "@#":
                found = NAME
            elif first.isupper():
                found = self._lexicon.initial(word) if self._initial else self._lexicon.capitalised(word)
            else:
                found = self._lexicon.lower(word.replace("’", "'"))
        else:
            found = NUM if any(c.isdigit() for c in word) else self._lexicon.sign(word)
        if len(self) < 200_000:  # noqa: PLR2004
            self[word] = found
        return found


@attrs.define
class _Tokens:
    letters: list[str] = attrs.Factory(list)
    starts: list[int] = attrs.Factory(list)
    ends: list[int] = attrs.Factory(list)
    quotations: dict[int, Quotation] = attrs.Factory(dict)

    def add(self, mark: str, start: int, end: int) -> None:
        self.letters.append(mark)
        self.starts.append(start)
        self.ends.append(end)


class Reader:
    """Reads texts of one language into shapes.

    Args:
        lexicon: The language's words.
        token: The pattern of one token.
        retagging: The rules that mend a word's class by its neighbours.
    """

    def __init__(self, lexicon: Lexicon, token: "regex.Pattern[str]", retagging: Retagging) -> None:
        self._lexicon, self._token, self._retagging = lexicon, token, retagging
        self._initial, self._inside = _Memo(lexicon, initial=True), _Memo(lexicon, initial=False)

    def read(self, text: str, start: int = 0, end: int | None = None) -> Shape:
        """The shape of a text, or of a stretch of it."""
        end = len(text) if end is None else end
        bounds = paragraphs(text, start, end)
        tokens = _Tokens()
        for (first, last), marked in zip(bounds, quotations(text, bounds), strict=True):
            self._paragraph(text, first, last, marked, tokens)
        letters = self._retagging.apply("".join(tokens.letters), text, tokens.starts, tokens.ends)
        return Shape(text, letters, tokens.starts, tokens.ends, tokens.quotations)

    def _paragraph(self, text: str, first: int, last: int, marked: list[Quotation], tokens: _Tokens) -> None:
        at, fresh = first, True
        tokens.add(PARA, first, first)
        for quotation in marked:
            fresh = self._stretch(text, at, quotation.start, last, tokens, fresh=fresh)
            self._quotation(text, quotation, last, tokens)
            fresh = tokens.letters[-1] == END
            at = quotation.end
        self._stretch(text, at, last, last, tokens, fresh=fresh)
        if tokens.letters[-1] != END:
            tokens.add(END, last, last)

    def _stretch(self, text: str, at: int, until: int, last: int, tokens: _Tokens, *, fresh: bool) -> bool:
        """Adds the tokens of a stretch without quotations; returns whether a sentence begins after it."""
        initial, inside = self._initial, self._inside
        letters, starts, ends = tokens.letters, tokens.starts, tokens.ends
        begun, phrasal = len(letters), self._lexicon.phrasal
        for match in self._token.finditer(text, at, until):
            word = match.group()
            start, end = match.span()
            mark = initial[word] if fresh else inside[word]
            first_fresh, fresh = fresh, False
            if mark == END:
                if self._ends_sentence(text, end, last, word, tokens):
                    fresh = True
                elif word == "." and ends and ends[-1] == start and letters[-1] != PARA:
                    ends[-1] = end  # an abbreviation keeps its period
                    continue
                else:
                    mark = MARK
            fresh = fresh or mark == COLON
            if word in phrasal or (first_fresh and word.lower() in phrasal):
                mark = self._phrasal(text, end, until, word.lower()) or mark
            letters.append(mark)
            starts.append(start)
            ends.append(end)
            acronym = word[-1] == "." and mark != END and self._acronym_ends(text, end, last)
            if acronym or len(letters) - begun > LONGEST_SENTENCE:
                tokens.add(END, end, end)
                fresh = True
            begun = len(letters) if fresh else begun
        return fresh

    def _phrasal(self, text: str, at: int, until: int, word: str) -> str | None:
        """The letter of a word that attributes with the words after it; None where others stand there."""
        mark, rests = self._lexicon.phrasal[word]
        window = zip(range(LOOKAHEAD), self._token.finditer(text, at, until), strict=False)
        following = [m.group().lower() for _, m in window]
        plain = [w for w in following if self._inside[w] != ADV]
        found = any(tuple(words[: len(rest)]) == rest for rest in rests for words in (following, plain))
        return mark if found else None

    def _ends_sentence(self, text: str, end: int, last: int, word: str, tokens: _Tokens) -> bool:
        following = _following(text, end, last)
        if not following:
            return True
        if following.islower() or following in ",;:":
            return False
        if word == "." and len(tokens.starts) > 0 and tokens.ends[-1] == end - 1:
            before = text[tokens.starts[-1] : end - 1]
            initial = "any" if len(before) == 1 and before.isupper() else None
            kind = self._lexicon.abbreviations.get(before.rpartition("-")[2]) or initial
            if kind == "before":
                return False
            if kind is not None:
                return self._begins_sentence(text, end, last)
        return True

    def _acronym_ends(self, text: str, end: int, last: int) -> bool:
        following = _following(text, end, last)
        return not following or (following.isupper() and self._begins_sentence(text, end, last))

    def _begins_sentence(self, text: str, at: int, last: int) -> bool:
        """Whether the next word is one of a closed class, which is capitalised only where a sentence begins."""
        match = self._token.search(text, at, last)
        if match is not None and MARKED.match(match.group()):
            return True
        return match is not None and self._lexicon.begins_sentence(match.group())

    def _quotation(self, text: str, quotation: Quotation, last: int, tokens: _Tokens) -> None:
        inner = text[quotation.inner_start : quotation.inner_end].strip()
        stop = inner.rstrip("’'”\"")[-1:]
        words = inner.count(" ") + 1
        capital = next((c.isupper() or c.isdigit() for c in inner if c.isalnum()), False)
        full = capital and (words >= FULL_WORDS or stop in ".,!?…") and not _is_title(inner)
        ending = "C" if stop and stop in ",;—–-" else "P" if stop == "." else "X" if stop and stop in "!?…" else "N"
        tokens.quotations[len(tokens.letters)] = quotation
        tokens.add(LETTER[f"Q{'FULL' if full else 'FRAG'}{ending}"], quotation.start, quotation.end)
        following = _following(text, quotation.end, last)
        if not following or (ending in "PX" and not (following.islower() or following in ",;:—–-.!?)]")):
            if following and ending == "X" and self._tag_follows(text, quotation.end, last):
                return
            if not (following and ending == "N"):
                tokens.add(END, quotation.end, quotation.end)

    def _tag_follows(self, text: str, at: int, last: int) -> bool:
        """Whether a speech tag follows: a few words and, before any mark, a verb that attributes."""
        marks = []
        for match in self._token.finditer(text, at, last):
            marks.append(self._inside[match.group()])
            if marks[-1] in SPEECH_TAG:
                return True
            if len(marks) >= LOOKAHEAD or not (match.group()[0].isalnum() or match.group() == "."):
                return False
        return False


def _is_title(inner: str) -> bool:
    """Whether a quotation is capitalised like a title: two words or more, the longer ones all with a capital."""
    words = inner.split()
    capitals = sum(word[0].isupper() for word in words)
    short = capitals >= TITLE_CAPITALS and len(words) <= TITLE_WORDS
    return short and all(w[0].isupper() for w in words if len(w) >= TITLE_WORD)


def _following(text: str, at: int, last: int) -> str:
    """The first character after white space and closing brackets; empty at the paragraph's end."""
    while at < last and (text[at].isspace() or text[at] in ")]\u200b"):
        at += 1
    return text[at] if at < last else ""
