"""The judge: the frame that a cue is read in, and what a draft commits its source to, by the rules of commitment."""

from collections.abc import Sequence
from typing import Final

from quoteattr.attribution.commitment import Commitment
from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.rule import Rule, Told, deciding, letters_beside, rules
from quoteattr.claim import Attitude, Factivity, Polarity, Realis, Reasons
from quoteattr.errors import LanguageError
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import Pattern
from quoteattr.language.language import Language
from quoteattr.once import Kept

TABLES = ("attitude", "polarity", "realis")
# What a rule gives, and what stands where none does.
ATTITUDES: Final = {str(value): value for value in Attitude} | {"": Attitude.ASSERTION}
POLARITIES: Final = {str(value): value for value in Polarity} | {"": Polarity.POSITIVE}
REALITIES: Final = {str(value): value for value in Realis} | {"": Realis.ACTUAL}
NEUTRAL: Final = Factivity.NEUTRAL


class Judge:
    """Judges drafts in one language.

    Args:
        grammar: The grammar that the drafts were found with.

    Attributes:
        tables: The rules of attitude, polarity and realis, each in the order in which they are tried.

    Raises:
        LanguageError: The tables are broken.
    """

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.language
        table, notation, file = grammar.table("commitment")
        self.tables = tuple(rules(table[key], notation, language, f"{file}: {key}") for key in TABLES)
        self._precedence: Sequence[str] = table["precedence"]
        self._factivity = _factivity(language)
        self._asked = Kept(self._rules)

    def settle(self, draft: Draft) -> None:
        """Settles the frame of a draft's cue, and what the draft commits its source to."""
        cue = draft.cue
        beside = letters_beside(draft)
        if cue is None:
            asked = self._asked["", "", "", draft.pattern.kind, draft.source is None]
            rule = deciding(asked[0], draft, beside)
            if rule is not None:
                draft.commitment = Commitment(ATTITUDES[rule.value], reasons=Reasons(rule.name))
            return
        draft.frame = self._frame(cue, draft.pattern)
        asked = self._asked[draft.frame, cue.group.name, cue.entry.lemma, draft.pattern.kind, draft.source is None]
        decided = [deciding(several, draft, beside) for several in asked]
        attitude, polarity, realis = [each.value if each else "" for each in decided]
        draft.commitment = Commitment(
            ATTITUDES[attitude],
            POLARITIES[polarity],
            REALITIES[realis],
            self._factivity.get(cue.entry.lemma, NEUTRAL),
            Reasons(*[each.name if each else "" for each in decided]),
        )

    def _frame(self, cue: CueCandidate, pattern: Pattern) -> str:
        """The frame that licensed the content; of several the first by precedence."""
        licensed = pattern.frames & cue.entry.frames or cue.entry.frames
        if len(licensed) > 1:
            return next((name for name in self._precedence if name in licensed), min(licensed))
        return min(licensed)

    def _rules(self, told: Told) -> tuple[tuple[Rule, ...], ...]:
        """The rules of each table that may decide, told by all but the letters."""
        return tuple([tuple([rule for rule in several if rule.suits(*told)]) for several in self.tables])


def _factivity(language: Language) -> dict[str, Factivity]:
    found: dict[str, Factivity] = {}
    for key, lemmas in language.tables["factivity"].items():
        for lemma in lemmas:
            if lemma in found:
                raise LanguageError(f"{language.code}/factivity.toml: {lemma!r} in {found[lemma]} and in {key}")
            found[lemma] = Factivity(key)
    return found
