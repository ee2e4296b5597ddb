"""The linter, the formatter and the type checker have no complaints."""

import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_gate_runs_the_command_of_the_readme() -> None:
    commands = [line for line in _lines("README.md") if line.startswith("python3 -m venv ")]
    assert len(commands) == 2
    assert commands[1] in _lines(".ci/run")
    assert _lines(".ci/run")[-1] == commands[1]


def _lines(name: str) -> list[str]:
    return (_ROOT / name).read_text(encoding="utf-8").rstrip("\n").split("\n")
