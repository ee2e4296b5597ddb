"""The wheel works by itself, in an empty environment and another directory."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from quoteattr import prepare

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
    } | {"quoteattr/language/en/prepared.json"}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("quoteattr/")}
    assert packed == wanted


def test_the_languages_are_prepared(wheel: Path) -> None:
    packed = zipfile.ZipFile(wheel).read("quoteattr/language/en/prepared.json")
    assert json.loads(packed) == json.loads(json.dumps(prepare.prepared("en")))


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
