"""The shell commands in the documentation work, in a folder as they suppose it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PAGES = ["command_line.md", "recipes.md", "verify.md"]


def _commands() -> list[str]:
    texts = [(_ROOT / "docs" / name).read_text(encoding="utf-8") for name in _PAGES]
    return [line for text in texts for block in _BLOCK.findall(text) for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article, more of them, tables and a page."""
    article = (_ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
    (tmp_path / "news").mkdir()
    for name in ("article.txt", "news/a.txt", "news/b.txt"):
        (tmp_path / name).write_text(article, encoding="utf-8")
    (tmp_path / "summary.txt").write_text("“Nobody spoke at all,” said Ana Brandt.\n", encoding="utf-8")
    (tmp_path / "feed.jsonl").write_text('{"url": "u", "body": "Sato said that it was over."}\n', encoding="utf-8")
    (tmp_path / "old.txt").write_bytes("“Sí,” said Sato.".encode("windows-1252"))
    (tmp_path / "feed.csv").write_text(
        "url,body,paper,day\nu,Sato said that it was over.,Courier,2026-03-01\n", encoding="utf-8"
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in article.split("\n\n"))
    (tmp_path / "page.html").write_text(f"<html><body><article>{paragraphs}</article></body></html>", encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize("command", _commands())
def test_command(command: str, folder: Path) -> None:
    if "page.html" in command:
        pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    script = f'quoteattr() {{ "{sys.executable}" -m quoteattr "$@"; }}\nset -eo pipefail\n{command}'
    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S607
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or "--output" in command
