"""The terminal view is plain, or coloured by rich, and obeys nothing that stands in the text."""

import re
import sys

import pytest

from quoteattr import Claim, Span, render
from quoteattr.extras import MissingExtraError
from tests.formats.sample import CLAIMS, TEXT


def test_plain_shows_content_in_brackets() -> None:
    shown = render.marked(TEXT, CLAIMS, colour=False)
    assert shown.startswith("[1 “The dam [? <b>,”]][?  Ana] O’Dea")
    assert shown.endswith("\n\n[1] Ana O’Dea & co.\n[2] =SUM(1)\n")


def test_colour_changes_nothing_but_colours() -> None:
    pytest.importorskip("rich", reason="rich is not installed")
    shown = render.marked(TEXT, CLAIMS)
    assert "\x1b[" in shown
    plain = re.sub(r"\x1b\[[\d;]*m", "", shown)
    body = plain[: plain.rindex("[1]")]
    assert re.sub(r"\s", "", body) == re.sub(r"\s", "", TEXT)


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
