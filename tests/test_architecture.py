"""Imports go down the floors, and English stays in the language's data."""

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import english

_ROOT = Path(__file__).parents[1]
_PACKAGE = _ROOT / "quoteattr"
_MODULES = sorted(_PACKAGE.rglob("*.py"))
_LONGEST = 400

_DOOR = "quoteattr"
_FLOORS = {
    "quoteattr.text": 0,
    "quoteattr.claim": 0,
    "quoteattr.parts": 0,
    "quoteattr.values": 0,
    "quoteattr.errors": 0,
    "quoteattr.wording": 0,
    "quoteattr.extras": 0,
    "quoteattr.once": 0,
    "quoteattr.compiled": 0,
    "quoteattr.processes": 0,
    "quoteattr.formats": 1,
    "quoteattr.render": 2,
    "quoteattr.claims": 3,
    "quoteattr.language": 4,
    "quoteattr.grammar": 5,
    "quoteattr.attribution": 6,
    "quoteattr.speakers": 7,
    "quoteattr.pipeline": 8,
    "quoteattr.many": 9,
    "quoteattr.linking": 9,
    "quoteattr.counting": 9,
    "quoteattr.explanation": 9,
    "quoteattr.checking": 9,
    "quoteattr.prepare": 10,
    "quoteattr.integrations": 10,
    "quoteattr.command": 11,
    "quoteattr.cli": 12,
    "quoteattr.__main__": 13,
}
_ENGINE_FLOORS = range(4, 8)
_SHOWING = {"quoteattr.formats", "quoteattr.render", "quoteattr.claims"}
_ENTER_BY_THE_DOOR = {"quoteattr.integrations", "quoteattr.command", "quoteattr.cli", "quoteattr.__main__"}
_ENGLISH_FREE = {"text", "language", "grammar", "attribution", "speakers", "pipeline.py"}
_ENGINE = [path for path in _MODULES if path.relative_to(_PACKAGE).parts[0] in _ENGLISH_FREE]
_DATA = sorted((_PACKAGE / "language").rglob("*.txt"))


def _name(path: Path) -> str:
    parts = path.relative_to(_ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


_NAMES = {_name(path): path for path in _MODULES}


def _imports(path: Path) -> Iterator[str]:
    """The modules of the package that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == _DOOR)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == _DOOR:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in _NAMES else node.module for name in inner)


def _part(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("name", [name for name in _NAMES if name != _DOOR])
def test_imports_go_down_the_floors(name: str) -> None:
    assert _part(name) in _FLOORS, "every module has a floor"
    for target in _imports(_NAMES[name]):
        if target == _DOOR:
            assert _part(name) in _ENTER_BY_THE_DOOR, f"{name} imports from the root"
        else:
            assert _allowed(_part(name), _part(target)), f"{name} imports {target}"


def _allowed(importer: str, target: str) -> bool:
    if _FLOORS[importer] in _ENGINE_FLOORS and target in _SHOWING:
        return False  # what finds claims knows nothing of how they are shown
    return _FLOORS[target] <= _FLOORS[importer]


def test_imports_make_no_circle() -> None:
    graph = {name: set(_imports(path)) for name, path in _NAMES.items()}
    done = set[str]()
    while free := {name for name in graph.keys() - done if graph[name] - {name} <= done}:
        done |= free
    assert not graph.keys() - done
    assert not [name for name in graph if name in graph[name]]


def test_no_module_is_too_long() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in _MODULES}
    assert not {name: length for name, length in lengths.items() if length > _LONGEST}


@pytest.mark.parametrize("path", _ENGINE, ids=_name)
def test_no_english_in_python(path: Path) -> None:
    found = english.found_in(path.read_text(encoding="utf-8"))
    assert not found


def test_the_data_has_words() -> None:
    assert english.words() >= {"say", "that", "she"}


@pytest.mark.parametrize("path", _DATA, ids=lambda path: path.name)
def test_word_lists_are_sorted_and_have_no_word_twice(path: Path) -> None:
    entries = english.entries(path)
    assert not [(one, two) for one, two in itertools.pairwise(entries) if one >= two]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 'she'", {"she"}),
        ("x = r'\\b(?:said|said)\\b'", {"said"}),
        ("x = f'{y} according to'", {"according to", "to"}),
        ("x: 'that' = 1", set()),
        ("'''She said that.'''", set()),
        ("def f():\n    '''She said that.'''", set()),
        ("raise ValueError(f'she said {x}')", set()),
        ("x = data['THAT'], kind['is_she'], '(?P<that>x)', r'\\p{she}'", set()),
        ("class A:\n    __slots__ = ('she', 'said')", set()),
        ("class Form(StrEnum):\n    PAST = 'said'", set()),
        ("match x:\n    case 'she': pass", {"she"}),
    ],
)
def test_english_is_found(source: str, found: set[str]) -> None:
    assert english.found_in(source, frozenset({"she", "said", "that", "to", "according to"})) == found
