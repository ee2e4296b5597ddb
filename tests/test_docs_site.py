"""The documentation builds without a warning, has every public name and page once, and can be read in a browser."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

import quoteattr
from tests.render.test_chromium import ARGUMENTS

_ROOT = Path(__file__).parents[1]
_PAGES = sorted(path.stem for path in (_ROOT / "docs").glob("*.md"))

pytestmark = pytest.mark.timeout(240)  # Sphinx and a browser start slowly


@pytest.fixture(scope="module")
def documentation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, newly built without a warning."""
    home = tmp_path_factory.mktemp("docs")
    command = ["sphinx", "-W", "-q", "-b", "html", "-d", str(home / "doctrees"), "docs", str(home / "html")]
    done = subprocess.run([sys.executable, "-m", *command], cwd=_ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)
    return home / "html"


def _names(built: Path) -> set[str]:
    """The objects of Python that the reference tells of, by their full names."""
    data = zlib.decompress((built / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    return {line.split(" ")[0] for line in data.splitlines() if " py:" in line}


def test_the_reference_has_every_public_name(documentation: Path) -> None:
    names = _names(documentation)
    assert {f"quoteattr.{name}" for name in quoteattr.__all__} - names == set()
    values = [value for value in vars(quoteattr).values() if isinstance(value, type) and issubclass(value, Enum)]
    assert values
    assert {f"quoteattr.{kind.__name__}.{item.name}" for kind in values for item in kind} - names == set()
    methods = [name for name in vars(quoteattr.Claims) if not name.startswith("_")]
    assert {f"quoteattr.Claims.{name}" for name in methods} - names == set()


def _public(path: Path) -> list[str]:
    """The full names of what a module defines and does not hide."""
    module = ".".join(path.relative_to(_ROOT).with_suffix("").parts)
    kinds = (ast.FunctionDef, ast.ClassDef)
    found = [node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, kinds)]
    return [f"{module}.{name}" for name in found if not name.startswith("_")]


def test_the_reference_has_the_integrations(documentation: Path) -> None:
    home = _ROOT / "quoteattr" / "integrations"
    shared = {"frames.py", "openapi.py", "__init__.py"}
    wanted = {name for path in home.glob("*.py") if path.name not in shared for name in _public(path)}
    assert len(wanted) >= 6
    assert wanted - _names(documentation) == set()


def test_every_page_is_listed_once(documentation: Path) -> None:
    listed = Counter[str]()
    for page in _PAGES:
        source = (_ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
        for block in re.findall(r"^```\{toctree\}\n(.*?)^```$", source, re.MULTILINE | re.DOTALL):
            listed.update(line for line in block.splitlines() if line and not line.startswith(":"))
    assert listed == Counter(page for page in _PAGES if page != "index")
    sidebar = (documentation / "index.html").read_text(encoding="utf-8").partition('class="sidebar-tree"')[2]
    links = re.findall(r'href="(\w+)\.html"', sidebar.partition("</aside>")[0])
    assert Counter(links) == listed


def test_the_readme_links_to_what_is_there_wherever_it_is_shown(documentation: Path) -> None:
    urls = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["urls"]
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((.*?)\)", readme)
    assert links
    for link in links:
        if link.startswith(urls["Documentation"]):
            assert (documentation / link.removeprefix(urls["Documentation"])).is_file(), link
        else:
            assert link.startswith(urls["Source"] + "/blob/main/"), link
            assert (_ROOT / link.removeprefix(urls["Source"] + "/blob/main/")).is_file(), link


def test_the_build_command_stands_on_a_page() -> None:
    page = (_ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    assert "python -m sphinx -W -b html docs build/html" in page


def test_the_landing_page_shows_the_coloured_article(documentation: Path) -> None:
    assert '<iframe class="article" src="article.html"' in (documentation / "index.html").read_text(encoding="utf-8")
    assert '<mark class="content' in (documentation / "article.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("there is no chromium (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_no_code_is_cut_off(browser: Any, documentation: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    cut = "[...document.querySelectorAll('pre')].filter(each => each.scrollWidth > each.clientWidth).length"
    wide = "document.documentElement.scrollWidth > innerWidth"
    for name in _PAGES:
        page.goto((documentation / f"{name}.html").as_uri())
        assert page.evaluate(cut) == 0, name
        assert not page.evaluate(wide), name


def test_the_pages_can_be_reached_on_a_phone_and_in_the_dark(browser: Any, documentation: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme="dark")
    page.goto((documentation / "index.html").as_uri())
    colour = "getComputedStyle(document.body).backgroundColor"
    assert sum(map(int, re.findall(r"\d+", page.evaluate(colour))[:3])) < 150
    link = page.get_by_role("link", name="Quick start", exact=True)
    assert not link.is_visible() or link.bounding_box()["x"] < 0
    page.locator("label.nav-overlay-icon").click()
    page.wait_for_timeout(500)
    link.click()
    assert page.locator("h1").inner_text().startswith("Quick start")
    frame = browser.new_page(viewport={"width": 1280, "height": 800})
    frame.goto((documentation / "index.html").as_uri())
    frame.get_by_role("link", name="Counting who is quoted", exact=True).click()
    assert frame.url.endswith("counting.html")


def test_the_article_of_the_landing_page_can_be_pointed_at(browser: Any, documentation: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    page.goto((documentation / "index.html").as_uri())
    article = page.frame_locator("iframe.article")
    article.locator("mark.content").first.hover()
    assert article.locator(".panel").is_visible()
