"""The library touches nothing but its arguments and its own data."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from quoteattr import Known, extract

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "quoteattr"
_FORBIDDEN = frozenset(
    [
        *("pickle", "marshal", "shelve", "dbm", "socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "ctypes"),
        *(
            "subprocess",
            "pty",
            "webbrowser",
            "xmlrpc",
            "urllib.request",
            "code",
            "codeop",
            "runpy",
            "tempfile",
            "requests",
        ),
    ]
)
_FORBIDDEN_CALLS = frozenset(["eval", "exec", "compile", "__import__", "breakpoint", "input"])
# Where files are opened, and whose: the language's data, the page's style, and what the caller named.
_OPENERS = frozenset(
    [
        *("language/tables.py", "render/page.py", "render/show.py", "formats/schema.py", "formats/known.py"),
        *("checking/page.py", "checking/schema.py", "integrations/server.py"),
        *("prepare.py", "command/files.py", "command/outputs.py", "command/run.py", "command/verifying.py"),
    ]
)
_OPENING = frozenset(
    ["open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir", "rmtree"]
)
_MODULES = sorted(_PACKAGE.rglob("*.py"))


def _id(path: Path) -> str:
    return path.relative_to(_PACKAGE).as_posix()


def _imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found | {name.partition(".")[0] for name in found}


def _called(tree: ast.AST) -> set[str]:
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {call.id for call in calls if isinstance(call, ast.Name)} | {
        call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in _OPENING
    }


@pytest.mark.parametrize("path", _MODULES, ids=_id)
def test_no_module_unpickles_evaluates_or_connects(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not _imported(tree) & _FORBIDDEN
    assert not _called(tree) & _FORBIDDEN_CALLS
    if _id(path) not in _OPENERS:
        assert not _called(tree) & _OPENING


_WATCHED = """
import sys
events = []
sys.addaudithook(lambda name, given: events.append((name, str(given[0]) if given else "")))
import quoteattr
del events[:]
claims = quoteattr.extract("Mayor Ana Brandt told reporters that “the bridge” was shut.")
first = list(events)
del events[:]
claims = quoteattr.extract("“It is open,” Brandt said, adding that it was safe.", known=[quoteattr.Known("Ana Brandt")])
assert claims
then = list(events)
del events[:]
from quoteattr.formats.json import from_dicts, to_dicts
del events[:]
from_dicts(to_dicts(claims))
for name, given in first + then + events:
    print(name, given)
print("--", sorted({name for name, _ in then} - {"builtins.id"}))
"""


def test_claims_are_made_without_network_processes_or_files_of_others() -> None:
    done = subprocess.run([sys.executable, "-c", _WATCHED], cwd=_ROOT, capture_output=True, text=True, check=True)
    *events, last = done.stdout.splitlines()
    opened = [line.partition(" ")[2] for line in events if line.startswith("open ")]
    assert [name for name in opened if "language" in name], "the data is read at first"
    assert not [name for name in opened if not name.startswith((str(_PACKAGE), sys.prefix, sys.base_prefix, "<"))]
    names = {line.partition(" ")[0] for line in events}
    assert not [
        name
        for name in names
        if name.startswith(
            ("socket", "subprocess", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pickle", "ctypes", "urllib")
        )
    ]
    assert last == "-- []", "after the first text nothing is opened, imported or compiled"


def test_the_arguments_are_not_changed() -> None:
    known = [Known("Ana Brandt", aliases=("Iron Ana",))]
    extract("Iron Ana said that it was so.", known=known)
    assert known == [Known("Ana Brandt", aliases=("Iron Ana",))]
