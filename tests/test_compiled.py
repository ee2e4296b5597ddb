"""The build whose engine is compiled: what is compiled exists, and what was compiled behaves like the source."""

import ast
import copy
import importlib
import pickle
import runpy
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

import quoteattr
from quoteattr import Language, Lemma, extract

_ROOT = Path(__file__).parents[1]
_TEXT = (
    "Mayor Ana Brandt told reporters that “the tunnel” would reopen. “It is safe,” she said, adding that it was dry."
)


def test_the_package_tells_which_build_it_is() -> None:
    reader = importlib.import_module("quoteattr.grammar.reader")
    assert quoteattr.__compiled__ == (not str(reader.__file__).endswith(".py"))


def test_claims_are_copied_pickled_and_evolved() -> None:
    claims = extract(_TEXT)
    assert len(claims) == 3
    assert pickle.loads(pickle.dumps(claims)) == claims  # noqa: S301  # our own
    assert copy.deepcopy(claims) == claims
    assert attrs.evolve(claims[0], confidence=None) != claims[0]


def test_a_language_is_evolved_and_what_is_wrong_with_it_is_told() -> None:
    english = Language.load("en")
    mine = attrs.evolve(english, cues=(*english.cues, Lemma("squeak", "SAY")))
    assert len(extract("Sato squeaked that the pact would last.", language=mine)) == 1
    broken = {**english.tables, "phrases": {**english.tables["phrases"], "MINE": "NAME ("}}
    with pytest.raises(quoteattr.LanguageError, match=r"^en/phrases.toml: MINE: a closing bracket too few$"):
        extract(_TEXT, language=attrs.evolve(english, tables=broken))


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TypeError, match="text must be a string, not bytes"):
        extract(b"Sato said no.")  # type: ignore[arg-type]


@pytest.fixture(name="build")
def _build() -> dict[str, Any]:
    """What the script that compiles defines."""
    if not (_ROOT / "mypyc_build.py").exists():
        pytest.skip("there is no repository")
    pytest.importorskip("mypyc", reason="mypy is not installed")
    pytest.importorskip("setuptools", reason="setuptools is not installed")
    return runpy.run_path(str(_ROOT / "mypyc_build.py"))


def test_modules_are_compiled_but_for_those_that_are_named(build: dict[str, Any]) -> None:
    package = _ROOT / "quoteattr"
    compiled = [_ROOT / name for name in build["modules"](package)]
    assert package / "compiled.py" in compiled
    assert package / "text" / "tokens.py" in compiled
    interpreted = [package / name for name in build["INTERPRETED"]]
    assert all(path.is_file() for path in (*compiled, *interpreted))
    assert not set(compiled) & set(interpreted)
    assert len(interpreted) < len(compiled) / 4


def test_classes_that_are_compiled_are_plain(build: dict[str, Any]) -> None:
    """A class of attrs is not compiled to a native one, and a native one has no `__slots__` to look up."""
    for name in build["modules"](_ROOT / "quoteattr"):
        for node in ast.walk(ast.parse((_ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                assert not [each for each in map(ast.unparse, node.decorator_list) if "attrs." in each], name
            assert not (isinstance(node, ast.Attribute) and node.attr == "__slots__"), name


@pytest.mark.skipif(not (_ROOT / ".github").exists(), reason="there is no repository")
def test_wheels_are_built_for_each_python_that_is_named() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    built = [name.removesuffix("-*").replace("cp3", "3.") for name in project["tool"]["cibuildwheel"]["build"]]
    named = [name.rpartition(" ")[2] for name in project["project"]["classifiers"] if "Python :: 3." in name]
    assert built == named
    assert project["tool"]["cibuildwheel"]["environment"] == {"QUOTEATTR_COMPILE": "1"}
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    jobs = yaml.safe_load((_ROOT / ".github/workflows/wheels.yml").read_text(encoding="utf-8"))["jobs"]
    systems = {system.partition("-")[0] for system in jobs["compiled"]["strategy"]["matrix"]["system"]}
    assert systems == {"ubuntu", "macos", "windows"}
    assert jobs["suite"]["steps"][-1] == {"run": "bash .ci/run-compiled"}
