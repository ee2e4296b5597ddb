"""Insides: what a quotation holds is read as a text of its own, where it holds another quotation or a cue."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quoteattr.attribution.claims import drafts
from quoteattr.attribution.continuation import continued
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.judge import judge_of
from quoteattr.attribution.nesting import nested
from quoteattr.attribution.readings import readings
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.text.quotations import Quotation

FULL = frozenset(LETTER[name] for name in ("QFULLC", "QFULLP", "QFULLX", "QFULLN"))
DEEPEST = 6  # how many quotations within each other are read
OPENING = re.compile(r"[“‘«„'\"](?=\S)(?<![^\W_].)")


def with_insides(found: Sequence[Draft], grammar: Grammar, depth: int = 1) -> list[Draft]:
    """The drafts, each followed by those inside its quotations, which have it as their parent.

    Args:
        found: The drafts of one shape, parents before what stands in their content.
        grammar: The language's grammar.
        depth: In how many quotations the drafts stand, and one.
    """
    inside = _quotations(found, grammar)
    if not inside:
        return list(found)
    whole: list[Draft] = []
    places: list[int] = []
    for index, draft in enumerate(found):
        places.append(len(whole))
        whole.append(draft if draft.parent is None else draft.under(places[draft.parent]))
        for quotation in inside.get(index, ()):
            inner = _inside(draft, quotation, grammar, depth)
            base = len(whole)
            whole += [d.under(places[index] if d.parent is None else base + d.parent) for d in inner]
    return whole


def _quotations(found: Sequence[Draft], grammar: Grammar) -> dict[int, list[Quotation]]:
    """The quotations that may hold claims, by the innermost draft in whose content they stand."""
    if not found or not found[0].shape.quotations:
        return {}
    shape = found[0].shape
    places = sorted(shape.quotations)
    owners: dict[int, int] = {}
    for index, draft in enumerate(found):
        for first, last in draft.reading.content:
            for at in places[bisect_left(places, first) : bisect_left(places, last)]:
                owners[at] = index
    inside: dict[int, list[Quotation]] = {}
    for at, index in owners.items():
        if _may_attribute(shape, at, grammar):
            inside.setdefault(index, []).append(shape.quotations[at])
    return inside


def _may_attribute(shape: Shape, at: int, grammar: Grammar) -> bool:
    """Whether a quotation is a sentence with a word that may attribute, or holds another quotation."""
    quotation = shape.quotations[at]
    inner = shape.text[quotation.inner_start : quotation.inner_end]
    if shape.letters[at] in FULL and not grammar.lexicon.attributing.isdisjoint(inner.lower().split()):
        return True
    return OPENING.search(shape.text, quotation.inner_start, quotation.inner_end) is not None


def _inside(draft: Draft, quotation: Quotation, grammar: Grammar, depth: int) -> list[Draft]:
    shape = grammar.reader.read(draft.shape.text, quotation.inner_start, quotation.inner_end)
    found = readings(shape, grammar)
    if not found and not shape.quotations:
        return []
    inner = drafts(shape, continued(shape, found, grammar), grammar)
    inner = nested(inner, judge_of(grammar).is_own, quoted=True)
    return with_insides(inner, grammar, depth + 1) if depth < DEEPEST else inner
