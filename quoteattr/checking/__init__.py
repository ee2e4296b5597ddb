"""Somebody else's text against its source: are the quotations there, and did they say so?"""

from quoteattr.checking.comparison import verify
from quoteattr.checking.findings import Change, Edit, Finding, FindingKind, Severity
from quoteattr.checking.verification import Verification

__all__ = ["Change", "Edit", "Finding", "FindingKind", "Severity", "Verification", "verify"]
