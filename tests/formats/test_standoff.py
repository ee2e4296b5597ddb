"""brat, CoNLL-U Plus and Citron's JSON: other people's readers find our spans again."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quoteattr import extract
from quoteattr.formats.brat import CONFIGURATION, to_brat
from quoteattr.formats.citron import from_citron, to_citron
from quoteattr.formats.conll import to_conll
from quoteattr.formats.marks import Role, spans
from tests.formats.sample import CLAIMS, TEXT

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")

_CITRON_SPAN = {
    "type": "object",
    "required": ["start", "end", "text"],
    "properties": {"start": {"type": "integer"}, "end": {"type": "integer"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
_CITRON_SPANS = {"type": "array", "items": _CITRON_SPAN, "minItems": 1}
_CITRON = {
    "type": "object",
    "required": ["text", "quotes"],
    "properties": {
        "quotes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["cue", "sources", "contents"],
                "properties": {"cue": _CITRON_SPAN, "sources": _CITRON_SPANS, "contents": _CITRON_SPANS},
            },
        },
        "coreference_groups": {"type": "array", "items": _CITRON_SPANS},
    },
}
"""What Citron's documentation of its data format says, as a schema."""


def test_brat_is_read_by_a_brat_library(tmp_path: Path) -> None:
    reader = pytest.importorskip("bratly.io.file_read_src", reason="bratly-io-fs is not installed")
    for number, claims in enumerate((CLAIMS, extract(_ARTICLE))):
        written = to_brat(claims)
        assert reader.parse_and_fix_ann_grammar(written) == written.rstrip("\n")
        path = tmp_path / f"{number}.ann"
        path.write_text(written, encoding="utf-8", newline="\n")
        assert reader.read_and_load_ann_file(str(path))


def test_brat_offsets_slice_the_text() -> None:
    bound = [line.split("\t") for line in to_brat(CLAIMS).splitlines() if line.startswith("T")]
    assert bound
    for _, place, words in bound:
        offsets = place.partition(" ")[2].split(";")
        pieces = [TEXT[int(start) : int(end)] for start, _, end in (piece.partition(" ") for piece in offsets)]
        assert " ".join(pieces) == words
        assert not any("\n" in piece or "\r" in piece for piece in pieces)


def test_brat_names_each_thing_once_and_only_what_the_configuration_knows() -> None:
    lines = to_brat(CLAIMS).splitlines()
    names = [line.split("\t")[0] for line in lines]
    assert len(set(names)) == len(names)
    for line in lines:
        kind = line.split("\t")[1].split(" ")[0]
        assert kind == "AnnotatorNotes" or f"\n{kind}" in CONFIGURATION
        assert not line.startswith("R") or all(arg.partition(":")[2] in names for arg in line.split(" ")[1:])


def test_conll_is_read_by_a_conll_library_and_gives_the_spans_again() -> None:
    conllu = pytest.importorskip("conllu", reason="conllu is not installed")
    for text, claims in ((TEXT, CLAIMS), (_ARTICLE, extract(_ARTICLE))):
        sentences = conllu.parse(to_conll(text, claims), field_parsers=_FIELDS)
        found: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for token in (token for sentence in sentences for token in sentence):
            assert text[token["start"] : token["end"]] == token["form"]
            for tag in token["attribution"]:
                number, _, label = tag.partition(":")
                begin, _, role = label.partition("-")
                pieces = found.setdefault((int(number), role), [])
                if begin == "B":
                    pieces.append((token["start"], token["end"]))
                else:
                    pieces[-1] = (pieces[-1][0], token["end"])
        for number, claim in enumerate(claims, 1):
            for role in Role:
                wanted = [span for name, span in spans(claim) if name is role and role is not Role.VERBATIM]
                got = found.get((number, role.value), [])
                assert len(got) == len(wanted)
                # A token is never cut, so a span may grow to its tokens' ends and lose the blanks at its own.
                assert all(
                    start <= span.start + 1 and span.end - 2 <= end
                    for span, (start, end) in zip(wanted, got, strict=True)
                )


_FIELDS: dict[str, Any] = {
    "start": lambda line, i: int(line[i]),
    "end": lambda line, i: int(line[i]),
    "attribution": lambda line, i: [] if line[i] == "_" else line[i].split("|"),
}


def test_an_empty_text_is_a_document_without_tokens() -> None:
    assert to_conll("", (), name="a\nb").splitlines()[1:] == ["# newdoc id = a b"]


def test_citron_is_what_its_documentation_says() -> None:
    for text, claims in ((TEXT, CLAIMS), (_ARTICLE, extract(_ARTICLE))):
        data = json.loads(json.dumps(to_citron(text, claims)))
        jsonschema.validate(data, _CITRON)


def test_citron_comes_back() -> None:
    back = from_citron(to_citron(TEXT, CLAIMS))
    kept = [claim for claim in CLAIMS if claim.cue and claim.source]
    assert len(back) == len(kept) == 3
    for one, other in zip(back, kept, strict=True):
        assert one.content == other.content
        assert str(one.cue) == str(other.cue)
        assert str(one.source) == str(other.source)


def test_citron_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="the text has"):
        from_citron(to_citron(TEXT, CLAIMS) | {"text": "Another text altogether, and long enough to slice from it."})
