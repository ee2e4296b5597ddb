"""The linter, the formatter, the type checker and the builder of the documentation have no complaints."""

import ast
import subprocess
import sys
import zlib
from enum import Enum
from pathlib import Path

import pytest

import quoteattr

_ROOT = Path(__file__).parents[1]


def _run(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=_ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        pytest.fail(f"{' '.join(arguments)}\n{done.stdout}{done.stderr}", pytrace=False)


def test_linter() -> None:
    _run("ruff", "check", ".")


def test_formatter() -> None:
    _run("ruff", "format", "--check", "--diff", ".")


@pytest.mark.timeout(240)  # without its cache mypy reads the stubs of pytest and Hypothesis too
def test_type_checker() -> None:
    _run("mypy")


@pytest.fixture(scope="module")
def documentation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, newly built without a warning."""
    home = tmp_path_factory.mktemp("docs")
    _run("sphinx", "-W", "-q", "-b", "html", "-d", str(home / "doctrees"), "docs", str(home / "html"))
    return home / "html"


def _names(built: Path) -> set[str]:
    """The objects of Python that the reference tells of, by their full names."""
    data = zlib.decompress((built / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    return {line.split(" ")[0] for line in data.splitlines() if " py:" in line}


@pytest.mark.timeout(180)  # Sphinx starts slowly
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


@pytest.mark.timeout(180)
def test_the_reference_has_the_integrations(documentation: Path) -> None:
    home = _ROOT / "quoteattr" / "integrations"
    shared = {"frames.py", "__init__.py"}
    wanted = {name for path in home.glob("*.py") if path.name not in shared for name in _public(path)}
    assert len(wanted) >= 6
    assert wanted - _names(documentation) == set()


def test_the_gate_runs_the_command_of_the_readme() -> None:
    commands = [line for line in _lines("README.md") if line.startswith("python3 -m venv ")]
    assert len(commands) == 2
    assert commands[1] in _lines(".ci/run")
    assert _lines(".ci/run")[-1] == commands[1]


def _lines(name: str) -> list[str]:
    return (_ROOT / name).read_text(encoding="utf-8").rstrip("\n").split("\n")
