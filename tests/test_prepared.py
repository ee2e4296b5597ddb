"""Prepared data says what the files of a language say, is used where it is current, and nowhere else."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import attrs
import pytest

from quoteattr import Language, extract, prepare, verify
from quoteattr.grammar.expression import Expression, Guarded
from quoteattr.grammar.grammar import Grammar, grammar_of
from quoteattr.language import tables
from quoteattr.language.files import fields
from quoteattr.language.packing import PACKED, packed, unpacked
from quoteattr.language.prepared import keep, shelf_of

_ROOT = Path(__file__).parents[1]
_ARTICLE = (_ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
_HOME = tables.folder("en")


@pytest.fixture(scope="module")
def shelf() -> Any:  # what JSON says
    """The prepared data, as it is read from its file."""
    return json.loads(json.dumps(prepare.prepared("en")))


def test_a_language_is_the_same_packed_and_unpacked(shelf: Any) -> None:
    assert unpacked(shelf[PACKED]) == fields(_HOME)
    assert packed(unpacked(shelf[PACKED])) == packed(fields(_HOME))


def test_claims_are_the_same(shelf: Any) -> None:
    language = Language(**unpacked(shelf[PACKED]))
    keep(language, shelf)
    unprepared = Language(**fields(_HOME))
    assert shelf_of(unprepared) is None
    for scope in ("speech", "all"):
        claims = extract(_ARTICLE, language=language, scope=scope)
        assert claims
        assert claims == extract(_ARTICLE, language=unprepared, scope=scope)


def test_nothing_is_left_to_be_worked_out(shelf: Any) -> None:
    language = Language(**unpacked(shelf[PACKED]))
    before = json.dumps(shelf)
    keep(language, shelf)
    extract(_ARTICLE, language=language, scope="all")
    verify(_ARTICLE, _ARTICLE, language=language)
    assert json.dumps(shelf) == before


def test_what_was_prepared_here_is_current() -> None:
    path = Path(_HOME.path, tables.PREPARED)
    if not path.exists():
        pytest.skip("nothing was prepared in this copy")
    found = json.loads(path.read_text(encoding="utf-8"))
    if found[tables.MADE_OF] != tables.made_of(_HOME):
        assert tables.shelf(_HOME) == {}
    else:
        assert tables.shelf(_HOME) == json.loads(json.dumps(prepare.prepared("en")))


def test_a_copy_of_the_repository_uses_it_until_a_file_changes(tmp_path: Path) -> None:
    shutil.copytree(_ROOT / "quoteattr", tmp_path / "quoteattr", ignore=shutil.ignore_patterns(tables.PREPARED))
    language = tmp_path / "quoteattr" / "language"

    def used() -> bool:
        program = "from quoteattr.language import tables; print(bool(tables.shelf(tables.folder('en'))))"
        done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout == "True\n"

    assert not used()
    subprocess.run([sys.executable, "-m", "quoteattr.prepare"], cwd=tmp_path, check=True)
    assert used()
    for path in (language / "en" / "verbs.txt", language / "tables.py", language.parent / "grammar" / "piece.py"):
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n# A remark.\n", encoding="utf-8")
        assert not used()
        path.write_text(before, encoding="utf-8")
        assert used()


def test_a_new_folder_is_written_into(tmp_path: Path, shelf: Any) -> None:
    prepare.main([str(tmp_path / "new")])
    (path,) = (tmp_path / "new").rglob("*.json")
    assert path.relative_to(tmp_path) == Path("new", "en", tables.PREPARED)
    assert json.loads(path.read_text(encoding="utf-8")) == shelf


@pytest.mark.parametrize("arguments", [["--help"], ["-x"], ["--nothing"], ["new", "more"], ["."]])
def test_an_option_is_no_folder(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        prepare.main(arguments)
    assert stopped.value.code == (0 if arguments == ["--help"] else 2)
    assert not list(tmp_path.iterdir())


def test_an_archive_uses_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "library.zip", "w") as archive:
        for path in (_ROOT / "quoteattr").rglob("*"):
            if path.is_file() and path.name != tables.PREPARED and "__pycache__" not in path.parts:
                archive.write(path, path.relative_to(_ROOT))
        archive.writestr("quoteattr/language/en/prepared.json", json.dumps(prepare.prepared("en")))
    program = (
        "import sys; sys.path.insert(0, 'library.zip'); from quoteattr import extract; "
        "print(*extract('Sato said no.')); print('tomllib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
    assert "Sato" in done.stdout


def _is_compiled(expression: Expression) -> bool:
    return not isinstance(getattr(expression.match, "__self__", None), Expression)


def _all(grammar: Grammar) -> list[Expression]:
    rows = (*grammar.sources, *grammar.contents, *grammar.continuations, *grammar.ends)
    return [part for row in rows for part in _parts(row.regex)]


def _parts(expression: Expression) -> list[Expression]:
    if isinstance(expression, Guarded):
        return [expression.bare, *[guard for guard, _ in expression.guards]]
    return [expression]


def test_expressions_of_a_language_that_ships_are_compiled_at_their_first_match() -> None:
    language = Language(**fields(_HOME))
    keep(language, {})
    expressions = _all(grammar_of(language))
    assert not any(map(_is_compiled, expressions))
    extract(_ARTICLE, language=language)
    assert any(map(_is_compiled, expressions))
    assert not all(map(_is_compiled, expressions))


def test_expressions_of_other_languages_are_compiled_at_once(tmp_path: Path) -> None:
    changed = attrs.evolve(Language.load("en"), clitics=("s",))
    shutil.copytree(_HOME.path, tmp_path / "en")
    for language in (changed, Language.load(tmp_path / "en")):
        assert all(map(_is_compiled, _all(grammar_of(language))))
