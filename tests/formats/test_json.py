"""JSON goes there and back, and the published schema tells what it is."""

import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import given

from quoteattr import extract
from quoteattr.formats import schema
from quoteattr.formats.json import VERSION, from_dict, from_dicts, to_dict, to_dicts
from tests.formats import sample
from tests.fuzz.texts import TEXTS


def _through_json(data: Any) -> Any:
    return json.loads(json.dumps(data))


def test_the_sample_is_sound() -> None:
    sample.check()


@pytest.mark.parametrize("claim", sample.CLAIMS)
def test_a_claim_comes_back_with_its_parent(claim: Any) -> None:
    assert from_dict(_through_json(to_dict(claim))) == claim


def test_claims_come_back_and_share_their_parents() -> None:
    back = from_dicts(_through_json(to_dicts(sample.CLAIMS)))
    assert back == sample.CLAIMS
    assert back[4].parent is back[3]


def test_order_does_not_matter_for_parents() -> None:
    claims = sample.CLAIMS[::-1]
    assert from_dicts(to_dicts(claims)) == claims


def test_a_parent_that_is_not_in_the_list_is_written_in_full() -> None:
    assert from_dicts(_through_json(to_dicts([sample.INNER]))) == (sample.INNER,)


def test_a_parent_outside_the_list_and_a_speaker_stand_once() -> None:
    other = attrs.evolve(sample.INNER, speaker=sample.OUTER.speaker)
    claims = (sample.INNER, other, sample.BARE, other)
    data = _through_json(to_dicts(claims))
    assert data[0]["parent"]["number"] == data[1]["parent"] == len(claims)
    assert data[0]["parent"]["speaker"]["number"] == data[1]["speaker"]["ref"] == 0
    assert json.dumps(data).count('"mentions"') == 1
    back = from_dicts(data)
    assert back == claims
    assert back[0].parent is back[1].parent


def test_what_a_list_refers_to_may_stand_behind() -> None:
    data = _through_json(to_dicts([sample.OUTER, attrs.evolve(sample.INNER, speaker=sample.OUTER.speaker)]))
    assert data[1]["speaker"] == {"ref": 0, "name": sample.OUTER.speaker.name} if sample.OUTER.speaker else False
    data[1]["parent"] = 1
    assert [claim.speaker for claim in from_dicts(data[::-1])] == [sample.OUTER.speaker] * 2


_OLD = Path(__file__).with_name("claims_version_1.json")


def test_version_1_is_read() -> None:
    """In the old form every claim holds its speaker in full, and a parent that is not in the list too."""
    data = json.loads(_OLD.read_text(encoding="utf-8"))
    assert {claim["version"] for claim in data} == {1}
    first, second, third = from_dicts(data)
    assert (first.text, str(first.cue), str(first.speaker)) == ("Osei would go", "said", "Lucia Ferran")
    assert first.speaker is not None
    assert [str(mention) for mention in first.speaker.mentions] == ["Lucia Ferran", "she"]
    assert second.parent is first
    assert third.speaker == first.speaker
    assert third.parent is not None
    assert (third.parent.text, third.parent.parent) == ("it was late", first)
    assert from_dicts(to_dicts((first, second, third))) == (first, second, third)
    assert from_dict(data[0]) == first


@given(TEXTS)
def test_every_text_comes_back_and_fits_the_schema(text: str) -> None:
    claims = extract(text)
    data = _through_json(to_dicts(claims))
    assert from_dicts(data) == claims
    for claim in data:
        _VALIDATOR.validate(claim)


_VALIDATOR = jsonschema.Draft202012Validator(schema.schema())


def test_the_schema_is_a_schema_and_is_what_the_types_say() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema())
    assert schema.schema() == schema.build(), (
        "a type has changed: python -m quoteattr.formats.schema > quoteattr/formats/claim.schema.json"
    )


@pytest.mark.parametrize("claim", sample.CLAIMS)
def test_the_sample_fits_the_schema(claim: Any) -> None:
    _VALIDATOR.validate(_through_json(to_dict(claim)))


@pytest.mark.parametrize(
    "change", [{"kind": "loud"}, {"text": None}, {"version": 0}, {"content": [{"start": -1}]}, {"parent": "x"}]
)
def test_the_schema_refuses_what_is_wrong(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _VALIDATOR.validate(_through_json(to_dict(sample.BARE)) | change)


def test_a_new_field_is_a_default_and_an_unknown_key_is_passed_over() -> None:
    data = to_dict(sample.BARE)
    del data["rule"], data["version"]
    assert from_dict(data | {"file": "a.txt"}) == sample.BARE


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": VERSION + 1}, "reads up to 2"),
        ({"version": "1"}, "reads up to 2"),
        ({"kind": "loud"}, "claim.kind: 'loud' is none of direct, indirect, mixed"),
        ({"text": 3}, "claim.text: expected str, not 3"),
        ({"content": "no"}, "claim.content: expected a list"),
        ({"content": [3]}, r"claim.content\[0\]: expected a dictionary"),
        ({"content": [{"start": 0, "end": 2}]}, r"claim.content\[0\]: no text"),
        ({"content": [{"start": 0, "end": 2, "text": "long"}]}, "does not fit"),
        ({"parent": 0}, "parent is the number 0: read the whole list with from_dicts"),
        ({"parent": "x"}, "claim.parent: expected a number or a dictionary, not 'x'"),
        ({"parent": {}}, "claim: no content and no text"),
        ({"speaker": {"ref": 3, "name": "Osei"}}, "speaker 'Osei' stands elsewhere: read the whole list"),
        ({"speaker": {"number": 0}}, "claim.speaker: no name"),
        ({"speaker": "Osei"}, "claim.speaker: expected a dictionary"),
    ],
)
def test_what_is_wrong_is_told(change: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_dict(to_dict(sample.BARE) | change)


@pytest.mark.parametrize(("parent", "message"), [(0, "its own ancestor"), (7, "no claim has the number 7")])
def test_wrong_parents_are_told(parent: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        from_dicts([to_dict(sample.BARE) | {"parent": parent}])
