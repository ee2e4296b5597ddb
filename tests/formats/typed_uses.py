"""Uses of formats, views and checks that the type checker reads; nothing here runs."""

from typing import Any, assert_type

from quoteattr import Claim, extract, from_dict, render, to_dict, verify
from quoteattr.checking import Change, Finding, FindingKind, Verification
from quoteattr.formats.records import Record, records
from quoteattr.text.span import Span


def formats(claim: Claim) -> None:
    """A claim goes to plain data and back."""
    assert_type(to_dict(claim), dict[str, Any])
    assert_type(from_dict(to_dict(claim)), Claim)
    assert_type(list(records([claim])), list[Record])


def views(text: str) -> None:
    """A page is a string, a view has one."""
    assert_type(render.html(text, extract(text)), str)
    assert_type(render.show(text, extract(text)), render.View)
    assert_type(render.marked(text, extract(text), colour=False), str)


def checks(summary: str, article: str) -> None:
    """Findings have places."""
    findings = verify(summary, article)
    assert_type(findings, Verification)
    for finding in findings:
        assert_type(finding.kind, FindingKind)
        assert_type(finding.summary, Span)
        assert_type(finding.source, Span | None)
        assert_type(finding.claim, Claim | None)
        assert_type(finding.change, Change | None)
    assert_type(findings[0], Finding)
    assert_type(verify(summary, [article]), Verification)
