"""A rule of commitment: what its words must be, which pattern must match where, and the value that it gives."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

import attrs
import regex

from quoteattr.attribution.reading import Range, Reading
from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTERS
from quoteattr.language.inflection import Verb
from quoteattr.language.language import Language
from quoteattr.language.tables import words

Found: TypeAlias = regex.Match[str]
WORD = "word"
FILTERS = ("frames", "forms", "lemmas", "kinds")
KEYS = frozenset(["name", "value", "place", "pattern", "words", "verbs", "example", "counter", "sourced", *FILTERS])


class Place(StrEnum):
    """Where a rule's pattern is matched."""

    CUE = "cue"  # anywhere in the cue
    BEFORE = "before"  # ending where the cue begins
    CLAUSE = "clause"  # ending where source and cue begin
    SOURCE = "source"  # from the source's first token
    AFTER = "after"  # from the end of source and cue
    CONTENT = "content"  # from the content's first token


CUE, BEFORE, CLAUSE, SOURCE, AFTER, CONTENT = PLACES = tuple(Place)
LEFTWARDS = frozenset([BEFORE, CLAUSE])
ANY = frozenset(LETTERS)


@attrs.frozen(eq=False)
class Rule:
    """One line of a table of rules.

    Args:
        name: What it is called in `Claim.reasons`.
        value: What it gives.
        frames: The frames that it goes with; empty for all.
        forms: The forms of cue group; empty for all.
        lemmas: The cue's lemmas; empty for all.
        kinds: The kinds of content; empty for all.
        sourced: Whether there must be a source; None where it does not matter.
        place: Where the pattern is matched.
        regex: The pattern; None for a rule about the cue alone.
        words: What the pattern's group `word` must be; empty for anything.
        example: A sentence in which it applies, its cue marked.
        counter: A sentence in which it does not.
        spot: The index of its place among the places.
        edge: The letters of which one must stand at its place.
    """

    name: str
    value: str
    frames: frozenset[str]
    forms: frozenset[str]
    lemmas: frozenset[str]
    kinds: frozenset[str]
    sourced: bool | None
    place: Place
    regex: Expression | None
    words: frozenset[str]
    example: str
    counter: str
    spot: int = attrs.field(init=False)
    edge: frozenset[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        # Worked out here once, not at each reading: the index of its place, and the letters that may stand beside it.
        edge = ANY if self.regex is None or self.regex.edge is None else self.regex.edge
        object.__setattr__(self, "spot", PLACES.index(self.place))
        object.__setattr__(self, "edge", edge)

    def admits(self, frame: str, form: str) -> bool:
        """Whether the cue's frame and form are among those of the rule."""
        return (not self.frames or frame in self.frames) and (not self.forms or form in self.forms)

    def match(self, shape: Shape, reading: Reading) -> Found | None:
        """The match of the pattern in its place; None where it has none or the words are others."""
        pattern, cue, place, letters = self.regex, reading.cue, self.place, shape.letters
        if pattern is None or cue is None:
            return None
        if place is CUE:
            found = pattern.search(letters, cue.first, cue.last)
            if found is None or not self.words:
                return found
            every = pattern.finditer(letters, cue.first, cue.last)
            return next((found for found in every if self._has_word(shape, reading, found)), None)
        if place in LEFTWARDS:
            found = pattern.match(shape.leftwards(self._end(reading)))
        elif place is CONTENT:
            found = pattern.match(letters, reading.content[0][0])
        elif place is AFTER:
            found = pattern.match(letters, tag_end(reading))
        else:
            found = pattern.match(letters, *reading.source) if reading.source else None
        return found if found is not None and self._has_word(shape, reading, found) else None

    def span(self, reading: Reading, found: Found, group: str) -> Range:
        """The tokens of a group of a match; none where the pattern has another way, without it."""
        first, last = found.span(group)
        if self.place not in LEFTWARDS:
            return first, last
        end = self._end(reading)
        return end - last, end - first

    def _end(self, reading: Reading) -> int:
        """Where a match of the pattern ends that is matched leftwards."""
        return reading.cue.first if self.place is BEFORE and reading.cue else clause_start(reading)

    def _has_word(self, shape: Shape, reading: Reading, found: Found) -> bool:
        if not self.words:
            return True
        first, last = self.span(reading, found, WORD)
        if first == last:  # the pattern has another way, without a word
            return True
        text = shape.text[shape.starts[first] : shape.ends[last - 1]]
        return " ".join(text.lower().split()) in self.words


def suiting(several: Iterable[Rule], lemma: str, kind: str, *, bare: bool) -> tuple[Rule, ...]:
    """Of some rules those that ask for no other lemma and kind of content, and for a source only where there is one."""
    return tuple(
        [
            rule
            for rule in several
            if (not rule.lemmas or lemma in rule.lemmas)
            and (not rule.kinds or kind in rule.kinds)
            and rule.sourced is not bare
        ]
    )


def letters_beside(letters: str, reading: Reading) -> tuple[str, ...]:
    """The letter with which a match begins at each place, in the order of `Place`; END stands behind every reading."""
    cue, source, content = reading.cue, reading.source, reading.content[0][0]
    start, last = (cue.first, cue.last) if cue else (content, content)
    begin, end = source or (start, start)
    subject = letters[begin]
    if reading.inherited:
        begin, end = start, last
    before, clause = letters[start - 1], letters[min(start, begin) - 1]
    return letters[start], before, clause, subject, letters[max(last, end)], letters[content]


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
    if entry.get("place", CUE) not in list(Place):
        raise LanguageError(f"{here}: place is one of {', '.join(Place)}")
    place, compiled = Place(entry.get("place", CUE)), None
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
