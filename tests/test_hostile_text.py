"""Hostile text stays text in every output."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest

from quoteattr import Claim, Cue, Source, SourceForm, Span, Speaker, render
from quoteattr.cli import main
from quoteattr.formats.csv import to_csv
from quoteattr.formats.escape import json_line
from quoteattr.formats.plain import to_block
from quoteattr.formats.records import records
from quoteattr.formats.schemaorg import to_schemaorg
from quoteattr.formats.tei import to_tei
from quoteattr.formats.webannotation import to_annotations

_HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></script></title>-->]]><b>",
    "&lt;b&gt;&#60;b&#62;",
    "{{7*7}}${7*7}",
    "=HYPERLINK(\"http://a.example\")",
    "+1+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1",
    "\x1b]0;title\x07\x1b[31m",
    "\x9b31m\x90q\x9c",
    "\u202eevil\u202c \u2066x\u2069",
    "\0\ud800\ufffe",
    "a\nb\r\nc\u2028d",
    "[bold red]rich[/] {.class}",
)  # fmt: skip


def _hostile(words: str) -> tuple[str, Claim]:
    """A text, and a claim of it whose every word is hostile."""
    text = f"{words} said {words}"
    content, source = (
        Span.of(text, len(text) - len(words), len(text)),
        Source(0, len(words), words, form=SourceForm.NAME),
    )
    cue = Cue(len(words) + 1, len(words) + 5, "said", lemma=words, frame=words)
    speaker = Speaker(
        words, aliases=(words,), titles=(words,), mentions=(Span.of(text, 0, len(words)),), roles=(words,)
    )
    return text, Claim(
        (content,), words, (content,), cue, source, attrs.evolve(speaker, nation=words), content, rule=words
    )


class _Elements(HTMLParser):
    """The elements of a page, and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


@pytest.mark.parametrize("words", _HOSTILE)
def test_a_page_has_no_elements_but_its_own(words: str) -> None:
    text, claim = _hostile(words)
    plain = _Elements(render.html(*_page(*_hostile("Ana")), title="Ana")).found
    found = _Elements(render.html(*_page(text, claim), title=words, language=words)).found
    assert {tag for tag, _ in found} <= {tag for tag, _ in plain} | {"p"}
    assert sum(tag == "script" for tag, _ in found) == 1
    assert {name for _, attributes in found for name, _ in attributes} <= {n for _, given in plain for n, _ in given}


def _page(text: str, claim: Claim) -> tuple[str, tuple[Claim]]:
    return text, (claim,)


@pytest.mark.parametrize("words", _HOSTILE)
def test_a_table_has_no_formula(words: str) -> None:
    _, claim = _hostile(words)
    written = to_csv([{"file": words, **record} for record in records([claim])], keys=("file",))
    for row in csv.reader(io.StringIO(written, newline="")):
        assert not [cell for cell in row if cell[:1] and cell[0] in "=+-@\t\r＝＋－＠"]


@pytest.mark.parametrize("words", _HOSTILE)
def test_linked_data_can_stand_in_a_page(words: str) -> None:
    text, claim = _hostile(words)
    for value in (to_schemaorg([claim], source="urn:x:y"), *to_annotations(text, [claim])):
        line = json_line(value, linked=True)
        assert json.loads(line) == value
        assert not set(line) & set("<>&\n\x1b\x07\x9b\u2028\u202e")
        assert _Elements(f"<script>{line}</script><i>").found == [("script", []), ("i", [])]


@pytest.mark.parametrize("words", _HOSTILE)
@pytest.mark.parametrize("colour", [True, False])
def test_a_terminal_obeys_nothing_of_a_text(words: str, *, colour: bool) -> None:
    if colour:
        pytest.importorskip("rich", reason="rich is not installed")
    text, claim = _hostile(words)
    shown = to_block(claim) + render.marked(text, [claim], colour=colour)
    assert not set(shown) & set("\x07\x90\x9b\x9c\r\0\u202e\u2066")
    assert colour or "\x1b" not in shown
    assert "\x1b]" not in shown
    assert "\x1b[31m" not in to_block(claim)


@pytest.mark.parametrize("words", _HOSTILE)
def test_a_tei_document_is_well_formed(words: str) -> None:
    text, claim = _hostile(words)
    root = ET.fromstring(to_tei(text, [claim], title=words))  # noqa: S314  # written one line above
    assert not [element for element in root.iter() if element.tag.endswith(("script", "img", "}b"))]


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("https://a.example/b?c", "https://a.example/b?c"),
        ("urn:x:1", "urn:x:1"),
        ("javascript://%0aalert(1)", "javascript%3A//%250aalert%281%29"),
        ("https://a.example/<b>", "https%3A//a.example/%3Cb%3E"),
        ("a b:3", "a%20b%3A3"),
    ],
)
def test_a_name_becomes_an_iri_that_only_names(
    name: str, iri: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(json.dumps({"text": "Sato said that it was over.", "id": name}), encoding="utf-8")
    assert main([str(path), "--id-column", "id", "--format", "schemaorg"]) == 0
    assert json.loads(capsys.readouterr().out)["@graph"][0]["@id"] == iri
