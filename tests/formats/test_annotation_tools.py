"""What is written for annotation tools is read back by their own libraries, or by those that read the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from quoteattr import Claim, cli, extract
from quoteattr.formats.doccano import to_doccano
from quoteattr.formats.labelstudio import CONFIGURATION, to_labelstudio
from quoteattr.formats.marks import Role, spans
from quoteattr.formats.prodigy import to_prodigy
from quoteattr.formats.regions import RELATIONS
from tests.formats.sample import CLAIMS, INNER, OUTER, SPLIT, TEXT
from tests.fuzz.texts import TEXTS


def _wanted(claims: Any) -> set[tuple[int, int, str]]:
    """Start, end and part of every stretch but the verbatim ones."""
    found = [(role, span) for claim in claims for role, span in spans(claim) if role is not Role.VERBATIM]
    return {(span.start, span.end, role.value) for role, span in found if span.text.strip()}


def _related(claims: Any) -> set[tuple[str, str, str]]:
    """The relations of the sample, by name and the words at both ends."""
    found = set()
    for claim in claims:
        head = claim.content[0].text
        parts = [(role.value, span) for role, span in spans(claim) if role not in (Role.CONTENT, Role.VERBATIM)]
        found |= {(name, head, span.text) for name, span in parts}
        found |= {("continued", head, span.text) for span in claim.content[1:]}
        if claim.parent:
            found.add(("parent", head, claim.parent.content[0].text))
    return found


def test_label_studio_takes_the_tasks() -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface", reason="label-studio-sdk is not installed")
    interface = sdk.LabelInterface(CONFIGURATION)
    interface.validate()
    task = json.loads(json.dumps(to_labelstudio(TEXT, CLAIMS, name="dam")))
    assert interface.validate_task({"data": task["data"]})
    (prediction,) = task["predictions"]
    assert interface.validate_prediction(prediction, return_errors=True) == []
    broken = {**prediction, "result": [{**prediction["result"][0], "from_name": "nothing"}]}
    assert interface.validate_prediction(broken, return_errors=True), "it does look"
    assert prediction["score"] == INNER.confidence, "the only one in the sample"


def test_label_studio_has_all_that_a_claim_has() -> None:
    result = to_labelstudio(TEXT, CLAIMS)["predictions"][0]["result"]
    labels = {each["id"]: each["value"] for each in result if each["type"] == "labels"}
    assert {(each["start"], each["end"], each["labels"][0]) for each in labels.values()} == _wanted(CLAIMS)
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in labels.values())
    relations = [each for each in result if each["type"] == "relation"]
    found = {(each["labels"][0], labels[each["from_id"]]["text"], labels[each["to_id"]]["text"]) for each in relations}
    assert found == _related(CLAIMS)
    choices = {
        (each["from_name"], each["value"]["choices"][0])
        for each in result
        if each["type"] == "choices" and each["value"]["start"] == OUTER.content[0].start
    }
    assert choices == {("kind", "indirect"), ("attitude", "refusal"), ("polarity", "negative"), ("realis", "actual")}


def _spacy_doc(task: dict[str, Any]) -> Any:
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    tokens = task["tokens"]
    words, blanks = [token["text"] for token in tokens], [token["ws"] for token in tokens]
    return spacy.tokens.Doc(spacy.blank("en").vocab, words=words, spaces=blanks)


def test_prodigys_tokens_and_spans_are_spacys() -> None:
    task = json.loads(json.dumps(to_prodigy(TEXT, CLAIMS)))
    doc = _spacy_doc(task)
    assert doc.text == TEXT
    for span in task["spans"]:
        theirs = doc[span["token_start"] : span["token_end"] + 1]
        assert (theirs.start_char, theirs.end_char) == (span["start"], span["end"])
    assert {(each["start"], each["end"], each["label"].lower()) for each in task["spans"]} == _wanted(CLAIMS)
    words = {(each["start"], each["end"]): TEXT[each["start"] : each["end"]] for each in task["spans"]}
    found = set()
    for each in task["relations"]:
        head, child = each["head_span"], each["child_span"]
        assert (each["head"], each["child"]) == (head["token_end"], child["token_end"])
        found.add((each["label"].lower(), words[head["start"], head["end"]], words[child["start"], child["end"]]))
    assert found == _related(CLAIMS)


@given(TEXTS)
def test_any_text_has_tokens_that_make_it_up(text: str) -> None:
    claims = extract(text)
    task = to_prodigy(text, claims)
    tokens = task["tokens"]
    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == text
    assert [token["id"] for token in tokens] == list(range(len(tokens)))
    assert all(text[token["start"] : token["end"]] == token["text"] for token in tokens)
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]


def test_doccano_has_entities_and_relations() -> None:
    """The keys are those of `SpanLabel` and `RelationLabel` in doccano 1.8, whose package pins old libraries."""
    line = json.loads(json.dumps(to_doccano(TEXT, CLAIMS, name="dam")))
    assert (line["text"], line["name"]) == (TEXT, "dam")
    entities = {each["id"]: each for each in line["entities"]}
    assert {(each["start_offset"], each["end_offset"], each["label"]) for each in entities.values()} == _wanted(CLAIMS)
    assert all(0 <= each["start_offset"] < each["end_offset"] <= len(TEXT) for each in entities.values())
    words = {number: TEXT[each["start_offset"] : each["end_offset"]] for number, each in entities.items()}
    found = {(each["type"], words[each["from_id"]], words[each["to_id"]]) for each in line["relations"]}
    assert found == _related(CLAIMS)
    assert [each["id"] for each in line["relations"]] == list(range(len(line["relations"])))
    assert {each["type"] for each in line["relations"]} <= set(RELATIONS)


def test_doccanos_files_leave_it_no_encoding_to_guess(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert cli.main(["--format", "doccano", str(tmp_path / "a.txt")]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out)["text"] == (tmp_path / "a.txt").read_bytes().decode()


def test_a_text_without_claims_is_a_task_too() -> None:
    assert to_labelstudio("x", ())["predictions"] == [{"model_version": "quoteattr", "result": []}]
    assert to_doccano("x", ())["entities"] == []
    assert to_prodigy("", ())["tokens"] == []


def test_a_stretch_that_two_claims_share_is_one_region() -> None:
    twice: list[Claim] = [SPLIT, SPLIT]
    assert to_doccano(TEXT, twice) == to_doccano(TEXT, [SPLIT])
