"""Affiliation: which words of a description name the body that somebody belongs to or speaks for."""

from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import DET, EDGES, FROM, GEN, LETTER, NAME, OF, POSS
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Nominal, Patterns
from quoteattr.speakers.phrases.words import SpeakerWords, plain

OPENERS = frozenset([DET, POSS])
OPENING = frozenset(LETTER[name] for name in ("ADJ", "NOUN", "NV"))
PEOPLE = (PERSON, GROUP)
SIGHT = 2_000  # characters to either side in which a word shows that it is a name


class Body:
    """Where a body stands that somebody belongs to.

    Args:
        shape: The shape that its tokens count in.
        first: Its first token.
        last: The token just past it.
        telling: Whether what stands there is a body even if nothing else says so: "a spokesman for Krell".
    """

    __slots__ = ("first", "last", "shape", "telling")

    def __init__(self, shape: Shape, first: int, last: int, *, telling: bool) -> None:
        self.shape, self.first, self.last, self.telling = shape, first, last, telling

    def is_it(self, words: SpeakerWords, entity: Entity) -> bool:
        """Whether somebody can belong to an entity: a place only where that is the name of a body."""
        if entity.plural or (entity.place and not _is_seat(words, entity)):
            return False
        return entity.kind is ORGANISATION or (self.telling and entity.kind is None and entity.named)


def _is_seat(words: SpeakerWords, entity: Entity) -> bool:
    """Whether a place is the name of a body: "Foreign Ministry", but not "London"."""
    return entity.name in words.seats and entity.name not in words.capitals and entity.words[-1] in words.body_words


def body_of(words: SpeakerWords, patterns: Patterns, shape: Shape, nominal: Nominal, last: int) -> Body | None:
    """The body in a description: its possessor, what a preposition governs, or a name before the role."""
    if nominal.kind not in PEOPLE:
        return None
    if nominal.owner is not None:
        named = NAME in shape.letters[slice(*nominal.owner)] and nominal.head in words.sets["affiliations", "heads"]
        return Body(shape, *nominal.owner, telling=named or shape.letters[nominal.owner[0]] == POSS)
    governed = body_after(words, patterns, shape, nominal.core[1], last)
    return governed or _before_role(words, shape, nominal)


def body_after(words: SpeakerWords, patterns: Patterns, shape: Shape, at: int, last: int) -> Body | None:
    """The body that a preposition at a token governs: "for | the Harrow Bank"."""
    if at + 1 >= last or shape.word(at).lower() not in words.sets["affiliations", "prepositions"]:
        return None
    end = _phrase(patterns, shape, at + 1, last)
    if end == at + 1:
        return None
    named = shape.letters.count(NAME, at + 1, end)
    if shape.letters[at + 1] not in OPENERS and (not named or end == at + 2):  # "director of Research | at"
        further = body_after(words, patterns, shape, end, last)
        if further is not None and shape.letters.count(NAME, further.first, further.last) > named:
            return further
    if shape.letters[at] == OF:  # what follows a comma is the head's: "the head of the union, | Ana Brandt"
        return Body(shape, at + 1, end, telling=shape.word(at - 1).lower() in words.sets["affiliations", "heads"])
    return Body(shape, at + 1, end, telling=shape.letters[at] != FROM)  # "from Lund" tells a place


def _phrase(patterns: Patterns, shape: Shape, first: int, last: int) -> int:
    """Where the noun phrase that begins at a token ends, what "of" governs taken in."""
    match = patterns.core.match(shape.letters, first, last)
    if match is None:
        return first
    end = match.end()
    if end + 1 < last and shape.letters[end] == OF:
        inner = patterns.core.match(shape.letters, end + 1, last)
        end = inner.end() if inner else end
    while end > first and shape.letters[end - 1] == GEN:
        end -= 1
    return end


def body_in_title(words: SpeakerWords, shape: Shape, first: int, last: int) -> Body | None:
    """The name that a title before a name begins with: "Harrow Bank | Chief Executive"."""
    while first < last and shape.word(first).lower() in words.sets["roles", "modifiers"]:
        first += 1
    plains = [plain(word) for word in shape.words(first, last)]
    end = next((first + at for at in range(len(plains)) if " ".join(plains[at:]) in words.titles), last)
    while end > first and _in_title(words, plain(shape.word(end - 1))):
        end -= 1
    text = " ".join(shape.words(first, end))
    if end in (first, last) or text in words.nations or text in words.sets["affiliations", "fields"]:
        return None
    if end - first == 1 and text.lower() in words.body_words:  # "Police | Chief"
        return None
    field = plains[-1] in words.sets["affiliations", "portfolios"]  # "Family Welfare | Minister"
    return Body(shape, first, end, telling=not field and (end - first > 1 or text.isupper()))


def _is_modifier(words: SpeakerWords, shape: Shape, at: int) -> bool:
    return shape.word(at).lower() in words.sets["roles", "modifiers"] or shape.letters[at + 1] != NAME


def _in_title(words: SpeakerWords, word: str) -> bool:
    """Whether a word is a title's own, and none of a body's name before it."""
    return word in words.roles or (word in words.title_words and word not in words.body_words)


def _before_role(words: SpeakerWords, shape: Shape, nominal: Nominal) -> Body | None:
    """The name that stands before the role: "Krell | chief executive"; in capitals, the role is all title."""
    if shape.letters[nominal.core[1] - 1] == NAME:
        return None
    first = nominal.core[0] + (shape.letters[nominal.core[0]] == DET)
    last = first
    if shape.letters[first] in OPENING and shape.word(first)[:1].isupper() and not _is_modifier(words, shape, first):
        last += 1  # "Foreign | Ministry spokeswoman", at the start of a sentence
    while last < nominal.core[1] - 1 and shape.letters[last] == NAME:
        last += 1
    text = " ".join(shape.word(at) for at in range(first, last))
    if last == first or text in words.nations or text in words.sets["affiliations", "fields"]:
        return None
    last += last < nominal.core[1] - 1 and shape.word(last) in words.sets["bodies", "owners"]  # "Lund | council leader"
    return Body(shape, first, last, telling=last - first > 1 or not _only_opens(shape, first))


def _only_opens(shape: Shape, token: int) -> bool:
    """Whether a word has its capital only because it begins a sentence: "Security researcher Ana Brandt"."""
    if shape.letters[token - 1] not in EDGES:
        return False
    start, word = shape.starts[token], f" {shape.word(token)}"
    near = shape.text[max(0, start - SIGHT) : start + SIGHT]
    at = near.find(word)
    while at >= 0:
        if near[at - 1 : at].isalnum():
            return False
        at = near.find(word, at + 1)
    return True
