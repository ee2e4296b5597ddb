"""The command line reads and writes files of other encodings, packed files and worksheets, and finds headlines."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quoteattr import cli, extract
from quoteattr.command.worksheet import Worksheet
from quoteattr.formats.records import records

_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
_TEXT = "“No,” said Zoë."
_COUNT = len(extract(_ARTICLE))

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command and gives exit code, output and errors."""

    def runs(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16"])
def test_the_encoding_can_be_named(encoding: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(_TEXT.encode(encoding))
    _, out, _ = run("--json", "--encoding", encoding, path)
    assert json.loads(out)["speaker"]["name"] == "Zoë"
    code, _, err = run("--json", path)
    assert code == 2
    assert err.endswith(": name its encoding, as in --encoding windows-1252\n")
    (tmp_path / "ascii.txt").write_bytes(_TEXT.encode())
    assert run("--encoding", "ascii", tmp_path / "ascii.txt")[2].endswith(": not text in the encoding ascii (byte 0)\n")


def test_tables_have_encodings_too(tmp_path: Path, run: Run) -> None:
    (tmp_path / "feed.csv").write_bytes(f'text\n"{_TEXT}"\n'.encode("windows-1252"))
    line = json.dumps({"text": _TEXT}, ensure_ascii=False)
    (tmp_path / "feed.jsonl").write_bytes(f"{line}\n".encode("windows-1252"))
    code, out, _ = run("--json", "--encoding", "cp1252", tmp_path / "feed.csv", tmp_path / "feed.jsonl")
    assert (code, [json.loads(line)["text"] for line in out.splitlines()]) == (0, ["No", "No"])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt.gz", _ARTICLE),
        ("a.jsonl.gz", json.dumps({"text": _ARTICLE}) + "\n"),
        ("a.tsv.gz", 'id\ttext\n1\t"{}"\n'.format(_ARTICLE.replace('"', '""'))),
    ],
)
def test_packed_files_are_read(name: str, content: str, tmp_path: Path, run: Run) -> None:
    packed = gzip.compress(content.encode())
    (tmp_path / name).write_bytes(packed)
    for place in (tmp_path / name, tmp_path):
        code, out, _ = run("--json", place)
        assert (code, out.count("\n")) == (0, _COUNT)
    (tmp_path / name).write_bytes(packed[: len(packed) // 2])
    code, _, err = run("--json", tmp_path / name)
    assert code == 2
    assert ": no whole gzip file (" in err
    (tmp_path / name).write_bytes(content.encode())
    assert ": no whole gzip file (" in run("--json", tmp_path / name)[2]


def test_packed_files_are_written_the_same_each_time(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text(_ARTICLE, encoding="utf-8")
    out = run("--json", tmp_path / "a.txt")[1]
    for name in ("one.jsonl.gz", "other.jsonl.gz"):
        assert run("--json", tmp_path / "a.txt", "-o", tmp_path / name) == (0, "", "")
    written = (tmp_path / "one.jsonl.gz").read_bytes()
    assert gzip.decompress(written).decode() == out
    assert (tmp_path / "other.jsonl.gz").read_bytes() == written


def test_a_worksheet_has_the_claims(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    feed = tmp_path / "feed.jsonl"
    lines = [
        {"text": _ARTICLE, "id": "=A1"},
        {"text": 3, "id": "b"},
        {"text": "Osei said it rained.", "id": "http://x"},
    ]
    feed.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    code, out, _ = run("--format", "xlsx", "--id-column", "id", feed, "-o", tmp_path / "claims.xlsx")
    assert (code, out) == (1, "")
    sheet = openpyxl.load_workbook(tmp_path / "claims.xlsx").active
    head, *rows = sheet.iter_rows(values_only=True)
    wanted = [*records(extract(_ARTICLE)), *records(extract("Osei said it rained."))]
    assert head == ("file", "record", "id", *wanted[0])
    assert [dict(zip(head[3:], row[3:], strict=True)) for row in rows] == wanted
    assert {row[2] for row in rows} == {"=A1", "http://x"}
    assert {cell.data_type for cell in sheet["C"][1:]} == {"s"}, "nothing is a formula"
    assert sheet.freeze_panes == "A2"


def test_a_worksheet_of_nothing_has_its_header(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    run("--format", "xlsx", tmp_path / "a.txt", "-o", tmp_path / "claims.xlsx")
    assert openpyxl.load_workbook(tmp_path / "claims.xlsx").active.max_row == 1
    code, _, err = run("--format", "xlsx", tmp_path / "a.txt", "-o", tmp_path / "none" / "claims.xlsx")
    assert (code, err.count("\n")) == (2, 1)


def test_without_xlsxwriter_the_extra_is_named(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    (tmp_path / "a.txt").write_text("It rained.", encoding="utf-8")
    code, _, err = run("--format", "xlsx", tmp_path / "a.txt", "-o", tmp_path / "claims.xlsx")
    assert code == 2
    assert err == 'quoteattr: xlsxwriter is not installed: pip install "quoteattr[xlsx]"\n'


def test_what_a_worksheet_cannot_hold_goes_on_another_or_is_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    from quoteattr.command import worksheet  # noqa: PLC0415
    from quoteattr.command.documents import Document  # noqa: PLC0415
    from quoteattr.command.work import Done  # noqa: PLC0415

    monkeypatch.setattr(worksheet, "_MOST_ROWS", 3)
    path = tmp_path / "x.xlsx"
    with path.open("wb") as stream, Worksheet(stream, ["a"]).opened() as sheet:
        sheet.header()
        sheet.write(Done(Document("x"), rows=[{"a": text} for text in ("1", "2", "x" * 40_000)]), 1)
    first, second = openpyxl.load_workbook(path).worksheets
    assert [cell.value for cell in first["A"]] == ["a", "1", "2"]
    assert [cell.value for cell in second["A"]] == ["a", "x" * 32_766 + "…"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge stays shut\n\n{_ARTICLE}", "Bridge stays shut"),
        (f"  Bridge\tstays shut?\r\n{_ARTICLE}", "Bridge stays shut?"),
        (_ARTICLE, "article.txt"),
        ("Bridge stays shut", "article.txt"),
        ("The bridge will stay\nshut until spring, the authority said\non Tuesday.\n\nIt is old.", "article.txt"),
        ("The bridge is shut.\n\nIt is old.", "article.txt"),
        ("", "article.txt"),
    ],
)
def test_a_page_is_called_by_its_headline(text: str, title: str, tmp_path: Path, run: Run) -> None:
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    _, out, _ = run("--format", "html", tmp_path / "article.txt")
    assert f"<title>{title}</title>" in out
    assert f"<title>{title}</title>" in run("--format", "tei", tmp_path / "article.txt")[1]


def test_a_table_and_a_page_tell_their_headlines(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    feed = tmp_path / "feed.jsonl"
    feed.write_text(json.dumps({"text": _ARTICLE, "head": "Bridge stays shut"}) + "\n", encoding="utf-8")
    run("--format", "html", "--title-column", "head", feed, "-o", tmp_path / "out")
    assert "<title>Bridge stays shut</title>" in next((tmp_path / "out").glob("*.html")).read_text(encoding="utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in _ARTICLE.split("\n\n"))
    page = f"<html><head><title>Bridge stays shut</title></head><body><article>{paragraphs}</article></body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert "<title>Bridge stays shut</title>" in run("--format", "html", tmp_path / "page.html")[1]


_LINES = {
    "quoteattr st": ["stats"],
    "quoteattr art": ["article.txt"],
    "quoteattr --min": ["--min-confidence"],
    "quoteattr stats --format ": ["csv", "json", "text"],
    "quoteattr article.txt --kind m": ["mixed"],
    "quoteattr stats --js": [],
}


@pytest.mark.skipif(os.name != "posix", reason="there is no bash")
@pytest.mark.parametrize("line", _LINES)
def test_a_shell_completes(line: str, tmp_path: Path) -> None:
    pytest.importorskip("argcomplete", reason="argcomplete is not installed")
    (tmp_path / "article.txt").touch()
    told = tmp_path / "told"
    shell = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_SHELL": "bash",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(told),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    command = [sys.executable, "-c", "from quoteattr.cli import main; main()"]
    subprocess.run(command, env={**os.environ, **shell}, cwd=tmp_path, check=True, capture_output=True)
    found = told.read_text(encoding="utf-8").split("\x0b") if told.exists() else []
    assert sorted(word.strip() for word in found if word) == _LINES[line]
