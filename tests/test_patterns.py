"""Every pattern of the grammar shows in its example, and does not in its counter-example."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
import pytest

from quoteattr import Claim, Language, Span, extract
from quoteattr.attribution.cues import candidates
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.readings import readings
from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.labels import Labels
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.pattern import Pattern
from quoteattr.grammar.reader import Reader
from quoteattr.grammar.retagging import Retagging
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.titles import Titles
from quoteattr.grammar.wordclass import LETTER
from quoteattr.text.tokens import Tokenizer, token_pattern

_ENGLISH = Language.load("en")
_GRAMMAR = grammar_of(_ENGLISH)
_MARK = re.compile(r"<(/?)(source|cue|content)>")


@attrs.frozen
class _Marked:
    """An example without its marks, and the spans that were marked."""

    text: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def _marked(example: str) -> _Marked:
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    text, start = "", 0
    for stretch, closing, part in zip(*[iter([*_MARK.split(example), "", ""])] * 3, strict=True):
        text += stretch
        if closing:
            spans[part].append((start, len(text)))
        start = len(text)
    found = {part: tuple(Span.of(text, *at) for at in places) for part, places in spans.items()}
    return _Marked(text, **found)


def _plain(parts: Iterable[Span]) -> tuple[Span, ...]:
    """Cues and sources as mere spans."""
    return tuple(Span(part.start, part.end, part.text) for part in parts)


def _agrees(claim: Claim, marked: _Marked) -> bool:
    """Whether the parts of a claim that are marked are exactly the words marked."""
    pairs = (
        (marked.source, (claim.source,) if claim.source else ()),
        (marked.cue, (claim.cue,) if claim.cue else ()),
        (marked.content, claim.content),
    )
    return all(not expected or expected == _plain(found) for expected, found in pairs)


def _shown(claims: Iterable[Claim]) -> str:
    """Claims in a line each, for the message of a failure."""
    return "\n".join(f"{c.rule}: {c.source} | {c.cue} | {[str(s) for s in c.content]}" for c in claims) or "no claim"


def _each(name: str, patterns: Iterable[Pattern]) -> pytest.MarkDecorator:
    """A case for each pattern of a file."""
    return pytest.mark.parametrize("pattern", [pytest.param(p, id=f"{name}:{p.name}") for p in patterns])


def _uses(claim: Claim, pattern: Pattern, *, place: int) -> bool:
    return claim.rule.split(" + ")[place:][:1] == [pattern.name]


def _check_example(pattern: Pattern, place: int) -> None:
    marked = _marked(pattern.example)
    claims = extract(marked.text, scope="all")
    fitting = [claim for claim in claims if _uses(claim, pattern, place=place) and _agrees(claim, marked)]
    assert fitting, _shown(claims)


def _check_counter(pattern: Pattern, place: int) -> None:
    claims = extract(pattern.counter, scope="all")
    assert not any(_uses(claim, pattern, place=place) for claim in claims), _shown(claims)


@_each("sources", _GRAMMAR.sources)
def test_source_pattern_finds_the_source_of_its_example(pattern: Pattern) -> None:
    _check_example(pattern, 0)


@_each("sources", _GRAMMAR.sources)
def test_source_pattern_leaves_its_counter_example(pattern: Pattern) -> None:
    _check_counter(pattern, 0)


@_each("contents", _GRAMMAR.contents)
def test_content_pattern_finds_the_content_of_its_example(pattern: Pattern) -> None:
    _check_example(pattern, 1)


@_each("contents", _GRAMMAR.contents)
def test_content_pattern_leaves_its_counter_example(pattern: Pattern) -> None:
    _check_counter(pattern, 1)


def _read(text: str) -> tuple[Shape, list[Draft]]:
    shape = _GRAMMAR.reader.read(text)
    return shape, readings(shape, _GRAMMAR)


def _cuttable(shape: Shape, draft: Draft, end: Pattern) -> Iterator[Range]:
    """The pieces of a draft's content whose end is sought by that pattern."""
    content = draft.pattern
    if content.side == "left":
        continuation = content if content.goes_on else next((p for p, _ in _continuing(shape, draft)), content)
        yield from draft.content[1:] if end.goes_with(continuation) else ()
    elif content.ends and end.goes_with(content):
        yield from draft.content


def _cut(shape: Shape, piece: Range, end: Pattern) -> int | None:
    """Where a pattern would cut a piece, if nothing else did before."""
    if end.behind is not None and not end.behind.match(shape.letters, piece[0]):
        return None
    match = end.regex.search(shape.letters, piece[0] + 1, shape.sentence_end(piece[0]) + 1)
    return match.start("cut") if match else None


@_each("ends", _GRAMMAR.ends)
def test_content_of_the_example_ends_where_the_rule_says(pattern: Pattern) -> None:
    marked = _marked(pattern.example)
    claims = extract(marked.text, scope="all")
    assert any(_agrees(claim, marked) for claim in claims), _shown(claims)
    shape, found = _read(marked.text)
    pieces = [piece for draft in found for piece in _cuttable(shape, draft, pattern)]
    assert any(_cut(shape, piece, pattern) == piece[1] for piece in pieces)


@_each("ends", _GRAMMAR.ends)
def test_content_of_the_counter_example_is_not_cut(pattern: Pattern) -> None:
    shape, found = _read(pattern.counter)
    pieces = [piece for draft in found for piece in _cuttable(shape, draft, pattern)]
    assert pieces, "the counter-example has no content that could be cut"
    assert all(_cut(shape, piece, pattern) is None for piece in pieces)


def _continuing(shape: Shape, draft: Draft) -> Iterator[tuple[Pattern, int]]:
    """The continuations that match after the tag of a draft, in order, and where the content goes on."""
    content = draft.pattern
    at = draft.tag_end
    for pattern in _GRAMMAR.continuations:
        if content.side == "left" and pattern.goes_with(content):
            match = pattern.regex.match(shape.letters, at, shape.sentence_end(at) + 1)
            if match is not None:
                yield pattern, match.start("content")


@_each("continuations", _GRAMMAR.continuations)
def test_content_of_the_example_goes_on_as_the_rule_says(pattern: Pattern) -> None:
    marked = _marked(pattern.example)
    claims = extract(marked.text, scope="all")
    assert any(_agrees(claim, marked) for claim in claims), _shown(claims)
    shape, found = _read(marked.text)
    firsts = [(next(_continuing(shape, draft), None), draft) for draft in found]
    assert any(first == (pattern, draft.content[-1][0]) for first, draft in firsts)


@_each("continuations", _GRAMMAR.continuations)
def test_content_of_the_counter_example_does_not_go_on(pattern: Pattern) -> None:
    shape, found = _read(pattern.counter)
    assert found, "the counter-example makes no claim"
    assert not any(other is pattern for draft in found for other, _ in _continuing(shape, draft))


def _group_cases() -> Iterator[Any]:
    """A case for each form of cue group; a name may stand twice."""
    for number, group in enumerate(_ENGLISH.tables["cue_groups"]["group"]):
        yield pytest.param(number, group, id=f"cue_groups:{group['name']}-{number}")


@pytest.mark.parametrize(("number", "group"), list(_group_cases()))
def test_cue_group_finds_the_cue_of_its_example(number: int, group: Mapping[str, str]) -> None:
    marked = _marked(group["example"])
    shape = _GRAMMAR.reader.read(marked.text)
    found = []
    for options in candidates(shape, _GRAMMAR):
        verb, form = options[0].verb, options[0].group.name
        groups = ((n, g) for n, g in enumerate(_GRAMMAR.groups) if g.name == form)
        first = next(n for n, g in groups if g.regex.match(shape.leftwards(verb + 1)))
        spans = [Span.of(shape.text, shape.starts[cue.first], shape.ends[cue.last - 1]) for cue in options]
        found += [(first, span) for span in spans]
    assert (number, *marked.cue) in found


def _notation() -> Notation:
    return _GRAMMAR.notation


def _letters(text: str, rules: Iterable[Mapping[str, str]]) -> str:
    titles = Titles((), (), _GRAMMAR.lexicon, token_pattern(()))
    retagging = Retagging({"rule": list(rules)}, _notation(), _GRAMMAR.lexicon, titles, "retagging")
    return (
        Reader(
            _GRAMMAR.lexicon, Tokenizer(_ENGLISH.clitics), retagging, Labels(_ENGLISH, _notation(), _GRAMMAR.lexicon)
        )
        .read(text)
        .letters
    )


_RULES = _ENGLISH.tables["retagging"]["rule"]


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"retagging:{rule['name']}") for rule in _RULES])
def test_retagging_rule_changes_a_word_of_its_example(rule: Mapping[str, str]) -> None:
    mended = _letters(rule["example"], _RULES)
    without = _letters(rule["example"], [other for other in _RULES if other is not rule])
    changed = {after for before, after in zip(without, mended, strict=True) if before != after}
    assert LETTER[rule["becomes"]] in changed


_CONDITIONS = _ENGLISH.tables["conditions"]["condition"]


@pytest.mark.parametrize("condition", [pytest.param(c, id=f"conditions:{c['name']}") for c in _CONDITIONS])
def test_condition_holds_in_its_example_and_not_in_its_counter_example(condition: Mapping[str, str]) -> None:
    regex = _GRAMMAR.notation.compile(condition["pattern"], condition["name"])
    for field, holds in (("example", True), ("counter", False)):
        before, after = condition[field].split("<at>")
        shape = _GRAMMAR.reader.read(before + after.replace("</at>", ""))
        token = next(n for n, start in enumerate(shape.starts) if start == len(before) and shape.ends[n] > start)
        assert (regex.match(shape.letters, token) is not None) is holds, field


def test_every_condition_is_asked_for() -> None:
    tables = [_ENGLISH.tables[name] for name in ("sources", "contents", "continuations", "ends")]
    rows = [row for table in tables for value in table.values() for row in value]
    asked = {name for row in rows for key in ("at", "not_in", "when", "behind") for name in row.get(key, ())}
    assert asked == {condition["name"] for condition in _CONDITIONS}
