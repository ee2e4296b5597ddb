"""``quoteattr verify`` compares files and tells what it found by its exit code."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from quoteattr import cli, verify
from quoteattr.checking import schema
from quoteattr.checking.json import from_dict

_ARTICLE = "“The dam will not hold,” engineer Ada Finch said."
_FALSE = "“The dam will hold,” Finch said."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in a folder with texts, and gives exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("article.txt", _ARTICLE), ("true.txt", _ARTICLE), ("false.md", _FALSE), ("other.txt", "Rain.")):
        Path(name).write_text(text, encoding="utf-8")

    def runs(*arguments: str) -> tuple[int, str, str]:
        try:
            code = cli.main(["verify", *arguments])
        except SystemExit as end:
            code = int(str(end.code))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


def test_nothing_found_is_0(run: Run) -> None:
    assert run("true.txt", "article.txt") == (0, f"{verify(_ARTICLE, _ARTICLE)}\n", "")


def test_something_found_is_1(run: Run) -> None:
    code, out, err = run("false.md", "article.txt")
    assert (code, err) == (1, "")
    assert out == f"{verify(_FALSE, _ARTICLE)}\n"
    assert "leaves out or puts in a negation" in out


def test_json_is_the_result(run: Run) -> None:
    code, out, _ = run("false.md", "article.txt", "--json")
    assert code == 1
    jsonschema.validate(json.loads(out), schema.schema())
    assert from_dict(json.loads(out)) == verify(_FALSE, [_ARTICLE])


def test_any_of_several_articles_will_do(run: Run) -> None:
    assert run("true.txt", "other.txt", "article.txt")[0] == 0
    assert json.loads(run("false.md", "other.txt", "article.txt", "--json")[1])["findings"][0]["article"] == 1


def test_a_page_is_written_and_what_was_counted_printed(run: Run) -> None:
    code, out, _ = run("false.md", "article.txt", "--html", "page.html")
    assert code == 1
    assert out.count("\n") == 1
    assert "finding-1" in Path("page.html").read_text(encoding="utf-8")


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_FALSE.encode())))
    assert run("-", "article.txt")[0] == 1


def test_a_page_is_read_as_its_article(run: Run) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    body = f"<p>{_ARTICLE}</p><p>{'She spoke at the gate of the old mill. ' * 9}</p>"
    Path("page.html").write_text(f"<html><body><article>{body}</article></body></html>", encoding="utf-8")
    assert run("true.txt", "page.html")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["false.md"], "required: ARTICLE"),
        (["false.md", "article.txt", "--json", "--html", "x"], "not allowed with"),
        (["false.md", "article.txt", "--html", "false.md"], "is one of the inputs"),
        (["false.md", "missing.txt"], "missing.txt: No such file or directory"),
        (["false.md", "latin.txt"], "latin.txt: not UTF-8 text (byte 3)"),
        (
            ["false.md", "article.txt", "--html", "no/such/folder.html"],
            "no/such/folder.html: No such file or directory",
        ),
    ],
)
def test_what_cannot_be_done_is_2_and_told(run: Run, arguments: list[str], told: str) -> None:
    Path("latin.txt").write_bytes("café".encode("latin-1"))
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err


def test_a_terminal_obeys_nothing_of_the_texts(run: Run) -> None:
    Path("odd.txt").write_text("“The\x1b[31m dam will hold,” Finch said.", encoding="utf-8")
    for arguments in ([], ["--json"]):
        assert "\x1b" not in run("odd.txt", "article.txt", *arguments)[1]
