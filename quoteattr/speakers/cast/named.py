"""Sources that are names, with what stands around them."""

from collections.abc import Sequence

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import ADV, COMMA, DET, EDGES, GEN, LETTER, LPAR, NAME, OF, RPAR
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, PERSON
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.readers import Readers
from quoteattr.speakers.phrases.splits import governed, is_field, tells_where
from quoteattr.speakers.phrases.words import plain

ADJ, AS, REFL = (LETTER[name] for name in ("ADJ", "AS", "REFL"))
PAIR = 2
NEAR = 6  # tokens between a description and the name that follows it
ROLE = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "NV", "NAME", "VED", "VEN"))
OFFICE = ROLE | {LETTER[name] for name in ("OF", "FOR", "VING")}  # "director of nursing"
OPENING = frozenset(LETTER[name] for name in ("DET", "POSS", "HER"))
JOINING = frozenset(LETTER[name] for name in ("AND", "OR"))
BEGINNING = EDGES | {LETTER["SAID"], LETTER["SAYS"]}
RELATIVES = frozenset(LETTER[name] for name in ("WHO", "WHICH", "WHOSE"))
GOVERNORS = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "FROM", "WITH", "TO", "PREP", "ABOUT", "BY", "AS"))


class NamedReader:
    """Reads sources that are names.

    Args:
        readers: What reads words, names and noun phrases of the language.
        shape: The shape that the cast was made from.
        cast: The text's cast.
    """

    def __init__(self, readers: Readers, shape: Shape, cast: Cast) -> None:
        self._words, self._nominals, self._finder = readers.words, readers.nominals, readers.runs
        self._shape, self._cast = shape, cast
        self._at = dict(zip(cast.firsts, cast.occurrences, strict=True))
        self._small = self._words.sets["names", "joiners"] | self._words.determiners

    def whole(self, shape: Shape, first: int, last: int) -> Mention | None:
        """A name of the cast that is all of a source, with nothing inside that could part it."""
        occurrence = self._at.get(first) if shape is self._shape else None
        if occurrence is None or occurrence.last != last or occurrence.name.nominal:
            return None
        if last - first > 1 and (shape.letters.count(NAME, first, last) < last - first or governed(shape, first)):
            return None
        return Mention(shape, first, last, occurrence.name.text).named(occurrence.name, occurrence)

    def read(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal | None) -> Mention | None:
        """A name with what stands around it, where the source is one."""
        first, last = pieces[0]
        runs = self._finder.runs(shape, first, last) if NAME in shape.letters[first:last] else None
        run = self._head(shape, pieces[0], runs, nominal) if runs else None
        listed = self._listed(first, last) if self._cast.listed and shape is self._shape else None
        if listed is not None:
            return self._mention(shape, pieces[0], listed.first, (listed.name, listed))
        found = self._name(shape, run) if run else None
        if run is not None and found is not None:
            return self._officer(shape, pieces, found[0]) or self._mention(shape, pieces[0], run[0], found)
        if len(pieces) > 1 and nominal and not nominal.plural and nominal.kind is not GROUP:
            return self._of_body(shape, pieces, nominal) or self._explained(shape, pieces, nominal)
        return None

    def owned(self, shape: Shape, piece: Range) -> Mention | None:
        """A person behind the long name of a body: "the Rail and Tram Union’s | Ana Brandt"."""
        runs = self._finder.runs(shape, *piece)
        if not runs or runs[-1][1] != piece[1] or shape.letters[runs[-1][0] - 1] != GEN:
            return None
        found = self._name(shape, runs[-1])
        if found is None or not (found[0].full and found[0].given):
            return None
        return Mention(shape, *piece, found[0].text).named(*found)

    def _officer(self, shape: Shape, pieces: Sequence[Range], name: Name) -> Mention | None:
        """A person behind brackets, letters or an office: "SP (Rural) | Ana Brandt", "the Zonal Head, | Ana Brandt"."""
        (first, _), *rest = pieces
        short = len(name.words) == 1 and name.text.isupper()
        office = len(name.words) > 1 and not name.given and name.text.rpartition(" ")[2].lower() in self._words.roles
        begun = shape.letters[first] == DET or (office and shape.letters[first - 1] in BEGINNING)
        marks = (RPAR, COMMA, *([LPAR] if office else [])) if (short or office) and begun else (RPAR,)
        piece = next((piece for piece in rest if shape.letters[piece[0] - 1] in marks), None)
        run = self._behind_role(shape, piece) if piece is not None else None
        found = self._name(shape, run) if run is not None else None
        if run is None or found is None:
            return None
        told = run != piece or (office and run[1] - run[0] > 1)
        fits = found[0].kind is PERSON or (told and found[0].kind is None)
        return self._mention(shape, (first, run[1]), run[0], found) if fits else None

    def _behind_role(self, shape: Shape, piece: Range) -> Range | None:
        """The name that a piece is, or that ends it behind brackets and a role: "(PO) clerk | Ana Brandt"."""
        first, last = piece
        runs = self._finder.runs(shape, first, last)
        if not runs or runs[-1][1] != last:
            return None
        at = runs[-1][0]
        role = any(word.lower() in self._words.roles for word in shape.words(first, at))
        behind = role and shape.letters[first - 1] == RPAR and OFFICE.issuperset(shape.letters[first:at])
        return runs[-1] if at == first or behind else None

    def _listed(self, first: int, last: int) -> Occurrence | None:
        """Where somebody known is named, spelled as the caller does."""
        return next((one for one in self._cast.within(first, last) if one.listed and one.last <= last), None)

    def _head(self, shape: Shape, piece: Range, runs: Sequence[Range], nominal: Nominal | None) -> Range | None:
        """The name run that heads a noun phrase: at the end of its core, or after a role that takes a name."""
        first, last = piece
        core, final = nominal.core[1] if nominal else first, runs[-1]
        if nominal is None and final[1] == last and self._name(shape, final):
            return final  # "Mining Minister | Ana Brandt"
        document = nominal is not None and nominal.kind is DOCUMENT  # "the letter to the singer Ana Brandt"
        if not document and self._introduced(shape, runs, first, last) and self._name(shape, final):
            return final
        for run in runs:
            if run[0] < core <= run[1] and self._name(shape, run):
                return run
        if nominal and final[1] == last and self._called(shape, final[0] - 1):
            return final if self._name(shape, final) else None
        apart = document or not RELATIVES.isdisjoint(
            shape.letters[core : final[0]]
        )  # "a man who saw | the Krell Slope"
        found = self._name(shape, final) if nominal and not apart and final[1] == last and final[0] > core else None
        if nominal is None or found is None or found[0].kind not in (None, PERSON):
            return None
        return final if self._governs(shape, final, nominal, found[0]) else None

    def _introduced(self, shape: Shape, runs: Sequence[Range], first: int, last: int) -> bool:
        """Whether a body's name and a role stand before the last name: "Leeds University president | Ana Brandt"."""
        if len(runs) < PAIR or runs[-1][1] != last:
            return False
        start = runs[-1][0]
        if runs[-2][1] == start and plain(shape.word(start)) in self._words.sets["names", "honorifics"]:
            return True  # "the House of Assembly | Mr Hale"
        governing = shape.letters[first : runs[-2][0]] + shape.letters[runs[-2][1] : start]
        if shape.word(start - 1).lower() not in self._words.roles:
            return False
        return GOVERNORS.isdisjoint(governing) or self._is_work(shape, first, start - 1)

    def _is_work(self, shape: Shape, first: int, last: int) -> bool:
        """Whether words are the title of a work, or a name with a preposition in it: "Game of Thrones | author Tom"."""
        begun, roles = shape.word(first).lower(), self._words.roles
        if shape.letters[last - 1] != NAME or begun in roles or self._words.singulars.get(begun) in roles:
            return False
        capitals = all(word[:1].isupper() for word in shape.words(first, last) if word.lower() not in self._small)
        return capitals and begun not in self._words.determiners

    def _called(self, shape: Shape, before: int) -> bool:
        """Whether a name stands behind words that tell what somebody is called: "a man who gave his name as | Tom"."""
        if shape.letters[before] != AS:
            return False
        while shape.letters[before - 1] == ADV:
            before -= 1
        naming = self._words.sets["names", "naming"]
        return shape.letters[before - 1] == REFL or shape.word(before - 1).lower() in naming

    def _governs(self, shape: Shape, run: Range, nominal: Nominal, name: Name) -> bool:
        """Whether a name at the end is the head's own: "Ambassador to the United States | Ana Brandt"."""
        before = run[0] - 1
        if shape.letters[before] in OPENING:
            before -= 1
        if shape.letters[before] in JOINING:
            return False  # "lawyers for Ana Brandt and | Tom Hale"
        role = shape.word(before).lower() in self._words.roles
        if role and not (governed(shape, before) and is_field(self._words, shape, before)):  # "for Justice"
            while before > nominal.core[1] and shape.letters[before] in ROLE:
                before -= 1
            before -= shape.letters[before] == DET  # "aide to the mayor | Ana Brandt"
            first = _before_joined(shape, before)  # "aide to Lands and Water Minister | Ana Brandt"
            return shape.letters[before] not in GOVERNORS and shape.letters[first] not in GOVERNORS - {OF}
        told = nominal.head in self._words.roles or nominal.kind is None  # "deal with Narvia | Mr Hale"
        inner = any(  # "a spokesman for the mayor of Lund | Ana Brandt"
            shape.letters[at + 1] in GOVERNORS and shape.word(at).lower() in self._words.roles
            for at in range(nominal.core[1], before)
        )
        articled = (nominal.definite or nominal.indefinite or nominal.plural) and name.kind is not PERSON
        return told and not inner and not _belongs(shape, before, articled=articled)

    def followed(self, shape: Shape, nominal: Nominal, last: int) -> Mention | None:
        """A person whose name follows a description between commas: "the man, | baker Ana Brandt,"."""
        letters = shape.letters
        if (
            shape is not self._shape
            or nominal.kind is not PERSON
            or nominal.plural
            or letters[last : last + 1] != COMMA
        ):
            return None
        named = next(iter(self._cast.within(last + 1, last + NEAR)), None)
        if named is None or named.name.kind is not PERSON or letters[named.last] != COMMA or named.entity is None:
            return None
        if not ROLE.issuperset(letters[last + 1 : named.first]) or self._is_headed(shape, last, named.name, nominal):
            return None
        return self._mention(shape, (nominal.core[0], last), named.first, (named.name, named))

    def beside(self, shape: Shape, piece: Range) -> bool:
        """Whether a piece stands in brackets and is no person's name: "the Harvest Party | (HP)"."""
        if shape.letters[piece[0] - 1] != LPAR:
            return False
        found = self._name(shape, piece) if self._finder.runs(shape, *piece) == [piece] else None
        return found is None or found[0].kind is not PERSON

    def _explained(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal) -> Mention | None:
        """A description with its name after a comma: "the team’s coach, Ana Brandt"; a body’s name is no person’s."""
        pieces = [piece for piece in pieces if shape.letters[piece[0]] not in GOVERNORS]  # "a study, | from Lund"
        first, last = pieces[1] if len(pieces) > 1 else (0, 0)
        runs = self._finder.runs(shape, first, last)
        if not runs:
            return None
        if runs[-1] != (first, last):
            return self._retold(shape, pieces[0], pieces[1], runs[-1], nominal)
        found = self._name(shape, runs[0])
        end = pieces[0][1]
        if found is None or tells_where(shape, found[0], first) or self._is_headed(shape, end, found[0], nominal):
            return None
        return self._mention(shape, pieces[0], first, found) if _may_name(found[0], nominal, end) else None

    def _retold(self, shape: Shape, piece: Range, second: Range, run: Range, nominal: Nominal) -> Mention | None:
        """A description told again with its name: "the team’s coach, the former striker Ana Brandt"."""
        inner = self.read(shape, [second], self._nominals.read(shape, *second))
        if inner is None or inner.name is None or (inner.nominal and inner.nominal.plural):
            return None
        if not _may_name(inner.name, nominal, piece[1]) or self._only_tells(shape, second, inner.name):
            return None
        bare = run == (second[0] + 1, second[1]) and shape.letters[second[0]] == DET and not inner.name.title
        if bare and _goes_on(nominal, piece[1]):
            return None  # "an official with the road agency, the NIA": no person has an article
        inner.first, inner.last, inner.nominal = *piece, nominal
        return inner

    def _is_headed(self, shape: Shape, last: int, name: Name, nominal: Nominal) -> bool:
        """Whether a name is of a description's last noun: "head of the firm, | Krell", "wife of the accused, | Tom"."""
        if not _goes_on(nominal, last):
            return False
        noun = shape.word(last - 1).lower()
        body = noun in self._words.bodies and len(name.words) == 1 and name.kind is not PERSON
        return body or (noun in self._words.roles and bool(nominal.gender) and name.gender not in ("", nominal.gender))

    def _of_body(self, shape: Shape, pieces: Sequence[Range], nominal: Nominal) -> Mention | None:
        """A person behind an office and a body: "the Executive Secretary, Port Office, | Ana Brandt"."""
        if nominal.kind is not PERSON or len(pieces) <= PAIR:
            return None
        _, middle, *_, final = pieces
        if any(self._finder.runs(shape, *one) != [one] for one in (middle, final)):
            return None
        body, person = self._name(shape, middle), self._name(shape, final)
        if body is None or body[0].kind is PERSON or person is None or final[1] - final[0] == 1:
            return None
        told = person[0].kind in (PERSON, None) and not person[0].place
        return self._mention(shape, pieces[0], final[0], person) if told else None

    def _only_tells(self, shape: Shape, piece: Range, name: Name) -> bool:
        """Whether what has an article is a role in capitals and no name: "the player, | a former World Champion"."""
        told = self._nominals.read(shape, *piece)
        role = told is not None and told.indefinite and told.kind is PERSON and told.core[1] == piece[1]
        return role and not (name.given or name.title)

    def _name(self, shape: Shape, run: Range) -> tuple[Name, Occurrence | None] | None:
        """The name of a run, as the cast has it; None for a description in capitals."""
        occurrence = self._at.get(run[0]) if shape is self._shape else None
        if occurrence is not None and occurrence.first + occurrence.name.skip >= run[1]:
            occurrence = None  # the run is a part of its title
        same = occurrence is not None and (
            occurrence.last == run[1] or shape.letters[run[1] : occurrence.last] == COMMA + NAME  # "Ana Brandt, | MP"
        )
        name = occurrence.name if occurrence and same else self._finder.names(shape, [run])[0]
        return None if name.nominal else (name, occurrence)

    def _mention(self, shape: Shape, piece: Range, at: int, found: tuple[Name, Occurrence | None]) -> Mention:
        """A mention by the name that begins at a token, what stands before it read as a description."""
        name, occurrence = found
        nominal = self._nominals.read(shape, piece[0], at) if piece[0] < at else None
        if nominal is not None and nominal.head not in self._words.roles and nominal.head not in self._words.bodies:
            nominal = None
        if nominal is not None and len(name.words) == 1 and nominal.head in self._words.sets["bodies", "rivals"]:
            nominal = None  # "Krell rival | Lenz"
        return Mention(shape, *piece, name.text, nominal).named(name, occurrence)


def _before_joined(shape: Shape, at: int) -> int:
    """The token before the names that a conjunction at a token joins to what follows; where none does, that token."""
    if shape.letters[at] not in JOINING:
        return at
    at -= 1
    while shape.letters[at] == NAME:
        at -= 1
    return at


def _belongs(shape: Shape, before: int, *, articled: bool) -> bool:
    """Whether a name is governed, or behind a noun that is: "in nearby | Lund", "the owner of the firm | Krell"."""
    letters = shape.letters
    if letters[before - (letters[before] == ADJ)] in GOVERNORS:
        return True
    if letters[before] == NAME or not articled:
        return False  # "Leader of the Opposition | Ana Brandt"
    while letters[before] in ROLE:
        before -= 1
    return letters[before] == DET and letters[before - 1] in GOVERNORS


def _goes_on(nominal: Nominal, last: int) -> bool:
    """Whether a description of a person goes on behind its noun: "an official | with the road agency"."""
    return nominal.kind is PERSON and nominal.core[1] != last


def _may_name(name: Name, nominal: Nominal, last: int) -> bool:
    """Whether a name after a description may be of whom that means, and not of what a preposition in it governs."""
    if name.place:
        return False
    return name.kind in (None, PERSON) or not _goes_on(nominal, last)
