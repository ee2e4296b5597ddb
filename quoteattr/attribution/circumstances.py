"""Circumstances: where, when and through what something was said."""

from collections.abc import Sequence
from typing import Final

from quoteattr.attribution.addressees import ADDRESSEE
from quoteattr.attribution.circumstance_pattern import patterns
from quoteattr.attribution.draft import Draft
from quoteattr.claim import Circumstance, CircumstanceRole
from quoteattr.grammar.choice import by_letter
from quoteattr.grammar.expression import Match
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import COMMA, EDGES, LETTER, LETTERS

SKIPPED: Final = frozenset(LETTER[name] for name in ("COMMA", "ADV", "VING", "SAYING", "LINK", "AND", "BUT"))
DATING: Final = SKIPPED | {LETTER["VEN"], LETTER["VED"]}  # "in a statement | issued on Friday"
ASIDES: Final = frozenset(LETTER[name] for name in ("VING", "SAYING", "WHO", "WHICH", "WHOSE"))
PREPOSITIONS: Final = frozenset(LETTER[name] for name in ("IN", "PREP", "BY", "BEFORE"))
TIMES: Final = frozenset([LETTER["LAST"], LETTER["DAY"]])
ASIDE: Final = COMMA + LETTER["VING"]
REACH: Final = 40  # how far from the cue circumstances are sought where no content bounds them


class Circumstances:
    """Finds circumstances in one language.

    Args:
        grammar: The grammar that the drafts were found with.

    Attributes:
        patterns: What stands beside a claim.
        anaphora: The beginnings of anaphoric sentences.
        words: Of each word that those ask for the last part; one stands in every anaphoric sentence.

    Raises:
        LanguageError: The table is broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        table, notation, file = grammar.table("circumstances")
        self.patterns = patterns(table, "circumstance", notation, grammar.language, file)
        self._table = by_letter(self.patterns)
        self._beginning = frozenset(mark for mark in LETTERS if mark != COMMA and self._table[mark])
        self.anaphora = patterns(table, "anaphora", notation, grammar.language, file)
        self.words = frozenset(word.split(" ")[-1] for pattern in self.anaphora for word in pattern.words)

    def settle(self, draft: Draft) -> None:
        """Settles the circumstances of a draft: before it, between source and cue, and after both.

        Where nothing else has told whom it was said to, one of them may.
        """
        cue, shape = draft.cue, draft.shape
        if cue is None:
            return
        skip = draft.addressee = draft.addressee and self._without_circumstance(shape, draft.addressee)
        found: list[Circumstance] = []
        after, source = cue.last, draft.source
        if not draft.inherited:
            first = draft.first
            if shape.letters[first - 1] not in EDGES:
                found += self._before(shape, cue.first, first, skip)
            if source is not None:
                found += self._beside_source(shape, source, cue.first, skip)
                after = max(after, source[1])
        bound = _bound(draft.content, after)
        if bound != after:
            end = bound if bound >= 0 else min(shape.sentence_end(after), after + REACH)
            more, addressee, _ = self._run(shape, after, end, skip, bounded=bound >= 0)
            found += more
            draft.addressee = skip or addressee
        draft.circumstances = tuple(found)

    def _before(self, shape: Shape, at: int, first: int, skip: Range | None) -> list[Circumstance]:
        """The circumstances that fill the sentence of a cue up to where the draft begins."""
        found, _, reached = self._run(shape, shape.sentence_start(at), first, skip)
        return found if reached >= first else []

    def _beside_source(self, shape: Shape, source: Range, end: int, skip: Range | None) -> list[Circumstance]:
        """The circumstances in a source and between it and the cue behind it."""
        found: list[Circumstance] = []
        aside = shape.letters.find(ASIDE, *source)
        if aside >= 0:  # "Sato, speaking in Oslo on Monday, said"
            found += self._run(shape, aside + len(ASIDE), source[1], skip)[0]
        if source[1] < end:
            found += self._run(shape, source[1], end, skip)[0]
        return found

    def _without_circumstance(self, shape: Shape, addressee: Range) -> Range:
        """An addressee without the circumstance at its end."""
        first, last = addressee
        while last - first > 1 and shape.letters[last - 1] in TIMES and shape.letters[last - 2] not in PREPOSITIONS:
            last -= 1  # "told Reuters | last year", "told Reuters | Tuesday"
        for at in range(first + 1, last - 1):
            if shape.letters[at] in PREPOSITIONS:
                match, _ = self._first(shape, at, last)
                if match is not None and match.end() == last:
                    return first, at
        return first, last

    def after(self, shape: Shape, at: int, end: int) -> tuple[Circumstance, ...]:
        """The circumstances that stand one after another from a token on."""
        return tuple(self._run(shape, at, end)[0])

    def _run(
        self, shape: Shape, at: int, end: int, skip: Range | None = None, *, bounded: bool = False
    ) -> tuple[list[Circumstance], Range | None, int]:
        """Circumstances one after another, whom they name as addressee, and where the row ends."""
        found: list[Circumstance] = []
        addressee: Range | None = None
        letters = shape.letters
        while at < end:
            if skip is not None and at == skip[0]:
                at = skip[1]
                continue
            match, role = self._first(shape, at, end) if letters[at] in self._beginning else (None, None)
            if match is not None and role is not None:
                found.append(_circumstance(shape, at, match.end(), role))
                if ADDRESSEE in match.re.groupindex and match[ADDRESSEE]:
                    addressee = addressee or match.span(ADDRESSEE)
                at = match.end()
            elif letters[at] in (DATING if found else SKIPPED) or (bounded and letters[at - 1] not in ASIDES):
                at += 1
            else:
                break
        return found, addressee, at

    def _first(self, shape: Shape, at: int, end: int) -> tuple[Match | None, CircumstanceRole | None]:
        letters = shape.letters
        last = min(end + 1, len(letters))
        for pattern in self._table[letters[at]]:
            match = pattern.match(shape, at, last)  # one token more, for what must not follow
            if match is not None and match.end() > end:
                match = pattern.match(shape, at, end)
            if match is not None and at < match.end() <= end:
                return match, pattern.role
        return None, None


def _bound(content: Sequence[Range], after: int) -> int:
    """Where content begins after a token; -1 where none does."""
    for first, _ in content:
        if first >= after:
            return first
    return -1


def _circumstance(shape: Shape, first: int, last: int, role: CircumstanceRole) -> Circumstance:
    start, end = shape.starts[first], shape.ends[last - 1]
    return Circumstance(start, end, shape.text[start:end], role=role)
