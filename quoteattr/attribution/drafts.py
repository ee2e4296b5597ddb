"""Drafts: all that is claimed in a shape, from its cues to which claim stands in the content of which."""

from quoteattr.attribution.continuation import continued
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.extents import content_end, joined_verb
from quoteattr.attribution.nesting import nested, shortened
from quoteattr.attribution.readings import readings
from quoteattr.attribution.scope import Admits
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape


def drafts_of(shape: Shape, grammar: Grammar, admits: Admits, *, quoted: bool = False) -> list[Draft]:
    """The drafts of a shape in text order, parents before what stands in their content.

    Args:
        shape: The shape.
        grammar: The language's grammar.
        admits: Whether a draft is a claim in the scope that is wanted.
        quoted: Whether all of them stand in a quotation, and so in a claim's content.
    """
    found = continued(shape, readings(shape, grammar), grammar)
    if not found:
        return found
    shortened(shape, found)
    engine = engine_of(grammar)
    for draft in found:
        engine.judge.settle(draft)
        engine.addressees.settle(draft)
        engine.circumstances.settle(draft)
    _rejoined(shape, found, grammar, admits)
    return nested(found, admits, quoted=quoted)


def _rejoined(shape: Shape, found: list[Draft], grammar: Grammar, admits: Admits) -> None:
    """Let a clause that ends before "and said" go on where that verb makes no claim: "it was built and held"."""
    letters = shape.letters
    joined = [(draft, verb) for draft in found if (verb := joined_verb(letters, draft))]
    if not joined:
        return
    cues = [draft.cue for draft in found if draft.cue is not None and admits(draft, inside=False)]
    attributing = {token for cue in cues for token in range(cue.first, cue.last)}
    for draft, verb in joined:
        if verb not in attributing:
            *pieces, (first, _) = draft.content
            end = content_end(letters, grammar.choices, first, shape.sentence_end(verb), draft.pattern, verb)
            draft.content = (*pieces, (first, end))
