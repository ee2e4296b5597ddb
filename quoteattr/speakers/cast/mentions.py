"""Mentions: what the words of a source are, before anyone asks whom they mean."""

from collections.abc import Sequence

import regex

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.asides import AsideReader
from quoteattr.speakers.cast.cast import Cast
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.cast.named import GOVERNORS, NamedReader
from quoteattr.speakers.cast.pieces import BREAKS, TIMES, TIMING, pieces_of, trimmed
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.readers import Readers

AND, DET, COMMA, NAME, NUM = (LETTER[name] for name in ("AND", "DET", "COMMA", "NAME", "NUM"))
CLAUSE = frozenset(LETTER[name] for name in ("WHO", "WHICH", "WHOSE", "THAT"))
OPENERS = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "NAME", "PLURAL", "QUANT", "NUM"))
LINKS = frozenset(LETTER[name] for name in ("FOR", "OF"))
LONG_NAME = LINKS | {NAME}
PARTY = regex.compile(r"\p{Lu}-\p{Lu}")
JOINING = frozenset(LETTER[name] for name in ("AND", "OR", "NOT"))
UNTOLD = frozenset(LETTER[name] for name in ("NAME", "NOUN", "ADJ", "NV"))  # what is no determiner
PARTING = BREAKS | LINKS | JOINING  # what a source of several parts has


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
        self._nobodies = readers.words.sets["roles", "absent"]
        self._asides = AsideReader(readers.nominals, shape, cast)
        self._named = NamedReader(readers, shape, cast)

    def read(self, shape: Shape, first: int, last: int) -> Mention | None:
        """What a stretch of tokens is; None where it is nothing."""
        if last - first == 1 and (found := self._pronoun(shape, first)):  # most of them
            return found
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
        pieces = pieces_of(shape, first, last)
        if len(pieces) > 1:  # "Sen. Ana Brandt, | R-Idaho, the head of the union, Tom Hale,"
            pieces = [one for one in pieces if one[1] - one[0] > 1 or not PARTY.match(shape.word(one[0]))] or pieces
            pieces = pieces[:1] + [one for one in pieces[1:] if not self._named.beside(shape, one)]  # "… Party (HP), |"
        employed = self._employed(shape, *pieces[0])
        if employed is not None:
            return employed
        pair = self._pair(shape, *pieces[0]) or self._list(shape, pieces)
        if pair is not None:
            return pair
        return self._phrase(shape, pieces)

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
        """A role after the long name of a body: "a Department for Education | source"."""
        letters = shape.letters
        start = first + (letters[first] == DET)
        end = start
        while end < last and letters[end] in LONG_NAME:
            end += 1
        if end == last or LINKS.isdisjoint(letters[start:end]) or letters[end - 1] != NAME:
            return None
        nominal = self._nominals.read(shape, end, last)
        runs = self._finder.runs(shape, start, end)
        if nominal is None or nominal.kind not in (PERSON, GROUP) or runs != [(start, end)]:
            return None
        if nominal.core[1] != last:
            return None
        opening = shape.word(first).lower()
        sets = self._words.sets
        nominal.core = (first, last)
        nominal.definite = opening in sets["determiners", "definite"]
        nominal.indefinite = opening in sets["determiners", "indefinite"]
        return Mention(shape, first, last, self._text(shape, first, last), nominal)

    def _word(self, shape: Shape, at: int) -> Mention | None:
        """What a token alone is."""
        mention = Mention(shape, at, at + 1, shape.word(at))
        if shape.letters[at] in CLAUSE:
            mention.relative = True
            return mention
        found = self._pronoun(shape, at) or self._named.whole(shape, at, at + 1) or self._phrase(shape, [(at, at + 1)])
        return found or (mention if mention.text[:1].isupper() else None)

    def _pair(self, shape: Shape, first: int, last: int) -> Mention | None:
        """Several that a conjunction joins: "Vega and the harbour’s lawyers"."""
        letters = shape.letters
        if JOINING.isdisjoint(letters[first + 1 : last - 1]):
            return None
        named = {at for run in self._finder.runs(shape, first, last) for at in range(*run)}
        for at in range(first + 1, last - 1):
            if at in named:
                continue
            if letters[at] in GOVERNORS or letters[at] in CLAUSE:
                return None
            if letters[at] == AND and letters[first] in UNTOLD and letters[at + 1] in UNTOLD - OPENERS:
                right = self.read(shape, at + 1, last)  # "author and engineer Ana Brandt"
                return _from(right, first) if right is not None and right.is_person() else None
            if letters[at] in JOINING and letters[at + 1] in OPENERS:
                return self._joined(shape, (first, at), (at + 1, last))
            if letters[at] == AND and letters[first] == DET:
                joined = self._joined(shape, (first, at), (at + 1, last))
                return joined if joined is not None and all(map(_is_plural, joined.parts)) else None
        return None

    def _joined(self, shape: Shape, one: Range, other: Range) -> Mention | None:
        """Two that a conjunction joins, or a name with two roles before it."""
        (first, _), (_, last) = one, other
        left, right = self.read(shape, *one), self.read(shape, *other)
        if left is None or right is None or (left.name is None and right.name and not right.nominal):
            return None
        if left.name is None and shape.letters[first] in UNTOLD and right.is_person():
            return _from(right, first)  # "minister and party leader Ana Brandt"
        return Mention(shape, first, last, self._text(shape, first, last)).joining(left, right)

    def _list(self, shape: Shape, pieces: Sequence[Range]) -> Mention | None:
        """Several names with commas between them and a conjunction before the last: "Vega, Lee and Park"."""
        (first, last), *rest = pieces
        if not rest or shape.letters[last] != COMMA or AND not in shape.letters[rest[-1][0] : rest[-1][1]]:
            return None
        start, end = rest[0][0], rest[-1][1]
        final = len(rest) == 1 and shape.letters[start] == AND
        start += final
        if shape.letters[start] != NAME:
            return None
        left, right = self.read(shape, first, last), self.read(shape, start, end)
        if left is None or left.name is None or right is None or not (final or right.parts):
            return None
        others = right.parts or (right,)
        if others[0].name is None or others[0].name.nominal:  # "Ana Brandt, the founder and head of Krell"
            return None
        return Mention(shape, first, end, self._text(shape, first, end)).joining(left, *others)

    def _author(self, shape: Shape, nominal: Nominal, last: int) -> Mention | None:
        """The named author of a document: "an audit by Krell & Sons"."""
        core = nominal.core[1]
        if nominal.kind is not DOCUMENT or core + 1 >= last:
            return None
        if shape.word(core).lower() not in self._words.sets["documents", "authors"]:
            return None
        mention = self.read(shape, core + 1, last)
        if mention is None or mention.name is None:
            return None
        mention.document = nominal.head
        return mention

    def _described(self, shape: Shape, first: int, last: int, nominal: Nominal) -> Mention:
        """A description, up to the clause that only adds to it."""
        end = nominal.core[1]
        while end < last and shape.letters[end] not in CLAUSE:
            end += 1
        paired = first > 0 and shape.word(first - 1).lower() in self._pairing
        return Mention(shape, first, last, self._text(shape, first - paired, end), nominal)

    def _text(self, shape: Shape, first: int, last: int) -> str:
        return " ".join(shape.text[shape.starts[first] : shape.ends[last - 1]].split())


def _is_plural(mention: Mention) -> bool:
    """Whether a mention describes several, and may share an article: "the traders | and exchange officials"."""
    return mention.name is None and mention.nominal is not None and mention.nominal.plural


def _from(mention: Mention, first: int) -> Mention:
    """A mention that begins at an earlier token."""
    mention.first = first
    return mention
