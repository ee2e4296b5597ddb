"""The page of a comparison marks each finding on both sides, and hides and obeys nothing of the texts."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from quoteattr import verify
from quoteattr.checking.page import html
from tests.fuzz.texts import TEXTS

_ARTICLE = (
    "“The dam will not hold,” engineer Ada Finch said. Mayor Rita Kemp said that 14 houses had been lost.\n\n"
    "She doubted that the county would pay."
)
_SUMMARY = (
    "# The dam\n\n- “The dam will hold,” Finch said.\n- Kemp said that 40 houses had been lost.\n"
    "- Kemp said that the county would pay.\n- Volunteers brought soup."
)
_CHROMIUM = shutil.which("chromium")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
_PHONE, _DESK = {"width": 320, "height": 640}, {"width": 1200, "height": 800}


class _Page(HTMLParser):
    """What stands in each text of a page, the numbers of findings left out, and all links and names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.links: list[str] = []
        self.names: list[str] = []
        self._skipped = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "section" and (given.get("class") or "").startswith("text"):
            self.texts.append("")
        if given.get("id"):
            self.names.append(str(given["id"]))
        if tag == "a":
            self.links.append(str(given["href"]))
        if self.texts and (tag == "h2" or given.get("class") == "n"):
            self._skipped = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipped:
            self._skipped = ""

    def handle_data(self, data: str) -> None:
        if self.texts and not self._skipped:
            self.texts[-1] += data


def _squeezed(text: str) -> str:
    return "".join(re.sub("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", "�", text).split())


def _page(summary: str = _SUMMARY, article: str | list[str] = _ARTICLE) -> str:
    return html(summary, article, verify(summary, article), title="<The dam>")


def test_every_finding_is_linked_with_its_places_and_they_with_it() -> None:
    page = _Page(_page())
    assert [_squeezed(text) for text in page.texts] == [_squeezed(_SUMMARY), _squeezed(_ARTICLE)]
    for number in (1, 2, 3):
        for name in ("finding", "summary", "article"):
            assert page.names.count(f"{name}-{number}") == 1
        assert page.links.count(f"#finding-{number}") == 2
        assert page.links.count(f"#summary-{number}") == page.links.count(f"#article-{number}") == 1
    assert {link.removeprefix("#") for link in page.links} <= set(page.names)


def test_what_was_not_compared_is_listed_and_nothing_found_is_said() -> None:
    assert "Not compared (1)" in _page()
    assert "Volunteers brought soup" in _page().partition("Not compared")[2].partition("</ul>")[0]
    assert "Nothing was found" in _page("Rain fell.", "Rain fell.")


def test_several_articles_have_a_column_each() -> None:
    page = _page(_SUMMARY, ["Nobody spoke.", _ARTICLE])
    assert "Article 1" in page
    assert _squeezed(_Page(page).texts[2]) == _squeezed(_ARTICLE)
    assert "article-1" in _Page(page).names


@given(TEXTS, TEXTS)
def test_any_texts_are_escaped_and_kept(summary: str, article: str) -> None:
    odd = f"<img src=x onerror=alert(1)>{summary}</p><script>"
    page = _Page(html(odd, article, verify(odd, article), title=odd, language='"'))
    assert [_squeezed(text) for text in page.texts] == [_squeezed(odd), _squeezed(article)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless browser."""
    if _CHROMIUM is None:
        pytest.skip("there is no chromium (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        yield started
        started.close()


@pytest.mark.timeout(120)
@pytest.mark.parametrize("settings", [{"viewport": _PHONE}, {"viewport": _DESK}, {"color_scheme": "dark"}])
def test_a_browser_shows_it_and_the_keyboard_follows_the_links(
    browser: Any, tmp_path: Path, settings: dict[str, Any]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    path = tmp_path / "findings.html"
    path.write_text(_page(), encoding="utf-8")
    page = browser.new_context(**settings).new_page()
    complaints = list[str]()
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#summary-1")
    assert page.locator("#summary-1").evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top < innerHeight; }"
    )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#finding-1")
    assert complaints == []
    assert axe.Axe().run(page).violations_count == 0


@pytest.mark.timeout(120)
def test_the_texts_stand_side_by_side_on_a_desk_and_below_each_other_on_a_phone(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "findings.html"
    path.write_text(_page(), encoding="utf-8")
    for viewport, beside in ((_DESK, True), (_PHONE, False)):
        page = browser.new_context(viewport=viewport).new_page()
        page.goto(path.as_uri())
        summary, article = (page.locator(f".text.{name}").bounding_box() for name in ("summary", "article"))
        assert (article["x"] > summary["x"]) is beside
        assert (article["y"] > summary["y"]) is not beside
