"""The scene: what the sieves may look at while a text's sources are resolved one after the other."""

from collections.abc import Callable, Mapping, Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.claim import SpeakerKind
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import COMMA, GEN, LETTER
from quoteattr.speakers.cast.affiliation import body_of
from quoteattr.speakers.cast.cast import Cast
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import Mention, MentionKind
from quoteattr.speakers.cast.mentions import MentionReader
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.phrases.readers import Readers
from quoteattr.speakers.phrases.words import initials
from quoteattr.speakers.sieves.position import places
from quoteattr.speakers.sieves.question import Question, Turn, Verdict

THING = COMMA + LETTER["WHICH"]

Sieve = Callable[["Scene", Question], Verdict | None]


class Scene:
    """A text with its cast, and who has spoken so far.

    Args:
        readers: What reads words, names and noun phrases of the language.
        shape: The text's shape.
        drafts: All drafts.
        cast: All named entities.
        sieves: The sieves that are asked of each kind of mention, in their order.
        keeps_back: Tells whether a draft's sentence keeps the name of its source back.

    Attributes:
        words: The language's words.
        patterns: The language's patterns.
        reader: What reads mentions.
        turns: Who has spoken, in text order.
        verdicts: What was decided for each draft so far, with the sieve's name.
        described: Entities that have no name, by head noun, the last described last.
        asked: Index of the draft that asked for each source first.
        bearers: Who has a role that ends with a word, or whose words begin with its letters.
        records: Documents that have a name.
        papers: The authors of documents, by the noun that those were called by.
        stated: Who has said something in a document, by its noun.
        subjects: Whom the noun phrase that begins at a token means.
        labels: Whom a transcript's labels stand for.
        first_named: The token at which each entity is first named.
        beside: The letters before the names of each entity.
        acting: The entities that a name has before a verb, or behind one of saying.
        topics: Whom sentences that make no claim are about, in text order.
        unsettled: Where the last sentence begins that is about somebody of whom nothing tells who it is; -1 for none.
        followed: The token up to which topics are known.
        sourced: The tokens at which a source begins.
        authors: Who tells the text, by the number of the pronoun, and who reads it.
        depth: How deep a question asks for a part of its source.
    """

    __slots__ = (
        *("words", "patterns", "shape", "drafts", "cast", "reader", "sieves", "turns", "verdicts"),
        *("described", "asked", "bearers", "records", "papers", "stated", "subjects", "labels"),
        *("first_named", "beside", "acting", "authors", "depth", "topics", "unsettled", "followed", "sourced"),
        "keeps_back",
    )

    def __init__(
        self,
        readers: Readers,
        shape: Shape,
        drafts: Sequence[Draft],
        cast: Cast,
        sieves: Mapping[MentionKind, Sequence[tuple[str, Sieve]]],
        keeps_back: Callable[[Draft], bool],
    ) -> None:
        self.words, self.patterns, self.shape, self.drafts = readers.words, readers.patterns, shape, drafts
        self.cast, self.sieves, self.keeps_back = cast, sieves, keeps_back
        self.reader = MentionReader(readers, shape, cast)
        self.turns: list[Turn] = []
        self.topics: list[Turn] = []
        self.followed, self.unsettled = 0, -1
        self.sourced = frozenset([one.source[0] for one in drafts if one.source is not None and one.shape is shape])
        self.verdicts: list[tuple[str, Verdict]] = []
        self.described: dict[str, list[Entity]] = {}
        self.asked: dict[tuple[int, Range], int] = {}
        self.bearers: dict[str, dict[Entity, None]] = {}
        self.papers: dict[str, Entity] = {}
        self.stated: dict[str, Entity] = {}
        self.subjects: dict[int, Entity | None] = {}
        self.labels: dict[str, Entity] = {}
        self.first_named: dict[Entity, int] = {}
        self.beside, self.acting = places(shape.letters, cast.occurrences)
        self.authors: dict[str, Entity] = {}
        self.depth = 0
        for one in cast.occurrences:
            if one.entity is not None and not one.name.nominal:
                self.first_named.setdefault(one.entity, one.first)
                one.entity.spans.add((shape.starts[one.first], shape.ends[one.last - 1]))
        for entity in cast.entities:
            for role, text in entity.roles.items():
                self.learn(entity, role, text)
        self.records = [entity for entity in cast.entities if entity.kind is DOCUMENT]

    def learn(self, entity: Entity, role: str, text: str) -> None:
        """Adds a role to an entity, and the entity to those who have it."""
        entity.roles.setdefault(role, text)
        self.bearers.setdefault(role.rpartition(" ")[2], {})[entity] = None
        if " " in role:
            self.bearers.setdefault(initials(role), {})[entity] = None

    def decide(self, question: Question) -> tuple[str, Verdict]:
        """The first verdict of the sieves for a question's kind of mention."""
        mention = question.mention
        for name, sieve in self.sieves[mention.kind]:
            verdict = sieve(self, question)
            if verdict is not None:
                if verdict.entity is not None:
                    self._note(verdict.entity, question, mention)
                return name, verdict
        return "", Verdict(None)

    def _note(self, entity: Entity, question: Question, mention: Mention) -> None:
        """Adds a mention's place to whom it means, and what it says of them."""
        shape = mention.shape
        entity.spans.add((shape.starts[mention.first], shape.ends[mention.last - 1]))
        if mention.name is not None and entity.kind is None and shape.letters.startswith(THING, mention.last):
            entity.kind = ORGANISATION  # "Harbour Aid Lenz, which helps sailors, said"
        if mention.document:
            self.papers[mention.document] = entity
        if mention.nominal is not None and mention.name is not None:
            self._explain(entity, mention, mention.nominal)
            self._own(entity, question, mention.nominal)
        if not self.depth and entity in self.cast.bodies:
            self._affiliate(entity, question)

    def _explain(self, entity: Entity, mention: Mention, nominal: Nominal) -> None:
        """Adds to an entity what the description beside its name says."""
        if nominal.plural:
            return
        if nominal.kind is ORGANISATION and entity.named and not entity.roles and not entity.titles:
            if mention.shape.letters[nominal.core[1]] == GEN:  # "the party’s Ana Brandt"
                return
            entity.kind, entity.gender = ORGANISATION, ""  # "a rights group, Tierra Viva,"
            entity.roles.setdefault(nominal.head, "")
        elif entity.kind is ORGANISATION and nominal.head in self.words.sets["bodies", "enterprises"]:
            entity.roles.setdefault(nominal.head, "")  # "the publisher, Krell House,"
        elif nominal.kind is PERSON and entity.may_be_person():
            self._belongs(entity, mention, nominal)
            self.learn(entity, nominal.role, mention.role(nominal))
            entity.kind = PERSON
            entity.gender = entity.gender or nominal.gender
            entity.nation = entity.nation or nominal.nation

    def _own(self, entity: Entity, question: Question, nominal: Nominal) -> None:
        """Tells an entity whose it is: "his wife, Carla Finch"."""
        if nominal.owner is not None and entity.owner is None:
            owner = self.ask(question, *nominal.owner)
            entity.owner = owner if owner is not entity else None

    def _belongs(self, entity: Entity, mention: Mention, nominal: Nominal) -> None:
        """Notes which words of a mention name the body that an entity belongs to."""
        if entity.affiliation is None and entity not in self.cast.bodies:
            body = body_of(self.words, self.patterns, mention.shape, nominal, mention.last)
            if body is not None:
                self.cast.bodies[entity] = body

    def _affiliate(self, entity: Entity, question: Question) -> None:
        """Asks once which body the words mean that an entity belongs to."""
        body = self.cast.bodies.pop(entity)
        found = self.ask(question, body.first, body.last, body.shape)
        if found is not None and found is not entity and body.is_it(self.words, found):
            entity.affiliation = found

    def ask(self, question: Question, first: int, last: int, shape: Shape | None = None) -> Entity | None:
        """Whom a part of a question's source means, such as its possessor, or other tokens of a shape."""
        if self.depth > 1:
            return None
        mention = self.reader.read(shape or question.mention.shape, first, last)
        if mention is None:
            return None
        self.depth += 1
        try:
            _, verdict = self.decide(question.about(mention))
        finally:
            self.depth -= 1
        return verdict.entity

    def describe(self, mention: Mention, nominal: Nominal, owner: Entity | None = None) -> Entity:
        """A new entity that the text only describes."""
        several = nominal.plural or (nominal.kind is not PERSON and self.reader.ends_plural(mention, nominal))
        entity = Entity(mention.text, kind=nominal.kind, plural=several, named=False)
        entity.gender, entity.nation, entity.indefinite = nominal.gender, nominal.nation, nominal.indefinite
        entity.owner = owner
        if nominal.kind is PERSON:
            self.learn(entity, nominal.role, mention.text)
        if nominal.kind is DOCUMENT:
            self.stated.pop(nominal.head, None)
            entity.author = owner.name if owner is not None else self.reader.maker(mention, nominal)
        self._belongs(entity, mention, nominal)
        self.described.setdefault(nominal.head, []).append(entity)
        return entity

    def beyond(self, text: str, number: str, kind: SpeakerKind) -> Entity:
        """Who stands outside the text: whoever tells it, as one or as several ("I", "we"), or reads it ("you")."""
        found = self.authors.get(number)
        if found is None:
            several = kind is GROUP or number == "p"
            found = self.authors[number] = Entity(text, kind=kind, plural=several, named=False)
        found.name = min(found.name, text, key=len)  # "I", not "my"
        return found

    def recent(self, most: int) -> list[Turn]:
        """The last turns, the nearest first."""
        return self.turns[: -most - 1 : -1]

    def parent(self, question: Question) -> tuple[Draft, Entity | None] | None:
        """The draft in whose content a question's source stands, inside marks that of the marks, and its speaker."""
        draft = self.drafts[question.index]
        index = draft.parent
        while question.inside and index is not None and self.drafts[index].shape is draft.shape:
            index = self.drafts[index].parent  # "“She asked where he was, and he swore,” Hale said"
        return None if index is None else (self.drafts[index], self.verdicts[index][1].entity)
