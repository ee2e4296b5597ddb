"""Sources that are several: those whom a conjunction or commas join."""

from collections.abc import Callable, Sequence

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, COMMA, DET, LETTER, LPAR, NAME
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.cast.named import GOVERNORS
from quoteattr.speakers.phrases.kinds import GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.runs import RunFinder
from quoteattr.speakers.phrases.words import SpeakerWords, initials

PAIR = 2
ADJ = LETTER["ADJ"]
CLAUSE = frozenset(LETTER[name] for name in ("WHO", "WHICH", "WHOSE", "THAT"))
OPENERS = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "NAME", "PLURAL", "NVS", "QUANT", "NUM"))
OR = LETTER["OR"]
JOINING = frozenset([AND, OR, LETTER["NOT"]])
UNTOLD = frozenset(LETTER[name] for name in ("NAME", "NOUN", "ADJ", "NV"))  # what is no determiner
NOUNS = UNTOLD | frozenset(LETTER[name] for name in ("MEDIUM", "THOUGHT", "CLAIM"))


class SeveralReader:
    """Reads sources that name several.

    Args:
        words: The language's words.
        finder: What finds names.
        read: What reads each part.
    """

    def __init__(
        self, words: SpeakerWords, finder: RunFinder, read: Callable[[Shape, int, int], Mention | None]
    ) -> None:
        self._words, self._finder, self._read = words, finder, read

    def pair(self, shape: Shape, first: int, last: int) -> Mention | None:
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
            if letters[at] == AND and letters[first] in NOUNS and letters[at + 1] in UNTOLD - OPENERS:
                return self._undetermined(shape, (first, at), (at + 1, last))
            if letters[at] in JOINING and letters[at + 1] in OPENERS:
                both = self._joined(shape, (first, at), (at + 1, last))
                return both.parts[0] if both is not None and letters[at] == OR and _are_one(both) else both
            if letters[at] == AND and letters[first] == DET:
                joined = self._joined(shape, (first, at), (at + 1, last))
                parts = joined.parts if joined is not None else ()
                beside = len(parts) == PAIR and letters[at + 1] == ADJ and _is_body(parts[0]) and _is_plural(parts[1])
                return joined if beside or all(map(_is_plural, parts)) else None
        return None

    def _undetermined(self, shape: Shape, one: Range, other: Range) -> Mention | None:
        """A person with two roles, "author and engineer Ana Brandt", or a name with others, "Ana Brandt and aides"."""
        (first, _), (_, last) = one, other
        right = self._read(shape, *other)
        left = self._read(shape, *one)
        person = left is not None and left.name is not None and left.is_person() and left.name.full
        if right is not None and right.is_person() and not person:
            return _from(right, first)
        if left is None or not (person or set(shape.letters[slice(*one)]) == {NAME}):
            return None
        both = Mention(shape, first, last, words_of(shape, first, last))
        return both.joining(left, right) if right is not None else both

    def _joined(self, shape: Shape, one: Range, other: Range) -> Mention | None:
        """Two that a conjunction joins, or a name with two roles before it."""
        (first, _), (_, last) = one, other
        left, right = self._read(shape, *one), self._read(shape, *other)
        if right is not None and right.name is not None and self._tells_role(shape, one, left, right.name):
            return _from(right, first)  # "Works and Dams Minister Ana Brandt", "party leader and | MP Ana Brandt"
        if right is not None and _is_plural(right) and is_adjective(self._words, shape, one):
            return _sharing(right, first)
        if left is None or right is None:
            return None
        if right.name and not (left.name or right.nominal or _is_somebody(left)):  # "a medal and | Hale said"
            return right if left.nominal is not None and left.nominal.kind is None else None
        single = left.nominal is None or not left.nominal.plural
        if left.name is None and single and shape.letters[first] in UNTOLD and _is_titled(right):
            return _from(right, first)  # "minister and party leader Ana Brandt"
        text = words_of(shape, first, last) if right.name else f"{words_of(shape, first, right.first)} {right.text}"
        return Mention(shape, first, last, text).joining(left, right)

    def _tells_role(self, shape: Shape, one: Range, left: Mention | None, name: Name) -> bool:
        """Whether words tell another role of whoever a name with a title means, or one part of the office."""
        told = left.nominal if left is not None and left.name is None else None
        single = told is not None and told.kind is PERSON and not told.plural and shape.letters[one[0]] in NOUNS
        return (single and name.skip > 0) or self._is_office(one, left, name)

    def _is_office(self, one: Range, left: Mention | None, name: Name) -> bool:
        """Whether a word is one part of the office that the title of a name tells the other part of."""
        title = name.titled.lower().split()
        of_body = not self._words.body_words.isdisjoint(title[1:-1])  # "Shares and | Markets Board Chair Ana Brandt"
        if one[1] - one[0] > 1 or name.kind is not PERSON or not (len(title) == PAIR or of_body):
            return False
        if left is None or left.name is None:
            told = left.nominal if left is not None else None
            things = told is not None and told.kind is GROUP and told.head not in self._words.roles  # "Shares"
            return told is None or told.kind is None or (of_body and things)
        borne = left.occurrence.entity if left.occurrence is not None else None
        if of_body and borne is not None:
            return False
        return not left.name.given and not left.name.place and (borne is None or borne.words == left.name.words)

    def listed(self, shape: Shape, pieces: Sequence[Range]) -> Mention | None:
        """Several names with commas between them and a conjunction before the last: "Vega, Lee and Park"."""
        (first, last), *rest = pieces
        bracket = shape.letters[last] == LPAR  # "the Lund Union (LU) and | other bodies"
        if not rest or not (bracket or shape.letters[last] == COMMA) or AND not in shape.letters[slice(*rest[-1])]:
            return None
        start, end = rest[0][0], rest[-1][1]
        final = len(rest) == 1 and shape.letters[start] == AND
        start += final
        left, right = self._read(shape, first, last), self._read(shape, start, end)
        if NAME not in shape.letters[start : start + 1 + (shape.letters[start] == DET)]:
            many = shape.letters[end] != COMMA and final == bracket
            return self._among(shape, left, right, (first, end)) if many else None
        if left is None or left.name is None or right is None or not (final or right.parts):
            return None
        others = right.parts or (right,)
        if others[0].name is None or others[0].name.nominal:  # "Ana Brandt, the founder and head of Krell"
            return None
        if left.is_person() and any(map(self._tells_office, others)):
            return None
        return Mention(shape, first, end, words_of(shape, first, end)).joining(left, *others)

    def _among(self, shape: Shape, left: Mention | None, right: Mention | None, span: Range) -> Mention | None:
        """A name before several who are described: "the UN, aid groups and French authorities"."""
        others = () if right is None else right.parts or (right,)
        if left is None or left.name is None or not (others and all(map(_are_people, others))):
            return None
        if left.is_person() and len(others) == 1:  # "Ana Brandt, vice-president partnerships and revenue"
            return None
        return Mention(shape, *span, words_of(shape, *span)).joining(left, *others)

    def _tells_office(self, mention: Mention) -> bool:
        """Whether a name that is no person's has a title in it: "Ana Brandt, Press and | Outreach Director"."""
        name = mention.name
        return name is not None and name.kind is not PERSON and not self._words.title_heads.isdisjoint(name.words)


def words_of(shape: Shape, first: int, last: int) -> str:
    """The words from one token up to, not including, another, with one space between each two."""
    return " ".join(shape.written(first, last).split())


def is_adjective(words: SpeakerWords, shape: Shape, piece: Range) -> bool:
    """Whether what ends with an adjective of a nation wants the noun behind it: "French | and Dutch officials"."""
    last = shape.word(piece[1] - 1)
    alone = piece[1] - piece[0] == 1 or shape.letters[piece[0]] != DET
    return alone and last in words.nations and last not in words.countries


def _sharing(mention: Mention, first: int) -> Mention:
    """A plural that begins with the adjectives which share it."""
    if mention.nominal is not None:
        mention.nominal.nation = ""
    mention.text = f"{words_of(mention.shape, first, mention.first)} {mention.text}"
    return _from(mention, first)


def _is_titled(mention: Mention) -> bool:
    """Whether a mention is the name of a person, or one behind a role: "union president | Krell Tate"."""
    nominal = mention.nominal
    role = nominal is not None and nominal.kind is PERSON and not nominal.plural
    return mention.is_person() or (mention.name is not None and mention.name.full and role)


def _is_plural(mention: Mention) -> bool:
    """Whether a mention describes several, and may share an article: "the traders | and exchange officials"."""
    return mention.name is None and mention.nominal is not None and mention.nominal.plural


def _is_somebody(mention: Mention) -> bool:
    """Whether a mention describes one person who may be known: "the defendant | and Ana Brandt"."""
    return mention.nominal is not None and mention.nominal.kind is PERSON and mention.nominal.definite


def _are_one(mention: Mention) -> bool:
    """Whether a name is joined to one in capitals made of its first letters: "Harbour Safety Board or HSB"."""
    names = [part.name for part in mention.parts]
    if len(names) != PAIR or names[0] is None or names[1] is None:
        return False
    short = names[1].text
    return short.isupper() and initials(names[0].text.lower()).startswith(short.lower())


def _are_people(mention: Mention) -> bool:
    """Whether a mention describes several people or bodies."""
    return _is_plural(mention) and mention.nominal is not None and mention.nominal.kind in (GROUP, ORGANISATION)


def _is_body(mention: Mention) -> bool:
    """Whether a mention is the name of a body, and nothing else: "the FBI | and federal prosecutors"."""
    return mention.name is not None and mention.name.kind is ORGANISATION and mention.nominal is None


def _from(mention: Mention, first: int) -> Mention:
    """A mention that begins at an earlier token."""
    mention.first = first
    return mention
