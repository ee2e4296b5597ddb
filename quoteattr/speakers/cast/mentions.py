"""Mentions: what the words of a source are, before anyone asks whom they mean."""

from collections.abc import Sequence
from typing import Final

import regex

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, COMMA, DET, GEN, LETTER, NAME, NUM, PLURAL, WHO
from quoteattr.speakers.cast.asides import AsideReader
from quoteattr.speakers.cast.cast import Cast
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.cast.named import NamedReader
from quoteattr.speakers.cast.pieces import BREAKS, TIMES, TIMING, pieces_of, trimmed
from quoteattr.speakers.cast.several import CLAUSE, JOINING, SeveralReader, is_adjective, words_of
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.readers import Readers
from quoteattr.speakers.phrases.splits import is_field

MAKERS: Final = frozenset([PERSON, GROUP, ORGANISATION])
LINKS: Final = frozenset(LETTER[name] for name in ("FOR", "OF"))
LONG_NAME: Final = LINKS | {NAME}
PARTY: Final = regex.compile(r"\p{Lu}-\p{Lu}")
NOUNS: Final = frozenset(LETTER[name] for name in ("NOUN", "PLURAL", "MEDIUM", "NAME"))
VING: Final = LETTER["VING"]
PEOPLE: Final = frozenset([DET, PLURAL, NUM, LETTER["QUANT"]])
ENUMERATED: Final = frozenset([NAME, AND, DET])
PARTICIPLES: Final = frozenset(LETTER[name] for name in ("VED", "VEN", "VING"))
BEHIND: Final = frozenset(LETTER[name] for name in ("BY", "IN", "PREP", "FROM", "WITH", "TO"))
PARTING: Final = BREAKS | LINKS | JOINING  # what a source of several parts has


class MentionReader:
    """Reads sources in one language.

    Args:
        readers: What reads words, names and noun phrases of the language.
        shape: The shape that the cast was made from.
        cast: The text's cast.
    """

    def __init__(self, readers: Readers, shape: Shape, cast: Cast) -> None:
        self._words, self._nominals, self._finder = readers.words, readers.nominals, readers.runs
        self._pairing = readers.words.sets["determiners", "pairing"]
        self._examples = readers.words.sets["determiners", "examples"]
        self._nobodies = readers.words.sets["roles", "absent"]
        self._asides = AsideReader(readers.nominals, shape, cast)
        self._named = NamedReader(readers, shape, cast)
        self._several = SeveralReader(readers.words, readers.runs, self.read)

    def read(self, shape: Shape, first: int, last: int) -> Mention | None:
        """What a stretch of tokens is; None where it is nothing."""
        if last - first == 1 and (found := self._pronoun(shape, first)):  # most of them
            return found
        if shape.letters[first - 1] == WHO and shape.word(first).lower() in self._pairing and last - first == 1:
            first -= 1  # "Ana Brandt and Tom Hale, who | both said"
            last = first + 1
        first, last = trimmed(shape, first, last, self._pairing)
        if first >= last or self._nobody(shape, first, last):
            return None
        letters = shape.letters
        closed = letters[last : last + 1] == COMMA
        if closed or (letters[first - 1] == COMMA and letters[first:last] != NUM):  # "In Lenz, | 61% | said so"
            aside = self._asides.read(shape, first, last)
            if aside is not None:
                return aside
        return self._word(shape, first) if last - first == 1 else self._words_of(shape, first, last)

    def _pronoun(self, shape: Shape, at: int) -> Mention | None:
        """The pronoun at a token, if any; "US" is none."""
        word = shape.word(at)
        pronoun = self._words.pronouns.get(word.lower())
        if pronoun is None or shape.letters[at] == NAME:
            return None
        mention = Mention(shape, at, at + 1, word)
        mention.pronoun = pronoun
        return mention

    def _nobody(self, shape: Shape, first: int, last: int) -> bool:
        """Whether a source is nobody's: "no one", "last week"."""
        if shape.letters[last - 1] in TIMES and TIMING.issuperset(shape.letters[first:last]):
            return True
        return " ".join(shape.words(first, min(last, first + 2))).lower() in self._nobodies

    def _words_of(self, shape: Shape, first: int, last: int) -> Mention | None:
        """What several tokens are."""
        named = self._named.whole(shape, first, last)
        if named is not None:
            return named
        if PARTING.isdisjoint(shape.letters[first:last]):
            return self._phrase(shape, [(first, last)])
        if (nominal := self._exemplified(shape, first, last)) is not None:
            return self._described(shape, first, last, nominal)
        pieces = self._fielded(shape, self._shared(shape, pieces_of(shape, first, last)))
        if len(pieces) > 1:  # "Sen. Ana Brandt, | R-Idaho, the head of the union, Tom Hale,"
            pieces = [one for one in pieces if one[1] - one[0] > 1 or not PARTY.match(shape.word(one[0]))] or pieces
            pieces = pieces[:1] + [one for one in pieces[1:] if not self._named.beside(shape, one)]  # "… Party (HP), |"
        pieces = _enumerated(shape, pieces)
        employed = self._employed(shape, *pieces[0])
        if employed is not None:
            return self._named.read(shape, pieces, employed.nominal) or employed
        found = self._named.owned(shape, pieces[0]) or self._several.pair(shape, *pieces[0])
        found = found or self._several.listed(shape, pieces)
        if found is not None:
            return found
        return self._phrase(shape, pieces)

    def _exemplified(self, shape: Shape, first: int, last: int) -> Nominal | None:
        """Several of whom some are named: "many countries including | Latvia and Norway"."""
        nominal = self._nominals.read(shape, first, last)
        if nominal is None or not nominal.plural or nominal.core[1] >= last:
            return None
        return nominal if shape.word(nominal.core[1]).lower() in self._examples else None

    def _shared(self, shape: Shape, pieces: list[Range]) -> list[Range]:
        """Pieces, with those put together that share a noun: "French, | Dutch and Danish officials"."""
        while len(pieces) > 1 and is_adjective(self._words, shape, pieces[0]):
            (first, last), (start, end), *rest = pieces
            if (
                shape.letters[last:start] != COMMA
                or shape.letters[start] == DET
                or AND not in shape.letters[start : pieces[-1][1]]
            ):
                break
            pieces = [(first, end), *rest]
        return pieces

    def _fielded(self, shape: Shape, pieces: list[Range]) -> list[Range]:
        """Pieces, with those put together that are one office’s fields: "the Minister for Lands, | Dams and Roads"."""
        for at, (first, last) in enumerate(pieces[1:], 2):
            joined = shape.letters.rfind(AND, first, last)
            field = joined + 1 + shape.letters.startswith(DET, joined + 1)
            if joined <= first or not is_field(self._words, shape, field):
                continue
            alone = self._finder.runs(shape, field, last)[-1:] == [(field, last)]  # "Roads", not "Roads Ana Brandt"
            given = alone and self._finder.names(shape, [(field, last)])[0].given  # "…, | Tom Reed and Ana Brandt"
            if alone == (at < len(pieces)) and not given and set(shape.letters[field:last]) == {NAME}:
                return [(pieces[0][0], last), *pieces[at:]]
        return pieces

    def _phrase(self, shape: Shape, pieces: Sequence[Range]) -> Mention | None:
        """A name with what stands around it, else a description."""
        first, last = pieces[0]
        nominal = self._nominals.read(shape, first, last)
        named = self._named.read(shape, pieces, nominal)
        if named is not None or nominal is None:
            return named
        return (
            self._author(shape, nominal, last)
            or self._named.followed(shape, nominal, last)
            or self._described(shape, first, last, nominal)
        )

    def _employed(self, shape: Shape, first: int, last: int) -> Mention | None:
        """A role after the long name of a body: "a Department for Education | source", "Guild of Lund’s | chair"."""
        letters = shape.letters
        start = first + (letters[first] == DET)
        end = start
        while end < last and letters[end] in LONG_NAME:
            end += 1
        if end == last or LINKS.isdisjoint(letters[start:end]) or letters[end - 1] != NAME:
            return None
        owning = letters[end] == GEN
        nominal = self._nominals.read(shape, end + owning, last)
        runs = self._finder.runs(shape, start, end)
        if nominal is None or nominal.kind not in (PERSON, GROUP) or runs != [(start, end)]:
            return None
        if nominal.core[1] != last:
            return None
        opening = shape.word(first).lower()
        sets = self._words.sets
        nominal.core = (first, last)
        if owning:
            nominal.owner, nominal.definite = (first, end), True
            return Mention(shape, first, last, words_of(shape, first, last), nominal)
        nominal.definite = opening in sets["determiners", "definite"]
        nominal.indefinite = opening in sets["determiners", "indefinite"]
        return Mention(shape, first, last, words_of(shape, first, last), nominal)

    def _word(self, shape: Shape, at: int) -> Mention | None:
        """What a token alone is."""
        mention = Mention(shape, at, at + 1, shape.word(at))
        if shape.letters[at] in CLAUSE:
            mention.relative = True
            return mention
        found = self._named.whole(shape, at, at + 1) or self._phrase(shape, [(at, at + 1)])
        return found or (mention if mention.text[:1].isupper() else None)

    def _author(self, shape: Shape, nominal: Nominal, last: int) -> Mention | None:
        """The named author of a document: "an audit by Krell & Sons"."""
        (first, end), gathered = nominal.core, self._words.sets["documents", "gathered"]
        if NAME in shape.letters[first:end] and shape.word(end).lower() in gathered:
            return None  # "Krell data | compiled by Lenz"
        mention = self._maker(shape, nominal, last) if nominal.kind is DOCUMENT else None
        if mention is None or mention.name is None:
            return None
        mention.document = nominal.head
        return mention

    def _maker(self, shape: Shape, nominal: Nominal, last: int) -> Mention | None:
        """Whoever has made a document: "an audit by | Krell & Sons", "data released by the ministry"."""
        sets, at = self._words.sets, nominal.core[1]
        at += shape.word(at).lower() in sets["documents", "made"]
        if at + 1 >= last or shape.word(at).lower() not in sets["documents", "authors"]:
            return None
        return self.read(shape, at + 1, last)

    def _described(self, shape: Shape, first: int, last: int, nominal: Nominal) -> Mention:
        """A description, up to the clause that only adds to it."""
        end = nominal.core[1]
        while end < last and not (shape.letters[end] in CLAUSE or _is_added(shape, end, last)):
            end += 1
        paired = first > 0 and shape.word(first - 1).lower() in self._pairing
        return Mention(shape, first, last, words_of(shape, first - paired, end), nominal)

    def maker(self, mention: Mention, nominal: Nominal) -> str:
        """The description of whoever made a document: "a letter from | parents"; empty for nobody."""
        maker = self._maker(mention.shape, nominal, mention.last)
        told = maker.nominal if maker is not None else None
        return maker.text if maker is not None and told is not None and told.kind in MAKERS else ""

    def ends_plural(self, mention: Mention, nominal: Nominal) -> bool:
        """Whether a description's noun is a plural that no list of people has: "tidier rules"."""
        sets, plural = self._words.sets, mention.shape.letters[nominal.core[1] - 1] == PLURAL
        return (plural or nominal.head in sets["documents", "plurals"]) and nominal.head not in sets["bodies", "people"]


def _enumerated(shape: Shape, pieces: list[Range]) -> list[Range]:
    """Pieces, with names put together that one preposition governs: "ministers of Peru, | Chile and Brazil"."""
    letters, (first, last), *rest = shape.letters, *pieces
    at = last
    while letters[at - 1] == NAME:
        at -= 1
    at -= letters[at - 1] == DET
    told = "".join(letters[start:end] for start, end in rest)
    named = last > at > first and letters[at - 1] in BEHIND | LINKS and letters[first] in PEOPLE
    if named and AND in told and set(told) <= ENUMERATED and letters[rest[-1][1] - 1] == NAME:
        return [(first, rest[-1][1])]
    return pieces


def _is_added(shape: Shape, at: int, last: int) -> bool:
    """Whether a participle begins what only adds: "a report | released by the guild", "a clerk | leading the talks"."""
    letters = shape.letters
    if at + 1 >= last or letters[at - 1] not in NOUNS:
        return False
    return (letters[at] in PARTICIPLES and letters[at + 1] in BEHIND) or letters[at : at + 2] == VING + DET
