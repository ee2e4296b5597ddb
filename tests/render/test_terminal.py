"""The terminal view is plain, or coloured by rich, and obeys nothing that stands in the text."""

import re
import sys
from pathlib import Path

import pytest

from quoteattr import Claim, Span, extract, render
from quoteattr.extras import MissingExtraError
from tests.formats.sample import CLAIMS, TEXT

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
_BADGE = re.compile(r"▐(\d+|\?)▌")


def test_plain_shows_content_in_brackets() -> None:
    shown = render.marked(TEXT, CLAIMS, colour=False)
    assert shown.startswith("[1 “The dam [? <b>,”]][?  Ana] O’Dea")
    assert shown.endswith("\n\n[1] Ana O’Dea & co.\n[2] =SUM(1)\n")


def test_colour_changes_nothing_but_colours() -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    shown = render.marked(TEXT, CLAIMS)
    assert "\x1b[" in shown
    body, _, legend = _plain(shown).rpartition("\n\n▐1")
    assert _squeezed(_BADGE.sub("", body)) == _squeezed(TEXT)
    assert legend.splitlines()[:3] == [
        "▌ Ana O’Dea & co.",
        "▐2▌ =SUM(1)",
        "▐?▌ nobody known",
    ]
    assert legend.endswith("\n\nwho, through which words, word for word\n")


def test_each_content_has_its_speakers_number() -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    claims = extract(_ARTICLE)
    shown = _plain(render.marked(_ARTICLE, claims, width=60)).partition("\n\n\n")[0]
    numbers = [found.group(1) for found in _BADGE.finditer(shown)]
    assert len(numbers) == sum(len(claim.content) for claim in claims)
    assert numbers[:3] == ["1", "2", "2"]


@pytest.mark.parametrize("width", [24, 60, 100])
def test_no_word_is_broken_at_the_margin(width: int) -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    lines = _plain(render.marked(_ARTICLE, extract(_ARTICLE), width=width)).splitlines()
    assert max(map(len, lines)) <= width
    article = _plain(render.marked(_ARTICLE, (), width=width)).split()
    assert article == _ARTICLE.split()


def _plain(shown: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", shown)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("colour", [True, False])
def test_control_characters_do_not_reach_the_terminal(*, colour: bool) -> None:
    if colour:
        pytest.importorskip("rich", reason="rich is not installed")
    text = "\x1b]0;x\x07 \x9b31m [bold]“No”"
    shown = render.marked(text, [Claim(content=(Span.of(text, 0, len(text)),), text="x")], colour=colour)
    assert "\x07" not in shown
    assert "\x9b" not in shown
    assert "\x1b]" not in shown
    assert "[bold]" in shown


def test_without_rich_colour_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rich.text", None)
    with pytest.raises(MissingExtraError, match=r"quoteattr\[terminal\]"):
        render.marked(TEXT, CLAIMS)
