"""Mentions: what the words of a source are, before anyone asks whom they mean."""

import re
from collections.abc import Sequence

import attrs
import regex

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.asides import AsideReader
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, PERSON
from quoteattr.speakers.phrases.names import Name
from quoteattr.speakers.phrases.nominals import Nominal
from quoteattr.speakers.phrases.readers import Readers
from quoteattr.speakers.phrases.runs import governed

AND, GEN, DET, COMMA, NAME = (LETTER[name] for name in ("AND", "GEN", "DET", "COMMA", "NAME"))
EDGES = frozenset(LETTER[name] for name in ("COMMA", "DASH", "COLON", "SEMI", "LPAR", "RPAR", "ADV"))
TRAILING = EDGES | {GEN}
BREAKS = frozenset(LETTER[name] for name in ("COMMA", "LPAR", "RPAR", "SEMI", "COLON"))
CLAUSE = frozenset(LETTER[name] for name in ("WHO", "WHICH", "WHOSE", "THAT"))
OPENERS = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "NAME", "PLURAL", "QUANT", "NUM"))
GOVERNORS = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS"))
LINKS = frozenset(LETTER[name] for name in ("FOR", "OF"))
LONG_NAME = LINKS | {LETTER["NAME"]}
TIMES = frozenset(LETTER[name] for name in ("UNIT", "DAY", "AGO"))
TIMING = TIMES | frozenset(LETTER[name] for name in ("LAST", "NUM", "QUANT", "PART", "ADJ"))
TIME = f"[{''.join(TIMING)}{DET}]*[{''.join(TIMES)}]"
TIMED = re.compile(f"{TIME}{COMMA}")  # "Last week, | Ana Brandt"
TIMES_AFTER = re.compile(
    f"(?<=[{NAME}{''.join(LETTER[name] for name in ('NOUN', 'PLURAL'))}]){TIME}$"
)  # "Ana Brandt | last week"
PARTY = regex.compile(r"\p{Lu}-\p{Lu}")
JOINING = frozenset(LETTER[name] for name in ("AND", "OR", "NOT"))
UNTOLD = frozenset(LETTER[name] for name in ("NAME", "NOUN", "ADJ", "NV"))  # what is no determiner
PARTING = BREAKS | LINKS | JOINING  # what a source of several parts has
PIECES = 6


class MentionReader:
    """Reads sources in one language.

    Args:
        readers: What reads words, names and noun phrases of the language.
        shape: The shape that the cast was made from.
        cast: The text's cast.
    """

    def __init__(self, readers: Readers, shape: Shape, cast: Cast) -> None:
        self._words, self._nominals, self._finder = readers.words, readers.nominals, readers.runs
        self._shape, self._cast = shape, cast
        self._pairing = readers.words.sets["determiners", "pairing"]
        self._nobodies = readers.words.sets["roles", "absent"]
        self._asides = AsideReader(readers.nominals, shape, cast)
        self._at = dict(zip(cast.firsts, cast.occurrences, strict=True))

    def read(self, shape: Shape, first: int, last: int) -> Mention | None:
        """What a stretch of tokens is; None where it is nothing."""
        if last - first == 1:  # most of them
            word = shape.word(first)
            pronoun = self._words.pronouns.get(word.lower())
            if pronoun is not None and shape.letters[first] != NAME:  # "US"
                return Mention(shape, first, last, word, pronoun=pronoun)
        first, last = self._trimmed(shape, first, last)
        if first >= last or self._nobody(shape, first, last):
            return None
        letters = shape.letters
        if letters[first - 1] == COMMA or letters[last : last + 1] == COMMA:
            aside = self._asides.read(shape, first, last)
            if aside is not None:
                return aside
        return self._word(shape, first) if last - first == 1 else self._words_of(shape, first, last)

    def _nobody(self, shape: Shape, first: int, last: int) -> bool:
        """Whether a source is nobody's: "no one", "last week"."""
        if shape.letters[last - 1] in TIMES and TIMING.issuperset(shape.letters[first:last]):
            return True
        return " ".join(shape.words(first, min(last, first + 2))).lower() in self._nobodies

    def _words_of(self, shape: Shape, first: int, last: int) -> Mention | None:
        """What several tokens are."""
        named = self._whole(shape, first, last)
        if named is not None:
            return named
        if PARTING.isdisjoint(shape.letters[first:last]):
            return self._phrase(shape, [(first, last)])
        pieces = self._pieces(shape, first, last)
        if len(pieces) > 1:  # "Sen. Ana Brandt, | R-Idaho, the head of the union, Tom Hale,"
            pieces = [one for one in pieces if one[1] - one[0] > 1 or not PARTY.match(shape.word(one[0]))] or pieces
        employed = self._employed(shape, *pieces[0])
        if employed is not None:
            return employed
        pair = self._pair(shape, *pieces[0]) or self._list(shape, pieces)
        if pair is not None:
            return pair
        return self._phrase(shape, pieces)

    def _whole(self, shape: Shape, first: int, last: int) -> Mention | None:
        """A name of the cast that is all of a source, with nothing inside that could part it."""
        occurrence = self._at.get(first) if shape is self._shape else None
        if occurrence is None or occurrence.last != last or occurrence.name.nominal:
            return None
        if last - first > 1 and (shape.letters.count(NAME, first, last) < last - first or governed(shape, first)):
            return None
        return Mention(shape, first, last, occurrence.name.text, occurrence.name, occurrence)

    def _phrase(self, shape: Shape, pieces: Sequence[Range]) -> Mention | None:
        """A name with what stands around it, else a description."""
        first, last = pieces[0]
        nominal = self._nominals.read(shape, first, last)
        named = self._named(shape, pieces, nominal)
        return named or (None if nominal is None else self._described(shape, first, last, nominal))

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
        nominal = attrs.evolve(
            nominal,
            core=(first, nominal.core[1]),
            definite=opening in sets["determiners", "definite"],
            indefinite=opening in sets["determiners", "indefinite"],
        )
        return Mention(shape, first, last, self._text(shape, first, last), nominal=nominal)

    def _trimmed(self, shape: Shape, first: int, last: int) -> Range:
        letters = shape.letters
        while last > first and letters[last - 1] in TRAILING:
            last -= 1
        timed = TIMED.match(letters, first, last)
        first = timed.end() if timed else first
        while first < last and (letters[first] in EDGES or shape.word(first).lower() in self._pairing):
            first += 1
        timing = TIMES_AFTER.search(letters, first, last)
        return first, timing.start() if timing else last

    def _word(self, shape: Shape, at: int) -> Mention | None:
        word = shape.word(at)
        pronoun = self._words.pronouns.get(word.lower())
        if pronoun is not None and shape.letters[at] != NAME:
            return Mention(shape, at, at + 1, word, pronoun=pronoun)
        if shape.letters[at] in CLAUSE:
            return Mention(shape, at, at + 1, word, relative=True)
        found = self._whole(shape, at, at + 1) or self._phrase(shape, [(at, at + 1)])
        return found or (Mention(shape, at, at + 1, word) if word[:1].isupper() else None)

    def _pieces(self, shape: Shape, first: int, last: int) -> list[Range]:
        """The stretches between commas and brackets."""
        letters = shape.letters
        found, start = [], first
        for at in range(first, last):
            if letters[at] in BREAKS:
                if at > start:
                    found.append((start, at))
                start = at + 1
                if len(found) >= PIECES:
                    return found
        if start < last:
            found.append((start, last))
        return found

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
                return attrs.evolve(right, first=first) if right is not None and right.is_person() else None
            if letters[at] in JOINING and letters[at + 1] in OPENERS:
                return self._joined(shape, (first, at), (at + 1, last))
        return None

    def _joined(self, shape: Shape, one: Range, other: Range) -> Mention | None:
        """Two that a conjunction joins, or a name with two roles before it."""
        (first, _), (_, last) = one, other
        left, right = self.read(shape, *one), self.read(shape, *other)
        if left is None or right is None or (left.name is None and right.name and not right.nominal):
            return None
        if left.name is None and shape.letters[first] in UNTOLD and right.is_person():
            return attrs.evolve(right, first=first)  # "minister and party leader Ana Brandt"
        return Mention(shape, first, last, self._text(shape, first, last), parts=(left, right))

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
        return Mention(shape, first, end, self._text(shape, first, end), parts=(left, *others))

    def _named(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal | None) -> Mention | None:
        """A name with what stands around it, where the source is one."""
        first, last = pieces[0]
        runs = self._finder.runs(shape, first, last) if NAME in shape.letters[first:last] else None
        run = self._head(shape, pieces[0], runs, nominal) if runs else None
        listed = self._listed(first, last) if self._cast.listed and shape is self._shape else None
        if listed is not None:
            return self._mention(shape, pieces[0], listed.first, (listed.name, listed))
        found = self._name(shape, run) if run else None
        if run is not None and found is not None:
            return self._mention(shape, pieces[0], run[0], found)
        return self._unnamed(shape, pieces, nominal)

    def _unnamed(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal | None) -> Mention | None:
        """The name that stands beside a description: after it, or as the author of what it names."""
        last = pieces[0][1]
        if len(pieces) > 1 and nominal and not nominal.plural and nominal.kind is not GROUP:
            return self._explained(shape, pieces, nominal)
        if nominal and nominal.kind is DOCUMENT and nominal.core[1] + 1 < last:
            return self._author(shape, nominal.head, nominal.core[1], last)
        return None

    def _listed(self, first: int, last: int) -> Occurrence | None:
        """Where somebody known is named, spelled as the caller does."""
        return next((one for one in self._cast.within(first, last) if one.listed and one.last <= last), None)

    def _head(self, shape: Shape, piece: Range, runs: Sequence[Range], nominal: Nominal | None) -> Range | None:
        """The name run that heads a noun phrase: at the end of its core, or after a role that takes a name."""
        first, last = piece
        core, final = nominal.core[1] if nominal else first, runs[-1]
        if nominal is None and final[1] == last and self._name(shape, final):
            return final  # "Mining Minister | Ana Brandt"
        if self._introduced(shape, runs, last) and self._name(shape, final):
            return final
        for run in runs:
            if run[0] < core <= run[1] and self._name(shape, run):
                return run
        if nominal and final[1] == last and final[0] > core and self._governs(shape, final, nominal):
            found = self._name(shape, final)
            return final if found is not None and found[0].kind in (None, PERSON) else None
        return None

    def _introduced(self, shape: Shape, runs: Sequence[Range], last: int) -> bool:
        """Whether a body's name and a role stand before the last name: "Leeds University president | Ana Brandt"."""
        if len(runs) < 2 or runs[-1][1] != last:  # noqa: PLR2004
            return False
        start = runs[-1][0]
        between = shape.letters[runs[-2][1] : start]
        return shape.word(start - 1).lower() in self._words.roles and GOVERNORS.isdisjoint(between)

    def _governs(self, shape: Shape, run: Range, nominal: Nominal) -> bool:
        """Whether a name at the end is the head's own: "Ambassador to the United States | Ana Brandt"."""
        before = run[0] - 1
        if shape.letters[before] == DET:
            before -= 1
        if shape.word(before).lower() in self._words.roles:
            return True
        return nominal.head in self._words.roles and shape.letters[before] not in GOVERNORS

    def _explained(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal) -> Mention | None:
        """A description with its name after a comma: "the team’s coach, Ana Brandt"; a body’s name is no person’s."""
        first, last = pieces[1]
        if shape.letters[first - 1] != COMMA:
            return None
        runs = self._finder.runs(shape, first, last)
        if not runs:
            return None
        if runs[-1] != (first, last):  # "the team’s coach, the former striker Ana Brandt"
            inner = self._named(shape, pieces[1:2], self._nominals.read(shape, first, last))
            if inner is None or inner.name is None or (inner.nominal and inner.nominal.plural):
                return None
            if not _may_name(inner.name, nominal, pieces[0][1]):
                return None
            return attrs.evolve(inner, first=pieces[0][0], last=pieces[0][1], nominal=nominal)
        found = self._name(shape, runs[0])
        return (
            None
            if found is None or not _may_name(found[0], nominal, pieces[0][1])
            else self._mention(shape, pieces[0], first, found)
        )

    def _author(self, shape: Shape, head: str, core: int, last: int) -> Mention | None:
        """The named author of a document: "an audit by Krell & Sons"."""
        if shape.word(core).lower() not in self._words.sets["documents", "authors"]:
            return None
        mention = self.read(shape, core + 1, last)
        if mention is None or mention.name is None:
            return None
        return attrs.evolve(mention, document=head)

    def _name(self, shape: Shape, run: Range) -> tuple[Name, Occurrence | None] | None:
        """The name of a run, as the cast has it; None for a description in capitals."""
        occurrence = self._at.get(run[0]) if shape is self._shape else None
        if occurrence is not None and occurrence.first + occurrence.name.skip >= run[1]:
            occurrence = None  # the run is a part of its title
        same = occurrence is not None and occurrence.last == run[1]
        name = occurrence.name if occurrence and same else self._finder.names(shape, [run])[0]
        return None if name.nominal else (name, occurrence)

    def _mention(self, shape: Shape, piece: Range, at: int, found: tuple[Name, Occurrence | None]) -> Mention:
        """A mention by the name that begins at a token, what stands before it read as a description."""
        name, occurrence = found
        nominal = self._nominals.read(shape, piece[0], at) if piece[0] < at else None
        if nominal is not None and nominal.head not in self._words.roles and nominal.head not in self._words.bodies:
            nominal = None
        return Mention(shape, piece[0], piece[1], name.text, name=name, occurrence=occurrence, nominal=nominal)

    def _described(self, shape: Shape, first: int, last: int, nominal: Nominal) -> Mention:
        """A description, up to the clause that only adds to it."""
        end = nominal.core[1]
        while end < last and shape.letters[end] not in CLAUSE:
            end += 1
        paired = first > 0 and shape.word(first - 1).lower() in self._pairing
        return Mention(shape, first, last, self._text(shape, first - paired, end), nominal=nominal)

    def _text(self, shape: Shape, first: int, last: int) -> str:
        return " ".join(shape.text[shape.starts[first] : shape.ends[last - 1]].split())


def _may_name(name: Name, nominal: Nominal, last: int) -> bool:
    """Whether a name after a description may be of whom that means, and not of what a preposition in it governs."""
    if name.place:
        return False
    return nominal.core[1] == last or nominal.kind is not PERSON or name.kind in (None, PERSON)
