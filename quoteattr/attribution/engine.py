"""The engine: what reads the tables of one language about claims, made at its first use."""

from quoteattr.attribution.addressees import Addressees
from quoteattr.attribution.circumstances import Circumstances
from quoteattr.attribution.confidence import Confidence
from quoteattr.attribution.judge import Judge
from quoteattr.attribution.scope import Line
from quoteattr.grammar.grammar import Grammar
from quoteattr.once import once


class Engine:
    """What settles all of a draft but its speaker.

    Args:
        grammar: The language's grammar.

    Attributes:
        judge: The frame, and what a draft commits its source to.
        addressees: Whom it was said to.
        circumstances: Where, when and through what.
        line: Whether it is a claim in a scope.
        confidence: How often its rule was right.

    Raises:
        LanguageError: A table is broken.
    """

    __slots__ = ("addressees", "circumstances", "confidence", "judge", "line")

    def __init__(self, grammar: Grammar) -> None:
        self.judge, self.addressees = Judge(grammar), Addressees(grammar)
        self.circumstances, self.line = Circumstances(grammar), Line(grammar)
        self.confidence = Confidence(grammar.language.counts)


@once
def engine_of(grammar: Grammar) -> Engine:
    """The engine of a grammar, made at its first use.

    Raises:
        LanguageError: A table is broken.
    """
    return Engine(grammar)
