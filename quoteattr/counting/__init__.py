"""Counting: who is quoted in many articles, how often, and where."""

from quoteattr.counting.articles import Article
from quoteattr.counting.counts import Counts
from quoteattr.counting.results import Quoted, Repeated, Tally
from quoteattr.counting.tally import tally

__all__ = ["Article", "Counts", "Quoted", "Repeated", "Tally", "tally"]
