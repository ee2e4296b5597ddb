"""A real browser shows the page: no errors, and hovering, clicking and keys do what they should."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract, render

_CHROMIUM = shutil.which("chromium")
# Chromium calls home at its start, which a closed network does not like.
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
_LONG = "\n\n".join([_ARTICLE] * 19)

pytestmark = [
    pytest.mark.skipif(_CHROMIUM is None, reason="there is no chromium (Debian: apt-get install chromium)"),
    pytest.mark.timeout(120),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=_CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


def _open(browser: Any, path: Path, text: str = _ARTICLE, /, **settings: Any) -> Any:
    path.write_text(render.html(text, extract(text), title="The swing bridge"), encoding="utf-8")
    page = browser.new_context(**settings).new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(path.as_uri())
    return page


def test_a_long_article_opens_without_a_complaint(browser: Any, tmp_path: Path) -> None:
    assert len(_LONG.split()) > 2900
    page = _open(browser, tmp_path / "long.html", _LONG)
    assert page.locator("article p").count() > 80
    assert page.locator("article mark.content").count() > 150
    page.locator("article mark.content").last.hover()
    assert page.locator(".panel").is_visible()
    assert page.complaints == []


def test_hovering_and_focus_show_the_claim(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html")
    panel = page.locator(".panel")
    assert not panel.is_visible()
    page.get_by_text("The girders").first.hover()
    assert "Henrik Osei" in panel.inner_text()
    assert page.locator("mark.content.on").count() == 2, "both pieces of the split content"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.locator("mark[tabindex]").first.focus()
    assert "harbour authority" in panel.inner_text()
    assert page.complaints == []


def test_the_panel_leaves_with_the_pointer(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html")
    panel = page.locator(".panel")
    page.get_by_text("The girders").first.hover()
    panel.hover()
    assert panel.is_visible(), "it can be read, and scrolled"
    page.locator("h1").hover()
    panel.wait_for(state="hidden")
    page.get_by_text("The girders").first.click()
    page.locator("h1").hover()
    page.wait_for_timeout(500)
    assert panel.is_visible(), "the mark that was clicked keeps it"
    page.locator("h1").click()
    panel.wait_for(state="hidden")


def test_grey_claims_are_told_why_they_are(browser: Any, tmp_path: Path) -> None:
    text = "It was announced on Monday that the bakery will close. Osei said that it was not."
    page = _open(browser, tmp_path / "a.html", text)
    button = page.get_by_role("button", name="nobody known")
    assert "more than one could be meant" in button.get_attribute("title")
    button.click()
    assert page.locator("mark.content.chosen").inner_text() == "?that the bakery will close"
    page.get_by_text("How to use this page").click()
    assert "Grey claims have no known speaker" in page.locator(".hint").inner_text()


def test_the_list_is_folded_until_it_is_asked_for_or_printed(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html")
    assert not page.locator(".claims li").first.is_visible()
    page.get_by_text("All claims (12)").click()
    assert page.locator(".claims li").first.is_visible()
    page.get_by_text("All claims (12)").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".claims li").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator(".claims li").first.is_visible()


def test_on_a_phone_the_article_stands_on_the_first_screen(browser: Any, tmp_path: Path) -> None:
    names = ["Ana Brandt", "Henrik Osei", "Lucia Ferran", "Tom Hale", "Eva Novak", "Jon Reyes", "Mia Kowal"]
    text = "\n\n".join(f"{name} {verb} that it was late." for verb in ("said", "denied") for name in names)
    page = _open(browser, tmp_path / "a.html", f"{text}\n\n{_ARTICLE}", viewport={"width": 360, "height": 640})
    assert page.locator("nav button").count() == 10
    assert page.locator("article").bounding_box()["y"] < 320
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_speaker_is_followed(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html")
    button = page.get_by_role("button", name="Ana Brandt")
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    other = page.get_by_text("it is the third winter without a crossing").first
    background = "element => getComputedStyle(element).backgroundColor"
    assert other.locator("xpath=ancestor::mark[1]").evaluate(background) == "rgba(0, 0, 0, 0)"
    assert page.locator("mark.content.chosen").first.evaluate(background) != "rgba(0, 0, 0, 0)"
    button.press("Enter")
    assert page.locator("body.chosen-one").count() == 0


@pytest.mark.parametrize(
    "settings", [{"viewport": {"width": 320, "height": 640}}, {"color_scheme": "dark"}, {"reduced_motion": "reduce"}]
)
def test_no_sideways_scrolling_and_no_fault_of_accessibility(
    browser: Any,
    tmp_path: Path,
    settings: dict[str, Any],
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = _open(browser, tmp_path / "a.html", **settings)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("mark[tabindex]").first.focus()
    for state in ("shown", "followed"):
        found = axe.Axe().run(page)
        assert found.violations_count == 0, (state, found.generate_report())
        page.get_by_role("button", name="Ana Brandt").click()


def test_it_prints(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html")
    page.locator("mark[tabindex]").first.focus()
    page.emulate_media(media="print")
    assert not page.locator(".panel").is_visible()
    assert page.pdf()[:4] == b"%PDF"


def test_without_scripts_the_claims_are_there(browser: Any, tmp_path: Path) -> None:
    page = _open(browser, tmp_path / "a.html", java_script_enabled=False)
    assert page.locator(".claims li").count() >= 12


def test_the_notebooks_frame_shows_the_page(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(render.show(_ARTICLE, extract(_ARTICLE))._repr_html_(), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.frame_locator("iframe").locator("mark.content").first.hover()
    assert page.frame_locator("iframe").locator(".panel").is_visible()
