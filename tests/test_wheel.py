"""The wheel works by itself, in an empty environment and another directory."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_DATA = {".css", ".html", ".js", ".json", ".toml", ".tsv", ".txt", ".typed"}

pytestmark = pytest.mark.timeout(300)  # an environment is made and filled


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A newly built wheel."""
    return _built(_ROOT, tmp_path_factory.mktemp("wheel"))


def _built(source: Path, folder: Path) -> Path:
    _pip(Path(sys.executable), "wheel", "--no-deps", "--wheel-dir", str(folder), str(source))
    (path,) = folder.glob("quoteattr-*.whl")
    return path


def _pip(python: Path, *arguments: str) -> None:
    done = subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", *arguments], capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stdout + done.stderr


def test_all_modules_and_data_are_in(wheel: Path) -> None:
    package = _ROOT / "quoteattr"
    wanted = {
        path.relative_to(_ROOT).as_posix()
        for path in package.rglob("*")
        if path.suffix in {".py", *_DATA} and path.is_file()
    }
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("quoteattr/")}
    assert packed == wanted | {"quoteattr/language/tables.json", "quoteattr/language/en/tables.json"}


def test_the_tables_that_are_built_are_those_that_are_written(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for folder in ("quoteattr/language", "quoteattr/language/en"):
            built = json.loads(archive.read(f"{folder}/tables.json"))
            written = {
                path.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in (_ROOT / folder).glob("*.toml")
            }
            assert built == written


def test_another_build_elsewhere_and_later_gives_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "quoteattr"):
        copy = shutil.copytree if (_ROOT / name).is_dir() else shutil.copyfile
        copy(_ROOT / name, source / name)
    for path in source.rglob("*"):
        os.utime(path, (1, 1))
    assert _built(source, tmp_path / "other").read_bytes() == wheel.read_bytes()


def test_the_installed_wheel_reads_the_article(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    _pip(python, "install", str(wheel))
    article = str(_ROOT / "examples" / "article.txt")
    for command in ([python, "-m", "quoteattr"], [python.parent / "quoteattr"]):
        done = subprocess.run([*command, "--json", article], cwd=tmp_path, capture_output=True, check=True)
        claims = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        assert claims
        assert not done.stderr
