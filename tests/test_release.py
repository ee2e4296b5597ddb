"""What a release promises about itself is true, and is said in one place."""

import re
import subprocess
import sys
import tomllib
import warnings
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import quoteattr

_ROOT = Path(__file__).parents[1]
_PROJECT: dict[str, Any] = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
_VERSION = re.compile(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?")
_GROUPS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")


def _read(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


def test_the_version_has_one_place() -> None:
    assert _VERSION.fullmatch(quoteattr.__version__)
    assert _PROJECT["project"]["dynamic"] == ["version"]
    assert _PROJECT["tool"]["hatch"]["version"]["path"] == "quoteattr/__init__.py"
    assert metadata.version("quoteattr") == quoteattr.__version__
    done = subprocess.run(
        [sys.executable, "-m", "quoteattr", "--version"], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    assert done.stdout == f"quoteattr {quoteattr.__version__}\n"


def test_the_citation_names_this_version_and_licence() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    citation = yaml.safe_load(_read("CITATION.cff"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["version"] == quoteattr.__version__
    assert citation["license"] == _PROJECT["project"]["license"]
    assert {"message", "title", "authors", "type", "abstract"} <= citation.keys()


def test_the_changelog_is_kept() -> None:
    """Versions from the newest on, each but the coming one with its day; below them the usual groups."""
    headings = [line for line in _read("CHANGELOG.md").splitlines() if line.startswith("## ")]
    assert headings[0] == "## [Unreleased]"
    assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", line) for line in headings[1:])
    groups = [line.removeprefix("### ") for line in _read("CHANGELOG.md").splitlines() if line.startswith("### ")]
    assert groups
    assert set(groups) <= set(_GROUPS)
    entries = [line for line in _read("CHANGELOG.md").splitlines() if line.startswith("- ")]
    assert len(set(entries)) == len(entries)


def test_the_pythons_that_are_named_are_the_same_everywhere() -> None:
    named = re.findall(r"Python :: (3\.\d+)'", str(_PROJECT["project"]["classifiers"]))
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert _PROJECT["project"]["requires-python"] == f">={named[0]}"
    assert re.findall(r'"(3\.\d+)"', re.search(r"python: \[.*\]", _read(".github/workflows/gate.yml"))[0]) == named  # type: ignore[index]  # no match is a failure too
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in named


def test_the_workflow_calls_the_gate() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    jobs = yaml.safe_load(_read(".github/workflows/gate.yml"))["jobs"]
    assert jobs["gate"]["steps"][-1] == {"run": "bash .ci/run"}


def test_types_are_published() -> None:
    assert (_ROOT / "quoteattr" / "py.typed").is_file()
    assert "Typing :: Typed" in _PROJECT["project"]["classifiers"]


def test_the_library_itself_uses_nothing_deprecated() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        for name in quoteattr.__all__:
            getattr(quoteattr, name)
