"""Scope: what counts as said, by the frame of a cue and the kind of its content."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.rule import Rule, Told, deciding, letters_beside, rules
from quoteattr.claim import Attitude, Realis, Scope
from quoteattr.errors import LanguageError
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import ContentKind
from quoteattr.language.lemma import Part
from quoteattr.once import Kept

Admits: TypeAlias = Callable[..., bool]
BELIEF: Final = Attitude.BELIEF
HYPOTHETICAL: Final = Realis.HYPOTHETICAL
QUOTATION: Final = ContentKind.QUOTATION


class Line:
    """The line that a language draws between what is said and what is not.

    Args:
        grammar: The language's grammar.

    Raises:
        LanguageError: The table names a frame that does not exist, or leaves one out.
    """

    def __init__(self, grammar: Grammar) -> None:
        language = grammar.language
        table, notation, file = grammar.table("scope")
        frames = {lemma.frame for lemma in language.cues if lemma.part is not Part.SILENT}
        frames = frames.union(*[pattern.frames for pattern in grammar.contents])
        for key in ("speech", "nested"):
            unknown = table[key].keys() - frames
            if unknown:
                raise LanguageError(f"{file}: {key}: no frame {min(unknown)!r}")
        missing = frames - table["speech"].keys()
        if table["speech"] and missing:
            raise LanguageError(f"{file}: speech: no {min(missing)}")
        self._first_person = frozenset(map(str.lower, table["first_person"]))
        self._generic = frozenset(map(str.lower, table["generic"]))
        self._second_person = frozenset(map(str.lower, table["second_person"]))
        self._referring = frozenset(map(str.lower, table["referring"]))
        self.senses = rules(table["other_sense"], notation, language, f"{file}: other_sense")
        self._asked: Kept[Told, list[Rule]] = Kept(lambda told: [rule for rule in self.senses if rule.suits(*told)])
        self._speech: Mapping[str, Sequence[str]] = table["speech"]
        self._nested: Mapping[str, Sequence[str]] = table["nested"]

    def admits(self, scope: Scope) -> Admits:
        """What tells whether a draft is a claim in a scope, given whether it stands inside another one."""
        return self._is_said if scope is Scope.SPEECH else self._is_told

    def other_sense(self, draft: Draft) -> Rule | None:
        """The rule by which the words of a draft have a sense in which nothing is said."""
        cue = draft.cue
        if cue is None:
            return None
        asked = self._asked[draft.frame, cue.group.name, cue.entry.lemma, draft.pattern.kind, draft.source is None]
        return deciding(asked, draft, letters_beside(draft)) if asked else None

    def _is_said(self, draft: Draft, *, inside: bool) -> bool:
        """Whether a draft is a claim in "speech"."""
        kinds, cue = self._nested if inside else self._speech, draft.cue
        if kinds and cue is not None and draft.pattern.kind not in kinds.get(draft.frame, ()):
            return False
        belief = draft.commitment.attitude is BELIEF
        if belief and draft.source is None:
            return False  # "the fear that it may rain": nobody says so
        return self._is_told(draft, inside=inside or belief)  # a writer's own belief, also outside all quotations

    def _is_told(self, draft: Draft, *, inside: bool) -> bool:
        """Whether a draft is a claim apart: "I think it is over" is its own speaker's, "you agree" nobody's."""
        commitment, content = draft.commitment, draft.content[0]
        if self.other_sense(draft) is not None:
            return False
        if draft.pattern.kind == QUOTATION and draft.shape.written(*content).lower() in self._referring:
            return False
        hypothetical = commitment.realis is HYPOTHETICAL
        if draft.source is None:
            return not (inside and hypothetical)  # "nobody should be asked to go"
        source = draft.shape.written(*draft.source).lower()
        if not hypothetical and commitment.attitude is not BELIEF:
            return inside or source not in self._second_person
        return source not in self._generic and not (inside and source in self._first_person)
