"""The command line prints claims, or says in a line why it cannot."""

import io
import json
import subprocess
import sys
from pathlib import Path

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


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A file whose claims are known."""
    monkeypatch.setattr(cli, "extract", lambda text: (_CLAIM, _CHILD) if text == _TEXT else ())
    path = tmp_path / "article.txt"
    path.write_bytes(_TEXT.encode())
    return str(path)


def test_a_block_tells_who_how_and_what(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([article]) == 0
    assert capsys.readouterr().out.split("\n") == [
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


def test_several_files_have_headings(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    assert cli.main([article, str(empty)]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"== {article} ==\n")
    assert out.endswith(f"== {empty} ==\n\nNo claims.\n\n")


def test_json_has_every_field(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--json", article]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "file": article,
        "content": [{"start": 0, "end": 5, "text": "“No,”"}],
        "text": "No",
        "quoted": [{"start": 1, "end": 4, "text": "No,"}],
        "cue": {"start": 10, "end": 14, "text": "said", "lemma": "say", "frame": "quote", "factivity": "neutral"},
        "source": {"start": 6, "end": 9, "text": "she", "form": "pronoun", "anonymous": False},
        "speaker": {"name": "Ana Brandt", "kind": "person", "aliases": [], "titles": [], "mentions": []},
        "addressee": None,
        "circumstances": [],
        "kind": "direct",
        "attitude": "assertion",
        "polarity": "positive",
        "realis": "actual",
        "parent": None,
        "rule": "",
    }
    assert second["parent"] == 0


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input_is_read(
    article: str, arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(article).read_bytes())))
    assert cli.main(["--json", *arguments]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["file"] == "-"


def test_line_ends_are_read_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = list[str]()

    def extract(text: str) -> tuple[Claim, ...]:
        seen.append(text)
        return ()

    monkeypatch.setattr(cli, "extract", extract)
    path = tmp_path / "windows.txt"
    path.write_bytes(b"a\r\nb\rc\n")
    cli.main([str(path)])
    assert seen == ["a\r\nb\rc\n"]


def test_no_claims_are_said_so_but_not_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    cli.main([str(path)])
    assert capsys.readouterr().out == "No claims.\n\n"
    cli.main(["--json", str(path)])
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "message"), [("missing.txt", "No such file"), (".", "directory"), ("latin.txt", "not UTF-8 text (byte 3)")]
)
def test_what_cannot_be_read_is_one_line_and_no_output(
    article: str, name: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    assert cli.main([article, str(tmp_path / name)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("quoteattr: ")
    assert message in printed.err


def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--nonsense"])
    assert end.value.code == 2
    assert "usage: quoteattr" in capsys.readouterr().err


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"quoteattr {__version__}\n"


def test_a_closed_pipe_ends_quietly(article: str) -> None:
    script = (
        "import sys; from quoteattr import Claim, Span, cli; "
        "cli.extract = lambda text: (Claim((Span(0, 1, 'a'),), 'a'),) * 50_000; "
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, article], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "who      –\n".encode()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf8_whatever_the_terminal(encoding: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "quoteattr", str(_ARTICLE)]
    environment = {"PYTHONIOENCODING": encoding}
    done = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=tmp_path)
    assert done.stdout.decode("utf-8")


def test_the_article_has_its_claims(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--json", str(_ARTICLE)]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    speakers = {claim["speaker"]["name"] for claim in claims if claim["speaker"]}
    assert len(claims) >= 12
    assert {"Ana Brandt", "Henrik Osei", "Lucia Ferran"} <= speakers
