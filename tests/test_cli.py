"""The command line writes claims, or says in a line why it cannot."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from quoteattr import (
    Attitude,
    Claim,
    Cue,
    Kind,
    Polarity,
    Realis,
    Source,
    SourceForm,
    Span,
    Speaker,
    __version__,
    cli,
)
from quoteattr.command import work

_ARTICLE = Path(__file__).parents[1] / "examples" / "article.txt"
_TEXT = "“No,” she\nsaid."
_CLAIM = Claim(
    content=(Span.of(_TEXT, 0, 5),),
    text="No",
    quoted=(Span.of(_TEXT, 1, 4),),
    cue=Cue(10, 14, "said", lemma="say", frame="quote"),
    source=Source(6, 9, "she", form=SourceForm.PRONOUN),
    speaker=Speaker("Ana Brandt"),
    kind=Kind.DIRECT,
)
_CHILD = Claim(
    content=(Span.of(_TEXT, 1, 3),),
    text="N\x1bo",
    polarity=Polarity.NEGATIVE,
    realis=Realis.HEARSAY,
    attitude=Attitude.REFUSAL,
    parent=_CLAIM,
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command and gives exit code, output and errors."""

    def runs(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(str(end.code))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return runs


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose claims are known."""
    monkeypatch.setattr(work, "extract", lambda text, **_: (_CLAIM, _CHILD) if text == _TEXT else ())
    path = tmp_path / "article.txt"
    path.write_bytes(_TEXT.encode())
    return path


def test_a_block_tells_who_how_and_what(article: Path, run: Run) -> None:
    code, out, _ = run(article)
    assert code == 0
    assert out.split("\n") == [
        "who      she (Ana Brandt)",
        "through  said",
        "what     No",
        "kind     direct",
        "",
        "who      –",
        "through  –",
        "what     N�o",
        "kind     indirect",
        "polarity negative",
        "realis   hearsay",
        "attitude refusal",
        "",
        "",
    ]


def test_several_files_have_headings(article: Path, tmp_path: Path, run: Run) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    code, out, _ = run(article, empty)
    assert code == 0
    assert out.startswith(f"== {article} ==\n\nwho")
    assert out.endswith(f"== {empty} ==\n\nNo claims.\n\n")


def test_json_has_every_field(article: Path, run: Run) -> None:
    _, out, _ = run("--json", article)
    first, second = map(json.loads, out.splitlines())
    assert first.keys() == {"file", "version", *(field.name for field in attrs.fields(Claim))}
    assert first["file"] == str(article)
    assert first["content"] == [{"start": 0, "end": 5, "text": "“No,”"}]
    assert first["cue"]["lemma"] == "say"
    assert first["parent"] is None
    assert second["parent"] == 0


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(article: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(article.read_bytes())))
    code, out, _ = run("--json", *arguments)
    assert code == 0
    assert json.loads(out.splitlines()[0])["file"] == "-"


def test_line_ends_are_read_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    seen = list[str]()

    def extract(text: str, **_: str) -> tuple[Claim, ...]:
        seen.append(text)
        return ()

    monkeypatch.setattr(work, "extract", extract)
    path = tmp_path / "windows.txt"
    path.write_bytes(b"a\r\nb\rc\n")
    run(path)
    assert seen == ["a\r\nb\rc\n"]


def test_no_claims_are_said_so_but_not_in_json(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert run(path) == (0, "No claims.\n\n", "")
    assert run("--json", path) == (0, "", "")


def test_what_is_not_there_is_told_before_anything_is_written(article: Path, tmp_path: Path, run: Run) -> None:
    code, out, err = run(article, tmp_path / "missing.txt", tmp_path / "no*.txt")
    assert (code, out) == (2, "")
    assert [line.rpartition(": ")[2] for line in err.splitlines()] == ["No such file or folder"] * 2


def test_a_bad_file_among_others_is_told_and_the_others_are_read(article: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    code, out, err = run("--json", tmp_path / "latin.txt", article)
    assert code == 1
    assert len(out.splitlines()) == 2
    told = "not UTF-8 text (byte 3): name its encoding, as in --encoding windows-1252"
    assert err == f"quoteattr: {tmp_path / 'latin.txt'}: {told}\n"


def test_a_bad_file_alone_ends_with_2_and_no_output(tmp_path: Path, run: Run) -> None:
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    for arguments in (["--json"], ["--format", "csv"], []):
        code, out, err = run(*arguments, tmp_path / "latin.txt")
        assert (code, out) == (2, "")
        assert err.count("\n") == 1


def test_an_output_stays_as_it_was_where_nothing_could_be_read(tmp_path: Path, run: Run) -> None:
    bad, other, kept = tmp_path / "bad.txt", tmp_path / "other.txt", tmp_path / "kept"
    bad.write_bytes(b"\xff")
    other.write_bytes(b"\xff")
    kept.write_text("as it was", encoding="utf-8")
    assert run("--json", bad, "--output", kept)[0] == 2
    assert run("--format", "csv", bad, other, "--output", kept)[0] == 1
    assert run("stats", bad, "--output", kept)[:2] == (2, "")
    assert kept.read_text(encoding="utf-8") == "as it was"


def test_a_folder_without_a_file_to_read_is_told(tmp_path: Path, run: Run) -> None:
    (tmp_path / "notes.md").write_text("Okoro said that it was over.", encoding="utf-8")
    code, out, err = run("--json", tmp_path)
    assert (code, out) == (2, "")
    assert err == (
        f"quoteattr: {tmp_path}: No .txt, .html, .jsonl or .csv file below this folder; "
        "--input-format reads files with other endings\n"
    )
    assert run("--json", "--input-format", "text", tmp_path)[0] == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_standard_output_that_is_full_is_named(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Okoro said that it was over.", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "quoteattr", "article.txt"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "quoteattr: standard output: No space left on device\n"


def test_folders_and_patterns_are_read_in_order(article: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    home = article.parent
    for name in ("sub/b.txt", "sub/a.txt", "sub/picture.png", "sub/.hidden.txt", "z.md"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text(_TEXT, encoding="utf-8")
    monkeypatch.chdir(home)

    def files(*arguments: str) -> list[str]:
        return list(dict.fromkeys(json.loads(line)["file"] for line in run("--json", *arguments)[1].splitlines()))

    assert files(".") == ["article.txt", "sub/a.txt", "sub/b.txt"]
    assert files("sub/*.txt", "article.txt") == ["sub/a.txt", "sub/b.txt", "article.txt"]
    assert files("**/*.md") == ["z.md"]
    assert files("sub", "--input-format", "text") == ["sub/a.txt", "sub/b.txt", "sub/picture.png"]


def test_json_lines_are_documents_and_bad_ones_are_told(article: Path, run: Run) -> None:
    path = article.with_suffix(".jsonl")
    rows = [{"body": _TEXT, "url": "u1"}, {"body": 3, "url": "u2"}, {"url": "u3"}, [], {"body": _TEXT, "url": 4}]
    lines = [json.dumps(row).encode() for row in rows]
    path.write_bytes(b"\n".join([*lines[:3], b"{", b"\xff", b"", *lines[3:]]) + b"\n")
    code, out, err = run("--json", "--text-column", "body", "--id-column", "url", path)
    assert code == 1
    found = [json.loads(line) for line in out.splitlines()]
    assert [(row["record"], row["id"]) for row in found] == [(1, "u1"), (1, "u1"), (8, 4), (8, 4)]
    reasons = [line.partition(f"{path}:")[2][:14] for line in err.splitlines()]
    assert reasons == ["2: field 'body", "3: no field 'b", "4: not JSON (E", "5: not UTF-8 t", "7: not a JSON "]


def test_csv_in_and_csv_out(article: Path, run: Run) -> None:
    path = article.with_suffix(".csv")
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], ["=a", _TEXT], ["b"], ["c", _TEXT]])
    code, out, err = run("--format", "csv", "--id-column", "id", path)
    assert code == 1
    assert "field 'text' is no string" in err
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["id"], row["claim"], row["parent"]) for row in rows] == [
        ("'=a", "0", ""), ("'=a", "1", "0"), ("c", "0", ""), ("c", "1", "0"),
    ]  # fmt: skip


def test_a_table_without_the_column_ends_with_2(article: Path, run: Run) -> None:
    path = article.with_suffix(".tsv")
    path.write_text("id\tbody\n1\tx\n", encoding="utf-8")
    code, out, err = run("--json", path)
    assert (code, out) == (2, "")
    assert err == f"quoteattr: {path}: no column 'text' (there are 'id', 'body')\n"


def test_a_table_that_breaks_off_has_its_first_rows(article: Path, run: Run) -> None:
    path = article.with_suffix(".csv")
    path.write_bytes(f'text\n"{_TEXT}"\n'.encode() + b"x" * 100_000 + b"\xff\n")
    code, out, err = run("--json", path)
    assert code == 1
    assert len(out.splitlines()) == 2
    assert err.startswith(f"quoteattr: {path}: not UTF-8 text (after line 3): ")


def test_a_page_gives_its_article(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    paragraphs = "".join(f"<p>{line}</p>" for line in _ARTICLE.read_text(encoding="utf-8").split("\n\n"))
    page = f"<html><body><nav>Home, Sport</nav><article><h1>News</h1>{paragraphs}</article></body></html>"
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    code, out, _ = run("--json", path)
    assert code == 0
    speakers = [json.loads(line)["speaker"] for line in out.splitlines()]
    assert "Ana Brandt" in {speaker["name"] for speaker in speakers if speaker}
    path.write_text("<html></html>", encoding="utf-8")
    assert run("--json", path) == (2, "", f"quoteattr: {path}: no article found in the page\n")


def test_without_trafilatura_the_extra_is_named(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.touch()
    code, _, err = run(path)
    assert code == 2
    assert 'pip install "quoteattr[html]"' in err


@pytest.mark.parametrize(
    ("arguments", "claims"),
    [
        (["--kind", "direct"], ["No"]),
        (["--kind", "direct", "--kind", "indirect"], ["No", "N\x1bo"]),
        (["--speaker", "brandt"], ["No"]),
        (["--speaker", "ANA BRANDT"], ["No"]),
        (["--speaker", "Bran"], []),
        (["--speaker", "Brandt", "--kind", "mixed"], []),
    ],
)
def test_claims_are_chosen(article: Path, run: Run, arguments: list[str], claims: list[str]) -> None:
    _, out, _ = run("--json", article, *arguments)
    assert [json.loads(line)["text"] for line in out.splitlines()] == claims


def test_claims_are_chosen_by_their_confidence(tmp_path: Path, run: Run) -> None:
    (tmp_path / "article.txt").write_text("Sato said that it was over. Osei wants to stay.", encoding="utf-8")
    _, out, _ = run("--json", "--scope", "all", tmp_path / "article.txt")
    claims = [json.loads(line) for line in out.splitlines()]
    assert len({claim["confidence"] for claim in claims}) == len(claims) == 2
    least = max(claim["confidence"] for claim in claims)
    code, out, err = run("--json", "--min-confidence", str(least), tmp_path / "article.txt")
    assert (code, err) == (0, "")
    assert [json.loads(line) for line in out.splitlines()] == [max(claims, key=lambda claim: claim["confidence"])]


@pytest.mark.parametrize(
    "name",
    [
        *("text", "marked", "jsonl", "csv", "conll", "webannotation", "schemaorg", "citron", "html", "tei", "brat"),
        *("doccano", "labelstudio", "prodigy"),
    ],
)
def test_every_format_prints_one_document_and_writes_it(name: str, tmp_path: Path, run: Run) -> None:
    code, out, err = run("--format", name, _ARTICLE)
    assert (code, err) == (0, "")
    assert "Ana Brandt" in out
    target = tmp_path / ("out" if name == "brat" else "out.x")
    assert run("--format", name, _ARTICLE, "--output", target) == (0, "", "")
    written = target / "article.ann" if name == "brat" else target
    assert written.read_text(encoding="utf-8") == out


@pytest.mark.parametrize("name", ["html", "tei", "brat", "labelstudio"])
def test_several_documents_get_files_of_their_own(name: str, article: Path, tmp_path: Path, run: Run) -> None:
    assert run("--format", name, article, article)[0] == 2
    assert run("--format", name, article, article, "-o", tmp_path / "out") == (0, "", "")
    names = {path.name for path in (tmp_path / "out").iterdir()}
    endings = {"brat": [".ann", ".txt"], "html": [".html"], "labelstudio": [".json"], "tei": [".xml"]}[name]
    numbered = {f"{number}-article{ending}" for number in ("000001", "000002") for ending in endings}
    assert names - {"annotation.conf", "labeling_config.xml"} == numbered


def test_a_dash_is_standard_output(article: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--json", article, "--output", "-") == run("--json", article)
    assert run("stats", article, "-o", "-") == run("stats", article)
    assert not Path("-").exists()


def test_the_output_is_never_an_input(article: Path, run: Run) -> None:
    assert run(article, "--output", article)[0] == 2
    assert article.read_text(encoding="utf-8") == _TEXT


def test_an_output_that_cannot_be_written_is_one_line(article: Path, run: Run) -> None:
    code, _, err = run(article, "--output", article / "below.txt")
    assert code == 2
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["--jobs", "0"],
        ["--delimiter", "ab"],
        ["--min-confidence", "2"],
        ["--out", "x"],
        ["--form", "csv"],
        ["--encoding", "base64"],
        ["--encoding", "nonsense"],
        ["--language", "xx"],
        ["--format", "xlsx"],
        ["stats", "--format", "brat"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str], run: Run) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert "usage: quoteattr" in err


def test_help_shows_examples(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert "examples:" in out
    assert "exit codes:" in out


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == (0, f"quoteattr {__version__}\n", "")


def test_a_fault_of_ours_in_one_document_does_not_end_the_run(
    article: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = article.with_name("other.txt")
    other.write_text("x", encoding="utf-8")

    def extract(text: str, **_: str) -> tuple[Claim, ...]:
        if text == "x":
            raise RuntimeError("boom")
        return (_CLAIM,)

    monkeypatch.setattr(work, "extract", extract)
    code, out, err = run("--json", other, article)
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err == f"quoteattr: {other}: RuntimeError: boom\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_terminal(encoding: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quoteattr", str(_ARTICLE)]
    done = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": encoding}, cwd=tmp_path)
    assert done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_written_as_its_escape(tmp_path: Path, run: Run) -> None:
    path = tmp_path / os.fsdecode(b"a\xff.txt")
    path.write_bytes(_ARTICLE.read_bytes())
    for name in ("jsonl", "csv", "webannotation", "html", "tei"):
        assert run("--format", name, path)[0] == 0


def test_the_article_has_its_claims(run: Run) -> None:
    _, out, _ = run("--json", _ARTICLE)
    claims = [json.loads(line) for line in out.splitlines()]
    speakers = {claim["speaker"]["name"] for claim in claims if claim["speaker"]}
    assert len(claims) >= 12
    assert {"Ana Brandt", "Henrik Osei", "Lucia Ferran"} <= speakers


def test_the_outermost_claims_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "article.txt").write_text("Sato said that Osei had said that it was over.", encoding="utf-8")
    assert run("--json", tmp_path / "article.txt")[1].count("\n") == 2
    code, out, _ = run("--json", "--outermost", tmp_path / "article.txt")
    assert (code, out.count("\n"), json.loads(out)["parent"]) == (0, 1, None)


def test_a_language_may_be_a_folder(tmp_path: Path, run: Run) -> None:
    home = tmp_path / "mine"
    home.mkdir()
    (home / "cues.toml").write_text('[SAY]\nlemmas = ["diri"]\n', encoding="utf-8")
    (tmp_path / "article.txt").write_text("Sato said that it was over.", encoding="utf-8")
    assert run("--language", home, tmp_path / "article.txt") == (0, "No claims.\n\n", "")
    (home / "cues.toml").write_text("[SAY", encoding="utf-8")
    code, _, err = run("--language", home, tmp_path / "article.txt")
    assert code == 2
    assert "--language: mine/cues.toml: " in err


def test_the_scope_tells_what_is_a_claim(tmp_path: Path, run: Run) -> None:
    (tmp_path / "article.txt").write_text("Sato said that it was over. Osei wants to stay.", encoding="utf-8")
    counts = {
        scope: run("--json", *scope, tmp_path / "article.txt")[1].count("\n") for scope in [(), ("--scope", "all")]
    }
    assert counts == {(): 1, ("--scope", "all"): 2}
    assert run("--scope", "some", tmp_path / "article.txt")[0] == 2
