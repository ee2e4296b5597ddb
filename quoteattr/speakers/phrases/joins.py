"""Joins: what may stand inside a name, between two runs of capitalised words."""

import re

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, COMMA, DET, GEN, LETTER
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.words import SpeakerWords

LINKS = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "PREP", "TO", "FROM", "WITH", "BY", "DASH"))
NICKNAME = frozenset(LETTER[name] for name in ("QFRAGN", "QFULLN"))
PAIR, MOST = 2, 3  # words of a body’s name after “and”
INITIAL = re.compile(r"[A-Z]\.")


class Joins:
    """Tells whether two runs are one name.

    Args:
        words: The language's words.
        reader: What reads names.
    """

    def __init__(self, words: SpeakerWords, reader: NameReader) -> None:
        self._words, self._reader = words, reader
        self._joiners = words.sets["names", "joiners"]
        self._ampersands = words.sets["names", "ampersands"]
        self._patrons, self._saints = words.sets["names", "patrons"], words.sets["names", "saints"]

    def join(self, shape: Shape, held: Range, start: int, end: int) -> bool:
        """Whether a run goes on after what stands between it and the next."""
        if start - held[1] == 1:
            return self._joined_by_one(shape, held, start, end)
        word, second = shape.word(held[1]), shape.word(held[1] + 1)
        if word in self._joiners and shape.letters[held[1] + 1] == DET:
            return self._opens_name(shape, held, start, end)
        return word in self._words.particles and second in self._words.particles

    def _joined_by_one(self, shape: Shape, held: Range, start: int, end: int) -> bool:
        between, word = shape.letters[held[1]], shape.word(held[1])
        if between == GEN:
            return shape.word(start).lower() in self._words.body_words and self._of_people(shape, held)
        if between in NICKNAME:
            return self._is_nickname(shape, held, start)
        if between == COMMA:
            return end - start == 1 and shape.word(start) in self._words.suffixes and held[1] - held[0] > 1
        if between in LINKS and word.lower() in self._joiners:
            return self._opens_name(shape, held, start, end)
        if between == AND and (self._is_one_body(shape, held, start, end) or self._goes_on(shape, held, start)):
            return True
        initial = held[1] - held[0] == 1 and INITIAL.fullmatch(word) is not None
        return initial or word in self._ampersands or word in self._words.particles

    def _is_one_body(self, shape: Shape, held: Range, start: int, end: int) -> bool:
        """Whether an article makes one body of two names: "the Food and Agriculture | Organisation"."""
        first, size = shape.word(held[1] - 1), held[1] - held[0]
        if size == PAIR and shape.word(held[0]) in self._words.nations:  # "the U.S. Food | and Drug Administration"
            size = 1
        if shape.letters[held[0] - 1] != DET or size > 1 or first.isupper() or end - start > MOST:
            return False
        if shape.word(end - 1).lower() not in self._words.body_words or first.lower() in self._words.body_words:
            return False
        return not self._reader.is_known(first)

    def _goes_on(self, shape: Shape, held: Range, start: int) -> bool:
        """Whether what a body is for has a further part: "Institute for Control | and Repair"."""
        if LINKS.isdisjoint(shape.letters[held[0] : held[1]]) or self._reader.is_known(shape.word(held[1] - 1)):
            return False
        word = shape.word(start)
        return not (self._reader.gender(word) or self._reader.is_title(word) or self._reader.is_known(word))

    def _of_people(self, shape: Shape, held: Range) -> bool:
        """Whether a run ends with whom a body may be for: "the Nordic Pilots’ | Union", "the Rambler's | Trust"."""
        last, size = shape.word(held[1] - 1), held[1] - held[0]
        word, unknown = last.lower(), size == 1 and not (last.isupper() or self._reader.is_known(last))
        several = shape.letters[held[0] - 1] == DET and (unknown or len(shape.word(held[1])) == 1)
        if size > 1 and word in self._words.title_heads:
            listed = shape.word(held[1] - PAIR).lower() in self._words.body_words  # "Mary County"
            return listed or not self._reader.gender(shape.word(held[0]))  # "Lenton County Sheriff’s | Office"
        if last in self._patrons or (size == PAIR and shape.word(held[0]) in self._saints):
            return True  # "King's | College", "St John's | Church"
        return several or self._words.singulars.get(word) in self._words.roles

    def _opens_name(self, shape: Shape, held: Range, start: int, end: int) -> bool:
        """Whether a run goes on after a preposition: as the name of a body, or of a country."""
        return self._opens_body(shape, held) or self._goes_on(shape, held, start) or self._is_country(shape, held, end)

    def _is_country(self, shape: Shape, held: Range, end: int) -> bool:
        """Whether two runs begin with the long name of a country: "Democratic Republic of Congo"."""
        first = held[0]
        if shape.word(first) not in self._words.nation_openers:
            return False
        return any(" ".join(shape.words(first, last)) in self._words.countries for last in range(held[1] + 2, end + 1))

    def _opens_body(self, shape: Shape, held: Range) -> bool:
        """Whether a run ends in a word that opens the name of a body: "Ministry of", "Chartered Builders of"."""
        last, office = shape.word(held[1] - 1), " ".join(shape.words(max(held[0] - 2, 0), held[1])).lower()
        titled = office in self._words.titles or self._reader.is_title(last)  # "Minister of State | for"
        several = held[1] - held[0] > 1 and self._words.singulars.get(last.lower()) in self._words.roles
        return (several or last.lower() in self._words.body_words) and not titled

    def _is_nickname(self, shape: Shape, held: Range, start: int) -> bool:
        quotation = shape.quotations.get(held[1])
        if quotation is None or quotation.inner_end - quotation.inner_start > 20:  # noqa: PLR2004
            return False
        inner = shape.text[quotation.inner_start : quotation.inner_end]
        return bool(self._reader.gender(shape.word(held[1] - 1))) and inner[:1].isupper() and start > held[1]
