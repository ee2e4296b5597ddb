"""Addressees: whom something was said to."""

from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.rule import Rule, Told, letters_beside, rules
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Range
from quoteattr.once import Kept

ADDRESSEE = "addressee"


class Addressees:
    """Finds addressees in one language.

    Args:
        grammar: The grammar that the drafts were found with.

    Raises:
        LanguageError: The table is broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        table, notation, file = grammar.table("addressees")
        self.unclear = frozenset(table["unclear"])
        self.things = frozenset(table["things"])
        self.rules = rules(table[ADDRESSEE], notation, grammar.language, f"{file}: {ADDRESSEE}")
        self._asked: Kept[Told, list[Rule]] = Kept(lambda told: [rule for rule in self.rules if rule.suits(*told)])

    def settle(self, draft: Draft) -> None:
        """Settles whom a draft was said to: whom its content's pattern tells of, or else the first rule."""
        cue, told = draft.cue, draft.addressee
        if cue is None:
            return
        if told is None:
            told = self._by_rule(draft, cue)
        elif cue.entry.lemma in self.unclear:
            told = None
        draft.addressee = None if told is None or draft.shape.word(told[0]).lower() in self.things else told

    def _by_rule(self, draft: Draft, cue: CueCandidate) -> Range | None:
        """The addressee that the first rule finds."""
        beside = letters_beside(draft)
        for rule in self._asked[draft.frame, cue.group.name, cue.entry.lemma, draft.pattern.kind, draft.source is None]:
            found = None if rule.edge.isdisjoint(beside[rule.spot]) else rule.match(draft)
            if found is not None:
                return rule.span(draft, found, ADDRESSEE)
        return None
