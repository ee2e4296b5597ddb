"""Somebody else's text against its source: are the quotations there, and did they say so?"""

from quoteattr.checking.findings import Edit, Finding, FindingKind
from quoteattr.checking.comparison import verify

__all__ = ["Edit", "Finding", "FindingKind", "verify"]
