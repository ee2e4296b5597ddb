"""A rule of commitment: what its words must be, which pattern must match where, and the value that it gives."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, Final, TypeAlias

from quoteattr.attribution.closing import closes_with
from quoteattr.attribution.draft import Draft
from quoteattr.errors import LanguageError
from quoteattr.grammar.expression import Expression, Match
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Range
from quoteattr.grammar.wordclass import LETTERS
from quoteattr.language.inflection import Verb, third
from quoteattr.language.language import Language

WORD: Final = "word"
Told: TypeAlias = tuple[str, str, str, str, bool]
"""All but the letters: frame and form of the cue, its lemma, the kind of content, and whether there is no source."""
FILTERS: Final = ("frames", "forms", "lemmas", "kinds")


class Place(StrEnum):
    """Where a rule's pattern is matched."""

    CUE = "cue"  # anywhere in the cue
    BEFORE = "before"  # ending where the cue begins
    CLAUSE = "clause"  # ending where source and cue begin
    SOURCE = "source"  # from the source's first token
    AFTER = "after"  # from the end of source and cue
    CONTENT = "content"  # from the content's first token


PLACES: Final = tuple(Place)
CUE: Final = Place.CUE
BEFORE: Final = Place.BEFORE
CLAUSE: Final = Place.CLAUSE
SOURCE: Final = Place.SOURCE
AFTER: Final = Place.AFTER
CONTENT: Final = Place.CONTENT
LEFTWARDS: Final = frozenset([BEFORE, CLAUSE])
ANY: Final = frozenset(LETTERS)


class Rule:
    """One line of a table of rules.

    Args:
        entry: The line: what its filters ask for is all that they ask for; a filter that is not there asks for nothing.
        place: Where the pattern is matched.
        regex: The pattern; None for a rule about the cue alone.
        listed: What the pattern's group `word` must be; empty for anything.

    Attributes:
        name: What it is called in `Claim.reasons`.
        value: What it gives.
        frames: The frames that it goes with; empty for all.
        forms: The forms of cue group; empty for all.
        lemmas: The cue's lemmas; empty for all.
        kinds: The kinds of content; empty for all.
        sourced: Whether there must be a source; None where it does not matter.
        closing: The mark that the content ends with; empty for any.
        example: A sentence in which it applies, its cue marked.
        counter: A sentence in which it does not.
        spot: The index of its place among the places.
        edge: The letters of which one must stand at its place.
    """

    __slots__ = (
        *("name", "value", "frames", "forms", "lemmas", "kinds", "sourced", "closing", "place", "regex"),
        *("words", "example", "counter", "spot", "edge"),
    )

    def __init__(
        self, entry: Mapping[str, Any], place: Place, regex: Expression | None, listed: frozenset[str]
    ) -> None:
        self.name, self.value, self.sourced = entry["name"], entry.get("value", ""), entry.get("sourced")
        self.frames, self.forms, self.lemmas, self.kinds = [frozenset(entry.get(key, ())) for key in FILTERS]
        self.closing: str = entry.get("closing", "")
        self.place, self.regex, self.words = place, regex, listed
        self.example, self.counter = entry["example"], entry["counter"]
        # a rule without a pattern asks for the letter of the content, which may be any
        self.spot = PLACES.index(CONTENT if regex is None else place)
        self.edge = ANY if regex is None or regex.edge is None else regex.edge

    def suits(self, frame: str, form: str, lemma: str, kind: str, bare: bool) -> bool:  # noqa: FBT001
        """Whether all but the letters are as the rule asks.

        Args:
            frame: The frame of the cue.
            form: The form of its group.
            lemma: Its lemma.
            kind: The kind of the content.
            bare: Whether there is no source.
        """
        return (
            (not self.frames or frame in self.frames)
            and (not self.forms or form in self.forms)
            and (not self.lemmas or lemma in self.lemmas)
            and (not self.kinds or kind in self.kinds)
            and self.sourced is not bare
        )

    def decides(self, draft: Draft) -> bool:
        """Whether it applies to a draft that it suits, and beside which a letter of its edge stands."""
        if self.closing and not closes_with(draft, self.closing):
            return False
        return self.regex is None or self.match(draft) is not None

    def match(self, draft: Draft) -> Match | None:
        """The match of the pattern in its place; None where it has none or the words are others."""
        pattern, cue, letters = self.regex, draft.cue, draft.shape.letters
        if pattern is None:
            return None
        place = self.place
        if place is CUE:
            if cue is None:
                return None
            every = pattern.finditer(letters, cue.first, cue.last)
            return next((found for found in every if self._has_word(draft, found)), None)
        if place in LEFTWARDS:
            found = pattern.match(draft.shape.leftwards(self._end(draft)))
        elif place is CONTENT:
            found = pattern.match(letters, draft.content[0][0])
        elif place is AFTER:
            found = pattern.match(letters, draft.tag_end)
        else:
            found = pattern.match(letters, *draft.source) if draft.source else None
        return found if found is not None and self._has_word(draft, found) else None

    def span(self, draft: Draft, found: Match, group: str) -> Range:
        """The tokens of a group of a match; none where the pattern has another way, without it."""
        first, last = found.span(group)
        if self.place not in LEFTWARDS:
            return first, last
        end = self._end(draft)
        return end - last, end - first

    def _end(self, draft: Draft) -> int:
        """Where a match of the pattern ends that is matched leftwards."""
        return draft.cue.first if self.place is BEFORE and draft.cue else draft.start

    def _has_word(self, draft: Draft, found: Match) -> bool:
        if not self.words:
            return True
        first, last = self.span(draft, found, WORD)
        # where the two are the same, the pattern has another way, without a word
        return first == last or draft.shape.lowered(first, last) in self.words


def letters_beside(draft: Draft) -> tuple[str, ...]:
    """The letters that a match may begin with at each place, in the order of `Place`; behind every draft stands END."""
    letters, cue, source, content = draft.shape.letters, draft.cue, draft.source, draft.content[0][0]
    at = cue.first if cue else content
    subject = source[0] if source else at
    return (
        letters[cue.first : cue.last] if cue else "",
        letters[at - 1],
        letters[draft.start - 1],
        letters[subject],
        letters[draft.tag_end],
        letters[content],
    )


def deciding(several: Iterable[Rule], draft: Draft, beside: tuple[str, ...]) -> Rule | None:
    """The first rule that applies to a draft with these letters beside it; None where the default stands."""
    for rule in several:
        letters = beside[rule.spot]  # one, but for those of a cue
        may_match = letters in rule.edge if len(letters) == 1 else not rule.edge.isdisjoint(letters)
        if may_match and rule.decides(draft):
            return rule
    return None


def rules(entries: Iterable[Mapping[str, Any]], notation: Notation, language: Language, file: str) -> tuple[Rule, ...]:
    """The rules of a table, in the order in which they are tried.

    Raises:
        LanguageError: An entry cannot be read; the message names file and rule.
    """
    return tuple([_rule(entry, notation, language, f"{file} {entry['name']!r}") for entry in entries])


def _rule(entry: Mapping[str, Any], notation: Notation, language: Language, here: str) -> Rule:
    if ("pattern" in entry) is not ("place" in entry):
        raise LanguageError(f"{here}: pattern and place go together")
    place, compiled = Place(entry.get("place", CUE)), None
    if "pattern" in entry:
        compiled = notation.compile(entry["pattern"], here, leftwards=place in LEFTWARDS)
    listed = set(entry.get("words", ()))
    for lemma in entry.get("verbs", ()):
        listed.update(*language.verbs.get(lemma, Verb(lemma)).words())
    for name in entry.get("lists", ()):
        if name not in language.lists:
            raise LanguageError(f"{here}: no list {name!r}")
        for noun, cells in language.lists[name].items():
            listed.update([noun.lower(), cells[-1].lower() or third(noun.lower())])
    listed.difference_update(entry.get("but", ()))
    if listed and (compiled is None or not compiled.has(WORD)):
        raise LanguageError(f"{here}: the pattern has no {WORD}:( … ) for its words")
    return Rule(entry, place, compiled, frozenset(listed))
