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
    line = " ".join(text.split())
    half = LONGEST // 2
    if len(line) > LONGEST:
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return line if line[:1] in OPENING else f"“{line}”"


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
