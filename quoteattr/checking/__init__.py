"""Somebody else's text against its source: are the quotations there, and did they say so?"""

from quoteattr.checking.comparison import verify
from quoteattr.checking.findings import Edit, Finding, FindingKind

__all__ = ["Edit", "Finding", "FindingKind", "verify"]
