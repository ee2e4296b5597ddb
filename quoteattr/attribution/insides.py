"""Insides: what a quotation holds is read as a text of its own, where it holds another quotation or a cue."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.drafts import drafts_of
from quoteattr.attribution.scope import Admits
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.text.quotation import Quotation

FULL = frozenset(LETTER[name] for name in ("QFULLC", "QFULLP", "QFULLX", "QFULLN"))
DEEPEST = 6  # how many quotations within each other are read
OPENING = re.compile(r"[“‘«„'\"](?=\S)(?<![^\W_].)")


def with_insides(found: Sequence[Draft], grammar: Grammar, admits: Admits, depth: int = 1) -> list[Draft]:
    """The drafts and those inside their quotations, which have them as parents, in text order.

    Args:
        found: The drafts of one shape in text order, parents before what stands in their content.
        grammar: The language's grammar.
        admits: Whether a draft is a claim in the scope that is wanted.
        depth: In how many quotations the drafts stand, and one.
    """
    inside = _quotations(found, grammar)
    if not inside:
        return list(found)
    whole: list[Draft] = []
    places: list[int] = []
    left = deque(inside)
    for draft in (*found, None):
        while left and (draft is None or left[0][0].start < draft.shape.starts[draft.first]):
            quotation, owner = left.popleft()
            inner, base = _inside(found[owner], quotation, grammar, admits, depth), len(whole)
            for each in inner:
                each.parent = places[owner] if each.parent is None else base + each.parent
            whole += inner
        if draft is not None:
            places.append(len(whole))
            whole.append(draft)
            draft.parent = None if draft.parent is None else places[draft.parent]
    return whole


def _quotations(found: Sequence[Draft], grammar: Grammar) -> list[tuple[Quotation, int]]:
    """The quotations that may hold claims, in text order, each with the innermost draft in whose content it stands."""
    if not found or not found[0].shape.quotations:
        return []
    shape = found[0].shape
    places = sorted(shape.quotations)
    owners: dict[int, int] = {}
    for index, draft in enumerate(found):
        for first, last in draft.content:
            for at in places[bisect_left(places, first) : bisect_left(places, last)]:
                owners[at] = index
    return [(shape.quotations[at], owners[at]) for at in sorted(owners) if _may_attribute(shape, at, grammar)]


def _may_attribute(shape: Shape, at: int, grammar: Grammar) -> bool:
    """Whether a quotation is a sentence with a word that may attribute, or holds another quotation."""
    quotation = shape.quotations[at]
    inner = shape.text[quotation.inner_start : quotation.inner_end]
    if shape.letters[at] in FULL and not grammar.lexicon.attributing.isdisjoint(inner.lower().split()):
        return True
    return OPENING.search(shape.text, quotation.inner_start, quotation.inner_end) is not None


def _inside(draft: Draft, quotation: Quotation, grammar: Grammar, admits: Admits, depth: int) -> list[Draft]:
    shape = grammar.reader.read(draft.shape.text, quotation.inner_start, quotation.inner_end)
    inner = drafts_of(shape, grammar, admits, quoted=True)
    return with_insides(inner, grammar, admits, depth + 1) if depth < DEEPEST else inner
