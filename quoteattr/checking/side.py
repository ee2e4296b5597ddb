"""A side of the comparison: a text with its words, clauses, scopes, quotations and claims."""

from collections.abc import Sequence
from functools import cached_property

import regex

from quoteattr.checking.clauses import Clauses
from quoteattr.checking.content import Content
from quoteattr.checking.markup import unmarked
from quoteattr.checking.places import Places, overlap
from quoteattr.checking.quantities import Quantities
from quoteattr.checking.reaches import Reaches
from quoteattr.checking.vocabulary import Vocabulary, vocabulary_of
from quoteattr.checking.words import Words
from quoteattr.claim import Claim, Scope
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language
from quoteattr.pipeline import extract
from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.quotation import Quotation
from quoteattr.text.quotations import quotations
from quoteattr.text.span import Span

BRACKETS = regex.compile(r"\[([^\[\]]{0,80})\](?!\p{L})")
"""What a careful writer puts into a quotation; no capital at its beginning, as in “[N]obody”."""


class Side:
    """One text, read.

    Args:
        text: The text as the caller gave it.
        language: Its language.
        scope: How much is taken for a claim, as `extract` has it.

    Attributes:
        plain: The text with blanks for its markup, of the same length.
        claims: Its claims.
        words: Its words.
    """

    def __init__(self, text: str, language: Language, scope: Scope | str = Scope.ALL) -> None:
        self.text, self.language = text, language
        self.vocabulary: Vocabulary = vocabulary_of(language)
        self.plain = unmarked(text)
        self.claims: Sequence[Claim] = extract(text, language=language, scope=scope)
        self.words = Words(self.plain, self.vocabulary.spelling, shown=text)
        self._lexicon = grammar_of(language).lexicon

    @cached_property
    def clauses(self) -> Clauses:
        """Its sentences and clauses."""
        return Clauses(self.words, self.vocabulary, frozenset(self.language.lists["abbreviations"]))

    @cached_property
    def reaches(self) -> Reaches:
        """What its negations, doubts, conditions and hedges reach."""
        return Reaches(self.words, self.clauses, self.vocabulary)

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """What stands between quotation marks."""
        bounds = paragraphs(self.plain, 0, len(self.plain))
        return [one for paragraph in quotations(self.plain, bounds) for one in paragraph]

    @cached_property
    def content(self) -> Content:
        """Its words that carry meaning."""
        return Content(self.words, self.clauses, self.vocabulary, self._lexicon)

    @cached_property
    def quantities(self) -> Quantities:
        """Its numbers."""
        return Quantities(self.content, self._lexicon)

    @cached_property
    def _quoted(self) -> Places[Quotation]:
        return Places((one.start, one.end, one) for one in self.quotations)

    def quoted_at(self, start: int) -> list[Quotation]:
        """The quotations that an offset lies in."""
        return self._quoted.at(start, start + 1)

    @cached_property
    def saying(self) -> Places[tuple[Span, Claim]]:
        """The pieces of what is claimed, each with its claim, by their places."""
        return Places((piece.start, piece.end, (piece, claim)) for claim in self.claims for piece in claim.content)

    @cached_property
    def _sizes(self) -> dict[Claim, int]:
        return {claim: sum(map(len, claim.content)) for claim in self.claims}

    @cached_property
    def cues(self) -> Places[Claim]:
        """The claims by the places of their cues."""
        return Places((claim.cue.start, claim.cue.end, claim) for claim in self.claims if claim.cue)

    def claim_at(self, start: int, end: int) -> Claim | None:
        """The claim with the shortest content that covers most of a stretch."""
        covered: dict[Claim, int] = {}
        for piece, claim in self.saying.at(start, end):
            covered[claim] = covered.get(claim, 0) + overlap(start, end, piece.start, piece.end)
        covering = (claim for claim, size in covered.items() if size * 5 >= (end - start) * 4)
        return min(covering, key=self._sizes.__getitem__, default=None)

    @cached_property
    def verbatim(self) -> Sequence[int]:
        """The numbers of the words that the text gives verbatim, in text order."""
        stretches = [(one.inner_start, one.inner_end) for one in self.quotations]
        stretches += [(span.start, span.end) for claim in self.claims for span in claim.quoted]
        return sorted({at for start, end in stretches for at in range(*self.words.between(start, end))})

    @cached_property
    def bracketed(self) -> frozenset[int]:
        """The numbers of the words that the text puts into brackets."""
        spans = (self.words.between(*one.span()) for one in BRACKETS.finditer(self.plain))
        return frozenset(at for span in spans for at in range(*span))

    @cached_property
    def sources(self) -> Places[Claim]:
        """The claims by the places of their sources."""
        return Places((claim.source.start, claim.source.end, claim) for claim in self.claims if claim.source)
