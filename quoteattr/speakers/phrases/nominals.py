"""Nominals: noun phrases that describe a speaker, read word by word."""

from typing import Final

from quoteattr.claim import SpeakerKind
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import DET, GEN, HER, IN, INDEF, LETTER, NUM, OF, POSS
from quoteattr.speakers.phrases.kinds import DOCUMENT, GROUP, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Head, Nominal, Patterns
from quoteattr.speakers.phrases.words import SpeakerWords

MEDIA: Final = frozenset(LETTER[name] for name in ("MEDIUM", "THOUGHT", "CLAIM", "CLAIMS"))
SEVERAL: Final = frozenset(LETTER[name] for name in ("PLURAL", "QUANT", "NUM"))
LARGEST: Final = 10_000  # head nouns that are remembered
TRAILING: Final = frozenset(LETTER[name] for name in ("ADJ", "NV"))


class NominalReader:
    """Reads noun phrases in one language.

    Args:
        words: The language's words.
        patterns: The language's patterns.
    """

    def __init__(self, words: SpeakerWords, patterns: Patterns) -> None:
        self._words, self._core, sets = words, patterns.core, words.sets
        self._definite, self._indefinite = sets["determiners", "definite"], sets["determiners", "indefinite"]
        self._further, self._modifiers = sets["determiners", "further"], sets["roles", "modifiers"]
        self._fellows = sets["determiners", "fellows"]
        self._people, self._openers = sets["bodies", "people"], words.nation_openers
        self._single, self._quantities = sets["roles", "single"], sets["roles", "quantities"]
        self._links, self._kin = sets["roles", "links"], sets["roles", "kin"]
        self._ended = tuple(f"{word}-" for word in sorted(sets["roles", "ended"]))
        self._ages = tuple(sorted(sets["roles", "ages"]))
        self._compounds, self._endings = sets["bodies", "compounds"], tuple(sorted(sets["roles", "endings"]))
        self._traded = tuple(f"-{word}" for word in sorted(sets["bodies", "traded"]))
        self._heads: dict[tuple[str, str], Head] = {}

    def read(self, shape: Shape, first: int, last: int) -> Nominal | None:
        """The noun phrase that begins at a token; None where none does."""
        letters = shape.letters
        match = self._core.match(letters, first, last)
        if match is None:
            return None
        end = match.end()
        while end > first and letters[end - 1] == GEN:
            end -= 1
        if end <= first:
            return None
        if end - first > 1 and letters[end - 1] in TRAILING and self._trails(shape, end - 1):
            end -= 1
        tokens = shape.words(first, end)
        lowered = [word.lower().rstrip(".") or word for word in tokens]
        opening, before = lowered[0], lowered[:-1]
        noun = " ".join(lowered[-2:]) if " ".join(lowered[-2:]) in self._compounds else lowered[-1], letters[end - 1]
        told = self._told(shape, noun, opening, (end, last))
        told, before = self._over(told, before)
        if told[2] is PERSON and any(word.endswith(self._traded) for word in before):
            told = told[0], told[1], ORGANISATION, ""  # "the Oslo-listed | miner"
        nominal = Nominal((first, end), told)
        nominal.owner = owner = self._owner(letters, first, end)
        owned = before[owner[1] - first + 1 :] if owner and letters[owner[1]] == GEN else before
        if owned:
            nominal.role = self.role(owned, nominal.head)
        if letters[end : end + 1] == OF or not self._openers.isdisjoint(tokens):
            nominal.nation = self._nation(tokens, shape, end, last)
        nominal.definite = owner is not None or opening in self._definite
        nominal.indefinite = owner is None and opening in self._indefinite
        nominal.other = not (self._further.isdisjoint(lowered[:2]) and self._fellows.isdisjoint(before[:2]))
        nominal.modifiers = before if DET not in letters[first : end - 1] else _plain(before, letters[first:end])
        return nominal

    def _told(self, shape: Shape, noun: tuple[str, str], opening: str, rest: Range) -> Head:
        """What a head noun tells, with what stands before it and behind it."""
        told, (end, last) = self._heads.get(noun) or self._headed(*noun), rest
        behind = shape.letters[end : end + 2]
        if behind[:1] == OF and told[0] in self._quantities:
            return told[0], True, self._counted(shape, end + 1, last), ""  # "a host of | problems"
        if (behind == IN + NUM and told[0] in self._single) or (told[2] is None and opening in self._people):
            return told[0], True, GROUP, ""  # "one in three", "those opposed"
        return told

    def _headed(self, word: str, letter: str) -> Head:
        """What a head noun tells, each read once."""
        if len(self._heads) >= LARGEST:
            self._heads.clear()
        head, plural = self._singular(word)
        kind = self._kind(head, letter, plural=plural)
        found = head, plural, kind, self._gender(head) if kind is PERSON else ""
        self._heads[word, letter] = found
        return found

    def _over(self, told: Head, before: list[str]) -> tuple[Head, list[str]]:
        """A head noun without what tells that it is over, which goes to the words before it: "the ex-president"."""
        if not told[0].startswith(self._ended) or told[0] in self._kin:
            return told, before
        ended, _, head = told[0].partition("-")
        return (head, told[1], told[2], told[3]), [*before, ended]

    def _counted(self, shape: Shape, first: int, last: int) -> SpeakerKind:
        """The kind of what a noun counts: people unless it tells another."""
        inner = self.read(shape, first, last)
        return GROUP if inner is None or inner.kind in (None, PERSON) else inner.kind

    def _trails(self, shape: Shape, at: int) -> bool:
        """Whether what may be an adjective stands after its noun: "a person | familiar with"."""
        words = self._words
        noun = shape.word(at - 1).lower()
        if noun not in words.roles and words.singulars.get(noun) not in words.roles and noun not in self._people:
            return False
        word = shape.word(at).lower()
        return word not in words.roles and word not in words.bodies and word not in words.documents

    def role(self, before: list[str], head: str) -> str:
        """A head noun with the words before it that belong to the role."""
        words, found = self._words, head
        for word in reversed(before):
            if word not in words.title_words or word in self._modifiers or word in words.pronouns:
                break
            found = f"{word} {found}"
        return found

    def _singular(self, word: str) -> tuple[str, bool]:
        words = self._words
        for link in self._links:
            word = word.partition(link)[0]
        if word in words.roles:
            return word, False
        if word in words.bodies:
            return word, words.bodies[word] == "p"
        if word in words.documents:
            return word, False
        found = words.singulars.get(word)
        tail = word.rpartition("-")[2]
        if found is None and tail != word and not word.endswith(self._ages):
            return self._singular(tail)
        return (found, True) if found else (word, False)

    def _kind(self, head: str, mark: str, *, plural: bool) -> SpeakerKind | None:
        words = self._words
        if head in words.roles:
            return GROUP if plural else PERSON
        if head in self._people:
            return GROUP
        if head in words.bodies:
            return ORGANISATION
        if head in words.documents or mark in MEDIA:
            return DOCUMENT
        return ORGANISATION if head in words.body_words or head in self._compounds else self._unlisted(head, mark)

    def _unlisted(self, head: str, mark: str) -> SpeakerKind | None:
        """What a word tells that no list has: "someone", "the 34-year-old", "the ex-Marine", "others"."""
        if mark == INDEF or head in self._single or head.endswith(self._ages + self._endings):
            return PERSON
        return GROUP if mark in SEVERAL or head.capitalize() in self._words.nations else None

    def _gender(self, head: str) -> str:
        """The gender that a noun for one person tells."""
        gender = self._words.roles.get(head) or self._words.titles.get(head, "")
        return gender if gender in ("f", "m") else ""

    def _owner(self, letters: str, first: int, end: int) -> Range | None:
        """The tokens of a possessor: "his" or what stands before the last genitive."""
        at = letters.rfind(GEN, first, end)
        if at > first:
            return (first, at)
        return (first, first + 1) if letters[first] in (POSS, HER) else None

    def _nation(self, tokens: list[str], shape: Shape, end: int, last: int) -> str:
        """The nation of its adjective, or of the name after "of"."""
        for at in range(len(tokens) - 1):
            found = self._first_nation(tokens[at : at + 3])
            if found:
                return found
        if end + 1 < last and shape.letters[end] == OF:
            at = end + 1 + (shape.letters[end + 1] == DET)
            return self._first_nation(shape.words(at, min(at + 2, last)))
        return ""

    def _first_nation(self, tokens: list[str]) -> str:
        """The nation that words begin with, the longest name first."""
        if not tokens or tokens[0] not in self._openers:
            return ""
        for size in range(len(tokens), 0, -1):
            found = self._words.nations.get(" ".join(tokens[:size]))
            if found:
                return found
        return ""


def _plain(words: list[str], letters: str) -> list[str]:
    return [word for word, letter in zip(words, letters, strict=False) if letter != DET]
