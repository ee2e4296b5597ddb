"""Addressees: whom something was said to."""

from quoteattr.attribution.reading import Range, Reading
from quoteattr.attribution.rule import rules
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Shape
from quoteattr.language.tables import words
from quoteattr.once import once

FILE, GROUP = "addressees.toml", "addressee"


class Addressees:
    """Finds addressees in one language.

    Args:
        grammar: The grammar that the readings were found with.

    Raises:
        LanguageError: The table is broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.language
        place = f"{language.code}/{FILE}"
        table = language.tables["addressees"]
        notation = Notation(table.get("phrases", {}), place, grammar.notation)
        self.unclear = frozenset(words(table["unclear"], f"{place}: unclear"))
        self.rules = rules(table[GROUP], notation, language, f"{place}: {GROUP}")

    def of(self, shape: Shape, reading: Reading, frame: str) -> Range | None:
        """The tokens that tell whom a reading was said to; None where the text does not."""
        if reading.cue is None:
            return None
        if reading.addressee is not None:
            return None if reading.cue.entry.lemma in self.unclear else reading.addressee
        content = reading.rule.rpartition(" + ")[2]
        for rule in self.rules:
            if rule.goes_with(reading, frame, content):
                match = rule.match(shape, reading)
                if match is not None:
                    first, last = match.span(GROUP)
                    return first, last
        return None


@once
def addressees_of(grammar: Grammar) -> Addressees:
    """What finds addressees with a grammar, made at its first use.

    Raises:
        LanguageError: The table is broken.
    """
    return Addressees(grammar)
