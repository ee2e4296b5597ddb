"""What a comparison finds."""

from enum import StrEnum

import attrs

from quoteattr.claim import Claim
from quoteattr.text.span import Span


class FindingKind(StrEnum):
    """What is wrong with a stretch of the summary."""

    ALTERED_QUOTATION = "altered quotation"
    QUOTATION_NOT_IN_SOURCE = "quotation not in the source"
    PARAPHRASE_IN_MARKS = "paraphrase in quotation marks"
    WRONG_SPEAKER = "wrong speaker"
    CHANGED_COMMITMENT = "changed commitment"
    CHANGED_DETAIL = "changed detail"
    NO_COUNTERPART = "no counterpart"


class Change(StrEnum):
    """What was changed: in an altered quotation, in what a claim commits to, or in a detail."""

    WORDS = "words"
    ORDER = "order"
    MERGED = "merged"
    BRACKETS = "brackets"
    NEGATION = "negation"
    DENIAL = "denial"
    DOUBT = "doubt"
    QUESTION = "question"
    CONDITION = "condition"
    HYPOTHESIS = "hypothesis"
    HEARSAY = "hearsay"
    HEDGE = "hedge"
    NUMBER = "number"
    ROUNDED = "rounded number"
    UNIT = "unit"
    DATE = "date"
    NAME = "name"


class Severity(StrEnum):
    """How much a finding matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@attrs.frozen
class Edit:
    """A run of words in the quotation and what stands in its place in the source.

    Args:
        summary: The words of the summary; empty where it left something out.
        source: The words of the source; empty where the summary put something in.
        same: Whether they are the same words; case, spelling and the style of marks do not count.
    """

    summary: str
    source: str
    same: bool


@attrs.frozen
class Finding:
    """One thing that is wrong, with its place on both sides.

    Args:
        kind: What is wrong.
        summary: The place in the summary.
        source: The place in the source; None where it has none.
        message: What is wrong, in one plain sentence.
        change: What was changed; None where the kind tells all.
        severity: How much it matters.
        edits: For an altered quotation or a paraphrase in marks, how to get from the source to the summary.
        claim: The summary's claim, where the place belongs to one.
        counterpart: The source's claim that it was compared with.
        article: The number of the article that `source` is a place of, counted from 0.
    """

    kind: FindingKind
    summary: Span
    source: Span | None = None
    message: str = ""
    change: Change | None = None
    severity: Severity = Severity.HIGH
    edits: tuple[Edit, ...] = ()
    claim: Claim | None = None
    counterpart: Claim | None = None
    article: int = 0

    @property
    def difference(self) -> str:
        """The edits as one line: ``[-left out-]`` and ``{+put in+}``, as in a word diff.

        Example:
            >>> finding = Finding(FindingKind.ALTERED_QUOTATION, Span(0, 3, "was"), edits=(
            ...     Edit("It", "It", same=True), Edit("was", "is", same=False)))
            >>> finding.difference
            'It [-is-] {+was+}'
        """
        return " ".join(_shown(edit) for edit in self.edits)

    def __str__(self) -> str:
        place = f"{self.kind}: {' '.join(self.summary.text.split())}"
        told = " ".join(self.difference.split()) or self.message.removesuffix(".")
        return f"{place} ({told})" if told else place


def _shown(edit: Edit) -> str:
    if edit.same:
        return edit.summary
    return " ".join(
        part for part in (edit.source and f"[-{edit.source}-]", edit.summary and f"{{+{edit.summary}+}}") if part
    )
