"""Tidied text: what a page leaves in its text is taken out, and every offset can be told in the caller's string.

Markdown, HTML entities, footnote marks, hyphens at line ends and missing blanks are no part of what is said.
"""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

import regex

Edit = tuple[int, int, str]  # a stretch, and what stands for it
Edits = Iterator[Edit]
IsWord = Callable[[str], bool]

CHARACTER = re.compile(
    r"(?P<entity>&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z][a-zA-Z0-9]{1,30});)|\\(?=[\"'“”‘’])|[\u00ad\u200d\u2060\ufe0f＂＇]"
)
MARKED = "&\\\u00ad\u200d\u2060\ufe0f＂＇"  # what one of those begins with
NARROW = {"＂": '"', "＇": "'"}
LINK = regex.compile(r"!?\[(?P<shown_words>[^\[\]\n]{1,400})\]\([^()\s]{1,400}(?: \"[^\"\n]{0,200}\")?\)")
EMPHASIS = regex.compile(
    r"(?<![^\W_])(?:(?P<mark>\*{1,3})(?=[^\s*])(?P<shown_words>[^\n*]{1,300}+)|(?P<mark>_{1,3})(?=[^\s_])(?P<shown_words>[^\n_]{1,300}+)"
    r"|(?P<mark>~~)(?=[^\s~])(?P<shown_words>[^\n~]{1,300}+))(?<=\S)(?P=mark)(?![^\W_])"
)
POINT = re.compile(
    r"[ \t]*(?:[•▪◦‣●▶►]|(?:[*+>]|#{1,6}|(?P<point_number>\d{1,2}[.)])|(?P<point_dash>-))(?=[ \t]))[ \t]*(?=\S)"
)
NOTE = re.compile(r"(?:\[\d{1,3}\])+")
RAISED = re.compile(r"(?:”|[.,!?][\"'’])(?P<raised_sign>\d{1,2}|[†‡*]{1,3})(?=\s)")
BREAK = re.compile(r"[\r\n]")
AT_LINE_END = re.compile(r"[-‐][ \t]*[\r\n]")
HYPHEN = regex.compile(
    r"(?<![^\W_])(?P<word_before>\p{L}{1,30})(?P<line_break>[-‐][ \t]*+(?:\r?\n|\r)[ \t]*+)(?P<word_after>\p{L}{2,30})"
)
GLUED = re.compile(r"[.!?,][”’]?(?=[“‘]?(?P<word_behind>[^\W\d_]{1,30}))")
SENTENCE = regex.compile(r"(?<![^\W_]|[/@\\]\S*|www\.\S*)(?P<last_word>\p{L}{2,30})[.!?]$|[.,!?]”$")
DOTTED = re.compile(r"\.[-–:](?=[ \t])")
CAPITALS = regex.compile(r"(?<!\S)(?:\p{Lu}[\p{Lu}’'.-]*+ ){1,7}\p{Lu}[\p{Lu}’'-]{2,}+(?:,? \p{Lu}{2,}+)?$")
GAP = re.compile(r"(?<=[.!?…”’\"])[ \u00a0]{8,}(?=\S)")
STOPS = frozenset('.!?:…”’"')
AROUND = 80  # characters before a missing blank that are looked at


class Tidied:
    """A text without what a page left in it.

    Args:
        text: The caller's text.
        is_word: Whether the language has a word; it tells a hyphen at a line's end from one inside a word.

    Attributes:
        text: The tidied text.
        changed: Whether it is another than the caller's.

    Example:
        >>> tidied = Tidied("**Sato** said it&#8217;s over.", frozenset().__contains__)
        >>> tidied.text
        'Sato said it’s over.'
        >>> tidied.place(0, 4), tidied.place(10, 14)
        ((2, 6), (14, 23))
    """

    def __init__(self, text: str, is_word: IsWord) -> None:
        self.text = text
        self._steps: list[_Step] = []
        for edits in (_characters, _links, _emphasis, _emphasis, _points, _notes, _raised, _gaps, _labels):
            self._take(edits(self.text))
        self._take(_hyphens(self.text, is_word))
        self._take(_glued(self.text, is_word))
        self.changed = bool(self._steps)

    def _take(self, edits: Edits) -> None:
        several = list(edits)
        if several:
            step = _Step(self.text, several)
            self._steps.append(step)
            self.text = step.text

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the tidied text stands in the caller's."""
        for step in reversed(self._steps):
            start, end = step.place(start, end)
        return start, end


class _Step:
    """A text after some edits, and the stretches of it that stand for those of the text before."""

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        self._starts, self._ends = list[int](), list[int]()  # in the new text
        self._before = list[tuple[int, int]]()  # in the old one
        parts, at, size = list[str](), 0, 0
        for start, end, new in (*edits, (len(text), len(text), "")):
            for begin, stop, part in ((at, start, text[at:start]), (start, end, new)):
                self._starts.append(size)
                size += len(part)
                self._ends.append(size)
                self._before.append((begin, stop))
                parts.append(part)
            at = end
        self.text = "".join(parts)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stands in the text before: without what was taken out beside it."""
        index = bisect_right(self._starts, start) - 1
        first, stop = self._before[index]
        before = min(stop, first + start - self._starts[index])
        index = bisect_left(self._ends, end)
        first, stop = self._before[index]
        return before, max(before, first, stop - (self._ends[index] - end))


def _characters(text: str) -> Edits:
    """Entities ("&ldquo;"), marks behind a backslash or of full width, and what does not show."""
    if any(mark in text for mark in MARKED):
        for match in CHARACTER.finditer(text):
            entity = match["entity"]
            new = html.unescape(entity).replace("\u00a0", " ") if entity else NARROW.get(match[0], "")
            if new != entity and new.isprintable():
                yield *match.span(), new


def _links(text: str) -> Edits:
    """Links and pictures: "[the pact](address)"."""
    if "](" in text:
        yield from _around(LINK, text)


def _emphasis(text: str) -> Edits:
    """Emphasis: "**the pact**"."""
    if any(mark in text for mark in "*_~"):
        yield from _around(EMPHASIS, text)


def _around(pattern: "regex.Pattern[str]", text: str) -> Edits:
    """What stands around the words that are shown."""
    for match in pattern.finditer(text):
        first, last = match.span("shown_words")
        yield match.start(), first, ""
        yield last, match.end(), ""


def _points(text: str) -> Edits:
    """What a heading, a quoted line or a point of a list begins with."""
    at = 0
    for match in BREAK.finditer(text):
        yield from _point(text, at, match.start())
        at = match.end()
    yield from _point(text, at, len(text))


def _point(text: str, start: int, end: int) -> Edits:
    point = POINT.match(text, start, end)
    if point is not None and _begins(text, point, end):
        yield *point.span(), ""


def _begins(text: str, point: "re.Match[str]", end: int) -> bool:
    """Whether a point's mark is one: no number inside a sentence, and no dash before whoever signs a quotation."""
    start = point.start()
    if point["point_number"]:
        while start and text[start - 1].isspace():
            start -= 1
        return not start or text[start - 1] in STOPS
    if point["point_dash"]:
        return not text[point.end()].islower() and text[point.end() : end].rstrip()[-1:] in STOPS
    return True


def _notes(text: str) -> Edits:
    """Numbers of footnotes in brackets: "the pact[1] failed"."""
    if "[" in text:
        for match in NOTE.finditer(text):
            if match.start() and not text[match.start() - 1].isspace():
                yield *match.span(), ""


def _raised(text: str) -> Edits:
    """Numbers and signs of footnotes behind a closing mark: "“the pact,”1 said Sato"."""
    for match in RAISED.finditer(text):
        yield *match.span("raised_sign"), ""


def _gaps(text: str) -> Edits:
    """Many blanks behind a sentence, which part it from the next paragraph."""
    if "        " in text:
        for match in GAP.finditer(text):
            between = match.start() + 2
            yield match.start(), between, "\n\n"
            yield between, match.end(), ""


def _labels(text: str) -> Edits:
    """Labels in capitals that another mark than a colon ends, and that stand inside a line: "MR. HALE.- No."."""
    for match in DOTTED.finditer(text):
        at = match.start()
        label = CAPITALS.search(text, max(0, at - AROUND), at)
        if label is not None:
            if text[: label.start()].rstrip(" \t")[-1:] not in ("", "\n"):
                yield label.start(), label.start(), "\n\n"
            yield *match.span(), ":"


def _hyphens(text: str, is_word: IsWord) -> Edits:
    """Line ends behind a hyphen, and the hyphen with it where it parts one word."""
    if AT_LINE_END.search(text):
        for match in HYPHEN.finditer(text):
            first, second = match["word_before"].lower(), match["word_after"].lower()
            inside = is_word(first) and is_word(second) and not is_word(first + second)
            yield *match.span("line_break"), "-" if inside or match["word_after"][0].isupper() else ""


def _glued(text: str, is_word: IsWord) -> Edits:
    """Missing blanks between sentences: "The pact failed.Sato left"."""
    for match in GLUED.finditer(text):
        after, at = match["word_behind"], match.end()
        if after[0].isupper() and after[1:].islower():
            before = SENTENCE.search(text, max(0, at - AROUND), at)
            if before is not None and (
                not before["last_word"] or before["last_word"].islower() or is_word(after.lower())
            ):
                yield at, at, " "
