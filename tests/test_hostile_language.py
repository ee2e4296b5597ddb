"""The data of a language that somebody else wrote is checked: broken data is a LanguageError, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quoteattr
from quoteattr import Language, LanguageError, extract
from quoteattr.language.files import LISTS, TABLES

_ENGLISH = Language.load("en")
_ASKED = re.compile(r"sets\[\"(\w+)\", \"(\w+)\"\]")
_TEXT = (
    "Mayor Ana Brandt told reporters on Monday that “the bridge” was shut. “It is over,” she said, adding that nobody, "
    "according to the police chief, was hurt. French officials denied that."
)
_VALUES: tuple[Any, ...] = (
    None,
    True,
    1,
    1.5,
    "",
    "(",
    "x",
    "NAME* NAME* NAME* NAME*",
    [],
    [1],
    [""],
    ["X"],
    {},
    {"a": 1},
)
_DROP = object()

Steps = tuple[str | int, ...]


def _steps(node: object, here: Steps = ()) -> Iterator[Steps]:
    """The ways to the nodes of a table, in lists to the first two."""
    if here:
        yield here
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from _steps(value, (*here, key))
    elif isinstance(node, list):
        for at, value in enumerate(node[:2]):
            yield from _steps(value, (*here, at))


_STEPS = {name: list(_steps(_ENGLISH.tables[name])) for name in TABLES}


def _changed(node: Any, steps: Steps, value: object) -> Any:  # a table of any depth
    copy: Any = dict(node) if isinstance(node, Mapping) else list(node)
    if len(steps) > 1:
        copy[steps[0]] = _changed(node[steps[0]], steps[1:], value)
    elif value is _DROP:
        del copy[steps[0]]
    else:
        copy[steps[0]] = value
    return copy


@settings(max_examples=60)
@given(
    st.sampled_from(TABLES).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(_STEPS[name]))),
    st.sampled_from([*_VALUES, _DROP]),
)
def test_a_broken_table_is_refused_or_harmless(place: tuple[str, Steps], value: object) -> None:
    name, steps = place
    table = _changed(_ENGLISH.tables[name], steps, value)
    try:
        mine = attrs.evolve(_ENGLISH, tables={**_ENGLISH.tables, name: table})
        extract(_TEXT, language=mine)
    except LanguageError as error:
        assert str(error).startswith("en/")  # noqa: PT017  # most values are refused, some are not


@pytest.mark.parametrize("name", LISTS)
def test_a_broken_list_is_refused(name: str) -> None:
    rows = {**_ENGLISH.lists[name], "gnu": ("",) * LISTS[name]}
    with pytest.raises(
        LanguageError, match=f"^en/{name}.txt: 'gnu': {LISTS[name] + 1} columns, expected {LISTS[name]}$"
    ):
        attrs.evolve(_ENGLISH, lists={**_ENGLISH.lists, name: rows})


def test_a_value_that_no_column_has_is_refused() -> None:
    rows = {**_ENGLISH.lists["time_words"], "gnu": ("animal",)}
    with pytest.raises(LanguageError, match=r"^en/time_words.txt: 'gnu': 'animal' is none of month, day, "):
        attrs.evolve(_ENGLISH, lists={**_ENGLISH.lists, "time_words": rows})


_ROW = "name = 'x'\nside = 'left'\npattern = 'content:(NAME)'\nexample = 'a'\ncounter = 'b'\n"
_CONTENT = f"{_ROW}kind = 'clause'\n"
_RULE = "[[attitude]]\nname = 'x'\nvalue = 'belief'\nexample = 'a'\ncounter = 'b'\n"


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("phrases.toml", "NP = 1", "xx/phrases.toml: NP: expected a string"),
        ("features.toml", "NOMINAL = 1", "xx/features.toml: NOMINAL: expected a string"),
        ("phrases.toml", "NP = ", "xx/phrases.toml: Invalid value"),
        ("phrases.toml", "\udcff", "xx/phrases.toml: 'utf-8' codec"),
        ("contents.toml", "[[content]]\nname = 'x'", "xx/contents.toml: content 'x': no counter"),
        (
            "contents.toml",
            f"[[content]]\n{_ROW}kind = 'y'",
            "xx/contents.toml: content 'x': kind: 'y' is none of clause, ",
        ),
        ("ends.toml", f"[[end]]\n{_CONTENT}", "xx/ends.toml: end 'x': unknown key 'kind'"),
        ("ends.toml", f"[[end]]\n{_ROW}[[end]]\n{_ROW}", "xx/ends.toml: end: 'x' twice"),
        ("ends.toml", f"[[end]]\n{_ROW}forms = ['noun', 'noun']", "xx/ends.toml: end 'x': forms: 'noun' twice"),
        (
            "commitment.toml",
            f"{_RULE}place = 'here'",
            "xx/commitment.toml: attitude 'x': place: 'here' is none of cue, ",
        ),
        ("commitment.toml", "[attitude]\na = 1", "xx/commitment.toml: attitude: expected a list"),
        ("speakers.toml", "[names]\njoiners = 'x'", "xx/speakers.toml: names: joiners: expected a list"),
        ("retagging.toml", "rule = [1]", "xx/retagging.toml: rule 1: expected a table"),
        ("roles.txt", "gnu\tx", "xx/roles.txt: 'gnu': 'x' is none of f, m, u"),
        ("roles.txt", "a\tf\tb\tc", "xx/roles.txt: line 1: 4 columns, expected 3"),
    ],
)
def test_a_broken_folder_is_refused_when_it_is_loaded(file: str, text: str, message: str, tmp_path: Path) -> None:
    home = tmp_path / "xx"
    home.mkdir()
    (home / "cues.toml").write_text('[SAY]\nlemmas = ["say"]\n', encoding="utf-8")
    Language.load(home)
    (home / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(LanguageError) as caught:
        Language.load(home)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("contents.toml", f"[[content]]\n{_CONTENT}frames = ['SAX']", "content 'x': frames: nothing defines 'SAX'"),
        ("contents.toml", f"[[content]]\n{_CONTENT}forms = ['finit']", "content 'x': forms: nothing defines 'finit'"),
        ("ends.toml", f"[[end]]\n{_ROW}kinds = ['thin']", "end 'x': kinds: nothing defines 'thin'"),
        ("commitment.toml", f"{_RULE}lemmas = ['sayy']", "attitude 'x': lemmas: nothing defines 'sayy'"),
        (
            "commitment.toml",
            f"{_RULE}frames = ['ASK']\nlemmas = ['say']",
            "attitude 'x': lemmas: nothing defines 'say'",
        ),
        ("commitment.toml", "precedence = ['SAX']", "precedence: nothing defines 'SAX'"),
        ("factivity.toml", "factive = ['sayy']", "factive: nothing defines 'sayy'"),
        ("addressees.toml", "unclear = ['sayy']", "unclear: nothing defines 'sayy'"),
    ],
)
def test_a_name_that_nothing_defines_is_refused(file: str, text: str, message: str, tmp_path: Path) -> None:
    home = tmp_path / "xx"
    home.mkdir()
    (home / "cues.toml").write_text("[SAY]\nlemmas = ['say']\n[ASK]\nlemmas = ['ask']\n", encoding="utf-8")
    (home / file).write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=f"^xx/{file}: {message}$"):
        Language.load(home)


def test_a_folder_gives_no_way_out_of_itself(tmp_path: Path) -> None:
    for code in ("../en", "en/../en", "/etc", str(tmp_path), "", "en\0"):
        with pytest.raises(LanguageError):
            Language.load(code)


@pytest.mark.parametrize(("pattern", "becomes"), [("NAME*", "NOUN"), ("NAME NAME", "NOUN"), ("(?=NAME)", "NOUN")])
def test_a_rule_that_would_change_the_number_of_tokens_is_refused(pattern: str, becomes: str) -> None:
    rule = {"name": "x", "pattern": pattern, "becomes": becomes, "example": "x"}
    mine = attrs.evolve(_ENGLISH, tables={**_ENGLISH.tables, "retagging": {"rule": [rule]}})
    with pytest.raises(LanguageError, match=r"^en/retagging.toml: rule 'x': the pattern matches other than one token$"):
        extract(_TEXT, language=mine)


def test_a_language_without_words_has_each_set_that_speakers_are_asked_by(tmp_path: Path) -> None:
    home = tmp_path / "xx"
    home.mkdir()
    (home / "cues.toml").write_text("[SAY]\nlemmas = ['say']\n", encoding="utf-8")
    speakers = Language.load(home).tables["speakers"]
    sources = Path(quoteattr.__file__).parent.joinpath("speakers").rglob("*.py")
    asked = {named for path in sources for named in _ASKED.findall(path.read_text(encoding="utf-8"))}
    assert asked
    assert not [(room, name) for room, name in sorted(asked) if name not in speakers.get(room, {})]
