"""Addressees: whom something was said to."""

from quoteattr.attribution.reading import Range, Reading
from quoteattr.attribution.rule import Rule, letters_beside, rules, suiting
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.language.tables import words
from quoteattr.once import once

GROUP = "addressee"


class Addressees:
    """Finds addressees in one language.

    Args:
        grammar: The grammar that the readings were found with.

    Raises:
        LanguageError: The table is broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        table, notation, place = grammar.table("addressees")
        self.unclear = frozenset(words(table["unclear"], f"{place}: unclear"))
        self.things = frozenset(words(table["things"], f"{place}: things"))
        self.rules = rules(table[GROUP], notation, grammar.language, f"{place}: {GROUP}")
        self._licensed: dict[tuple[str, str], tuple[Rule, ...]] = {}

    def of(self, shape: Shape, reading: Reading, frame: str) -> Range | None:
        """The tokens that tell whom a reading was said to; None where the text does not."""
        cue = reading.cue
        if cue is None:
            return None
        if reading.addressee is not None:
            return None if cue.entry.lemma in self.unclear else self._whom(shape, reading.addressee)
        licensed = self._rules_of(frame, cue.form)
        if not licensed:
            return None
        beside = letters_beside(shape.letters, reading)
        found = [rule for rule in licensed if beside[rule.spot] in rule.edge]
        if not found:
            return None
        for rule in suiting(found, cue.entry.lemma, reading.kind, bare=reading.source is None):
            match = rule.match(shape, reading)
            if match is not None:
                return self._whom(shape, rule.span(reading, match, GROUP))
        return None

    def _whom(self, shape: Shape, span: Range) -> Range | None:
        """A span, if it is no thing that is asked for."""
        return None if shape.word(span[0]).lower() in self.things else span

    def _rules_of(self, frame: str, form: str) -> tuple[Rule, ...]:
        """The rules that ask for no other frame or form."""
        found = self._licensed.get((frame, form))
        if found is None:
            found = self._licensed[frame, form] = tuple(rule for rule in self.rules if rule.admits(frame, form))
        return found


@once
def addressees_of(grammar: Grammar) -> Addressees:
    """What finds addressees with a grammar, made at its first use.

    Raises:
        LanguageError: The table is broken.
    """
    return Addressees(grammar)
