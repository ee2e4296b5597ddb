"""What is quoted: the class of a quotation by its words and by what it ends with."""

from quoteattr.text.quotation import Quotation

FULL_WORDS, TITLE_WORD, TITLE_WORDS, TITLE_CAPITALS = 4, 4, 8, 2
ENDINGS = {",": "C", ";": "C", "—": "C", "–": "C", "-": "C", ".": "P", "!": "X", "?": "X", "…": "X"}
STOPS = frozenset(".,!?…")
CLOSED = frozenset(["QFULLC", "QFULLP", "QFULLX"])


def class_of(text: str, quotation: Quotation) -> str:
    """The word class of a quotation: a full sentence or a fragment, and its end.

    Example:
        >>> [class_of(each, Quotation(0, len(each), 1, len(each) - 1)) for each in ("“It is late,”", "“a mess”")]
        ['QFULLC', 'QFRAGN']
    """
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    stop = inner.rstrip("’'”\"")[-1:]
    capital = next((c.isupper() or c.isdigit() for c in inner if c.isalnum()), False)
    full = capital and (inner.count(" ") + 1 >= FULL_WORDS or stop in STOPS) and not _is_title(inner)
    return f"Q{'FULL' if full else 'FRAG'}{ENDINGS.get(stop, 'N')}"


def _is_title(inner: str) -> bool:
    """Whether a quotation is capitalised like a title: two words or more, the longer ones all with a capital."""
    words = inner.split(maxsplit=TITLE_WORDS)
    if len(words) > TITLE_WORDS:
        return False
    capitals = sum([word[0].isupper() for word in words])
    return capitals >= TITLE_CAPITALS and all(w[0].isupper() for w in words if len(w) >= TITLE_WORD)
