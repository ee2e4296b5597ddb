"""The examples run, and find what was put in."""

import json
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from quoteattr import tally

_EXAMPLES = Path(__file__).parents[1] / "examples"
_ARTICLES = [json.loads(line) for line in (_EXAMPLES / "fifty_articles.jsonl").read_text(encoding="utf-8").splitlines()]


def test_the_fifty_articles_are_what_the_script_writes() -> None:
    assert len(_ARTICLES) == 50
    assert list(runpy.run_path(str(_EXAMPLES / "fifty_articles.py"))["articles"]()) == _ARTICLES


def test_in_each_article_the_people_are_found_who_were_put_in() -> None:
    wrong = []
    for article in _ARTICLES:
        found = Counter(
            "unknown" if gender is None else gender.value for gender in tally([article]).total.genders.elements()
        )
        if found != Counter(article["quoted"]):
            wrong.append((article["text"], found))
    assert not wrong


@pytest.mark.timeout(120)  # matplotlib makes a cache of fonts
def test_the_recipe_prints_its_table_and_draws_it(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed")
    picture = tmp_path / "gap.svg"
    names = [_EXAMPLES / "gender_gap.py", _EXAMPLES / "fifty_articles.jsonl", picture]
    command = [sys.executable, *map(str, names)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[1].split() == ["Beacon", "33", "10", "23", "59%"]
    drawn = picture.read_text(encoding="utf-8")
    assert all(word in drawn for word in ("Courier", "women", "unknown", "50%"))
