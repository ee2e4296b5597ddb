"""The language floor: words and patterns, as data."""
