"""The libraries that users get with quoteattr are free to use with it, and have no known weakness."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata

import pytest

_CORE = {"attrs", "regex"}
_NEEDED_BY_USERS = (
    "",
    "html",
    "terminal",
    "completion",
    "xlsx",
    "spacy",
    "pandas",
    "polars",
    "datasets",
    "spark",
    "serve",
)
# Licences that ask for no more than to be named, or that reach no further than their own files.
_FREE = re.compile(
    r"\b(?:MIT|BSD|Apache|ISC|PSF|Python Software Foundation|MPL|Mozilla|Unlicense|Zlib|CNRI|HPND|0BSD|CC0|BSL|Boost"
    r"|Public Domain)\b",
    re.IGNORECASE,
)
_ALSO_FREE = {
    "trafilatura": "Apache",
    "tld": "MPL",  # or GPL or LGPL, as one likes
    "certifi": "MPL",
    "tqdm": "MPL",
}


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()  # type: ignore[index]  # one always begins so


def _requirements(name: str, extra: str) -> Iterator[tuple[str, str]]:
    """The libraries that another one requires, with the extra that is asked of each."""
    packaging = pytest.importorskip("packaging.requirements", reason="packaging is not installed")
    for line in metadata.requires(name) or ():
        wanted = packaging.Requirement(line)
        if wanted.marker is None or wanted.marker.evaluate({"extra": extra}):
            yield from ((_name(wanted.name), each) for each in ("", *wanted.extras))


def _closure(extras: tuple[str, ...]) -> set[str]:
    """All installed libraries that quoteattr with these extras brings."""
    waiting, done = [("quoteattr", extra) for extra in extras], set[tuple[str, str]]()
    while waiting:
        each = waiting.pop()
        if each not in done:
            try:
                found = list(_requirements(*each))
            except metadata.PackageNotFoundError:
                continue
            done.add(each)
            waiting += found
    return {name for name, _ in done} - {"quoteattr"}


def _licence(name: str) -> str:
    told = metadata.metadata(name)
    classifiers = [value for value in told.get_all("Classifier") or () if value.startswith("License ::")]
    named = [value[:200] for key in ("License-Expression", "License") for value in told.get_all(key) or ()]
    return " ".join([*named, *classifiers])


def test_the_core_needs_two_libraries() -> None:
    assert _closure(("",)) == _CORE


def test_every_licence_is_free() -> None:
    libraries = _closure(_NEEDED_BY_USERS)
    assert libraries > _CORE
    told = {name: _licence(name) for name in libraries if name not in _ALSO_FREE}
    assert {name: licence for name, licence in told.items() if not _FREE.search(licence)} == {}
    assert {name: licence for name, licence in told.items() if re.search(r"\bA?GPL|General Public", licence)} == {}


@pytest.mark.timeout(180)
def test_no_known_weakness() -> None:
    pytest.importorskip("pip_audit", reason="pip-audit is not installed")
    names = [f"{name}=={metadata.version(name)}" for name in sorted(_CORE)]
    command = [sys.executable, "-m", "pip_audit", "--no-deps", "--progress-spinner", "off", "-r", "/dev/stdin"]
    done = subprocess.run(command, input="\n".join(names), capture_output=True, text=True, check=False)
    if "ConnectionError" in done.stderr or "Max retries" in done.stderr or "ServiceError" in done.stderr:
        pytest.skip("the database of weaknesses cannot be reached")
    assert not done.returncode, done.stdout + done.stderr
