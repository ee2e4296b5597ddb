"""A page: the tokens of a text, and what they tell of its labels and of the names in it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import COLON, DET, END, LABEL, NAME, PARA

LABEL_GROUP, SAID_GROUP, NEXT = "label", "said", "next_label"
BEFORE = ("label", "label_within", "label_and_topic")  # what may be labels before colons
QUESTION = "?"
ALTERNATING = 2  # so many labels that each stand before so many texts are those of a transcript
SAME = 40  # characters: what begins alike is the same text again, as furniture is
LONGER, INITIALS = re.compile(f"{NAME}{{2,}}"), (2, 3)


class Page:
    """A text's tokens, and what they tell of the names in it, looked for when it is first asked for.

    Args:
        letters: The letters of the tokens.
        text: The text.
        starts: Offset of each token.
        ends: Offset just past each token.
        patterns: The patterns of labels.
    """

    def __init__(
        self,
        letters: str,
        text: str,
        starts: list[int],
        ends: list[int],
        patterns: Mapping[str, Expression],
    ) -> None:
        self.letters, self._text, self.starts, self.ends, self.patterns = letters, text, starts, ends, patterns
        self._names: frozenset[str] | None = None
        self._spans: dict[str, list[Range]] = {}

    def spans(self, key: str) -> list[Range]:
        """What a pattern takes for labels."""
        if key not in self._spans:
            self._spans[key] = [match.span(LABEL_GROUP) for match in self.patterns[key].finditer(self.letters)]
        return self._spans[key]

    def before_colons(self) -> list[Range]:
        """What may be a label before a colon, in text order; of what ends at one token, the longest."""
        found = sorted([span for key in BEFORE for span in self.spans(key)], reverse=True)
        return sorted({last: (first, last) for first, last in found}.values())

    def interleaved(self) -> list[list[Range]]:
        """The labels of each paragraph that begins with one and holds others, of which one stands behind a question."""
        groups: dict[int, list[Range]] = {}
        begins = {span[0]: span for span in self.before_colons()}
        begun, at = 0, 0
        for first, last in self.spans(NEXT):
            begun, at = max(begun, self.letters.rfind(PARA, at, first) + 1), first
            if begun in begins:
                groups.setdefault(begun, [begins[begun]]).append((first, last))
        return [each for each in groups.values() if any(self.is_behind_question(first) for first, _ in each[1:])]

    def mark(self, last: int) -> int:
        """The colon behind a label that ends before a token."""
        return self.letters.index(COLON, last)

    def behind(self, mark: int) -> int:
        """The token behind a colon, in the next paragraph where the colon ends one."""
        alone = self.letters[mark + 1 : mark + 3] == END + PARA and mark + 3 < len(self.letters)
        return mark + 3 if alone else mark + 1

    def matches(self, key: str, at: int) -> bool:
        """Whether a pattern matches from a token on."""
        return self.patterns[key].match(self.letters, at) is not None

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The words of some tokens."""
        return tuple([self._text[self.starts[at] : self.ends[at]] for at in range(first, last)])

    def alternating(self, spans: Sequence[Range]) -> set[tuple[str, ...]]:
        """The labels that alternate."""
        if len(spans) < ALTERNATING:
            return set()
        different = {
            (self.words(first, last), self._text[self.ends[last] : self.ends[last] + SAME]) for first, last in spans
        }
        counts = Counter(label for label, _ in different)
        repeated = {label for label, count in counts.items() if count >= ALTERNATING}
        return repeated if len(repeated) >= ALTERNATING else set()

    def dotted(self) -> list[Range]:
        """Labels of a word that a period ends, where two alternate or one asks: "Q. Why? A. Why not?"."""
        spans = [span for span in self.spans("dotted") if span[1] - span[0] == 1]
        alternating = self.alternating(spans)
        answered = {self.letters[first] for first, _ in spans} == {LABEL, DET}
        return [span for span in spans if answered or self.words(*span) in alternating]

    def enclosed(self, spans: Sequence[Range]) -> set[Range]:
        """The labels of each three paragraphs in a row of which the first stands again before the last."""
        found = set[Range]()
        for row in zip(spans, spans[1:], spans[2:], strict=False):
            first, between, again = [self.words(*span) for span in row]
            if first == again != between and self.letters.count(PARA, row[0][0], row[2][0]) == ALTERNATING:
                found.update(row)
        return found

    def is_all_labelled(self, labels: Collection[Range]) -> bool:
        """Whether each of several paragraphs begins with one of some labels, and ends with a mark."""
        paragraphs = self.letters.count(PARA)
        ended = sum(self.starts[at] < self.ends[at] for at in self._paragraph_ends())
        begun = sum(self.letters[first - 1] == PARA for first, _ in labels)
        return paragraphs == begun == ended and paragraphs >= ALTERNATING

    def _paragraph_ends(self) -> Iterator[int]:
        """The END of each paragraph."""
        at = self.letters.find(PARA, 1)
        while at > 0:
            yield at - 1
            at = self.letters.find(PARA, at + 1)
        yield len(self.letters) - 1

    def is_in_capitals(self, first: int, last: int) -> bool:
        """Whether a label is written as in the minutes of a parliament: "The MINISTER", "Mr T HALE"."""
        return any(len(word) > max(INITIALS) and word.isupper() for word in self.words(first, last))

    def is_initialled(self, first: int, last: int) -> bool:
        """Whether initials stand between the first and the last word of a label: "Chief M L HALE"."""
        return any(len(word) == 1 and word.isupper() for word in self.words(first + 1, last - 1))

    def is_heading(self, last: int) -> bool:
        """Whether the paragraph behind a label's own tells of who is named by it."""
        behind = self.patterns["own_section"].match(self.letters, last + 1)
        return behind is not None and self.words(last - 1, last)[0] in self.words(*behind.span(SAID_GROUP))

    def is_repeated(self, first: int, last: int, at: int) -> bool:
        """Whether the words of a label stand again at a token: "OAK TRUST: Oak Trust, a charity, will plant …"."""
        return self.written(first, last) == self.written(at, at + last - first)

    def written(self, first: int, last: int) -> list[str]:
        """Some words, in lower case."""
        return [word.lower() for word in self.words(first, min(last, len(self.starts)))]

    def is_title(self, first: int, last: int) -> bool:
        """Whether a headline comes again in the text, so that what stands behind it is the name of the page."""
        start, end = self.starts[first], self.ends[last - 1]
        return self._text.find(self._text[start:end], end) >= 0

    def is_told(self, first: int | None, opinions: frozenset[str]) -> bool:
        """Whether a sentence has a mark at its end, or words of somebody's own: a headline may have neither."""
        if first is None:
            return True
        end = self.letters.index(END, first)
        told = self.matches("voiced", first) or not opinions.isdisjoint(self.written(first, end))
        return told or not self.ends_bare(end)

    def begins_low(self, at: int) -> bool:
        """Whether a token is written in lower case."""
        return self._text[self.starts[at]].islower()

    def answers(self, before: Range, label: Range) -> bool:
        """Whether a label stands before the answer to a question: all that stands behind the label before it."""
        first = label[0]
        asked = self.letters[first - 1] == PARA and self.is_behind_question(first - 1)
        return asked and self.letters.rfind(PARA, 0, first - 1) + 1 == before[0]

    def is_behind_question(self, at: int) -> bool:
        """Whether the sentence that ends before a token is a question."""
        return self.words(at - 1, at) == (QUESTION,)

    def are_initials(self, at: int) -> bool:
        """Whether a word is the initials of a name in the text, in capitals, and a capital stands behind it."""
        (word,), (following,) = self.words(at, at + 1), self.words(at + 1, at + 2)
        if len(word) not in INITIALS or not word.isupper() or following[:1].islower():
            return False
        return word.lower() in self.names()

    def names(self) -> frozenset[str]:
        """The names that are somebody's, and the initials of the longer ones, in lower case; none with an article."""
        if self._names is None:
            articled = (match.end() - 1 for match in self.patterns["articled"].finditer(self.letters))
            self._names = frozenset(self._found()).difference(self.words(at, at + 1)[0].lower() for at in articled)
        return self._names

    def _found(self) -> Iterator[str]:
        for named in self.patterns["named"].finditer(self.letters):
            if self.letters[named.end() : named.end() + 1] == COLON:
                continue
            yield self.words(named.start(), named.start() + 1)[0].lower()
        for longer in LONGER.finditer(self.letters):
            initials = "".join([word[0] for word in self.words(*longer.span())]).lower()
            yield from (initials[at : at + count] for count in INITIALS for at in range(len(initials)))

    def ends_bare(self, end: int) -> bool:
        """Whether a sentence ends at a token without a mark."""
        return self.starts[end] == self.ends[end]

    def is_headline(self) -> bool:
        """Whether the text is a headline and no more."""
        return self.letters.count(END) == 1 and self.ends_bare(-1)
