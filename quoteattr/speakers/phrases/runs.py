"""Name runs: where names stand in a shape, put together from capitalised words and what may stand between them."""

import re
from collections.abc import Iterable
from typing import Final

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import COMMA, DET, EDGES, FOR, GEN, LETTER, NAME, OF
from quoteattr.speakers.phrases.joins import Joins
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.splits import PAIR, Splits
from quoteattr.speakers.phrases.words import SpeakerWords

SPEAKING: Final = frozenset(LETTER[name] for name in ("SAID", "SAYS"))
OPENING: Final = frozenset(LETTER[name] for name in ("NOUN", "PLURAL", "ADJ", "NV"))
VING: Final = LETTER["VING"]
BEFORE_RUN: Final = OPENING | {OF, FOR, GEN}
BEGINNING: Final = frozenset(LETTER[name] for name in ("END", "PARA", "DET", "COLON", "DASH"))
LONGEST: Final = 12
LARGEST: Final = 20_000  # names that are remembered
WINDOW: Final = 20_000  # characters back in which a name may have stood
JOINING: Final = ",;"
HYPHEN: Final = "-"
OWNING: Final = frozenset(LETTER[name] for name in ("GEN", "POSS", "HER"))
RUN: Final = re.compile(f"{NAME}{{1,{LONGEST}}}")


class RunFinder:
    """Finds the name runs of shapes.

    Args:
        words: The language's words.
        reader: What reads names.
    """

    def __init__(self, words: SpeakerWords, reader: NameReader) -> None:
        self._words, self._reader = words, reader
        self._names: dict[tuple[str, str], Name] = {}
        self._joins, self._splits = Joins(words, reader), Splits(words, reader)
        self._openers, self._patrons = words.sets["names", "openers"], words.sets["names", "patrons"]
        self._ages = tuple(sorted(words.sets["roles", "ages"]))
        self._links, self._kin = words.sets["roles", "links"], words.sets["roles", "kin"] | words.sets["names", "kin"]
        self._rivals = words.sets["bodies", "rivals"]
        self._fields = words.sets["affiliations", "fields"]
        self._compounds = words.sets["names", "compounds"] | words.sets["bodies", "placed"]

    def runs(self, shape: Shape, first: int = 0, last: int | None = None) -> list[Range]:
        """The name runs between two tokens, in text order."""
        letters = shape.letters
        last = len(letters) if last is None else last
        found: list[Range] = []
        held, until = None, first  # the run that may still go on, and where it ends
        for match in RUN.finditer(letters, first, last):
            start, end = match.span()
            if letters[start - 1] in BEFORE_RUN or letters[start - 1] == VING:
                pursues = start - 1 >= max(until, 1) and self._pursues(shape, start - 1, end)
                start = start - 1 if pursues else self._opened(shape, start, end, until)
            if held is not None:
                if start - until <= 2 and end - held <= LONGEST and self._joins.join(shape, (held, until), start, end):  # noqa: PLR2004
                    until = end
                else:
                    found += self._whole(shape, held, until)
                    held, until = start, end
            else:
                held, until = start, end
            if letters[end : end + 1] == GEN and letters[end + 1 : end + 2] in SPEAKING and end - start <= PAIR:
                until = end + 1  # "Harrods| ' said"
        if held is not None:
            found += self._whole(shape, held, until)
        return found

    def _whole(self, shape: Shape, first: int, last: int) -> tuple[Range, ...]:
        """The names of a run that is complete, without what only tells of them: "Oslo-based | Krell"."""
        first += last - first > 1 and self._only_tells(shape, first)
        if HYPHEN in shape.written(first, last):
            for at in range(last - 1, first - 1, -1):
                if shape.word(at).rpartition(HYPHEN)[2] in self._compounds or shape.word(at).endswith(self._ages):
                    first = at + 1
                    break
            if first == last:
                return ()
        if last - first > 1 and shape.letters[first - 1] == DET and self._reader.is_outlet(shape.word(first)):
            if self._reader.gender(shape.word(first + 1)):  # "writing in the Herald | Ana said"
                return (first, first + 1), (first + 1, last)
            return ((first, last),)
        return self._splits.parts(shape, (first, last)) if last - first > PAIR else ((first, last),)

    def _only_tells(self, shape: Shape, first: int) -> bool:
        """Whether a run's first word is a noun that only tells of the name: "Rival | Lenz", "Father-of-two | Tom"."""
        noun = shape.word(first)
        if shape.letters[first - 1] in EDGES and noun.lower() in self._rivals:
            return True
        linked = any(noun.lower().partition(link)[0] in self._words.roles for link in self._links if link in noun)
        return linked or (noun in self._fields and noun.lower() in self._words.bodies)

    def names(self, shape: Shape, runs: Iterable[Range]) -> list[Name]:
        """What the words of each run tell, each spelling read once: people who are in the news are in many texts."""
        text, letters, starts, ends, known = shape.text, shape.letters, shape.starts, shape.ends, self._names
        found: list[Name] = []
        for run in runs:
            first, last = run
            spelling = text[starts[first] : ends[last - 1]], letters[first:last]
            name = known.get(spelling)
            if name is None:
                if len(known) >= LARGEST:
                    known.clear()
                name = known[spelling] = self._reader.read(self.words(shape, run))
            called = name.kind is not None and last - first == 1 and self._is_kin(shape, first)
            found.append(self._reader.called(shape.word(first)) if called else name)
        return found

    def _is_kin(self, shape: Shape, at: int) -> bool:
        """Whether a word is how somebody’s relative is called: "his wife | Charlotte", "the boy’s mother, | Dawn,"."""
        before = at - 1 - (shape.letters[at - 1] == COMMA)
        called = shape.word(at) in self._words.given and shape.letters[before - 1] in OWNING
        return called and shape.word(before).lower() in self._kin

    def words(self, shape: Shape, run: Range) -> tuple[str, ...]:
        """The words of a run; a nickname in quotation marks is one word, a comma none."""
        marks = shape.letters[run[0] : run[1]]
        if GEN not in marks and COMMA not in marks and JOINING[0] not in shape.written(*run):
            return tuple(shape.words(*run))
        words: list[str] = []
        for word, mark in zip(shape.words(*run), marks, strict=True):
            if words and (mark == GEN or (mark == NAME and word in JOINING)):  # "Roads|, Parks and Works Lund"
                words[-1] += word
            elif mark != COMMA:
                words.append(word)
        return tuple(words)

    def _opened(self, shape: Shape, start: int, end: int, floor: int) -> int:
        """A run's start, a word taken in that is capitalised where its sentence begins: "Mayor", "University of"."""
        for at in (start - 1, start - 2):
            if at < max(floor, 1) or shape.letters[at] not in OPENING or shape.letters[at - 1] not in BEGINNING:
                continue
            word = shape.word(at)
            if shape.letters[start - 1] == GEN:  # "King's | College"
                return at if word in self._patrons else start
            if at == start - 2 and shape.letters[start - 1] not in (OF, FOR):
                return start
            if at == start - 1 and (word in self._words.surname_first or self._begins(word, shape.word(start))):
                return at
            if word[:1].isupper() and self._opens(word.lower(), body=at == start - 2):
                return at
            if at == start - 1 and word[:1].isupper() and (self._stood(shape, at) or self._names_body(shape, at, end)):
                return at
        return start

    def _pursues(self, shape: Shape, at: int, end: int) -> bool:
        """Whether a sentence's first word and a country make a body's name: "Rowing | Canada"."""
        word = shape.word(at)
        opens = word[:1].isupper() and shape.letters[at - 1] in BEGINNING
        return opens and self._reader.is_pursuit(word, shape.word(end - 1))

    def _begins(self, word: str, name: str) -> bool:
        """Whether a word in capitals begins a name that is no person's: "New | Zealand", but not "Old | Ana"."""
        return word.istitle() and word.lower() in self._openers and not self._reader.gender(name)

    def _names_body(self, shape: Shape, at: int, end: int) -> bool:
        """Whether a sentence's first word begins a body's name: "Human Rights Watch", but not "Former Labour Party"."""
        first, last = shape.word(at).lower(), shape.word(end - 1).lower()
        return last in self._words.body_words and first not in self._words.sets["roles", "modifiers"]

    def _stood(self, shape: Shape, at: int) -> bool:
        """Whether a sentence's first two words stood inside one before: "bought Bright Valley"."""
        end, words = shape.starts[at], f"{shape.word(at)} {shape.word(at + 1)}"
        found = shape.text.find(words, max(0, end - WINDOW), end)
        if found < 0:
            return False
        before, behind = shape.text[max(0, found - 2) : found], shape.text[found + len(words) :][:2]
        inside = before[1:] == " " and (before[0].isalnum() or before[0] in JOINING)
        return inside or (behind[:1] == " " and behind[1:].isupper())  # "Bright Valley Inc"

    def _opens(self, word: str, *, body: bool) -> bool:
        if body:
            return word in self._words.body_words and word not in self._words.roles
        if word in self._words.sets["bodies", "generic"] and word not in self._words.roles:
            return False  # "Retailer | Krell"
        return word in self._words.title_words or word in self._words.roles or word in self._words.body_words
