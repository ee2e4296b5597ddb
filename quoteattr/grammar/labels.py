"""Labels: which of the words at the edge of a paragraph say who speaks in it, and which are furniture of the page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Label, Range
from quoteattr.grammar.wordclass import ENCODING, LETTER, QUOTATIONS
from quoteattr.language.language import Language
from quoteattr.language.tables import words

END, NAME, LPAR, LABEL, DET, COMMA = (LETTER[name] for name in ("END", "NAME", "LPAR", "LABEL", "DET", "COMMA"))
MARKS = frozenset([LETTER["COLON"], LETTER["DASH"]])
GROUP, SAID = "label", "said"
PATTERNS = (GROUP, "bare", "signed", "headline", "named", "turn", "reported", "counted", "own_section")
ALTERNATING = 2  # so many labels that each stand before so many texts are those of a transcript
SAME = 40  # characters: what begins alike is the same text again, as furniture is
LONGEST_TITLE = 4  # words
LONGER, INITIALS = re.compile(f"{NAME}{{2,}}"), (2, 3)


class Labels:
    """Finds the labels that speak, and makes each one before a colon a sentence of its own.

    A label speaks before a quotation; where it has a title, a given name before another name, or the noun of a role, a
    body or a document at its end; where the text calls somebody so by a longer name, by its initials or beside a cue;
    where labels alternate, as in a transcript; and where it is the one name before a headline that stands alone.

    Args:
        language: Whose names and titles they are.
        notation: What reads the patterns.
        lexicon: The language's words.

    Raises:
        LanguageError: The table of labels is broken.
    """

    def __init__(self, language: Language, notation: Notation, lexicon: Lexicon) -> None:
        table, place, lists = language.tables["labels"], f"{language.code}/labels.toml", language.lists
        self.patterns = {key: notation.compile(table[key], f"{place}: {key}") for key in PATTERNS}
        self._furniture = frozenset(words(table["furniture"], f"{place}: furniture"))
        documents = words(table["documents"], f"{place}: documents")
        self._heads = _lower([*documents, *lists["roles"], *lists["organisations"], *lists["outlets"]])
        self._titles = _lower([title.rstrip(".") for title in lists["titles"]])
        self._common = lexicon.listed
        self._given = _lower(lists["given_names"])
        nations = language.tables["nations"]["nation"]
        self._places = _lower([*lists["places"], *[word for one in nations for word in (one["name"], *one["aliases"])]])

    def apply(
        self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]
    ) -> tuple[str, Mapping[int, Label]]:
        """The letters, with an END behind each label that speaks, and these, each by the token just past it."""
        page = _Page(letters, text, starts, ends, self.patterns)
        found = [*self._bare(page), *self._before(page), *self._behind(page)]
        if not found:
            return letters, {}
        mended = bytearray(letters, ENCODING)
        for label in found:
            if label.said is None:
                mended[label.first if label.mark is None else label.mark] = ord(END)
        return mended.decode(ENCODING), {label.last: label for label in sorted(found, key=lambda label: label.first)}

    def _bare(self, page: "_Page") -> Iterator[Label]:
        """Labels without a mark: "Q" before several blanks, and the initials of those who are interviewed."""
        spans = page.spans("bare")
        alternating = page.alternating([span for span in spans if page.are_initials(span[0])])
        for first, last in spans:
            apart = page.letters[first] == LABEL and page.starts[last] - page.ends[first] > 1
            if apart or page.words(first, last) in alternating:
                yield Label(first, last, None, transcript=True)

    def _before(self, page: "_Page") -> Iterator[Label]:
        """Labels before a colon."""
        spans = page.spans(GROUP)
        alternating = page.alternating(spans)
        asked = any(page.letters[first:last] == LABEL for first, last in (*spans, *page.spans("bare")))
        minuted = {span for span in spans if page.is_in_capitals(*span)}
        headings = [span for span in spans if page.is_heading(span[1])]
        for first, last in spans:
            if page.matches("counted", last + 1) or ((first, last) in headings and len(headings) >= ALTERNATING):
                continue
            shape = page.letters[first:last]
            turn = shape == LABEL or (shape == DET and asked) or page.words(first, last) in alternating
            if turn or (page.matches("turn", last + 1) and self._speaks(page, (first, last), last + 1)):
                minutes = (first, last) in minuted and len(minuted) >= ALTERNATING
                yield Label(first, last, last, transcript=asked or turn or minutes)

    def _behind(self, page: "_Page") -> Iterator[Label]:
        """Labels behind what is said: below a tweet, in brackets, and at the end of a headline."""
        for key in ("signed", "headline"):
            for match in page.patterns[key].finditer(page.letters):
                (first, last), said = match.span(GROUP), match.span(SAID)
                if key == "signed" or (page.ends_bare(last) and self._speaks(page, (first, last), None)):
                    yield Label(first, last, said[1] if page.letters[said[1]] in MARKS else None, said)

    def _speaks(self, page: "_Page", span: Range, begin: int | None) -> bool:
        """Whether a label outside a transcript names somebody; `begin` is the first token of what stands behind it."""
        shape, label = page.letters[slice(*span)], [word.lower() for word in page.words(*span)]
        if not self._furniture.isdisjoint(label):
            return False
        end = min([at for at, letter in enumerate(shape) if letter in (LPAR, COMMA)], default=len(shape))
        shape, label = shape[:end], label[:end]
        if begin is not None and page.letters[begin] in QUOTATIONS:
            return NAME in shape or len(shape) == 1
        if label[-1] in self._heads or " ".join(label) in self._heads:
            return begin is None or not page.matches("reported", begin)
        return self._is_person(page, label, shape)

    def _is_person(self, page: "_Page", label: Sequence[str], shape: str) -> bool:
        titles = (" ".join(label[:count]).rstrip(".") for count in range(1, min(LONGEST_TITLE, len(label))))
        if not self._titles.isdisjoint(titles):
            return True
        if any(shape[at : at + 2] == NAME + NAME and word in self._given for at, word in enumerate(label)):
            return True
        if shape[-1] != NAME or not self._places.isdisjoint(label):
            return False
        return label[-1] in page.names() or (page.is_headline() and label[0] not in self._common)


class _Page:
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
        starts: Sequence[int],
        ends: Sequence[int],
        patterns: Mapping[str, Expression],
    ) -> None:
        self.letters, self._text, self.starts, self.ends, self.patterns = letters, text, starts, ends, patterns
        self._names: frozenset[str] | None = None
        self._spans: dict[str, list[Range]] = {}

    def spans(self, key: str) -> list[Range]:
        """What a pattern takes for labels."""
        if key not in self._spans:
            self._spans[key] = [match.span(GROUP) for match in self.patterns[key].finditer(self.letters)]
        return self._spans[key]

    def matches(self, key: str, at: int) -> bool:
        """Whether a pattern matches from a token on."""
        return self.patterns[key].match(self.letters, at) is not None

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The words of some tokens."""
        return tuple([self._text[self.starts[at] : self.ends[at]] for at in range(first, last)])

    def alternating(self, spans: Sequence[Range]) -> set[tuple[str, ...]]:
        """The labels that alternate."""
        different = {
            (self.words(first, last), self._text[self.ends[last] : self.ends[last] + SAME]) for first, last in spans
        }
        counts = Counter(label for label, _ in different)
        repeated = {label for label, count in counts.items() if count >= ALTERNATING}
        return repeated if len(repeated) >= ALTERNATING else set()

    def is_in_capitals(self, first: int, last: int) -> bool:
        """Whether a label is written as in the minutes of a parliament: "The MINISTER", "Mr T HALE"."""
        return any(len(word) > max(INITIALS) and word.isupper() for word in self.words(first, last))

    def is_heading(self, last: int) -> bool:
        """Whether the paragraph behind a label's own tells of who is named by it."""
        behind = self.patterns["own_section"].match(self.letters, last + 1)
        return behind is not None and self.words(last - 1, last)[0] in self.words(*behind.span(SAID))

    def are_initials(self, at: int) -> bool:
        """Whether a word is the initials of a name in the text, in capitals, and a capital stands behind it."""
        (word,), (following,) = self.words(at, at + 1), self.words(at + 1, at + 2)
        if len(word) not in INITIALS or not word.isupper() or following[:1].islower():
            return False
        return word.lower() in self.names()

    def names(self) -> frozenset[str]:
        """The names that are somebody's, and the initials of the longer ones, in lower case."""
        if self._names is None:
            self._names = frozenset(self._found())
        return self._names

    def _found(self) -> Iterator[str]:
        for named in self.patterns["named"].finditer(self.letters):
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


def _lower(several: Sequence[str] | Mapping[str, object]) -> frozenset[str]:
    return frozenset(map(str.lower, several))
