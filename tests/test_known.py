"""Known people and bodies: read from a file, found in any number, ambiguous ones never."""

import json
import sys
from pathlib import Path

import pytest

from quoteattr import Gender, Known, Scope, SpeakerKind, cli, extract, read_known
from quoteattr.attribution.drafts import drafts_of
from quoteattr.attribution.engine import engine_of
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language
from quoteattr.speakers.resolve import resolve

_GRAMMAR = grammar_of(Language.load("en"))
_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
_MANY = tuple(
    Known(f"Zor{number} Velt{number % 700}", aliases=(f"Zo Velt{number}",), identifier=str(number))
    for number in range(5_000)
)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    entries = [
        {
            "id": "Q42",
            "label": "Ana Brandt",
            "aliases": ["Iron Ana"],
            "gender": "http://www.wikidata.org/entity/Q6581072",
            "description": "mayor",
        },
        {"identifier": 7, "name": "Lake Union", "kind": "organisation", "titles": [], "gender": None},
        {"name": "Tom Hale", "aliases": "Tommy", "titles": ["Captain"], "gender": "male"},
        {"label": "Eva Novak", "gender": "non-binary"},
    ]
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, entries)) + "\n", encoding="utf-8")
    assert read_known(path) == (
        Known("Ana Brandt", aliases=("Iron Ana",), gender=Gender.FEMALE, identifier="Q42"),
        Known("Lake Union", identifier="7", kind=SpeakerKind.ORGANISATION),
        Known("Tom Hale", aliases=("Tommy",), titles=("Captain",), gender=Gender.MALE),
        Known("Eva Novak"),
    )


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 2: no JSON"),
        ("[]", "line 2: expected an object"),
        ("{}", "line 2: no name"),
        ('{"name": " "}', "line 2: no name"),
        ('{"name": 1}', "line 2: name: expected a string"),
        ('{"name": "Ana", "aliases": [1]}', "line 2: aliases: expected a list of strings"),
        ('{"name": "Ana", "kind": "robot"}', "line 2: kind: 'robot' is none of person"),
    ],
)
def test_a_fault_names_file_line_and_key(tmp_path: Path, line: str, fault: str) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text('{"name": "Tom Hale"}\n' + line, encoding="utf-8")
    with pytest.raises(ValueError, match=r"people\.jsonl") as error:
        read_known(path)
    assert fault in str(error.value)


def test_one_of_thousands_is_found() -> None:
    (claim,) = extract("Zor4711 Velt511 said that the bridge was safe.", known=_MANY)
    assert claim.speaker is not None
    assert claim.speaker.identifier == "4711"


def test_who_shares_a_name_has_no_identifier() -> None:
    known = [Known("Ana Brandt", identifier="1"), Known("Ana Brandt", identifier="2")]
    (claim,) = extract("Ana Brandt said that the bridge was safe.", known=known)
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.identifier) == ("Ana Brandt", None)


def test_the_longest_name_at_a_place_is_meant() -> None:
    known = [Known("Iron Ana", identifier="1"), Known("Iron Ana of the Lake", identifier="2")]
    (claim,) = extract("Iron Ana of the Lake said that the bridge was safe.", known=known)
    assert claim.speaker is not None
    assert claim.speaker.identifier == "2"


def test_records_may_change_between_calls() -> None:
    text = "Iron Ana said that the bridge was safe."
    known = [Known("Iron Ana", identifier="1")]
    assert [claim.speaker and claim.speaker.identifier for claim in extract(text, known=known)] == ["1"]
    known[0] = Known("Iron Ana", identifier="2")
    assert [claim.speaker and claim.speaker.identifier for claim in extract(text, known=known)] == ["2"]


def test_thousands_take_hardly_more_work() -> None:
    _calls(_MANY)  # makes what is made once
    assert _calls(_MANY) < 1.1 * _calls(())


def _calls(known: tuple[Known, ...]) -> int:
    """How many functions are called while the speakers of an article are resolved: work, not seconds."""
    shape = _GRAMMAR.reader.read(_ARTICLE)
    found = drafts_of(shape, _GRAMMAR, engine_of(_GRAMMAR).line.admits(Scope.SPEECH))
    events: list[str] = []
    sys.setprofile(lambda _, event, __: events.append(event))
    try:
        resolve(shape, found, _GRAMMAR, known)
    finally:
        sys.setprofile(None)
    return len(events)


def test_the_command_line_takes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people, article = tmp_path / "people.jsonl", tmp_path / "article.txt"
    people.write_text('{"id": "Q42", "label": "Ana Brandt"}', encoding="utf-8")
    article.write_text("Ana Brandt said that the bridge was safe.", encoding="utf-8")
    assert cli.main([str(article), "--known", str(people), "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["speaker"]["identifier"] == "Q42"


@pytest.mark.parametrize(("content", "fault"), [(None, "No such file"), ("{", "line 1: no JSON")])
def test_a_file_that_cannot_be_read_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None, fault: str
) -> None:
    people, output = tmp_path / "people.jsonl", tmp_path / "claims.jsonl"
    if content is not None:
        people.write_text(content, encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        cli.main([str(people), "--known", str(people), "-o", str(output)])
    assert end.value.code == 2
    assert fault in capsys.readouterr().err
    assert not output.exists()
