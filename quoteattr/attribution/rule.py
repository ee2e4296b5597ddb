"""A rule of commitment: what its words must be, which pattern must match where, and the value that it gives."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeAlias

import attrs
import regex

from quoteattr.attribution.reading import Reading
from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.language.inflection import Verb
from quoteattr.language.language import Language
from quoteattr.language.tables import words

Found: TypeAlias = regex.Match[str]
WORD = "word"
FILTERS = ("frames", "forms", "lemmas", "contents")
KEYS = frozenset(["name", "value", "place", "pattern", "words", "verbs", "example", "counter", "sourced", *FILTERS])


class Place(StrEnum):
    """Where a rule's pattern is matched."""

    CUE = "cue"  # anywhere in the cue
    BEFORE = "before"  # ending where the cue begins
    CLAUSE = "clause"  # ending where source and cue begin
    SOURCE = "source"  # from the source's first token
    AFTER = "after"  # from the end of source and cue
    CONTENT = "content"  # from the content's first token


LEFTWARDS = frozenset([Place.BEFORE, Place.CLAUSE])
PLACES = list(Place)


@attrs.frozen(eq=False)
class Rule:
    """One line of a table of rules.

    Args:
        name: What it is called in `Claim.reasons`.
        value: What it gives.
        frames: The frames that it goes with; empty for all.
        forms: The forms of cue group; empty for all.
        lemmas: The cue's lemmas; empty for all.
        contents: The content patterns; empty for all.
        sourced: Whether there must be a source; None where it does not matter.
        place: Where the pattern is matched.
        regex: The pattern; None for a rule about the cue alone.
        words: What the pattern's group `word` must be; empty for anything.
        example: A sentence in which it applies, its cue marked.
        counter: A sentence in which it does not.
    """

    name: str
    value: str
    frames: frozenset[str]
    forms: frozenset[str]
    lemmas: frozenset[str]
    contents: frozenset[str]
    sourced: bool | None
    place: Place
    regex: Expression | None
    words: frozenset[str]
    example: str
    counter: str
    spot: int = attrs.field(init=False)
    fixed: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        # Worked out here once, not at each reading: the index of its place, and whether the cue alone decides.
        object.__setattr__(self, "spot", PLACES.index(self.place))
        object.__setattr__(self, "fixed", self.regex is None or self.place is Place.CUE)

    def admits(self, frame: str, form: str, lemma: str) -> bool:
        """Whether frame, form and lemma are among those of the rule; an empty lemma may be any."""
        if self.frames and frame not in self.frames:
            return False
        return (not self.forms or form in self.forms) and (not lemma or not self.lemmas or lemma in self.lemmas)

    def suits(self, content: str, *, bare: bool) -> bool:
        """Whether the content pattern, and whether there is no source, are as the rule asks."""
        if self.contents and content not in self.contents:
            return False
        return self.sourced is None or self.sourced is not bare

    def goes_with(self, reading: Reading, frame: str, content: str) -> bool:
        """Whether frame, form, lemma, content pattern and source are among those of the rule."""
        if not self.suits(content, bare=reading.source is None):
            return False
        if reading.cue is None:
            return not (self.frames or self.forms or self.lemmas)
        return self.admits(frame, reading.cue.form, reading.cue.entry.lemma)

    def may_match(self, beside: Sequence[str]) -> bool:
        """Whether the pattern may match where these letters stand beside its places."""
        return self.regex is None or self.regex.edge is None or beside[self.spot] in self.regex.edge

    def match(self, shape: Shape, reading: Reading) -> Found | None:
        """The match of the pattern in its place; None where it has none or the words are others."""
        cue = reading.cue
        if self.place is Place.CUE and self.regex is not None and cue is not None:
            edge = self.regex.edge
            if edge is not None and edge.isdisjoint(shape.letters[cue.first : cue.last]):
                return None
            every = self.regex.finditer(shape.letters, cue.first, cue.last)
            return next((found for found in every if self._has_word(shape, found)), None)
        found = self._found(shape.letters, reading)
        return found if found is not None and self._has_word(shape, found) else None

    def _found(self, letters: str, reading: Reading) -> Found | None:
        pattern, cue = self.regex, reading.cue
        if pattern is None or cue is None:
            return None
        if self.place is Place.BEFORE:
            return pattern.match(letters, 0, cue.first)
        if self.place is Place.CLAUSE:
            return pattern.match(letters, 0, clause_start(reading))
        if self.place is Place.CONTENT:
            return pattern.match(letters, reading.content[0][0])
        if self.place is Place.AFTER:
            return pattern.match(letters, tag_end(reading))
        return pattern.match(letters, reading.source[0], reading.source[1]) if reading.source else None

    def _has_word(self, shape: Shape, found: Found) -> bool:
        if not self.words:
            return True
        first, last = found.span(WORD)
        if first < 0:  # the pattern has another way, without a word
            return True
        text = shape.text[shape.starts[first] : shape.ends[last - 1]]
        return " ".join(text.lower().split()) in self.words


def letters_beside(shape: Shape, reading: Reading) -> tuple[str, ...]:
    """The letter with which a match begins at each place, in the order of `Place`."""
    letters = shape.letters
    verb = reading.cue.first if reading.cue else reading.content[0][0]
    source = reading.source[0] if reading.source else verb
    starts = (verb, verb - 1, clause_start(reading) - 1, source, tag_end(reading), reading.content[0][0])
    return tuple(letters[at] if 0 <= at < len(letters) else "" for at in starts)


def clause_start(reading: Reading) -> int:
    """The first token of source and cue; an inherited source is left out."""
    at = reading.cue.first if reading.cue else reading.content[0][0]
    return min(at, reading.source[0]) if reading.source and not reading.inherited else at


def tag_end(reading: Reading) -> int:
    """The token just past source and cue; an inherited source is left out."""
    at = reading.cue.last if reading.cue else reading.content[0][0]
    return max(at, reading.source[1]) if reading.source and not reading.inherited else at


def rules(entries: Iterable[Mapping[str, Any]], notation: Notation, language: Language, place: str) -> tuple[Rule, ...]:
    """The rules of a table, in the order in which they are tried.

    Raises:
        LanguageError: An entry is incomplete or cannot be read; the message names file and rule.
    """
    found: list[Rule] = []
    for number, entry in enumerate(entries, 1):
        here = f"{place} {entry.get('name', number)!r}"
        missing, unknown = {"name", "example", "counter"} - entry.keys(), entry.keys() - KEYS
        if missing or unknown:
            raise LanguageError(f"{here}: {f'no {min(missing)}' if missing else f'unknown key {min(unknown)!r}'}")
        if any(other.name == entry["name"] for other in found):
            raise LanguageError(f"{here}: twice")
        found.append(_rule(entry, notation, language, here))
    return tuple(found)


def _rule(entry: Mapping[str, Any], notation: Notation, language: Language, here: str) -> Rule:
    if ("pattern" in entry) is not ("place" in entry):
        raise LanguageError(f"{here}: pattern and place go together")
    if entry.get("place", Place.CUE) not in list(Place):
        raise LanguageError(f"{here}: place is one of {', '.join(Place)}")
    place, compiled = Place(entry.get("place", Place.CUE)), None
    if "pattern" in entry:
        compiled = notation.compile(entry["pattern"], here, leftwards=place in LEFTWARDS)
    listed = _listed(entry, language, here)
    if listed and (compiled is None or not compiled.has(WORD)):
        raise LanguageError(f"{here}: the pattern has no {WORD}:( … ) for its words")
    return Rule(
        name=entry["name"],
        value=entry.get("value", ""),
        **{key: frozenset(words(entry.get(key, []), f"{here}: {key}")) for key in FILTERS},
        sourced=entry.get("sourced"),
        place=place,
        regex=compiled,
        words=listed,
        example=entry["example"],
        counter=entry["counter"],
    )


def _listed(entry: Mapping[str, Any], language: Language, here: str) -> frozenset[str]:
    """The words of a rule, with every form of its verbs."""
    found = set(words(entry.get("words", []), f"{here}: words"))
    for lemma in words(entry.get("verbs", []), f"{here}: verbs"):
        forms = language.verbs.get(lemma, Verb(lemma)).forms()
        found.update(word for several in forms.values() for word in several)
    return frozenset(found)
