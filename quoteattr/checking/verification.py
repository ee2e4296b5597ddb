"""The result of a comparison: its findings, and what was compared at all."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from quoteattr.checking.findings import Finding, Severity
from quoteattr.text.span import Span
from quoteattr.wording import listed, shown

_INDENT = "   "


@attrs.frozen
class Verification(Sequence[Finding]):
    """The findings of a comparison, in the summary's order, and what was compared at all.

    It is a sequence of its findings: its length is their number, and it is false where nothing was found.

    Args:
        findings: What is wrong.
        quotations: How many quotations of the summary were compared.
        claims: How many claims in indirect speech were.
        statements: How many sentences that attribute nothing were.
        not_compared: The claims and sentences that were not, as too little of them stands in the source.

    Example:
        >>> from quoteattr import verify
        >>> checked = verify("“It is safe,” Sato said.", "“It is safe,” Sato said.")
        >>> len(checked), checked.quotations, checked.not_compared
        (0, 1, ())
    """

    findings: tuple[Finding, ...] = ()
    quotations: int = 0
    claims: int = 0
    statements: int = 0
    not_compared: tuple[Span, ...] = ()

    def __len__(self) -> int:
        return len(self.findings)

    @overload
    def __getitem__(self, at: int) -> Finding: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Finding, ...]: ...

    def __getitem__(self, at: int | slice) -> Finding | tuple[Finding, ...]:
        return self.findings[at]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __str__(self) -> str:
        return "\n".join([*_numbered(self.findings), _counted(self)])


def _numbered(findings: Sequence[Finding]) -> Iterator[str]:
    """Each finding as a few lines."""
    for number, finding in enumerate(findings, 1):
        changed = f" ({finding.change})" if finding.change else ""
        yield f"{number}. {finding.kind}{changed}, severity {finding.severity}"
        yield f"{_INDENT}{finding.message}"
        yield f"{_INDENT}summary, {_place(finding.summary)}: {shown(finding.summary.text)}"
        if finding.source is not None:
            article = f"article {finding.article + 1}" if finding.article else "article"
            yield f"{_INDENT}{article}, {_place(finding.source)}: {shown(finding.source.text)}"
        if finding.edits:
            yield f"{_INDENT}{' '.join(finding.difference.split())}"
        yield ""


def _place(span: Span) -> str:
    return f"characters {span.start} to {span.end}"


def _counted(result: Verification) -> str:
    """What was found and compared, as a sentence or two."""
    counts = Counter(finding.severity for finding in result.findings)
    by_severity = listed(f"{counts[one]} {one}" for one in Severity if counts[one]) if counts else ""
    found = f"{_several(len(result), 'finding')} ({by_severity})" if counts else "Nothing found"
    compared = listed(
        (
            _several(result.quotations, "quotation"),
            _several(result.claims, "claim"),
            _several(result.statements, "other statement"),
        )
    )
    left = f" Not compared: {len(result.not_compared)}." if result.not_compared else ""
    return f"{found}. Compared: {compared}.{left}"


def _several(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
