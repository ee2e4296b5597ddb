"""Splits: where a run of names is two, and whether what stands before a name governs it."""

import re

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, COMMA, DET, LETTER, NAME
from quoteattr.speakers.phrases.joins import LINKS
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.words import SpeakerWords, plain

PLACING = frozenset(LETTER[name] for name in ("IN", "FROM"))
INITIALS = re.compile(r"([A-Z]\.){1,3}")
PAIR = 2


class Splits:
    """Splits runs of names that are two.

    Args:
        words: The language's words.
        reader: What reads names.
    """

    def __init__(self, words: SpeakerWords, reader: NameReader) -> None:
        self._words, self._reader = words, reader
        self._honorifics = words.sets["names", "honorifics"]

    def parts(self, shape: Shape, run: Range) -> tuple[Range, ...]:
        """A run, or its two parts where a person's name follows what a preposition governs: "of State | Ana Brandt"."""
        start, end = run
        at = start
        if governed(shape, start) or _governed_with(shape, start):
            at = self._titled(shape, run) or self._person(shape, run)
        at = self._called(shape, run) if at == start else at
        return ((start, at), (at, end)) if at > start else (run,)

    def _called(self, shape: Shape, run: Range) -> int:
        """Where somebody with a courtesy follows a body: "House of Assembly | Mr Hale"; the run's start elsewhere."""
        start, end = run
        places = (at for at in range(start + PAIR, end - 1) if plain(shape.word(at)) in self._honorifics)
        return next((at for at in places if shape.word(at - 1).lower() in self._words.body_words), start)

    def _titled(self, shape: Shape, run: Range) -> int:
        """Where a title ends that a run goes on with: "Chief of | Army Staff | General Ana"; 0 where none does."""
        start, end = run
        titles = (at for at in range(end - 1, start, -1) if self._is_title(shape, start - PAIR, at))
        return next(titles, 0)

    def _is_title(self, shape: Shape, first: int, last: int) -> bool:
        return " ".join(shape.words(first, last)).lower() in self._words.titles

    def _person(self, shape: Shape, run: Range) -> int:
        """Where a person's name begins inside a run; the run's start where none does."""
        start, end = run
        field = is_field(self._words, shape, start)  # "for Justice | Ana Brandt"
        first = shape.word(start)
        given = self._reader.gender(first) and first not in self._words.places  # "with the Sydney Tram Guild | Ana"
        if given or (self._reader.is_title(first) and not field):
            return start
        if shape.word(end - 1).lower() in self._words.body_words or self._ends_in_outlet(shape, run):
            return start
        country = self._country(shape, run)
        if country > start and country + 1 < end:
            word = shape.word(country)
            titled = self._reader.is_title(word) and plain(word) not in self._honorifics
            return start if titled else self._given(shape, run) or country  # "aide to | US President Dan Hale"
        return self._given(shape, run) or (end - PAIR if field else start)

    def _given(self, shape: Shape, run: Range) -> int:
        """Where a given name, initials or a courtesy begin inside a run, with a rank before them; 0 where none do."""
        start, end = run
        for at in range(start + 1, end - 1):
            word, before = shape.word(at), shape.word(at - 1)
            if INITIALS.fullmatch(word) and self._is_office(before):
                return at
            if (self._reader.gender(word) and at + 4 > end) or plain(word) in self._honorifics:
                return at - (at > start + 1 and before in self._words.ranks)  # "of the Joint Chiefs | General Ana"
        return 0

    def _ends_in_outlet(self, shape: Shape, run: Range) -> bool:
        """Whether a run ends in the name of a news outlet: "to the Lund Daily Star"."""
        start, end = run
        return any(self._reader.is_outlet(" ".join(shape.words(at, end))) for at in range(start, end))

    def _is_office(self, word: str) -> bool:
        """Whether what stands before initials is of an office or a body: "Leader of the Opposition | V.D. Brandt"."""
        low = word.lower()
        return low in self._words.title_words or low in self._words.body_words

    def _country(self, shape: Shape, run: Range) -> int:
        """Where the name of a country that a run begins with ends; the run's start where it begins with none."""
        start, end = run
        for at in range(min(end - 1, start + 3), start, -1):
            text = " ".join(shape.word(k) for k in range(start, at))
            if text in self._words.countries or text in self._words.places:
                return at + (shape.word(at).lower() in self._words.sets["bodies", "places"])  # "Kano State | Ana"
        return start


def is_field(words: SpeakerWords, shape: Shape, start: int) -> bool:
    """Whether what begins at a token is an office’s field, or a further one: "Minister for | Finance Ana Brandt"."""
    start = _first_joined(shape, start)
    before, office = shape.word(start - 2).lower(), " ".join(shape.words(max(start - 4, 0), start - 1)).lower()
    return before in words.sets["affiliations", "portfolios"] or office in words.titles


def _first_joined(shape: Shape, start: int) -> int:
    """Where the first of the names begins that commas and a conjunction join to what begins at a token."""
    letters = shape.letters
    at = start - (letters[start - 1] == DET)
    if letters[at - 1] != AND:
        return start
    while at > 1 and letters[at - 1] in (AND, COMMA):
        at -= 1 + (letters[at - 2 : at] == COMMA + AND)
        while at and letters[at - 1] == NAME:
            at -= 1
    return at


def governed(shape: Shape, start: int) -> bool:
    """Whether a preposition, or what joins names, stands before what begins at a token, an article between left out."""
    before = start - 1 - (start > 0 and shape.letters[start - 1] == DET)
    return before >= 0 and shape.letters[before] in LINKS


def _governed_with(shape: Shape, start: int) -> bool:
    """Whether what begins at a token is joined to a name that a preposition governs: "of Lands and | Forests"."""
    at = _first_joined(shape, start)
    return at < start - 1 - (shape.letters[start - 1] == DET) and governed(shape, at)


def tells_where(shape: Shape, name: Name, first: int) -> bool:
    """Whether a name between commas tells where the place before it is: "a woman in Lenz, | Dorvik,"."""
    letters, at = shape.letters, first - 2
    if name.title or name.given or name.kind is not None or len(name.words) > 1 or letters[first - 1] != COMMA:
        return False
    while letters[at] == NAME:
        at -= 1
    return at < first - 2 and letters[at] in PLACING
