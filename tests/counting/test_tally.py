"""Counting over articles: who is quoted, each quotation once."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quoteattr import Article, Gender, Kind, Known, LanguageError, Realis, SpeakerKind, Tally, cli, extract, tally

_LONG = "“It was never safe to drive over,”"
_NEWS = [
    Article(f"{_LONG} Mayor Ana Brandt said. She denied that it was closed.", "Courier", dt.date(2026, 3, 1), "c1"),
    Article(f"“No,” said Henrik Osei. {_LONG} Ana Brandt had said.", "Post", "2026-03-01T09:30:00Z", "p1"),
    Article("“No,” said a driver who asked not to be named. The ministry did not say whether it was.", "Post"),
    Article("It rained.", date="spring"),
]


@pytest.fixture(scope="module")
def counted() -> Tally:
    """The tally of the small corpus."""
    return tally(_NEWS)


def test_claims_are_counted_by_every_sort(counted: Tally) -> None:
    total = counted.total
    assert (total.articles, total.claims, total.repeats) == (4, 5, 1)
    assert total.kinds == {Kind.DIRECT: 3, Kind.INDIRECT: 2}
    assert total.realis == {Realis.ACTUAL: 4, Realis.NEGATED: 1}
    assert total.speakers == {SpeakerKind.PERSON: 4, SpeakerKind.ORGANISATION: 1}
    assert total.genders == {Gender.FEMALE: 2, Gender.MALE: 1, None: 1}
    assert (total.anonymous, total.anonymous_share) == (1, 0.2)


def test_shares_leave_the_unknown_out_and_say_how_many(counted: Tally) -> None:
    assert counted.total.share("female") == pytest.approx(2 / 3)
    assert counted.total.share(Gender.MALE) == pytest.approx(1 / 3)
    assert counted.total.row()["gender_unknown"] == 1
    assert "No text shows the gender of the unknown. They belong in every share that you report." in str(counted)
    assert counted.people == {Gender.FEMALE: 1, Gender.MALE: 1}, "a driver has no name"
    nothing = tally([])
    assert (nothing.total.share("female"), nothing.total.anonymous_share) == (None, None)


def test_speakers_are_one_in_all_articles(counted: Tally) -> None:
    assert [(one.name, one.counts.claims, one.counts.articles) for one in counted.quoted] == [
        ("Ana Brandt", 2, 2),
        ("Henrik Osei", 1, 1),
        ("The ministry", 1, 1),
        ("a driver", 1, 1),
    ]
    assert counted.quoted[0].gender is Gender.FEMALE, "the first article shows it"


def test_a_quotation_in_several_articles_is_found_once(counted: Tally) -> None:
    (one,) = counted.repeated
    assert (one.text, one.speaker, one.articles) == ("It was never safe to drive over", "Ana Brandt", ("c1", "p1"))
    assert counted.quoted[0].counts.repeats == 1


def test_short_quotations_are_no_repeats(counted: Tally) -> None:
    assert [one.text for one in counted.repeated] == ["It was never safe to drive over"]
    assert counted.total.kinds[Kind.DIRECT] == 3, "“No” counts twice"


def test_a_shorter_name_is_the_same_quotation_and_another_speaker_is_not() -> None:
    others = [f"{_LONG} said Brandt.", f"{_LONG} said Otto Lang.", f"{_LONG} a driver said."]
    found = tally([_NEWS[0].text, *others])
    assert [one.articles for one in found.repeated] == [("1", "2")]
    assert found.total.repeats == 1


def test_outlets_and_days_count_what_each_has(counted: Tally) -> None:
    assert {name: (each.articles, each.claims, each.repeats) for name, each in counted.outlets.items()} == {
        "Courier": (1, 2, 0),
        "Post": (2, 4, 0),
    }
    assert {name: (each.articles, each.claims, each.repeats) for name, each in counted.days.items()} == {
        "2026-03-01": (2, 3, 1),
        "spring": (1, 0, 0),
    }


def test_known_people_are_one_whatever_they_are_called() -> None:
    known = [Known("Ana Brandt", aliases=("Iron Ana",), gender=Gender.FEMALE, identifier="Q42")]
    found = tally(["Iron Ana said that it rained.", "Ana Brandt said that it was dry."], known=known)
    assert [(one.name, one.identifier, one.counts.claims) for one in found.quoted] == [("Ana Brandt", "Q42", 2)]


def test_rows_are_flat_and_the_sums_hold(counted: Tally) -> None:
    rows = list(counted.rows())
    assert [row["by"] for row in rows] == ["total", "outlet", "outlet", "day", "day", *["speaker"] * 4]
    assert len({tuple(row) for row in rows}) == 1, "all have the same columns"
    total = rows[0]
    for column in ("claims", "repeats", "direct", "negated", "anonymous", "person"):
        assert total[column] == sum(int(str(row[column])) for row in rows if row["by"] == "speaker")
    assert json.loads(json.dumps(counted.to_dict()))["quoted"][0]["name"] == "Ana Brandt"


@pytest.mark.parametrize(
    "news",
    [
        lambda: [_NEWS[0].text, _NEWS[1].text],
        lambda: iter([{"text": each.text, "words": 3} for each in _NEWS[:2]]),
        lambda: [{"text": each.text, "outlet": float("nan"), "date": None} for each in _NEWS[:2]],
    ],
)
def test_texts_and_rows_of_tables_are_articles(news: Callable[[], Any]) -> None:
    found = tally(news())
    assert (found.total.claims, found.outlets, found.days) == (3, {}, {})
    assert found.repeated[0].articles == ("1", "2")


def test_rows_of_a_data_frame_are_articles() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pandas.DataFrame({"text": [_NEWS[0].text], "date": pandas.to_datetime(["2026-03-01 10:00"])})
    assert list(tally(frame.to_dict("records")).days) == ["2026-03-01"]


def test_wrong_arguments_are_told() -> None:
    with pytest.raises(TypeError, match="not one string"):
        tally("Sato said that it rained.")
    with pytest.raises(TypeError, match="an article must be a string, an Article or a mapping, not int"):
        tally([3])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="an article's text must be a string, not NoneType"):
        tally([{"body": "x"}])
    with pytest.raises(ValueError, match="jobs"):
        tally([], jobs=0)
    with pytest.raises(LanguageError):
        tally(["x"], language="xx")


def test_scope_and_nesting_are_handed_on() -> None:
    text = "Sato said that Osei had said that it was over. Ferran wants to stay."
    options: list[dict[str, Any]] = [{}, {"nested": False}, {"scope": "all"}]
    for settings in options:
        assert tally([text], **settings).total.claims == len(extract(text, **settings))


_SCRIPT = """
from quoteattr import tally
if __name__ == "__main__":
    news = [{"text": f"Ana Brandt said that week {n} was dry.", "outlet": str(n % 2)} for n in range(100)]
    assert tally(news, jobs=2) == tally(news)
"""


@pytest.mark.timeout(120)  # processes are started
def test_processes_count_the_same(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(_SCRIPT, encoding="utf-8")
    subprocess.run([sys.executable, str(tmp_path / "script.py")], check=True)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """The small corpus as JSON lines."""
    rows = [{"body": each.text, "paper": each.outlet, "day": each.day, "key": each.name} for each in _NEWS]
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


_COLUMNS = ["--text-column", "body", "--outlet-column", "paper", "--date-column", "day", "--id-column", "key"]


def _stats(feed: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["stats", str(feed), *_COLUMNS, *arguments]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return printed.out


def test_the_command_prints_the_tables(feed: Path, capsys: pytest.CaptureFixture[str], counted: Tally) -> None:
    out = _stats(feed, capsys)
    assert out == f"{counted}\n"
    assert "       2  Ana Brandt (person, female)\n" in out
    assert "       1  of sources whose name is kept back (20.0%)\n" in out
    assert "\nby outlet\n       2  Courier\n       4  Post\n" in out


def test_the_command_writes_json_and_csv(
    feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], counted: Tally
) -> None:
    found = json.loads(_stats(feed, capsys, "--format", "json"))
    wanted = json.loads(json.dumps(counted.to_dict()))
    names = [one.pop("articles") for one in (*found["repeated"], *wanted["repeated"])]
    assert names == [["c1", "p1"]] * 2
    assert found == wanted
    lines = _stats(feed, capsys, "--format", "csv").splitlines()
    assert lines[0].startswith("by,name,kind,gender,identifier,articles,claims,repeats,direct,")
    assert lines[1].startswith("total,,,,,4,5,1,3,")
    assert _stats(feed, capsys, "--format", "csv", "-o", str(tmp_path / "x.csv")) == ""
    assert (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines() == lines


def test_the_command_counts_what_is_chosen_and_tells_what_it_cannot_read(
    feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(_stats(feed, capsys, "--format", "json", "--kind", "direct", "--speaker", "Brandt"))
    assert (found["total"]["claims"], found["total"]["articles"]) == (1, 4)
    with feed.open("a", encoding="utf-8") as stream:
        stream.write("{\n")
    assert cli.main(["stats", str(feed), *_COLUMNS, "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["total"]["claims"] == 5
    assert "not JSON" in printed.err
    assert cli.main(["stats", str(feed.with_name("none"))]) == 2
    assert capsys.readouterr().out == ""
