"""A result as JSON goes there and back, and the published schema tells what it is."""

import json

import jsonschema
import pytest
from hypothesis import given

from quoteattr import verify
from quoteattr.checking import schema
from quoteattr.checking.json import from_dict, to_dict
from tests.checking.pairs import Pair, pairs
from tests.fuzz.texts import TEXTS

_VALIDATOR = jsonschema.Draft202012Validator(schema.schema())


def _goes_there_and_back(summary: str, article: str) -> None:
    result = verify(summary, article)
    data = json.loads(json.dumps(to_dict(result)))
    _VALIDATOR.validate(data)
    assert from_dict(data) == result


@pytest.mark.parametrize("pair", [pair for pair in pairs() if pair.findings], ids=str)
def test_every_pair_comes_back_and_fits_the_schema(pair: Pair) -> None:
    _goes_there_and_back(pair.summary, pair.article)


@given(TEXTS, TEXTS)
def test_every_result_comes_back_and_fits_the_schema(summary: str, article: str) -> None:
    _goes_there_and_back(summary, article)


def test_a_finding_by_itself_fits_its_part_of_the_schema() -> None:
    (finding,) = verify("“The dam will fall,” Osei said.", "“The dam will not fall,” Osei said.")
    data = json.loads(json.dumps(to_dict(finding)))
    jsonschema.Draft202012Validator({"$ref": "#/$defs/Finding", "$defs": schema.schema()["$defs"]}).validate(data)
    assert data["version"] == 1


def test_the_schema_is_a_schema_and_is_what_the_types_say() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema())
    assert schema.schema() == schema.build(), (
        "a type has changed: python -m quoteattr.checking.schema > quoteattr/checking/verification.schema.json"
    )


@pytest.mark.parametrize("change", [{"version": 2}, {"findings": 3}, {"quotations": "one"}])
def test_what_is_wrong_is_refused(change: dict[str, object]) -> None:
    data = to_dict(verify("", "")) | change
    with pytest.raises(ValueError, match=str(next(iter(change)))):
        from_dict(data)
    with pytest.raises(jsonschema.ValidationError):
        _VALIDATOR.validate(data)
