"""Edits of a text: what a page left in it, and what stands for that."""

import html
import re
from collections.abc import Callable, Iterator, Sequence

import regex

Edit = tuple[int, int, str]  # a stretch, and what stands for it
Edits = Iterator[Edit]
IsWord = Callable[[str], bool]

# Most texts have little to edit. `re` seeks one mark ten times as fast as one of several, and those faster than all
# else: a pattern begins with a mark, and asks at once for what rarely stands behind it.
HIDDEN = "\u00ad\u200d\u2060\ufe0f"
LATIN = {mark.encode("1252").decode("8859"): mark for mark in "‘’“”–—"}  # cp1252, read as Latin-1
NARROW = {  # also marks whose bytes were read as Latin-1 or cp1252
    mark.encode().decode(code, "ignore"): mark for mark in "‘’“”–—…" for code in ("8859", "1252")
} | {"＂": '"', "＇": "'", "´´": '"', **LATIN}
CHARACTER = re.compile(
    r"&(?P<entity>#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z][a-zA-Z0-9]{1,30});|\\(?=[\"'“”‘’])|"
    + "|".join([*HIDDEN, *sorted(NARROW, reverse=True)])
)
TAG = re.compile(
    r"<(?P<braced>[a-z]+)(?:\s[^<>]*)?>[^<>{}]*\{[^<>]*</(?P=braced)>|<!--[^<>]*-->|<![a-zA-Z][^<>]*>"
    r"|</?(?P<tag>(?P<block>p|div|br|li|ul|ol|t[dhr]|h[1-6])?(?(block)|[a-z][a-z0-9]*))(?:\s[^<>]*)?/?>|\s*[\r\n]\s*"
)
LINE_BREAK = "br"
CLOSED_TAG = re.compile(r"</([a-z][a-z0-9]*)>")
BLOCK, PAGE = re.compile(r"</(?:p|div|li|t[dhr]|h[1-6])>"), 3  # so many ends of blocks are those of a page
MARKED = "".join(["&â\\＂＇´", HIDDEN, *LATIN])  # what one of those begins with
LINK = regex.compile(
    r"(?P<bang>!)?\[(?P<shown_words>(?:[^\[\]\n]|\n(?!\n)){1,400}+)\]\([^()\s]{1,400}(?: \"[^\"\n]{0,200}\")?\)"
)
EMPHASIS = regex.compile(
    r"(?<![^\W_])(?:(?P<mark>\*{1,3})(?=[^\s*])(?P<shown_words>(?:[^\n*]|\n(?!\n)){1,300}+)|(?P<mark>_{1,3})(?=[^\s_])(?P<shown_words>(?:[^\n_]|\n(?!\n)){1,300}+)"
    r"|(?P<mark>~~)(?=[^\s~])(?P<shown_words>(?:[^\n~]|\n(?!\n)){1,300}+))(?<=\S)(?P=mark)(?![^\W_])"
)
LINE_ENDS = (r"\n", r"[\r\n]")  # of a text without carriage returns, and of one that has them
POINT = (
    r"(?P<point>[ \t]*(?:[•▪◦‣●▶►]|(?:[*+>]|#{1,6}|(?P<point_number>\d{1,2}[.)])|(?P<point_dash>-))(?=[ \t]))[ \t]*)"
    r"(?=(?P<point_words>\S[^\r\n]*))"
)
FIRST_POINT, POINTS = re.compile(POINT), [re.compile(end + POINT) for end in LINE_ENDS]
DOUBLE = '""'
DOUBLED = re.compile(r'(?<!\S)""(?=\w)')  # one that opens: no empty quotation, and no two that close
TURNING = "‘`´"
TURNED = re.compile(rf"[{TURNING}](?<=[^\W\d_].)(?=[a-z]{{1,2}}(?![^\W_]))")
LISTED = re.compile(
    r"(?<=(?P<listed_after>\S)) <[A-Z]{1,5}(?:\.[A-Z]{1,3})?>|<(?P<listed_name>[A-Z][\w.,&'’() -]{2,60})>"
)
NOTE = re.compile(r"\[\d{1,3}\](?:\[\d{1,3}\])*")
POSTED = ("//t.co/", " pic.")
POST = re.compile(r"(?<=\S)[ \t]+(?:https?://t\.co|pic\.[a-z]+\.com)/\w+")
RAISED = re.compile(
    r"[”\"'’](?:(?<=”)|(?<=[.,!?].)|(?=[¹²³⁰⁴-⁹]))(?P<raised_sign>\d{1,2}|[¹²³⁰⁴-⁹]{1,3}|[†‡*]{1,3})(?=\s)"
)
BROKEN = [re.compile(end + r"[ \t]*(?=[,;.:!?)\]”](?:[\s”\"]|\Z)|[’'][a-z]{1,2}(?![^\W_]))") for end in LINE_ENDS]
AT_LINE_END = re.compile(r"-[ \t]*[\r\n]")
HYPHEN = regex.compile(
    r"(?<![^\W_])(?P<word_before>\p{L}{1,30})(?P<line_break>[-‐][ \t]*+(?:\r?\n|\r)[ \t]*+)(?P<word_after>\p{L}{2,30})"
)
GLUED = re.compile(r"[.!?,](?! )[”’]?(?=[“‘]?(?P<word_behind>[^\W\d_]{1,30}))")
SENTENCE = regex.compile(r"(?<![^\W_]|[/@\\]\S*|www\.\S*)(?P<last_word>\p{L}{2,30})[.!?]$|[.,!?]”$|”[.!?]$")
UNSPACED = [re.compile(mark) for mark in (r"”(?=[A-Z][a-z])(?<=[^\W_].)", r"\"(?=[A-Z][a-z])(?<=[^\W_].|[.!?,].)")]
BOUND = re.compile(r"[\r\n\"“”]")
DOTTED = re.compile(r"\.[-–:](?=[ \t])")
CAPITALS = regex.compile(r"(?<!\S)(?:\p{Lu}[\p{Lu}’'.-]*+ ){1,7}\p{Lu}[\p{Lu}’'-]{2,}+(?:,? \p{Lu}{2,}+)?$")
SHORTENED = regex.compile(r"\p{Lu}{2,}+\. ")
GAP = re.compile(r"(?<=[.!?…”’\"])[ \u00a0]{8,}(?=\S)")
ANY_GAP, OFTEN = re.compile(r"(?<=\S)[ \u00a0]{5,}(?=\S)"), 3
STOPS = frozenset('.!?:…”’"')
CLOSING = frozenset(")]”")
AROUND = 80  # characters before a missing blank that are looked at


def tags(text: str) -> Edits:
    """The tags of a page; its blocks are its paragraphs then, not its lines: "<div>The <b>pact</b> failed</div>".

    In any other text, tags that are closed somewhere.
    """
    if "<" not in text or ("</" not in text and "<br" not in text):
        return
    page, closed = len(BLOCK.findall(text)) >= PAGE, set(CLOSED_TAG.findall(text))
    for match in TAG.finditer(text):
        if page or match["tag"] in closed:
            blank = " " if match[0].isspace() else ""
            yield *match.span(), "\n\n" if match["block"] else blank
        elif match["tag"] == LINE_BREAK:
            yield *match.span(), "\n"


def characters(text: str) -> Edits:
    """Entities ("&ldquo;"), marks behind a backslash, of full width or of another encoding, and what does not show."""
    if any(mark in text for mark in MARKED):
        for match in CHARACTER.finditer(text):
            new = html.unescape(match[0]).replace("\u00a0", " ") if match["entity"] else NARROW.get(match[0], "")
            if new != match[0] and new.isprintable():
                yield *match.span(), new


def doubled(text: str) -> Edits:
    """Straight marks that are all doubled, as a table writes those in its cells: ""It is over,"" he said."""
    if DOUBLE in text and DOUBLED.search(text):
        for match in re.finditer(DOUBLE, text):
            yield *match.span(), DOUBLE[0]


def apostrophes(text: str) -> Edits:
    """Apostrophes that are turned the wrong way: "the mayor‘s"."""
    if any(mark in text for mark in TURNING):
        for match in TURNED.finditer(text):
            yield *match.span(), "’"


def links(text: str) -> Edits:
    """Links, "[the pact](address)", and pictures with what is told of them."""
    if "](" in text:
        yield from _around(LINK, text)


def emphasis(text: str) -> Edits:
    """Emphasis: "**the pact**"."""
    if any(mark in text for mark in "*_~"):
        yield from _around(EMPHASIS, text)


def _around(pattern: "regex.Pattern[str]", text: str) -> Edits:
    """What stands around the words that are shown; all of a picture."""
    for match in pattern.finditer(text):
        first, last = match.span("shown_words")
        last = first if match.groupdict().get("bang") else last
        yield match.start(), first, ""
        yield last, match.end(), ""


def points(text: str) -> Edits:
    """What a heading, a quoted line or a point of a list begins with."""
    first = FIRST_POINT.match(text)
    for point in (*([first] if first else []), *POINTS["\r" in text].finditer(text)):
        if _begins(text, point):
            yield *point.span("point"), ""


def _begins(text: str, point: "re.Match[str]") -> bool:
    """Whether a point's mark is one: no number inside a sentence, and no dash before whoever signs a quotation."""
    start, words = point.start("point"), point["point_words"]
    if point["point_number"]:
        while start and text[start - 1].isspace():
            start -= 1
        return not start or text[start - 1] in STOPS
    if point["point_dash"]:
        return not words[0].islower() and words.rstrip()[-1:] in STOPS
    return True


def listed(text: str) -> Edits:
    """What a wire puts to the name of a firm, a ticker or marks, is a part of it: "Krell Co <KRL.L>", "<Krell Inc>"."""
    for match in LISTED.finditer(text) if "<" in text else ():
        start, end = match.span("listed_name")
        if start < 0:
            yield match.start() - 1, match.end(), match["listed_after"]
        else:
            yield start - 1, start + 1, text[start]
            yield end - 1, end + 1, text[end - 1]


def notes(text: str) -> Edits:
    """Numbers of footnotes in brackets: "the pact[1] failed"."""
    if "[" in text:
        for match in NOTE.finditer(text):
            if match.start() and not text[match.start() - 1].isspace():
                yield *match.span(), ""


def posts(text: str) -> Edits:
    """Short addresses that a post ends with, of itself and of its pictures: "It rained. https://t.co/pact"."""
    if any(mark in text for mark in POSTED):
        for match in POST.finditer(text):
            yield *match.span(), ""


def raised(text: str) -> Edits:
    """Numbers and signs of footnotes behind a closing mark: "“the pact,”1 said Sato"."""
    for match in RAISED.finditer(text):
        yield *match.span("raised_sign"), ""


def gaps(text: str) -> Edits:
    """Many blanks behind a sentence, which part it from the next paragraph; where they do so often, any few blanks."""
    if "        " in text:
        found = list(GAP.finditer(text))
        for match in ANY_GAP.finditer(text) if len(found) >= OFTEN else found:
            between = match.start() + 2
            yield match.start(), between, "\n\n"
            yield between, match.end(), ""


def strays(text: str, words: Sequence[str]) -> Edits:
    """Words that a page puts between two sentences: "It rained. ADVERTISEMENT The pact failed."."""
    if any(word in text for word in words):
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words, reverse=True)))})(?![a-z])", text):
            yield *match.span(), "\n\n"


def labels(text: str) -> Edits:
    """Labels in capitals that another mark than a colon ends, and that stand inside a line: "MR. HALE.- No."."""
    for match in DOTTED.finditer(text):
        at = match.start()
        label = CAPITALS.search(text, max(0, at - AROUND), at)
        if label is not None:
            title = SHORTENED.search(text, label.start(), at) or label
            before = title.start()
            while before and text[before - 1] in " \t":
                before -= 1
            if before and text[before - 1] not in "\r\n":
                yield title.start(), title.start(), "\n\n"
            yield *match.span(), ":"


def hyphens(text: str, is_word: IsWord) -> Edits:
    """Line ends behind a hyphen, and the hyphen with it where it parts one word."""
    if "‐" in text or AT_LINE_END.search(text):
        for match in HYPHEN.finditer(text):
            first, second = match["word_before"].lower(), match["word_after"].lower()
            inside = is_word(first) and is_word(second) and not is_word(first + second)
            yield *match.span("line_break"), "-" if inside or match["word_after"][0].isupper() else ""


def broken(text: str) -> Edits:
    """Line ends around a link, before the mark that the sentence goes on with: "said Sato⏎, who left"."""
    for match in BROKEN["\r" in text].finditer(text):
        start = match.start()
        while start and text[start - 1] in " \t\r":
            start -= 1
        before, mark = text[start - 1 : start], text[match.end()]
        if before.isalnum() or (before and mark in CLOSING) or (before in CLOSING and mark not in "’'"):
            yield start, match.end(), ""


def glued(text: str, is_word: IsWord) -> Edits:
    """Missing blanks between sentences: "The pact failed.Sato left"."""
    for match in GLUED.finditer(text):
        after, at = match["word_behind"], match.end()
        if after[0].isupper() and after[1:].islower():
            before = SENTENCE.search(text, max(0, at - AROUND), at)
            if before is not None and (
                not before["last_word"] or before["last_word"].islower() or is_word(after.lower())
            ):
                yield at, at, " "


def unspaced(text: str) -> Edits:
    """Missing blanks beside marks, and stops of paragraphs: "a “dead end”The pact failed", "he said."So be it."."""
    opened = 0  # just past the mark
    for match in BOUND.finditer(text) if any(pattern.search(text) for pattern in UNSPACED) else ():
        at, mark = match.start(), match[0]
        closes = opened > 0 and mark in '"”'
        if at and any(pattern.match(text, at) for pattern in UNSPACED):
            before = text[max(0, opened - AROUND) : max(0, opened - 1)].rstrip()[-1:]
            if closes:
                yield at + 1, at + 1, "\n\n" if before.isalnum() and text[at - 1].isalnum() else " "
            elif text[at - 1] in STOPS:
                yield at, at, " "
        opened = 0 if closes or mark in "\r\n" else at + 1
