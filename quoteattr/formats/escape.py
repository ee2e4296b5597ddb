"""Escapes: what a terminal would obey, and what a page around JSON would read as its own."""

import json
import re
import unicodedata

# Marks that change the direction of the text after them, so that it reads as what it is not.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SIGNIFICANT = re.compile("[<>&\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def inert(value: str, *, keep: str = "") -> str:
    r"""Text that a terminal shows and does not obey: control characters and turning marks become U+FFFD.

    Args:
        value: Any text.
        keep: Control characters that may stay.

    Example:
        >>> inert("\x1b[31mred\n", keep="\n")
        '�[31mred\n'
    """
    return "".join("�" if _obeyed(char) and char not in keep else char for char in value)


def _obeyed(char: str) -> bool:
    return char in _TURNING or unicodedata.category(char) == "Cc"


def json_line(value: object, *, linked: bool = False) -> str:
    r"""A value as one line of JSON that a terminal can print.

    Args:
        value: What `json.dumps` takes.
        linked: Whether it may be put into a ``script`` element as it stands, as JSON-LD is.

    Example:
        >>> json_line({"text": "</script>\x9b"}, linked=True)
        '{"text": "\\u003c/script\\u003e\\u009b"}'
    """
    significant = _SIGNIFICANT if linked else _CONTROLS
    return significant.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False))
