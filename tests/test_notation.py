"""Patterns are read with the letters at their edges; those that could take exponential time are refused."""

import functools

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.errors import LanguageError
from quoteattr.grammar.conditions import Conditions
from quoteattr.grammar.expression import Expression, Guarded
from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.pattern import Pattern
from quoteattr.grammar.wordclass import LETTER
from quoteattr.language.language import Language

_GRAMMAR = grammar_of(Language.load("en"))


@pytest.mark.parametrize(
    "pattern",
    [
        *("(NAME+)+", "(NAME{0,80})*", "(NAME* ADV*)*", "(LONG){2,}", "(NAME | LONG)*", "(NAME? ADV?)*"),
        *(
            "(NAME | NAME ADV | ADV)*",
            "([NAME ADV] DET | [ADV NOUN] DET)+",
            "(NAME (ADV DET | ADV DET) NOUN)*",
            "DET (?= (NAME*)*)",
        ),
    ],
)
def test_a_repeat_that_takes_one_stretch_in_several_ways_is_refused(pattern: str) -> None:
    notation = Notation({"LONG": "NAME* ADV*"}, "xx/phrases.toml")
    with pytest.raises(LanguageError, match=r"^xx/a.toml: a repeat may take one stretch in several ways"):
        notation.compile(pattern, "xx/a.toml")


@pytest.mark.parametrize(
    ("pattern", "leftwards"),
    [
        ("NAME* NAME* NAME* NAME*", False),
        ("[NAME ADV]* NAME* ADV? [NAME NOUN]* NAME* DET", False),
        ("ANY* ANY* ANY* (?= ANY*) DET", False),
        ("NAME*+ NAME* NAME* NAME* NAME*", False),
        ("NAME* NAME* NAME* NAME* NAME*+", True),
    ],
)
def test_repeats_over_the_same_classes_in_a_row_are_refused(pattern: str, *, leftwards: bool) -> None:
    notation = Notation({"ANY": "[NAME ADV NOUN]"}, "xx/phrases.toml")
    with pytest.raises(LanguageError, match=r"^xx/a.toml: too many repeats over the same classes in a row"):
        notation.compile(pattern, "xx/a.toml", leftwards=leftwards)


@pytest.mark.parametrize(
    "pattern",
    [
        *("(NAME ADV*+)*", "(NAME ADV*){0,6}", "(NAME{0,20})*", "NAME* ADV*", "(NAME+ | ADV)?", "(NAME ADV*)*"),
        *("NAME* NAME* NAME*", "NAME*+ NAME*+ NAME*+ NAME*+ NAME*+", "NAME* DET NAME* DET NAME* DET NAME* DET NAME*"),
        *(
            "(NAME | ADV NAME | DET)*",
            "(?> NAME* ADV )* NOUN",
            "([NAME ADV] | [ADV NOUN])+",
            "(NAME (ADV | ADV) NOUN)*",
        ),
    ],
)
def test_other_repeats_are_not(pattern: str) -> None:
    assert Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml").pattern


@pytest.mark.parametrize(
    "pattern", ["(NAME", "NAME)", "* NAME", "(+ NAME)", "NAME | ?", "NAME{3,2}", "(?=NAME)+", "NAME{2}{3}", "NAME***"]
)
def test_brackets_and_repeats_stand_where_they_can(pattern: str) -> None:
    with pytest.raises(LanguageError, match=r"^xx/a.toml: "):
        Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml")


@pytest.mark.parametrize("pattern", [*_GRAMMAR.sources, *_GRAMMAR.contents, *_GRAMMAR.ends], ids=lambda p: p.name)
@settings(max_examples=25)
@given(st.text(alphabet=sorted(LETTER.values()), max_size=12))
def test_a_match_begins_with_a_letter_of_the_edge(pattern: Pattern, shape: str) -> None:
    for found in pattern.regex.finditer(shape):
        assert pattern.regex.edge is None or found.group()[:1] in pattern.regex.edge


@pytest.mark.parametrize(
    ("pattern", "edge", "leftwards"),
    [
        ("NAME ADV", "NAME", False),
        ("NAME ADV", "ADV", True),
        ("NAME? (ADV | DET NOUN)", "NAME ADV DET", False),
        ("(?=NAME) ADV{0,3} DET (?! NOUN)", "ADV DET", False),
        ("source:(NAME | ADV+) DET*", "NAME ADV DET", True),
        ("NAME* ADV?", "", False),
    ],
)
def test_edges_are_read_from_a_pattern(pattern: str, edge: str, *, leftwards: bool) -> None:
    found = Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml", leftwards=leftwards).edge
    assert found == (frozenset(LETTER[name] for name in edge.split()) if edge else None)


@pytest.mark.parametrize(
    ("pattern", "shape", "found"),
    [
        ("(?<= NAME) ADV", "NAME ADV DET ADV", [1]),
        ("(?<! NAME) ADV", "NAME ADV DET ADV", [3]),
        ("(?<= NAME | DET NOUN) [ADV NUM]", "NAME ADV NOUN NUM DET NOUN ADV", [1, 6]),
        ("(?<! NAME | DET NOUN) [ADV NUM]", "NAME ADV NOUN NUM DET NOUN ADV", [3]),
        ("(?<= NAME{1,3} NOUN | DET) ADV", "NAME NAME NOUN ADV ADV DET ADV", [3, 6]),
        ("(?<= NAME) ADV | (NAME | DET | [ADV NUM]) (?= DET)", "NAME ADV NUM DET", [1, 2]),
        ("(?<! NAME) (NAME | DET)", "NAME NAME DET DET", [0, 3]),
    ],
)
def test_a_lookbehind_may_have_several_widths(pattern: str, shape: str, found: list[int]) -> None:
    letters = "".join(LETTER[name] for name in shape.split())
    expression = Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml")
    assert [match.start() for match in expression.finditer(letters)] == found
    assert expression.width == 1


@pytest.mark.parametrize(
    ("pattern", "common"),
    [
        ("(?<= DET [ADJ NOUN]{0,3}) NAME", True),
        ("(?<! PARA (AND | BUT COMMA)? (IN DET)?) NAME", True),
        ("(?<= DET (ADJ NOUN | ADJ){2}) NAME", False),
        ("(?<= DET ADJ{0,30}) NAME", False),
        ("(?<= DET ADJ*) NAME", False),
    ],
)
@settings(max_examples=200)
@given(shape=st.text(alphabet=[LETTER[name] for name in ("DET", "ADJ", "NOUN", "NAME", "PARA", "IN", "BUT", "COMMA")]))
def test_a_lookbehind_of_few_widths_is_read_by_both_engines(pattern: str, shape: str, *, common: bool) -> None:
    compiled = Notation({}, "xx/phrases.toml").compile(pattern, "xx/a.toml")
    # A way that no shape has, and that is too long for the standard library, leaves the pattern to `regex`.
    other = Notation({}, "xx/phrases.toml").compile(pattern.replace(") NAME", " | QFULLX{99,200}) NAME"), "xx/a.toml")
    assert (compiled.common, other.common) == (common, False)
    assert [m.span() for m in compiled.finditer(shape)] == [m.span() for m in other.finditer(shape)]


@pytest.mark.parametrize("pattern", [*_GRAMMAR.sources, *_GRAMMAR.contents, *_GRAMMAR.ends], ids=lambda p: p.name)
@settings(max_examples=25)
@given(st.text(alphabet=sorted(LETTER.values()), max_size=12))
def test_both_engines_find_the_same(pattern: Pattern, shape: str) -> None:
    other = regex.compile(pattern.regex.pattern)
    assert [_spans(match) for match in pattern.regex.finditer(shape)] == [
        _spans(match) for match in other.finditer(shape)
    ]


_ENGLISH = Language.load("en")
_LEFT = [
    *(
        row["pattern"]
        for name in ("source", "content")
        for row in _ENGLISH.tables[f"{name}s"][name]
        if row["side"] == "left"
    ),
    *(row["pattern"] for row in _ENGLISH.tables["cue_groups"]["group"]),
]


@functools.cache
def _both(pattern: str) -> "tuple[Expression, regex.Pattern[str]]":
    """A pattern that reads leftwards, and the same for `regex` to match from its end."""
    plain = _GRAMMAR.notation.compile(pattern, "xx/a.toml")
    return _GRAMMAR.notation.compile(pattern, "xx/a.toml", leftwards=True), regex.compile("(?r)" + plain.pattern)


@pytest.mark.parametrize("pattern", _LEFT)
@settings(max_examples=25)
@given(st.text(alphabet=sorted(LETTER.values()), max_size=12))
def test_a_mirrored_pattern_finds_what_one_matched_from_its_end_does(pattern: str, shape: str) -> None:
    leftwards, from_end = _both(pattern)
    mirrored, plain = leftwards.match(shape[::-1]), from_end.match(shape)
    assert (mirrored is None) is (plain is None)
    if mirrored is not None and plain is not None:
        turned = [
            (len(shape) - last, len(shape) - first) if last >= 0 else (-1, -1) for first, last in _spans(mirrored)
        ]
        assert turned == _spans(plain)


def _spans(match: "regex.Match[str]") -> list[tuple[int, int]]:
    return [match.span(), *(match.span(name) for name in sorted(match.groupdict()))]


def test_a_set_is_named_and_another_is_taken_from_it() -> None:
    base = Notation.of_sets({"ONE": "[NAME NOUN ADV]", "TWO": "[ONE PRO - ADV]"}, "xx/features.toml")
    notation = Notation({}, "xx/phrases.toml", base)
    sets = notation.phrases().sets
    assert sets["TWO"] == sets["NAME"] | sets["NOUN"] | sets["PRO"]
    assert notation.compile("[^TWO]", "xx/a.toml").match(LETTER["ADV"])
    assert not notation.compile("[^ONE PRO - ADV]", "xx/a.toml").match(LETTER["PRO"])


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        ("NAME ADV", "ONE: expected a set of word classes"),
        ("[NAME - NAME]", r"ONE: no letter is left in '\[NAME - NAME\]'"),
        ("[NAME - NAMES]", "ONE: no word class or set 'NAMES'"),
    ],
)
def test_what_is_no_set_is_refused(pattern: str, fault: str) -> None:
    with pytest.raises(LanguageError, match=f"^xx/features.toml: {fault}$"):
        Notation.of_sets({"ONE": pattern}, "xx/features.toml")


def _conditions(*pairs: tuple[str, str]) -> Conditions:
    entries = [{"name": name, "pattern": pattern, "example": "", "counter": ""} for name, pattern in pairs]
    return Conditions({"condition": entries}, Notation({}, "xx/phrases.toml"), "xx/conditions.toml")


def test_a_condition_that_only_regex_reads_guards_from_outside() -> None:
    conditions = _conditions(("far", "(?<=DET [ADJ NOUN]{1,30})"), ("dash", "(?<=DASH NOUN*)"))
    found = conditions.compile({"pattern": "NAME{1,2}", "at": ["far"], "not_in": ["dash"]}, "xx/a.toml: x")
    det, adj, name, dash = (LETTER[each] for each in ("DET", "ADJ", "NAME", "DASH"))
    assert isinstance(found, Guarded)
    assert (found.edge, found.has("content")) == (frozenset(name), False)
    letters = name + det + adj + name + name + name + dash + name
    assert [match and match.span() for match in (found.search(letters), found.search(letters, 0, 4))] == [
        (3, 5),
        (3, 4),
    ]
    assert found.match(letters, 0) is None
    assert [match.span() for match in found.finditer(letters)] == [(3, 5)]


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_condition_guards_only_what_is_matched_rightwards(side: str) -> None:
    conditions = _conditions(("far", "(?<=DET [ADJ NOUN]{1,30})"))
    found = conditions.compile({"pattern": "NAME", "at": ["far"], "side": side}, "xx/a.toml: x")
    assert isinstance(found, Guarded) is (side == "right")


def test_conditions_hold_where_a_match_begins_and_ends() -> None:
    conditions = _conditions(("a name before", "(?<=NAME)"), ("a verb", "(?=SAID) | (?=SAYS)"), ("of", "(?<=OF NAME)"))
    row = {"pattern": "NOUN | ADJ", "at": ["a name before"], "not_in": ["of"], "when": ["a verb"]}
    found = conditions.compile(row, "xx/a.toml: x")
    name, noun, said, of = (LETTER[each] for each in ("NAME", "NOUN", "SAID", "OF"))
    assert found.match(name + noun + said, 1)
    assert not found.match(noun + noun + said, 1)
    assert not found.match(name + noun + noun, 1)
    assert not found.match(of + name + noun + said, 2)


@pytest.mark.parametrize(("side", "pattern"), [("right", "word:(VED) NAME"), ("left", "VED NAME")])
def test_verbs_without_a_word_on_the_left_are_refused(side: str, pattern: str) -> None:
    conditions = _conditions()
    row = {"pattern": pattern, "side": side, "verbs": ["find"]}
    with pytest.raises(LanguageError, match=r"^xx/a.toml: x: verbs: the pattern has no word:"):
        conditions.words(row, conditions.compile(row, "xx/a.toml: x"), "xx/a.toml: x")


def test_a_condition_that_takes_words_is_refused() -> None:
    fault = r"^xx/conditions.toml: condition 'x': the pattern matches more than a place$"
    with pytest.raises(LanguageError, match=fault):
        _conditions(("x", "NAME"))


def test_a_condition_that_nothing_defines_is_refused() -> None:
    with pytest.raises(LanguageError, match=r"^xx/a.toml: x: at: no condition 'y'$"):
        _conditions().compile({"pattern": "NAME", "at": ["y"]}, "xx/a.toml: x")


def test_a_condition_behind_a_match_on_the_left_is_refused() -> None:
    row = {"pattern": "NAME", "side": "left", "when": ["y"]}
    with pytest.raises(LanguageError, match=r"^xx/a.toml: x: when: a match on the left ends where its anchor begins"):
        _conditions(("y", "(?=NAME)")).compile(row, "xx/a.toml: x")
