"""The web service, asked by a real client and shown in a real browser."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from quoteattr import extract, verify
from quoteattr.checking import schema
from quoteattr.checking.json import from_dict
from quoteattr.formats.json import from_dicts

httpx = pytest.importorskip("httpx", reason="httpx is not installed")
pytest.importorskip("uvicorn", reason="uvicorn is not installed")
pytestmark = pytest.mark.timeout(180)

_SUMMARY, _ARTICLE = "“The dam will hold,” Finch said.", "“The dam will not hold,” engineer Ada Finch said."
_CHROMIUM = shutil.which("chromium")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def _started(*options: str) -> tuple["subprocess.Popen[str]", str]:
    command = [sys.executable, "-m", "quoteattr", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            return process, found.group()
    raise AssertionError("the service did not start")


def _ended(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.communicate(timeout=30)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the service is, with the default limits but for the size."""
    process, found = _started("--size", "20000", "--processes", "1")
    yield found
    _ended(process)


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Any]:
    """A client of it."""
    with httpx.Client(base_url=address, timeout=60) as found:
        yield found


def test_claims_are_those_of_the_library(client: Any) -> None:
    answer = client.post("/claims", json={"text": _ARTICLE})
    assert answer.status_code == 200
    assert from_dicts(answer.json()["claims"]) == extract(_ARTICLE)


@pytest.mark.parametrize("article", [_ARTICLE, ["Nobody spoke.", _ARTICLE]])
def test_a_comparison_is_that_of_the_library(client: Any, article: str | list[str]) -> None:
    answer = client.post("/verify", json={"summary": _SUMMARY, "article": article})
    assert answer.status_code == 200
    jsonschema.validate(answer.json(), schema.schema())
    assert from_dict(answer.json()) == verify(_SUMMARY, article)


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [
        ("/claims", b"{", "application/json", 400),
        ("/claims", b"[" * 9000, "application/json", 400),
        ("/claims", b"\xff", "application/json", 400),
        ("/claims", b"[]", "application/json", 422),
        ("/claims", b"{}", "application/json", 422),
        ("/claims", b'{"text": 3}', "application/json; charset=utf-8", 422),
        ("/claims", b'{"text": "a"}', "text/plain", 415),
        ("/verify", b'{"summary": "a"}', "application/json", 422),
        ("/verify", b'{"summary": "a", "article": []}', "application/json", 422),
        ("/verify", b'{"summary": "a", "article": [3]}', "application/json", 422),
        ("/claims", json.dumps({"text": "a" * 20000}).encode(), "application/json", 413),
    ],
)
def test_what_is_wrong_is_refused_and_told(client: Any, path: str, body: bytes, kind: str, status: int) -> None:
    answer = client.post(path, content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.json()["error"]


def test_a_body_of_unknown_length_is_not_read_beyond_its_limit(client: Any) -> None:
    answer = client.post(
        "/claims", content=(b"a" * 1000 for _ in range(100)), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413


def test_other_names_other_paths_and_other_methods_are_refused(client: Any) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/etc/passwd").status_code == 404
    assert client.get("/claims").status_code == 405
    assert "access-control-allow-origin" not in client.post("/claims", json={"text": ""}).headers


def test_lone_surrogates_and_controls_are_legal(client: Any) -> None:
    body = b'{"text": "\\ud800 \\u0000 Sato said \\u201cno\\u201d."}'
    answer = client.post("/claims", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200
    assert client.post("/", data={"text": "<script>Sato said no.\0", "article": ""}).status_code == 200


def test_what_takes_too_long_is_ended_and_the_next_request_answered() -> None:
    process, address = _started("--seconds", "5", "--processes", "1", "--size", "50000000")
    try:
        long = {"text": "Sato said that it was over, Brandt said. " * 250000}
        assert httpx.post(f"{address}/claims", json=long, timeout=120).status_code == 503
        answers = [httpx.post(f"{address}/claims", json={"text": _ARTICLE}, timeout=60).status_code for _ in range(4)]
        assert 200 in answers, "a new process takes a moment to start"
    finally:
        _ended(process)


def test_the_description_is_openapi_and_fits_the_answers(client: Any) -> None:
    described = client.get("/openapi.json").json()
    validate = pytest.importorskip("openapi_spec_validator", reason="openapi-spec-validator is not installed").validate
    validate(described)
    assert set(described["paths"]) == {"/claims", "/verify"}
    for path, body in (("/claims", {"text": _ARTICLE}), ("/verify", {"summary": _SUMMARY, "article": _ARTICLE})):
        answer = described["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(client.post(path, json=body).json(), {**answer, "components": described["components"]})


def test_a_missing_library_names_the_extra() -> None:
    code = "import sys; sys.modules['uvicorn'] = None\nfrom quoteattr.cli import main\nsys.exit(main(['serve']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        'quoteattr: uvicorn is not installed: pip install "quoteattr[serve]"\n',
    )


@pytest.mark.skipif(_CHROMIUM is None, reason="there is no chromium (Debian: apt-get install chromium)")
def test_a_person_pastes_texts_and_sees_what_was_found(address: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    with playwright.sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=_CHROMIUM, args=_ARGUMENTS)
        page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
        complaints = list[str]()
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(address)
        assert axe.Axe().run(page).violations_count == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_label("Text, summary").fill(f"{_SUMMARY}\n\nShe left.")
        page.get_by_label("Article").fill(_ARTICLE)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_selector("#finding-1")
        assert "altered quotation" in page.inner_text("#finding-1")
        page.go_back()
        page.get_by_label("Article").fill("")
        page.get_by_role("button", name="Show").click()
        page.wait_for_selector("mark.content")
        assert "Finch" in page.inner_text("nav")
        assert [line for line in complaints if "favicon" not in line] == []
        browser.close()
