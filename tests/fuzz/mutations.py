"""What happens to articles on their way: marks lost, cases swapped, encodings broken, blanks doubled, mark-up left.

A mutation takes a text and an offset at which it strikes; some change all of the text.
"""

from collections.abc import Callable

import regex

Mutation = Callable[[str, int], str]

_MARK = regex.compile(r"[“”‘’\"'«»„`]|[.,:;—–-]")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def _drop_mark(text: str, at: int) -> str:
    found = _MARK.search(text, at) or _MARK.search(text)
    return text if found is None else text[: found.start()] + text[found.end() :]


def _double_mark(text: str, at: int) -> str:
    found = _MARK.search(text, at) or _MARK.search(text)
    return text if found is None else text[: found.end()] + found.group() + text[found.end() :]


def _swap_case(text: str, at: int) -> str:
    return text[:at] + text[at : at + 40].swapcase() + text[at + 40 :]


def _drop(text: str, at: int) -> str:
    return text[:at] + text[at + 1 :]


def _drop_line(text: str, at: int) -> str:
    lines = text.split("\n")
    del lines[text.count("\n", 0, at)]
    return "\n".join(lines)


def _repeat(text: str, at: int) -> str:
    return text[:at] + text[at : at + 60] * 2 + text[at + 60 :]


def _reverse(text: str, at: int) -> str:
    return text[:at] + text[at : at + 20][::-1] + text[at + 20 :]


def _insert(piece: str) -> Mutation:
    return lambda text, at: text[:at] + piece + text[at:]


def _mojibake(text: str, _at: int) -> str:
    """UTF-8 that was read as Windows-1252."""
    return text.encode("utf-8", "surrogatepass").decode("cp1252", "replace")


def _cut_bytes(text: str, at: int) -> str:
    """UTF-8 of which a byte was lost."""
    data = text.encode("utf-8", "surrogatepass")
    return (data[:at] + data[at + 1 :]).decode("utf-8", "replace")


MUTATIONS: tuple[Mutation, ...] = (
    _drop_mark,
    _double_mark,
    _swap_case,
    _drop,
    _drop_line,
    _repeat,
    _reverse,
    _mojibake,
    _cut_bytes,
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text.title(),
    lambda text, _: text.translate(_STRAIGHT),
    lambda text, _: text.replace("\n", "\r\n"),
    lambda text, _: text.replace("\n", "\r"),
    lambda text, _: text.replace("\n", " "),
    lambda text, _: text.replace("\n\n", "\n"),
    lambda text, _: text.replace(" ", "  "),
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, _: text.replace(" ", "\n"),
    lambda text, _: text.replace(" ", ""),
    lambda text, _: text.replace(".", ""),
    lambda text, _: text.replace("\n\n", "</p>\n<p>"),
    lambda text, _: text.replace("“", "&ldquo;").replace("”", "&rdquo;").replace("’", "&#8217;"),
    *(_insert(piece) for piece in ("\u200b", "\0", "\ufeff", "\u00ad", "\n\n", "<br/>", "“", "”", '"', "'", "’", ", ")),
)
