"""The comparison itself: every quotation, claim and statement of the summary against each article."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from quoteattr.checking.findings import Finding
from quoteattr.checking.pair import Texts, Verdict
from quoteattr.checking.quoted import UNATTRIBUTED, quoted
from quoteattr.checking.side import Side
from quoteattr.checking.told import stated, told
from quoteattr.checking.verification import Verification
from quoteattr.claim import Claim, Kind, Scope
from quoteattr.language.language import Language
from quoteattr.text.quotation import Quotation
from quoteattr.text.span import Span


def verify(
    summary: str,
    article: str | Sequence[str],
    *,
    language: Language | str = "en",
    scope: Scope | str = Scope.ALL,
) -> Verification:
    """What the quotations, claims and statements of a summary say that its source does not.

    The rules prefer silence: two speakers are called different only where both are named, and a claim is called changed
    only where its words are found again. An empty result therefore means that nothing was found, not that all is right.

    Args:
        summary: The text to check: a summary, a draft, a model's answer. It may have Markdown in it.
        article: The text that it should be faithful to, or several of which each part may be faithful to one.
        language: The language of all, or its code.
        scope: How much is taken for a claim, as `extract` has it: with "all" plans and hopes too, so that a promise
            that was a hope is found.

    Returns:
        The findings, in the summary's order, and what was compared.

    Raises:
        TypeError: A text is not a string.
        ValueError: There is no article, or no such scope.
        LanguageError: There is no such language.

    Example:
        >>> article = "“The bridge is not safe,” Mayor Ana Brandt said."
        >>> for finding in verify("“The bridge is safe,” said Ana Brandt.", article):
        ...     print(finding)
        altered quotation: “The bridge is safe,” (The bridge is [-not-] safe)
    """
    if isinstance(language, str):
        language = Language.load(language)
    articles = [article] if isinstance(article, str) else list(article)
    if not articles:
        raise ValueError("there is no article to compare with")
    mine = Side(summary, language, scope)
    return _Comparison(mine, [Texts(mine, Side(each, language, scope)) for each in articles]).result()


class _Comparison:
    """A summary beside each of its articles."""

    def __init__(self, mine: Side, several: Sequence[Texts]) -> None:
        self._mine, self._several = mine, several
        self._parents = {claim.parent for claim in mine.claims}
        self._claimed = dict.fromkeys(claim for claim in mine.claims if self._is_speaker(claim))
        self._findings: list[Finding] = []
        self._wrong: set[Claim] = set()
        self._not_compared: list[Span] = []

    def result(self) -> Verification:
        quotations = self._quotations()
        claims = self._claims()
        statements = 0
        for bounds in self._statements():
            verdict = self._best(lambda texts: stated(bounds, texts))  # noqa: B023
            statements += self._compared(self._mine.words.span(*bounds), verdict)
        findings = sorted(self._findings, key=lambda one: (one.summary.start, one.kind))
        return Verification(tuple(findings), quotations, claims, statements, tuple(sorted(self._not_compared)))

    def _is_speaker(self, claim: Claim) -> bool:
        """Whether the words before a colon name somebody whom an article names, and are no heading of a point."""
        if claim.cue is None or claim.cue.lemma[:1].isalpha() or claim.speaker is None:
            return True
        return any(texts.names(claim.speaker, as_speaker=claim in self._parents) for texts in self._several)

    def _claim_of(self, one: Quotation) -> Claim | None:
        """The claim that a quotation belongs to."""
        claim = self._mine.claim_at(one.start, one.end)
        while claim is not None and claim not in self._claimed:
            claim = claim.parent
        return claim

    def _quotations(self) -> int:
        """Takes the findings at what stands between marks; how many quotations were compared."""
        compared = 0
        for one in self._mine.quotations:
            claim = self._claim_of(one)
            verdict = self._best(lambda texts: quoted(one, claim, texts))  # noqa: B023  # called at once
            if verdict is not None:
                compared += 1
                self._take(verdict, claim)
        return compared

    def _claims(self) -> int:
        """Takes the findings at claims, but for those in which something was found already; how many were compared."""
        compared = 0
        for claim in self._claimed:
            if claim.kind is Kind.DIRECT or not self._wrong.isdisjoint(_line(claim)):
                continue
            verdict = self._best(lambda texts: told(claim, texts))  # noqa: B023
            compared += self._compared(claim.content[0], verdict, claim)
        return compared

    def _compared(self, span: Span, verdict: Verdict | None, claim: Claim | None = None) -> bool:
        """Takes the findings of a verdict; whether something was compared."""
        if verdict is None:
            return False
        if not verdict.compared:
            self._not_compared.append(Span(span.start, span.end, span.text))
            return False
        self._take(verdict, claim)
        return True

    def _take(self, verdict: Verdict, claim: Claim | None) -> None:
        self._findings += verdict.findings
        if verdict.findings and claim is not None:
            self._wrong.add(claim)

    def _best(self, judge: Callable[[Texts], Verdict | None]) -> Verdict | None:
        """The verdict against the article that has most of a stretch, one without findings first."""
        found = list[tuple[tuple[bool, bool, float], Verdict]]()
        for number, texts in enumerate(self._several):
            verdict = judge(texts)
            if verdict is not None:
                clean = verdict.compared and not verdict.findings
                numbered = tuple(attrs.evolve(finding, article=number) for finding in verdict.findings)
                ranked = (clean, verdict.compared, verdict.likeness)
                found.append((ranked, attrs.evolve(verdict, findings=numbered)))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _statements(self) -> Iterator[tuple[int, int]]:
        """The sentences of the summary in which nothing is attributed; what is quoted apart."""
        words, clauses = self._mine.words, self._mine.clauses
        taken, quoted_words = set[int](), set[int]()
        for claim in self._claimed:
            for piece in claim.content:
                taken |= {clauses.sentence[at] for at in range(*words.between(piece.start, piece.end))}
        for one in self._mine.quotations:
            first, last = words.between(one.start, one.end)
            if last - first >= UNATTRIBUTED:
                quoted_words.update(range(first, last))
        for number, (first, last) in enumerate(clauses.bounds):
            if number not in taken and quoted_words.isdisjoint(range(first, last)):
                yield first, last


def _line(claim: Claim | None) -> Iterator[Claim]:
    """A claim and those in whose content it stands."""
    while claim is not None:
        yield claim
        claim = claim.parent
