"""Evidence: what stands beside a name tells who it is: roles, appositions, predicates and pronouns."""

from typing import Final

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import (
    AND,
    AUXILIARIES,
    BE,
    COMMA,
    DET,
    EDGES,
    END,
    FROM,
    GEN,
    HAD,
    HAS,
    LETTER,
    LPAR,
    NAME,
    NUM,
    OF,
    RPAR,
    WHO,
)
from quoteattr.speakers.cast.affiliation import body_after, body_in_title, body_of
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.cast.traces import tell_kinds
from quoteattr.speakers.cast.votes import tell_genders
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import fold, shortens
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.readers import Readers
from quoteattr.speakers.phrases.splits import tells_where

NOUNS: Final = frozenset(LETTER[name] for name in ("NOUN", "NV", "CLAIM", "PART", "UNIT"))
PHRASE: Final = NOUNS.union(LETTER[name] for name in ("NAME", "PLURAL", "MEDIUM", "ADJ", "GEN", "DET", "POSS", "HER"))
BELONGING: Final = frozenset(LETTER[name] for name in ("OF", "FOR", "FROM", "WITH", "IN", "PREP"))
GOVERNORS: Final = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "FROM", "AS", "TO", "PREP"))
RANKS: Final = NOUNS | {LETTER["ADJ"]}  # "police chief"
AHEAD_OF_NAMES: Final = RANKS | {DET, COMMA}
ACTING: Final = AUXILIARIES | {LETTER["VED"], LETTER["VS"]}
BEHIND: Final = frozenset([COMMA, LPAR])
HYPHEN: Final = "-"
BACK: Final = 6
AHEAD: Final = 14


class Evidence:
    """Gathers what stands beside the names of a cast.

    Args:
        readers: What reads words, names and noun phrases of the language.
        cast: The cast.
    """

    def __init__(self, readers: Readers, cast: Cast) -> None:
        self._words, self._patterns, self._nominals = readers.words, readers.patterns, readers.nominals
        self._ages = tuple(sorted(readers.words.sets["roles", "ages"]))
        self._becoming = readers.words.sets["roles", "becoming"]
        self._cast, self._bodies = cast, cast.bodies

    def gather(self, shape: Shape) -> None:
        """Adds to each entity what stands beside its names."""
        letters, cast = shape.letters, self._cast
        explained = {COMMA: self._apposition, LPAR: self._acronym, **dict.fromkeys((BE, HAS, HAD), self._predicate)}
        explained |= dict.fromkeys(BELONGING, self._body_after)
        for held, occurrence in zip([None, *cast.occurrences], cast.occurrences, strict=False):
            before, explain = letters[occurrence.first - 1], explained.get(letters[occurrence.last])
            entity = occurrence.entity
            if entity is None or (entity.place and not self._bears(shape, occurrence, entity)):
                continue
            if occurrence.name.title:
                self._titled(shape, occurrence, entity)
            if HYPHEN in (word := shape.word(occurrence.first - 1)) and word.endswith(self._ages):
                entity.kind = entity.kind or PERSON  # "54-year-old | Ana Brandt"
                entity.roles.setdefault(word, "")
            self._behind(shape, occurrence, entity)
            if held is not None and held.name.nominal and held.last == occurrence.first:
                self._before(shape, entity, held.last)  # "a rally for Harbour Party President | Ana Brandt"
            if before in AHEAD_OF_NAMES:
                self._ahead(shape, occurrence, entity)
            if explain is not None:
                explain(shape, occurrence, entity, cast)
            self._becomes(shape, occurrence.last, entity)
        tell_genders(self._words, shape, cast)
        tell_kinds(self._words, shape, cast)

    def _bears(self, shape: Shape, occurrence: Occurrence, entity: Entity) -> bool:
        """Whether somebody bears the name of a place: "Charlotte, 24, said", "Sydney, who is a baker"."""
        letters, words, last = shape.letters, self._words, occurrence.last
        if letters[occurrence.first - 1] not in EDGES or entity.name not in words.given:
            return False
        if self._patterns.person.match(letters, last) is None:
            match = self._patterns.apposition.match(letters, last)
            if match is None or self._patterns.clause.match(letters, match.end()) or entity.name in words.countries:
                return False
            nominal = self._nominals.read(shape, match.end(), min(match.end() + AHEAD, len(letters)))
            if nominal is None or nominal.kind is not PERSON or not nominal.indefinite:
                return False
        entity.place, entity.nation, entity.kind = False, "", PERSON
        entity.gender = words.given[entity.name] if words.given[entity.name] in GENDER_OF else ""
        return True

    def _ahead(self, shape: Shape, occurrence: Occurrence, entity: Entity) -> None:
        """What stands before the name."""
        before, after = shape.letters[occurrence.first - 1], shape.letters[occurrence.last]
        if before == DET:
            if entity.kind is None and after not in NOUNS and after != GEN:
                entity.kind = ORGANISATION  # no person has an article
        elif before in RANKS:
            self._before(shape, entity, occurrence.first)
        elif not tells_where(shape, occurrence.name, occurrence.first):
            opening = after in ACTING and occurrence.name.full  # "Lund’s mayor, | Ana Brandt has resigned"
            if opening or after in (COMMA, END):
                self._before(shape, entity, occurrence.first - 1, opening=opening)

    def _titled(self, shape: Shape, occurrence: Occurrence, entity: Entity) -> None:
        """A title: the body that it begins with, and whether it is over: "former | President Ana Brandt"."""
        first = occurrence.first
        body = body_in_title(self._words, shape, first, first + occurrence.name.skip)
        if body is not None:
            self._bodies.setdefault(entity, body)
        word = shape.word(occurrence.first - 1) if occurrence.first else ""
        if word.lower() in self._words.sets["roles", "ended"]:
            entity.roles[occurrence.name.title] = f"{word} {occurrence.name.titled}"

    def _lettered(self, shape: Shape, at: int, entity: Entity) -> None:
        """A role by letters behind the name: "Ana Brandt, | MP for Lund"."""
        if shape.word(at).lower() in self._words.roles and entity.may_be_person():
            seat = body_after(self._words, self._patterns, shape, at + 1, len(shape.letters))
            entity.kind = PERSON
            entity.roles.setdefault(shape.word(at).lower(), shape.written(at, at + 1 if seat is None else seat.last))

    def _behind(self, shape: Shape, occurrence: Occurrence, entity: Entity) -> None:
        """What letters at the end of the name and a party behind it tell."""
        last = occurrence.last
        if shape.word(last - 1) in self._words.suffixes:
            self._lettered(shape, last - 1, entity)
        if shape.letters[last] in BEHIND:
            self._party(shape, last + 1, entity)

    def _party(self, shape: Shape, at: int, entity: Entity) -> None:
        """A party and a seat behind the name: "Ana Brandt, | D-Ohio,"."""
        word = shape.word(at)
        letter, hyphen, _ = word.partition(HYPHEN)
        if hyphen and letter.lower() in self._words.parties and entity.may_be_person():
            entity.kind = PERSON
            entity.roles.setdefault(letter.lower(), word)

    def _before(self, shape: Shape, entity: Entity, last: int, *, opening: bool = False) -> None:
        """A role before the name: "the union’s president Ana Brandt", "the head of the union, Ana Brandt,"."""
        if not entity.may_be_person():
            return
        first, word = last - 1, shape.word(last - 1).lower()
        if word in self._words.sets["bodies", "rivals"] and len(entity.words) == 1:
            return  # "Krell rival Lenz"
        if word not in self._words.roles or self._is_firm(entity, word):
            return
        while first > 0 and last - first < BACK and shape.letters[first - 1] in PHRASE:
            first -= 1
        if opening and shape.letters[first - 1] not in EDGES:
            return
        governed = shape.letters[first - 1] in BELONGING and shape.word(first - 2).lower() in self._words.roles
        if governed and shape.letters[last] == COMMA:
            return  # "counsel for the plaintiff, | Ana Brandt"
        nominal = self._nominals.read(shape, first, last) if first < last else None
        if nominal is not None and not nominal.plural:
            self._add(
                shape, entity, nominal, (nominal.core[0], last if shape.letters[last] == COMMA else nominal.core[1])
            )

    def _is_firm(self, entity: Entity, role: str) -> bool:
        """Whether a role that bodies have too makes a word alone a body's name, which it is then: "operator Krell"."""
        words = self._words
        alone = len(entity.words) == 1 and entity.kind is None and not entity.gender and entity.name not in words.given
        if not alone or role not in words.sets["bodies", "enterprises"]:
            return False
        entity.kind = ORGANISATION
        entity.roles.setdefault(role, "")
        return True

    def _apposition(self, shape: Shape, occurrence: Occurrence, entity: Entity, cast: Cast) -> None:
        """A role after the name: "Ana Brandt, 42, the mayor of Hue,"; none is "In Lund, the mayor said"."""
        behind, full = shape.letters[occurrence.last + 1 : occurrence.last + 3], len(entity.words) > 1
        aged = behind == NUM + COMMA or (behind == NUM + END and full and entity.may_be_person())
        if aged or self._patterns.person.match(shape.letters, occurrence.last):
            entity.kind = PERSON if aged else entity.kind or PERSON
            if aged:
                for ending in self._ages:
                    entity.roles.setdefault(f"{shape.word(occurrence.last + 1)}{ending}", "")
        if shape.letters[occurrence.last + 1] in (OF, FROM):
            self._body_after(shape, occurrence, entity, cast)  # "Ana Brandt, | of Leeds University,"
        match = self._patterns.apposition.match(shape.letters, occurrence.last)
        if match is not None and not self._patterns.clause.match(shape.letters, match.end()):
            self._explain(shape, entity, match.end())

    def _predicate(self, shape: Shape, occurrence: Occurrence, entity: Entity, _: Cast) -> None:
        """What a name is said to be: "Ana Brandt is the mayor of Hue"."""
        if (match := self._patterns.predicate.match(shape.letters, occurrence.last)) is not None:
            self._explain(shape, entity, match.end())

    def _becomes(self, shape: Shape, at: int, entity: Entity) -> None:
        """What somebody became: "Ana Brandt, | who became mayor"."""
        verb = at + 2 * shape.letters.startswith(COMMA + WHO, at)
        if shape.word(verb).lower() in self._becoming:
            self._explain(shape, entity, verb + 1)

    def _explain(self, shape: Shape, entity: Entity, first: int) -> None:
        last = min(first + AHEAD, len(shape.letters))
        nominal = self._nominals.read(shape, first, last)
        if nominal is None or nominal.plural:
            return
        stop = next((at for at in range(nominal.core[1], last) if shape.letters[at] in (COMMA, END, LPAR)), None)
        if shape.letters[nominal.core[1]] == AND and stop is None:
            return
        self._add(shape, entity, nominal, (first, nominal.core[1] if stop is None else stop))

    def _add(self, shape: Shape, entity: Entity, nominal: Nominal, span: tuple[int, int]) -> None:
        if self._is_body(entity, nominal):
            if nominal.indefinite or nominal.owner is not None:
                entity.kind = ORGANISATION
                entity.roles.setdefault(nominal.head, "")
            return
        known = nominal.head in self._words.roles or nominal.head in self._words.title_heads
        if not (known and entity.may_be_person()):
            return
        entity.kind = PERSON
        entity.kin = entity.kin or (nominal.owner is not None and nominal.head in self._words.sets["roles", "kin"])
        entity.gender = entity.gender or nominal.gender
        entity.nation = entity.nation or nominal.nation
        body = body_of(self._words, self._patterns, shape, nominal, span[1] + AHEAD)
        if body is not None:
            self._bodies.setdefault(entity, body)
        words = shape.written(*span)
        entity.roles.setdefault(nominal.role, " ".join(words.split()))

    def _is_body(self, entity: Entity, nominal: Nominal) -> bool:
        """Whether a description is one of a body, and of what may be one: "Krell, | a charity"."""
        if entity.kind not in (None, ORGANISATION) or nominal.head in self._words.sets["bodies", "places"]:
            return False
        both = nominal.head in self._words.sets["bodies", "generic"]  # "the largest operator"
        return nominal.kind is ORGANISATION or (both and entity.kind is ORGANISATION)

    def _body_after(self, shape: Shape, occurrence: Occurrence, entity: Entity, _: Cast) -> None:
        """The body that somebody belongs to: "Ana Brandt of Leeds University"."""
        if entity.kind is not PERSON or occurrence.name.nominal:
            return
        at = occurrence.last + (shape.letters[occurrence.last] == COMMA)
        if shape.letters[at : at + 2] == OF + NAME and occurrence.name.title and not entity.seat:
            entity.seat = fold(shape.word(at + 1))
        body = body_after(self._words, self._patterns, shape, at, len(shape.letters))
        if body is not None:
            body.telling = False
            self._bodies.setdefault(entity, body)

    def _acronym(self, shape: Shape, occurrence: Occurrence, entity: Entity, cast: Cast) -> None:
        """Short names that brackets introduce are the same body: "the World Food Union (WFU)"."""
        at = occurrence.last + 1
        if shape.letters[at : at + 2] != NAME + RPAR or len(occurrence.name.words) == 1:
            return
        doubtful = not shape.word(at).isupper() or shape.letters[occurrence.first - 1] == OF
        if doubtful and not shortens(shape.word(at), occurrence.name):
            return  # "the High Commissioner of Human Rights (HCHR)" is more than its end
        inner = next((o for o in cast.within(at, at + 1) if o.last == at + 1), None)
        if inner is None or inner.entity is entity:
            return
        cast.rename(inner.name, entity)
        entity.kind = entity.kind or ORGANISATION
        entity.aliases.setdefault(inner.name.text)
