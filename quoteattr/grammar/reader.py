"""The reader: text in, its shape out. One pass over the tokens of each paragraph."""

import re
from typing import Final

from quoteattr.grammar.labels import Labels
from quoteattr.grammar.letters import CARE, Letters, PlainLetters
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.quoted import CLOSED, class_of
from quoteattr.grammar.retagging import Retagging
from quoteattr.grammar.sentences import LOOKAHEAD, SPEECH_TAG, Sentences, following_at
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.stream import Stretch, Tokens
from quoteattr.grammar.wordclass import ADV, COLON, DASH, DET, END, LABEL, LETTER, MARK, NAME, PARA, RPAR
from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.quotation import Quotation
from quoteattr.text.quotations import quotations
from quoteattr.text.tidied import Tidied
from quoteattr.text.tokens import Tokenizer

PAST: Final = frozenset(LETTER[name] for name in ("SAID", "SAIDPP", "VED", "VEN"))
SUBJECTS: Final = frozenset(LETTER[name] for name in ("PRO", "NAME", "DET", "POSS"))
TAG: Final = re.compile(r"(?P<mark>[,?!])\s+(?P<tag>[^\s,.?!][^,.?!]*)\.\s*$")
LONGEST_TAG: Final = 90


class Reader:
    """Reads texts of one language into shapes.

    Args:
        lexicon: The language's words.
        tokenizer: What cuts text into tokens.
        retagging: The rules that mend a word's class by its neighbours.
        labels: What ends a sentence at labels that do not speak.
    """

    def __init__(self, lexicon: Lexicon, tokenizer: Tokenizer, retagging: Retagging, labels: Labels) -> None:
        self._tokenizer, self._retagging, self._labels = tokenizer, retagging, labels
        self._phrasal, self._datelines, self._listed = lexicon.phrasal, lexicon.datelines, lexicon.listed
        self._initial, self._inside = Letters(lexicon, initial=True), Letters(lexicon, initial=False)
        self._plain_initial, self._plain = PlainLetters(self._initial, lexicon), PlainLetters(self._inside, lexicon)
        self._sentences = Sentences(lexicon, self._inside, tokenizer.pattern)

    def tidied(self, text: str) -> Tidied:
        """A text without what its page left in it."""
        return Tidied(text, self._listed.__contains__, self._labels.strays)

    def read(self, text: str, start: int = 0, end: int | None = None) -> Shape:
        """The shape of a text, or of a stretch of it."""
        end = len(text) if end is None else end
        bounds = paragraphs(text, start, end)
        tokens = Tokens()
        for (first, last), marked in zip(bounds, quotations(text, bounds), strict=True):
            self._paragraph(text, first, last, marked, tokens)
        shape = Shape(text, "".join(tokens.letters), tokens.starts, tokens.ends, tokens.quotations)
        self._retagging.apply(shape)
        shape.letters, shape.labels = self._labels.apply(shape.letters, text, tokens.starts, tokens.ends)
        return shape

    def _paragraph(self, text: str, first: int, last: int, marked: list[Quotation], tokens: Tokens) -> None:
        at, fresh = first, True
        tokens.begin(first)
        for whole in marked:
            quotation = whole if whole.closed else self._before_tag(text, whole)
            if at < quotation.start:
                fresh = self._stretch(text, (at, quotation.start, last), tokens, fresh=fresh)
            self._quotation(text, quotation, last, tokens)
            if tokens.left() < 0:
                tokens.end(quotation.end)
            fresh = tokens.letters[-1] == END
            at = quotation.end
        if at < last:
            self._stretch(text, (at, last, last), tokens, fresh=fresh)
        if tokens.letters[-1] != END:
            tokens.end(last)

    def _before_tag(self, text: str, quotation: Quotation) -> Quotation:
        """A quotation that is never closed, without the tag at its end: "“Is it late? he asked."."""
        tag = TAG.search(text, max(quotation.inner_start, quotation.end - LONGEST_TAG), quotation.end)
        if tag is None:
            return quotation
        words, _, _ = self._tokenizer.cut(text, *tag.span("tag"))
        first, last = self._inside[words[0]], self._inside[words[-1]]
        if first not in SPEECH_TAG and (first not in SUBJECTS or last not in SPEECH_TAG):
            return quotation
        end = tag.end("mark")
        return quotation._replace(end=end, inner_end=end, closed=True)

    def _stretch(self, text: str, bounds: tuple[int, int, int], tokens: Tokens, *, fresh: bool) -> bool:
        """Adds the tokens of a stretch without quotations; returns whether a sentence begins after it.

        A word is looked at by itself only where it begins a sentence, where it makes one too long, and where its form
        alone does not settle its letter.
        """
        at, until, last = bounds
        words, starts, ends = self._tokenizer.cut(text, at, until)
        marks = "".join(map(self._plain.__getitem__, words))
        stretch = Stretch(text, starts, ends, last)
        letters = tokens.letters
        done, count = 0, len(marks)
        while done < count:
            place, furthest = done, min(count, done + tokens.left())
            if fresh and place < furthest:
                initial = self._plain_initial[words[place]]
                if initial not in (CARE, RPAR):  # ". (It is old.) | According to"
                    letters.append(initial)
                    fresh = False
                    place += 1
            if not fresh:
                begun, place = place, marks.find(CARE, place, furthest)
                place = furthest if place < 0 else place
                letters += marks[begun:place]
                tokens.starts += starts[done:place]
                tokens.ends += ends[done:place]
                if place == count:
                    break
            fresh = self._word(stretch, place, tokens, fresh=fresh)
            done = place + 1
        return fresh

    def _word(self, stretch: Stretch, place: int, tokens: Tokens, *, fresh: bool) -> bool:
        """Adds one word of a stretch; returns whether a sentence begins after it."""
        text, start, end = stretch.text, stretch.starts[place], stretch.ends[place]
        word = text[start:end]
        mark = self._initial[word] if fresh else self._inside[word]
        if mark == END:
            return self._stop(word, text, (start, end, stretch.last), tokens)
        if word in self._phrasal or (fresh and word.lower() in self._phrasal):
            mark = self._phrasal_letter(stretch, place, word.lower()) or mark
        tokens.add(mark, start, end)
        if mark == COLON and self._ends_dateline(text, start, tokens):
            tokens.letters[-1] = DASH
        acronym = word[-1] == "." and self._sentences.end_with_acronym(text, end, stretch.last)
        if acronym or tokens.left() < 0:
            tokens.end(end)
            return True
        apart = mark == LABEL and tokens.letters[-2] == PARA and text[end : end + 2].isspace()  # "Q  | Will you …?"
        closing = fresh and mark == RPAR
        return mark == COLON or apart or closing or (mark == DASH and tokens.letters[-2] == RPAR)

    def _ends_dateline(self, text: str, colon: int, tokens: Tokens) -> bool:
        """Whether all that stands before a colon in its paragraph is a place in capitals: "NEW DELHI:"."""
        first = tokens.begun
        return tokens.letters[first - 1] == PARA and text[tokens.starts[first] : colon] in self._datelines

    def _stop(self, mark: str, text: str, offsets: tuple[int, int, int], tokens: Tokens) -> bool:
        """Adds a mark that may end a sentence; returns whether it does."""
        start, end, last = offsets
        written_to = tokens.ends[-1] == start
        before = text[tokens.starts[-1] : start] if written_to else ""
        ends_here = self._sentences.end_with(mark, before, text, end, last)
        kept = tokens.letters[-1] != PARA if mark == "." else mark == "!" and tokens.letters[-1] == NAME
        if not ends_here and written_to and kept:
            tokens.ends[-1] = end  # an abbreviation keeps its period, and Yahoo! its mark
            if len(before) == 1 and before.isupper():
                tokens.letters[-1] = NAME  # an initial, also where the letter alone is a word: "I. Brandt"
            elif tokens.letters[-1] in (NAME, DET):  # also "No. 2"
                tokens.letters[-1] = self._inside[before + mark]  # a month or a day that is listed with its period
            return False
        tokens.add(END if ends_here else MARK, start, end)
        if tokens.left() < 0:
            tokens.end(end)
            return True
        if ends_here:
            tokens.begun = len(tokens.letters)
        return ends_here

    def _phrasal_letter(self, stretch: Stretch, place: int, word: str) -> str | None:
        """The letter of a word that attributes with the words after it; None where others stand there."""
        mark, rests = self._phrasal[word]
        after = place + 1
        if after == len(stretch.starts):
            return None
        following = stretch.text[stretch.starts[after] : stretch.ends[after]].lower()
        if self._inside[following] != ADV and all(rest[0] != following for rest in rests):
            return None
        spans = zip(stretch.starts[after : after + LOOKAHEAD], stretch.ends[after : after + LOOKAHEAD], strict=True)
        ahead = [stretch.text[start:end].lower() for start, end in spans]
        plain = [w for w in ahead if self._inside[w] != ADV]
        found = any(tuple(words[: len(rest)]) == rest for rest in rests for words in (ahead, plain))
        return mark if found else None

    def _modifies(self, text: str, quotation: Quotation, last: int) -> bool:
        """Whether an adverb between marks stands before its verb: "He “flatly” denied it."."""
        word = text[quotation.inner_start : quotation.inner_end]
        following = self._tokenizer.pattern.search(text, quotation.end, last) if word.isalpha() else None
        return following is not None and self._inside[word] == ADV and self._inside[following.group()] in PAST

    def _quotation(self, text: str, quotation: Quotation, last: int, tokens: Tokens) -> None:
        name = class_of(text, quotation)
        word = text[tokens.starts[-1] : tokens.ends[-1]]
        if name in CLOSED and word[-1:] == "." and word[0].isupper():
            tokens.end(tokens.ends[-1])  # the period of an acronym
        if name == "QFRAGN" and self._modifies(text, quotation, last):
            tokens.add(ADV, quotation.start, quotation.end)
            return
        tokens.quotations[len(tokens.letters)] = quotation
        tokens.add(LETTER[name], quotation.start, quotation.end)
        following = following_at(text, quotation.end, last)
        stopped = name[-1] in "PX" and not (following.islower() or following in ",;:—–-.!?)]")
        tagged = bool(following) and name[-1] == "X" and self._sentences.tag_follows(text, quotation.end, last)
        if not following or (stopped and not tagged):
            tokens.end(quotation.end)
