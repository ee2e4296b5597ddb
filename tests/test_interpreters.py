"""Every Python that the library admits finds the same claims."""

import ast
import json
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from quoteattr import extract
from tests.specs import load

_ROOT = Path(__file__).parent.parent
_ARTICLES = [case.text for path in sorted((_ROOT / "tests/spec/articles").glob("*.md")) for case in load(path)]
_OLDEST, _NEWEST = 11, 20
_ESCAPED_OR_SET = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_POSSESSIVE = re.compile(r"[*+?}]\+")
_TELL = """
import json, sys
import quoteattr
found = map(quoteattr.extract, json.load(sys.stdin))
print(json.dumps([[[*map(str, c.content), str(c.cue), str(c.source), c.rule] for c in claims] for claims in found]))
"""


def _interpreters() -> dict[str, str]:
    """The other interpreters on this machine, by the release that each says it is."""
    names = ["python3", *(f"python3.{minor}" for minor in range(_OLDEST, _NEWEST))]
    places = [None, "/usr/bin", "/usr/local/bin", *map(str, Path.home().glob(".pyenv/versions/*/bin"))]
    found = {path for name in names for place in places if (path := shutil.which(name, path=place))}
    several: dict[str, str] = {}
    for path in sorted(found):
        asked = [path, "-c", f"import sys; assert sys.version_info >= (3, {_OLDEST}); print(sys.version.split()[0])"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
        if not answer.returncode:
            several.setdefault(answer.stdout.strip(), path)
    several.pop(sys.version.split()[0], None)
    return several


_OTHERS = _interpreters()


_ALONE = pytest.param("", marks=pytest.mark.skip(f"{sys.version.split()[0]} is the only Python on this machine"))


@pytest.mark.parametrize("release", _OTHERS or [_ALONE])
def test_the_claims_are_the_same(release: str) -> None:
    libraries = sysconfig.get_paths()["platlib"]
    path = [str(_ROOT), libraries] if release.rpartition(".")[0] == sysconfig.get_python_version() else [str(_ROOT)]
    asked = [_OTHERS[release], "-c", _TELL]
    environment = {"PYTHONPATH": ":".join(path), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    answer = subprocess.run(
        asked, input=json.dumps(_ARTICLES), env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    if "ModuleNotFoundError" in answer.stderr:
        pytest.skip(f"Python {release} has not the libraries: {answer.stderr.splitlines()[-1]}")
    assert not answer.returncode, answer.stderr
    here = [[[*map(str, c.content), str(c.cue), str(c.source), c.rule] for c in extract(text)] for text in _ARTICLES]
    assert json.loads(answer.stdout) == here


def _possessive(source: str) -> list[str]:
    """The patterns written out in calls of `re` that hold a possessive repeat."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    asked = [call for call in calls if ast.unparse(call.func).startswith("re.")]
    texts = [
        node.value
        for call in asked
        for argument in call.args
        for node in ast.walk(argument)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return [text for text in texts if _POSSESSIVE.search(_ESCAPED_OR_SET.sub("_", text))]


def test_a_possessive_repeat_is_told_from_a_set_and_an_escape() -> None:
    assert _possessive(r'import re; re.compile(r"a\s++b"); re.sub("a|b?+", "", "")') == [r"a\s++b", "a|b?+"]
    assert not _possessive(r'import re; re.compile(r"[?*+]|[)|?*+]+|\?\+|\{\d\}"); regex.compile("a++")')


@pytest.mark.parametrize("path", sorted((_ROOT / "quoteattr").rglob("*.py")), ids=lambda path: path.stem)
def test_re_is_given_no_possessive_repeat(path: Path) -> None:
    """Python 3.11.0 to 3.11.4 match those of groups wrongly (cpython issue 106052); the `regex` library does not."""
    assert not _possessive(path.read_text("utf-8"))
