"""Evidence: what stands beside a name tells who it is: roles, appositions, predicates and pronouns."""

import re
from collections import Counter

import attrs

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.affiliation import Body, body_after, body_in_title, body_of
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.traces import tell_kinds
from quoteattr.speakers.phrases.kinds import ORGANISATION, PERSON
from quoteattr.speakers.phrases.names import Name
from quoteattr.speakers.phrases.nominals import Nominal
from quoteattr.speakers.phrases.readers import Readers

COMMA, BE, END, NAME, GEN = (LETTER[name] for name in ("COMMA", "BE", "END", "NAME", "GEN"))
LPAR, RPAR, DET, NUM = (LETTER[name] for name in ("LPAR", "RPAR", "DET", "NUM"))
NOUNS = frozenset(LETTER[name] for name in ("NOUN", "NV", "CLAIM", "PART", "UNIT"))
PHRASE = NOUNS | frozenset(LETTER[name] for name in ("NAME", "ADJ", "GEN", "DET", "POSS", "HER"))
PRONOUNS = re.compile("[" + "".join(LETTER[name] for name in ("PRO", "POSS", "HER", "OBJ", "REFL")) + "]")
BELONGING = frozenset(LETTER[name] for name in ("OF", "FOR", "FROM", "WITH", "IN", "PREP"))
GOVERNORS = frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "FROM", "AS", "TO", "PREP"))
PLACING = frozenset(LETTER[name] for name in ("IN", "FROM"))
TOLD = PLACING | {LETTER["SAID"]}
AHEAD_OF_NAMES = NOUNS | {DET, COMMA}
BACK, AHEAD = 6, 14
REACH = 40  # tokens between a name and the pronoun that votes for it
CLEAR = 3  # votes for one gender against each for the other


class Evidence:
    """Gathers what stands beside the names of a cast.

    Args:
        readers: What reads words, names and noun phrases of the language.
    """

    def __init__(self, readers: Readers) -> None:
        self._words, self._patterns, self._nominals = readers.words, readers.patterns, readers.nominals
        self.bodies: dict[Entity, Body] = {}

    def gather(self, shape: Shape, cast: Cast) -> None:
        """Adds to each entity what stands beside its names."""
        letters = shape.letters
        explained = {COMMA: self._apposition, BE: self._predicate, LPAR: self._acronym}
        explained |= dict.fromkeys(BELONGING, self._body_after)
        for occurrence in cast.occurrences:
            before, explain = letters[occurrence.first - 1], explained.get(letters[occurrence.last])
            entity = occurrence.entity
            if entity is None or entity.place:
                continue
            if occurrence.name.title:
                self._titled(shape, occurrence, entity)
            if before in AHEAD_OF_NAMES:
                self._ahead(shape, occurrence, entity, cast)
            if explain is not None:
                explain(shape, occurrence, entity, cast)
        self._vote(shape, cast)
        tell_kinds(self._words, shape, cast)

    def _ahead(self, shape: Shape, occurrence: Occurrence, entity: Entity, cast: Cast) -> None:
        """What stands before the name."""
        before, after = shape.letters[occurrence.first - 1], shape.letters[occurrence.last]
        if before == DET:
            if entity.kind is None and after not in NOUNS and after != GEN:
                entity.kind = ORGANISATION  # no person has an article
        elif before in NOUNS:
            self._before(shape, entity, occurrence.first, cast)
        elif after in (COMMA, END):
            self._before(shape, entity, occurrence.first - 1, cast)

    def _titled(self, shape: Shape, occurrence: Occurrence, entity: Entity) -> None:
        """A title: the body that it begins with, and whether it is over: "former | President Ana Brandt"."""
        first = occurrence.first
        body = body_in_title(self._words, shape, first, first + occurrence.name.skip)
        if body is not None:
            self.bodies.setdefault(entity, body)
        word = shape.word(occurrence.first - 1) if occurrence.first else ""
        if word.lower() in self._words.sets["roles", "ended"]:
            entity.roles[occurrence.name.title] = f"{word} {occurrence.name.titled}"

    def _before(self, shape: Shape, entity: Entity, last: int, cast: Cast) -> None:
        """A role before the name: "the union’s president Ana Brandt", "the head of the union, Ana Brandt,"."""
        if not entity.may_be_person():
            return
        first = last - 1
        if shape.word(first).lower() in self._words.roles:
            while first > 0 and last - first < BACK and shape.letters[first - 1] in PHRASE:
                first -= 1
        elif shape.letters[last] == COMMA:
            first = self._governing(shape, last)
        else:
            return
        nominal = self._nominals.read(shape, first, last) if first < last else None
        if nominal is not None and not nominal.plural:
            self._add(
                shape, entity, nominal, (nominal.core[0], last if shape.letters[last] == COMMA else nominal.core[1])
            )
            if nominal.head in self._words.sets["roles", "counterparts"]:
                self._mirror(entity, nominal, cast)

    def _governing(self, shape: Shape, last: int) -> int:
        """Where a description begins that ends with what a preposition governs; its end if it has none."""
        governed = False
        for first in range(last - 1, max(0, last - AHEAD), -1):
            letter = shape.letters[first]
            if letter in GOVERNORS:
                governed = True
            elif letter not in PHRASE:
                return last
            elif letter == DET and shape.letters[first - 1] not in GOVERNORS:
                return first if governed else last
        return last

    def _mirror(self, entity: Entity, nominal: Nominal, cast: Cast) -> None:
        """A counterpart has the other's roles: "Sergei Orlov met his Czech counterpart, Eva Novak"."""
        other = next((o.entity for o in cast.before(nominal.core[0], 3) if o.entity and o.entity.roles), None)
        for role in other.roles if other is not None and nominal.owner is not None else ():
            entity.roles.setdefault(role, "")

    def _apposition(self, shape: Shape, occurrence: Occurrence, entity: Entity, _: Cast) -> None:
        """A role after the name: "Ana Brandt, 42, the mayor of Hue,"; none is "In Lund, the mayor said"."""
        if self._patterns.person.match(shape.letters, occurrence.last):
            entity.kind = entity.kind or PERSON
            if shape.letters[occurrence.last + 1] == NUM:
                for ending in self._words.sets["roles", "ages"]:
                    entity.roles.setdefault(f"{shape.word(occurrence.last + 1)}{ending}", "")
        match = self._patterns.apposition.match(shape.letters, occurrence.last)
        if match is not None and not self._patterns.clause.match(shape.letters, match.end()):
            self._explain(shape, entity, match.end())

    def _predicate(self, shape: Shape, occurrence: Occurrence, entity: Entity, _: Cast) -> None:
        """What a name is said to be: "Ana Brandt is the mayor of Hue"."""
        match = self._patterns.predicate.match(shape.letters, occurrence.last)
        if match is not None:
            self._explain(shape, entity, match.end())

    def _explain(self, shape: Shape, entity: Entity, first: int) -> None:
        last = min(first + AHEAD, len(shape.letters))
        nominal = self._nominals.read(shape, first, last)
        if nominal is None or nominal.plural or (nominal.core[1] >= last and last < len(shape.letters)):
            return
        stop = next((at for at in range(nominal.core[1], last) if shape.letters[at] in (COMMA, END, LPAR)), None)
        if shape.letters[nominal.core[1]] == LETTER["AND"] and stop is None:
            return
        self._add(shape, entity, nominal, (first, nominal.core[1] if stop is None else stop))

    def _add(self, shape: Shape, entity: Entity, nominal: Nominal, span: tuple[int, int]) -> None:
        if self._is_body(entity, nominal):
            if nominal.indefinite or nominal.owner is not None:
                entity.kind = ORGANISATION
                entity.roles.setdefault(nominal.head, "")
            return
        if not entity.may_be_person() or (
            nominal.head not in self._words.roles and nominal.head not in self._words.title_heads
        ):
            return
        entity.kind = PERSON
        entity.gender = entity.gender or nominal.gender
        entity.nation = entity.nation or nominal.nation
        body = body_of(self._words, self._patterns, shape, nominal, span[1] + AHEAD)
        if body is not None:
            self.bodies.setdefault(entity, body)
        words = shape.text[shape.starts[span[0]] : shape.ends[span[1] - 1]]
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
        body = body_after(self._words, self._patterns, shape, occurrence.last, len(shape.letters))
        if body is not None:
            self.bodies.setdefault(entity, attrs.evolve(body, telling=False))

    def _acronym(self, shape: Shape, occurrence: Occurrence, entity: Entity, cast: Cast) -> None:
        """Short names that brackets introduce are the same body: "the World Food Union (WFU)"."""
        at = occurrence.last + 1
        if shape.letters[at : at + 2] != NAME + RPAR or len(occurrence.name.words) == 1:
            return
        if not shape.word(at).isupper() and not _shortens(shape.word(at), occurrence.name):
            return
        inner = next((o for o in cast.within(at, at + 1) if o.last == at + 1), None)
        if inner is None or inner.entity is entity:
            return
        cast.rename(inner.name, entity)
        entity.kind = entity.kind or ORGANISATION
        entity.aliases.setdefault(inner.name.text)

    def _vote(self, shape: Shape, cast: Cast) -> None:
        """Pronouns that follow one name alone tell its gender."""
        if all(entity.gender or not entity.may_be_person() for entity in cast.entities):
            return
        pronouns = self._words.pronouns
        votes: dict[Entity, Counter[str]] = {}
        for match in PRONOUNS.finditer(shape.letters):
            at = match.start()
            pronoun = pronouns.get(shape.word(at).lower())
            if pronoun is None or pronoun.person != "3" or pronoun.number != "s":
                continue
            entity = self._only(shape, cast, at)
            if entity is not None and not entity.gender:
                votes.setdefault(entity, Counter())[pronoun.gender] += 1
        for entity, tally in votes.items():
            ((best, count),) = tally.most_common(1)
            enough = count > 1 or entity.kind is not None or len(entity.words) > 1
            if enough and count >= CLEAR * (tally.total() - count):
                self._elect(entity, best)

    def _elect(self, entity: Entity, gender: str) -> None:
        if gender in ("f", "m"):
            entity.gender, entity.kind = gender, entity.kind or PERSON
        elif entity.kind is None:
            entity.kind = ORGANISATION

    def _acts(self, shape: Shape, occurrence: Occurrence) -> bool:
        """Whether a name is a person’s, or may be: no place, no hearer, not before a noun."""
        entity = occurrence.entity
        if entity is None or entity.kind is not None:
            return True
        return shape.letters[occurrence.first - 1] not in TOLD and shape.letters[occurrence.last] not in NOUNS

    def _only(self, shape: Shape, cast: Cast, token: int) -> Entity | None:
        """The one entity that may be a person and is named in this sentence or the last before a token."""
        floor = token - REACH
        near = cast.before(token, 8)
        if not near or near[0].first < floor:
            return None
        start = max(floor, shape.sentence_start(max(0, shape.letters.rfind(END, 0, token))))
        only: Entity | None = None
        for occurrence in near:
            if occurrence.first < start:
                break
            entity = occurrence.entity
            if occurrence.name.nominal or not self._acts(shape, occurrence):
                continue
            if entity is None:
                return None
            if entity is not only and entity.may_be_person():
                if only is not None:
                    return None
                only = entity
        return only


def _shortens(short: str, name: Name) -> bool:
    """Whether letters are initials of a name, with all that are capitals: "DfT" for "Department for Transport"."""
    words = name.text.split()
    capitals = "".join([word[0] for word in words if word[0].isupper()]).casefold()
    return _within(capitals, short.casefold()) and _within(short.casefold(), "".join([w[0] for w in words]).casefold())


def _within(part: str, whole: str) -> bool:
    """Whether letters stand in others in their order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)
