"""Labels: which of the words at the edge of a paragraph say who speaks in it, and which are furniture of the page."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.page import ALTERNATING, BEFORE, LABEL_GROUP, NEXT, SAID_GROUP, Page
from quoteattr.grammar.shape import Label, Range
from quoteattr.grammar.wordclass import (
    COLON,
    COMMA,
    DASH,
    DET,
    ENCODING,
    END,
    FOR,
    LABEL,
    LPAR,
    NAME,
    NUM,
    OF,
    PARA,
    QUOTATIONS,
)
from quoteattr.language.inflection import third
from quoteattr.language.language import Language
from quoteattr.language.tables import words

BINDING = frozenset([OF, FOR])
DATES = (COMMA + NAME + NUM, COMMA + NUM + NAME)  # a month may be a name: "DORVIK| , Jan 8"
MARKS = frozenset([COLON, DASH])
SIGNED = ("signed", "signed_in_brackets", "signed_below", "signed_behind")
BEHIND = (*SIGNED, "attested", "headline")  # labels behind what is said
NAMING = ("leading", "bare", "dotted", "named", "articled")
TELLING = ("turn", "reported", "tagged", "voiced", "counted")
OTHERS = (NEXT, *NAMING, *TELLING, "own_section")
LISTS = ("furniture", "links", "opinions", "topics", "documents")
LONGEST_TITLE, SHORTEST_SAID = 4, 4  # words
HANDLE = "@"


class Labels:
    """Finds the labels that speak, and makes each one before a colon a sentence of its own.

    A label speaks before a quotation; where it has a title, a given name before another name, or the noun of a role, a
    body or a document at its end; where the text calls somebody so by a longer name, by its initials or beside a cue;
    where labels alternate, as in a transcript; and where it is the one name before a headline that stands alone. What
    stands behind a person's name that speaks nowhere else must be a sentence with its mark, or somebody's words.

    Args:
        language: Whose names and titles they are.
        notation: What reads the patterns.
        lexicon: The language's words.

    Raises:
        LanguageError: The table of labels is broken.
    """

    def __init__(self, language: Language, notation: Notation, lexicon: Lexicon) -> None:
        table, place, lists = language.tables["labels"], f"{language.code}/labels.toml", language.lists
        self.patterns = {key: notation.compile(table[key], f"{place}: {key}") for key in (*BEFORE, *BEHIND, *OTHERS)}
        several = [frozenset(words(table[key], f"{place}: {key}")) for key in LISTS]
        self._furniture, self._links, self._opinions, self._topics, documents = several
        self.strays = words(table["strays"], f"{place}: strays")
        self._roles = _lower(lists["roles"])
        self._outlets = _lower(lists["outlets"]) - self._roles
        self._heads = self._roles | _lower([*documents, *lists["organisations"], *lists["outlets"]]) - self._topics
        self._groups = _lower([plural or third(role) for role, (_, plural) in lists["roles"].items()])
        self._titles = _lower([title.rstrip(".") for title in lists["titles"]])
        self._common = lexicon.listed
        self._given = _lower(lists["given_names"])
        nations = language.tables["nations"]["nation"]
        self._places = _lower([*lists["places"], *[word for one in nations for word in (one["name"], *one["aliases"])]])

    def apply(self, letters: str, text: str, starts: list[int], ends: list[int]) -> tuple[str, Mapping[int, Label]]:
        """The letters, with an END behind what leads to a sentence, and the labels that speak, by the token just past.

        A comma before one is an END too.
        """
        page = Page(letters, text, starts, ends, self.patterns)
        found = [*self._bare(page), *self._before(page), *self._behind(page)]
        leads = [
            page.mark(last)
            for first, last in page.spans("leading")
            if not self._links.issuperset(map(str.lower, page.words(first, last)))
        ]
        if not found and not leads:
            return letters, {}
        mended = bytearray(letters, ENCODING)
        for mark in leads:
            mended[mark] = ord(END)
        for label in found:
            if label.said is None:
                mended[label.first if label.mark is None else label.mark] = ord(END)
                if letters[label.first - 1] == COMMA:
                    mended[label.first - 1] = ord(END)
        return mended.decode(ENCODING), {label.last: label for label in sorted(found, key=lambda label: label.first)}

    def _bare(self, page: Page) -> Iterator[Label]:
        """Labels without a colon: "Q" before several blanks, initials of the interviewed, and those with a period."""
        spans = page.spans("bare")
        alternating = page.alternating([span for span in spans if page.are_initials(span[0])])
        several = {span for span in spans if page.letters[span[0]] == LABEL and not page.begins_low(span[1])}
        for first, last in spans:
            apart = page.letters[first] == LABEL and page.starts[last] - page.ends[first] > 1
            asks = (first, last) in several and len(several) >= ALTERNATING
            if apart or asks or page.words(first, last) in alternating:
                yield Label(first, last, None, transcript=True)
        capitals = [span for span in page.spans("dotted") if page.is_in_capitals(*span)]
        formal = [span for span in capitals if page.words(*span)[0].lower().rstrip(".") in self._titles]
        for first, last in (*page.dotted(), *(formal if len(formal) >= ALTERNATING else ())):
            yield Label(first, last, last, transcript=True)

    def _before(self, page: Page) -> Iterator[Label]:
        """Labels before a colon."""
        if COLON not in page.letters:
            return
        within = self._within(page)
        spans = sorted({*page.before_colons(), *within})
        words = (*spans, *page.spans("bare"), *page.spans("dotted"))
        asked = any(page.letters[first:last] == LABEL for first, last in words)
        minuted = {span for span in spans if page.is_in_capitals(*span)}
        headings = [span for span in spans if page.is_heading(span[1])]
        turns = self._turns(page, spans, minuted, within, asked=asked)
        enclosed = page.enclosed(spans)
        for span in spans:
            first, last = span
            mark, turn = page.mark(last), span in turns
            behind = page.behind(mark)
            heading = span in headings and len(headings) >= ALTERNATING
            if heading or page.matches("counted", behind) or page.is_repeated(first, last, behind):
                continue
            if not turn and behind > mark + 1 and page.letters[behind] not in QUOTATIONS:
                continue
            short = page.matches("turn", behind) or span in enclosed
            if turn or (short and self._speaks(page, span, behind)):
                minutes = span in minuted and (len(minuted) >= ALTERNATING or self._is_formal(page, span))
                yield Label(first, last, mark, transcript=asked or turn or minutes)

    def _within(self, page: Page) -> set[Range]:
        """The labels of paragraphs that hold several, of which one comes again, asks or names somebody."""
        found = set[Range]()
        for several in page.interleaved():
            again = len({page.words(*span) for span in several}) < len(several)
            if again or any(page.letters[span[0]] == LABEL or self._speaks(page, span, None) for span in several):
                found.update(several)
        return found

    def _turns(
        self, page: Page, spans: Sequence[Range], minuted: set[Range], within: set[Range], *, asked: bool
    ) -> set[Range]:
        """The labels of turns: that ask, that alternate, that stand in capitals beside those, and that answer one."""
        alternating = self._alternating(page, spans, minuted)
        known = [span for span in spans if self._furniture.isdisjoint(map(str.lower, page.words(*span)))]
        found = within.intersection(known)
        found.update(span for pair in pairwise(known) if page.answers(*pair) for span in pair)
        found.update(span for span in spans if page.words(*span) in alternating)
        formal = [span for span in minuted.intersection(known) if self._is_formal(page, span)]
        found.update(span for span in formal if page.is_initialled(*span))
        named = any(page.words(first, last)[-1].lower() not in self._common for first, last in minuted)
        sure = alternating or asked or len(formal) >= ALTERNATING or (named and page.is_all_labelled(minuted))
        found.update(minuted.intersection(known) if sure else ())
        shapes = (LABEL, DET) if asked else (LABEL,)
        return found.union(span for span in spans if page.letters[slice(*span)] in shapes)

    def _is_formal(self, page: Page, span: Range) -> bool:
        """Whether a label begins with a title or a word not in capitals, and no quotation follows: "Mr T HALE: No!"."""
        word = page.words(span[0], span[0] + 1)[0]
        titled = word.lower().rstrip(".") in self._titles or not word.isupper()
        return titled and page.letters[page.mark(span[1]) + 1] not in QUOTATIONS

    def _alternating(self, page: Page, spans: Sequence[Range], minuted: set[Range]) -> set[tuple[str, ...]]:
        """The labels that alternate, where one of them asks or names somebody: no fields of a form."""
        found = page.alternating(spans)
        several = [span for span in spans if page.words(*span) in found]
        spoken = any(span in minuted or self._asks(page, span) or self._speaks(page, span, None) for span in several)
        return found if spoken else set()

    def _asks(self, page: Page, span: Range) -> bool:
        """Whether a label is one of questions, or stands behind one."""
        return LABEL in page.letters[slice(*span)] or page.is_behind_question(page.letters.rfind(END, 0, span[0]) + 1)

    def _behind(self, page: Page) -> Iterator[Label]:
        """Labels behind what is said: below a tweet, in brackets, and at the end of a headline."""
        for key in BEHIND:
            for match in page.patterns[key].finditer(page.letters):
                (first, last), (begin, end) = match.span(LABEL_GROUP), match.span(SAID_GROUP)
                bare = (
                    page.ends_bare(last) and self._speaks(page, (first, last), None) and not page.is_title(begin, end)
                )
                if key == "headline" and page.letters[end] == COLON and not self._is_said(page, begin, end):
                    continue
                if key in SIGNED or (bare and (key == "headline" or self._has_office(page, first, last))):
                    mark = end if page.letters[end] in MARKS else None
                    yield Label(first, last, mark, (begin, end - (page.letters[end - 1] == END)))

    def _is_said(self, page: Page, first: int, last: int) -> bool:
        """Whether what stands before a colon and a name may be that one's words: no "Follow us on a page: @a_br"."""
        return last - first >= SHORTEST_SAID and self._furniture.isdisjoint(page.written(first, last))

    def _speaks(self, page: Page, span: Range, begin: int | None) -> bool:
        """Whether a label outside a transcript names somebody; `begin` is the first token of what stands behind it."""
        shape, label = page.letters[slice(*span)], [word.lower() for word in page.words(*span)]
        if not self._furniture.isdisjoint(label):
            return False
        end = min([at for at, letter in enumerate(shape) if letter in (LPAR, COMMA)], default=len(shape))
        if shape[end : end + 3] in DATES or NAME + NUM + NAME in shape:  # "Lund 2-1 Dorvik"
            return False
        shape, label = shape[:end], label[:end]
        if begin is not None and page.letters[begin] in QUOTATIONS:
            return (NAME in shape or len(shape) == 1) and not page.matches("tagged", begin)
        if len(label) == 1 and label[0] in self._outlets:
            return span[0] == 1 or label[0] in page.names()  # the headline, or somebody who speaks elsewhere
        if label[-1] in self._heads or " ".join(label) in self._heads:
            return begin is None or not page.matches("reported", begin)
        several = begin is None and label[-1] in self._groups  # "Rents to rise - tenants"
        told = label[-1] not in self._topics and (page.is_told(begin, self._opinions) or label[0] in page.names())
        dated = page.is_in_capitals(*span) and label[0] not in self._given  # "DORVIK: Two men were fined."
        return several or (told and (begin is None or not dated) and self._is_person(page, label, shape))

    def _has_office(self, page: Page, first: int, last: int) -> bool:
        """Whether the noun of a role stands in a label behind its comma, and nothing behind that."""
        office = page.words(page.letters.index(COMMA, first), last)
        return page.letters[last : last + 2] in (END, END + PARA) and not self._roles.isdisjoint(office)

    def _is_person(self, page: Page, label: Sequence[str], shape: str) -> bool:
        titles = (" ".join(label[:count]).rstrip(".") for count in range(1, min(LONGEST_TITLE, len(label))))
        if not self._titles.isdisjoint(titles) or label[0].startswith(HANDLE):
            return True
        if shape[0] == DET:  # "The Minister for Health"
            posts = [label[at - 1] for at in range(1, len(label) - 1) if shape[at] in BINDING and shape[at + 1] == NAME]
            return not self._roles.isdisjoint(posts)
        given = [at for at, word in enumerate(label) if shape[at : at + 2] == NAME + NAME and word in self._given]
        if given and " ".join(label[given[0] :]) not in self._places and self._places.isdisjoint(label[: given[0]]):
            return True
        if shape[-1] != NAME or not self._places.isdisjoint(label):
            return False
        return label[-1] in page.names() or (page.is_headline() and label[0] not in self._common)


def _lower(several: Sequence[str] | Mapping[str, object]) -> frozenset[str]:
    return frozenset(map(str.lower, several))
