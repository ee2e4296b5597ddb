"""The page holds the text, all of it escaped, and every claim."""

import re
from html.parser import HTMLParser

from hypothesis import given

from quoteattr import Claim, Polarity, Speaker, extract, render
from quoteattr.render.details import details
from tests.formats.sample import CLAIMS, TEXT
from tests.fuzz.texts import TEXTS

_VOID = {"meta", "br"}


class _Page(HTMLParser):
    """Reads a page, and insists that its elements nest."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.article = self.heading = ""
        self.marks: list[dict[str, str]] = []
        self.names: set[str] = set()
        self.buttons: list[dict[str, str]] = []
        self._open: list[str] = []
        self._hidden = 0
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if "id" in found:
            assert found["id"] not in self.names
            self.names.add(found["id"])
        if tag == "mark":
            self.marks.append(found)
        if tag == "button":
            self.buttons.append(found)
        self._hidden = self._hidden or ("main" in self._open and "aria-hidden" in found)
        assert tag not in {"b", "img"}, "the text's own"

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._hidden = self._hidden and tag != "span"

    def handle_data(self, data: str) -> None:
        if "article" in self._open and not self._hidden:
            self.article += data
        if "h1" in self._open and not self._hidden:
            self.heading += data


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\0-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff�]", "", text)


def test_the_sample_is_all_there() -> None:
    page = _Page(render.html(TEXT, CLAIMS, title="<b>"))
    assert _squeezed(page.article) == _squeezed(TEXT)
    assert {name for mark in page.marks for name in mark["data-claims"].split()} == {"1", "2", "3", "4", "5"}
    assert {mark["class"].split()[0] for mark in page.marks} == {
        "content", "verbatim", "source", "cue", "addressee", "circumstance",
    }  # fmt: skip
    assert [button["data-speaker"] for button in page.buttons] == ["1", "2", "0"]


def test_the_tab_key_stops_once_at_each_claim_and_finds_its_description() -> None:
    page = _Page(render.html(TEXT, CLAIMS))
    stops = [mark["aria-describedby"] for mark in page.marks if "tabindex" in mark]
    assert stops == ["claim-1", "claim-2", "claim-3", "claim-4", "claim-5"]
    assert set(stops) <= page.names


@given(TEXTS)
def test_any_text_is_escaped_and_kept(text: str) -> None:
    for odd in (text, f"<img src=x onerror=alert(1)>{text}</article><script>", f"{text}&amp;\r\n\r\n{text}"):
        page = _Page(render.html(odd, extract(odd), title=odd, language='"'))
        assert _squeezed(page.article) == _squeezed(odd)
        render.html(odd, extract(odd)).encode()


def test_a_headline_is_not_told_twice() -> None:
    text = f"Dam was\tsafe, union says\n\n{TEXT}"
    page = _Page(render.html(text, extract(text), title="Dam was safe, union says"))
    assert page.heading.split() == ["Dam", "was", "safe,", "union", "says"]
    assert _squeezed(page.article) == _squeezed(TEXT)
    assert [mark for mark in page.marks if "source" in mark["class"]], "the heading has its marks"
    other = _Page(render.html(text, extract(text), title="The dam"))
    assert (other.heading, _squeezed(other.article)) == ("The dam", _squeezed(text))
    alone = _Page(render.html("The dam", (), title="The dam"))
    assert (alone.heading, alone.article.strip()) == ("The dam", "The dam")


def test_who_speaks_most_comes_first_and_the_ninth_is_folded() -> None:
    names = [f"Speaker {letter}" for letter in "ABCDEFGHIJ"]
    claims = [Claim(content=(), text="x", speaker=Speaker(name)) for name in [*names, "Speaker J", "Speaker J"]]
    first, _, folded = render.html("", [*claims, Claim(content=(), text="x")]).partition("<details><summary>2 more")
    shown = re.findall(r">(\d+|\?) (Speaker \w|nobody known) \((\d)\)</button>", first)
    assert shown[0] == ("10", "Speaker J", "3")
    assert [name for _, name, _ in shown[1:]] == [*names[:7], "nobody known"]
    assert [name for name in names if f" {name} (1)</button>" in folded] == ["Speaker H", "Speaker I"]


def test_what_most_claims_have_is_left_out() -> None:
    plain, odd = Claim(content=(), text="x"), Claim(content=(), text="x", polarity=Polarity.NEGATIVE)
    assert list(details(plain)) == [("who", "not named"), ("kind", "indirect")]
    assert list(details(odd))[-1] == ("polarity", "negative")


def test_no_claims_are_said_so() -> None:
    assert "No claims were found" in render.html("The bridge is old.", ())


def test_a_notebook_gets_a_frame() -> None:
    view = render.show(TEXT, CLAIMS, height=300)
    frame = view._repr_html_()  # the notebooks' protocol
    assert frame.startswith("<iframe ")
    assert "height: 300px" in frame
    assert "<script" not in frame, "it is escaped inside srcdoc"
