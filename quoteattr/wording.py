"""Wording: how explanations quote a text and name what decided."""

from collections.abc import Iterable

OPENING = frozenset('“„«"')
LONGEST = 80  # a longer stretch is shown without its middle


def shown(text: str) -> str:
    """A stretch of text between marks, on one line; of a long one both ends.

    Example:
        >>> shown("It is over.")
        '“It is over.”'
    """
    line = clipped(text)
    return line if line[:1] in OPENING else f"“{line}”"


def clipped(text: str, longest: int = LONGEST) -> str:
    """A stretch of text on one line; of a long one both ends.

    Args:
        text: Any text.
        longest: How many of its code points are given at most.

    Example:
        >>> clipped("the old swing bridge over the Lenn", 16)
        'the old … the Lenn'
    """
    line = " ".join(text.split())
    half = longest // 2
    return line if len(line) <= longest else f"{line[:half].rstrip()} … {line[-half:].lstrip()}"


def listed(items: Iterable[str]) -> str:
    """Items joined by commas and a last “and”.

    Example:
        >>> listed(["a", "b", "c"])
        'a, b and c'
    """
    *rest, last = items
    return f"{', '.join(rest)} and {last}" if rest else last


def decided(field: str, value: str, rule: str) -> str:
    """The sentence that tells which rule gave a field its value.

    Example:
        >>> decided("realis", "negated", "not said")
        'The realis is negated, by the rule “not said”.'
        >>> decided("realis", "actual", "")
        'The realis is actual, as no rule says otherwise.'
    """
    reason = f"by the rule “{rule}”" if rule else "as no rule says otherwise"
    return f"The {field} is {value}, {reason}."
