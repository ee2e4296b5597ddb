"""What the documentation shows in Python passes the type checker at its strictest."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PAGES = [_ROOT / "README.md", *sorted((_ROOT / "docs").glob("*.md"))]


def _code(page: Path) -> str:
    """All the snippets of a page, one after the other as a reader would run them."""
    blocks = []
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        examples = doctest.DocTestParser().get_examples(block)
        blocks.append("".join(example.source for example in examples) if examples else block)
    return "\n".join(blocks)


@pytest.mark.timeout(240)  # without its cache mypy reads much
def test_snippets_are_typed(tmp_path: Path) -> None:
    for page in _PAGES:
        if code := _code(page):
            (tmp_path / f"page_{page.stem.lower()}.py").write_text(code, encoding="utf-8")
    files = sorted(map(str, tmp_path.iterdir()))
    assert len(files) > 10
    options = ["--config-file", "pyproject.toml", "--allow-redefinition", "--local-partial-types"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *files], cwd=_ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(done.stdout + done.stderr, pytrace=False)
