"""Each rule of commitment, addressees and circumstances shows in its example, and not in its counter-example."""

import re
from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet

from quoteattr import Claim, Language, extract
from quoteattr.attribution.circumstance_pattern import Pattern
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.readings import readings
from quoteattr.attribution.rule import Rule
from quoteattr.grammar.grammar import grammar_of

_GRAMMAR = grammar_of(Language.load("en"))
_ENGINE = engine_of(_GRAMMAR)
_FIELDS = ("attitude", "polarity", "realis")
_MARK = re.compile(r"</?(?:cue|at)>")
_CUE, _AT = re.compile(r"<cue>(.*?)</cue>", re.DOTALL), re.compile(r"<at>(.*?)</at>", re.DOTALL)


def _plain(example: str) -> str:
    return _MARK.sub("", example)


def _claims(example: str) -> tuple[Claim, ...]:
    """The claims of an example whose cue is the one marked."""
    marked = _CUE.search(example)
    return tuple(c for c in extract(_plain(example), scope="all") if marked is None or str(c.cue) == _plain(marked[1]))


def _rules() -> Iterator[ParameterSet]:
    for field, rules in zip(_FIELDS, _ENGINE.judge.tables, strict=True):
        yield from (pytest.param(field, rule, id=f"{field}:{rule.name}") for rule in rules)


@pytest.mark.parametrize(("field", "rule"), list(_rules()))
def test_rule_decides_its_example_and_not_its_counter_example(field: str, rule: Rule) -> None:
    (claim,) = _claims(rule.example)[:1]
    assert getattr(claim.reasons, field) == rule.name
    assert getattr(claim, field) == rule.value
    assert all(getattr(claim.reasons, field) != rule.name for claim in _claims(rule.counter))


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.name) for r in _ENGINE.addressees.rules])
def test_addressee_of_the_example(rule: Rule) -> None:
    assert [claim for claim in _claims(rule.example) if claim.addressee is not None]
    assert not [claim for claim in _claims(rule.counter) if claim.addressee is not None]


def _senses(example: str) -> Iterator[tuple[str, str]]:
    """The rule and the cue of each draft whose words have another sense."""
    shape = _GRAMMAR.reader.read(_plain(example))
    for draft in readings(shape, _GRAMMAR):
        _ENGINE.judge.settle(draft)
        rule = _ENGINE.line.other_sense(draft)
        if rule is not None and draft.cue is not None:
            yield rule.name, shape.written(draft.cue.first, draft.cue.last)


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.name) for r in _ENGINE.line.senses])
def test_other_sense_of_the_example(rule: Rule) -> None:
    assert (rule.name, *_CUE.findall(rule.example)) in _senses(rule.example)
    assert rule.name not in dict(_senses(rule.counter))
    assert not _claims(rule.example)


_PATTERNS = _ENGINE.circumstances.patterns + _ENGINE.circumstances.anaphora


@pytest.mark.parametrize("pattern", [pytest.param(p, id=p.name) for p in _PATTERNS])
def test_circumstances_of_the_example(pattern: Pattern) -> None:
    expected = _AT.findall(pattern.example)
    claims = extract(_plain(pattern.example), scope="all")
    found = [circumstance for claim in claims for circumstance in claim.circumstances]
    assert set(expected) <= {str(circumstance) for circumstance in found}
    assert expected
    assert not pattern.role or pattern.role in {each.role for each in found if str(each) == expected[0]}


@pytest.mark.parametrize("pattern", [pytest.param(p, id=p.name) for p in _ENGINE.circumstances.anaphora])
def test_anaphora_leaves_its_counter_example(pattern: Pattern) -> None:
    assert not [claim for claim in extract(pattern.counter) if claim.circumstances]
