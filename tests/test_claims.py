"""Claims in the hand: lines to read, an order, and a tuple that knows its speakers."""

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given

import quoteattr
from quoteattr import Claim, Claims, Kind, Polarity, Realis, Span, Speaker, extract, extract_many, from_dicts, to_dicts
from quoteattr.render import show
from tests.formats import sample
from tests.fuzz.texts import TEXTS

_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
_TEXT = "Mayor Ana Brandt said that the bridge was closed. “It is not safe,” she said. Osei denied that it leaks."
_LONGEST_STR, _LONGEST_REPR = 300, 400


def test_a_claim_is_a_line() -> None:
    assert [str(claim) for claim in extract(_TEXT)] == [
        "Ana Brandt said: the bridge was closed",
        "Ana Brandt said: “It is not safe”",
        "Osei denied: it leaks (negative)",
    ]
    bare = Claim(content=(), text="No", polarity=Polarity.NEGATIVE, realis=Realis.HEARSAY)
    assert str(bare) == "–: No (negative, hearsay)"


def test_its_representation_names_its_parts() -> None:
    first, second, third = extract(_TEXT)
    assert repr(first) == (
        "<Claim 'the bridge was closed' source='Mayor Ana Brandt' speaker='Ana Brandt' cue='said' indirect>"
    )
    assert repr(second) == "<Claim 'It is not safe' source='she' speaker='Ana Brandt' cue='said' direct>"
    assert repr(third) == "<Claim 'it leaks' source='Osei' speaker='Osei' cue='denied' indirect negative>"
    assert "mentions" not in repr(first.speaker)


@given(TEXTS)
def test_both_are_short_and_one_line(text: str) -> None:
    odd = "\x00\u200b\n😀" * 300
    claims = [*extract(text), Claim(content=(), text=odd, speaker=Speaker(odd), kind=Kind.DIRECT)]
    for claim in claims:
        for line, longest in ((str(claim), _LONGEST_STR), (repr(claim), _LONGEST_REPR)):
            assert len(line) < longest
            assert len(line.splitlines()) == 1


@given(TEXTS)
def test_claims_sort_in_text_order(text: str) -> None:
    claims = extract(text)
    assert tuple(sorted(sorted(claims, key=repr))) == claims


def test_an_outer_claim_sorts_before_the_inner_one() -> None:
    assert sorted([sample.INNER, sample.OUTER]) == [sample.OUTER, sample.INNER]
    with pytest.raises(TypeError):
        sorted([sample.INNER, 3])  # type: ignore[type-var]  # claims and numbers have no order


def test_they_are_a_tuple() -> None:
    claims = extract(_TEXT)
    assert isinstance(claims, tuple)
    assert claims == tuple(claims)
    assert hash(claims) == hash(tuple(claims))
    assert isinstance(claims[:2], Claims)
    assert (claims[:2], claims[:2].text, claims[0]) == (tuple(claims)[:2], _TEXT, next(iter(claims)))
    assert extract("It rained.") == ()
    assert not extract("It rained.")


@pytest.mark.parametrize("kept", [lambda made: pickle.loads(pickle.dumps(made)), copy.copy, copy.deepcopy])  # noqa: S301
def test_copies_are_whole(kept: Callable[[Claims], Claims]) -> None:
    again = kept(extract(_TEXT))
    assert isinstance(again, Claims)
    assert (again, again.text) == (extract(_TEXT), _TEXT)


def test_they_know_their_speakers() -> None:
    claims = extract(f"{_TEXT} “Who would have thought it?”\n\nIt was a cold day, residents said.")
    assert [str(speaker) for speaker in claims.speakers] == ["Ana Brandt", "Osei", "residents"]
    groups = claims.by_speaker()
    assert list(groups)[:2] == list(claims.speakers)[:2]
    assert sorted(claim for group in groups.values() for claim in group) == list(claims)
    assert {type(group) for group in groups.values()} == {Claims}
    assert {group.text for group in groups.values()} == {claims.text}
    nobody = Claims([Claim(content=(), text="No")])
    assert nobody.speakers == ()
    assert nobody.by_speaker() == {None: nobody}


def test_they_are_written_down() -> None:
    claims = extract(_ARTICLE)
    assert claims.to_dicts() == to_dicts(claims)
    for text in (claims.to_json(), claims.to_json(indent=2)):
        assert from_dicts(json.loads(text)) == claims
    assert "“" in claims.to_json()
    assert claims.to_json().count('"mentions"') == len(claims.speakers)


def test_a_long_list_is_cut_short_where_it_is_shown() -> None:
    lines = repr(Claims(list(extract(_TEXT)) * 10, _TEXT)).splitlines()
    assert (lines[0], lines[-2:]) == ("Claims(", ["  … and 10 more", ")"])
    assert len(lines) == 23
    assert repr(extract("It rained.")) == "Claims()"


def test_a_notebook_shows_the_article() -> None:
    claims = extract(_TEXT)
    assert claims._repr_html_() == show(_TEXT, claims)._repr_html_()  # the notebooks' protocol
    assert "Claims" in Claims([Claim(content=(Span(3, 5, "No"),), text="No")])._repr_html_(), "also without the text"


def test_many_texts_come_in_order_as_they_are_read() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for number in range(3):
            read += 1
            yield f"Sato said that week {number} would be dry."

    found = extract_many(texts(), nested=False)
    assert read == 0
    assert [str(claim) for claim in next(found)] == ["Sato said: week 0 would be dry"]
    assert read == 1
    assert [claims.text[15:21] for claims in found] == ["week 1", "week 2"]


_PROCESSES = """
from quoteattr import Known, Language, extract, extract_many
if __name__ == "__main__":
    texts = [f"Iron Ana said that week {number} would be dry." for number in range(200)]
    known = [Known("Ana Brandt", aliases=("Iron Ana",))]
    one = [extract(text, known=known) for text in texts]
    assert list(extract_many(texts, jobs=2, known=known)) == one
    assert list(extract_many(iter(texts), jobs=2, known=known, language=Language.load("en"))) == one
    first = extract_many(texts, jobs=2, known=known)
    assert next(first) == one[0]
    first.close()
    print(str(one[-1][0]), one[-1][0].speaker)
"""


@pytest.mark.timeout(180)  # processes are started
def test_processes_give_the_same(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_PROCESSES, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert (done.stderr, done.stdout) == ("", "Ana Brandt said: week 199 would be dry Ana Brandt\n")


def test_wrong_arguments_are_told_at_once() -> None:
    with pytest.raises(ValueError, match="jobs must be 1 or more, not 0"):
        extract_many(["a"], jobs=0)
    with pytest.raises(TypeError, match="not one"):
        extract_many("a")
    with pytest.raises(quoteattr.LanguageError):
        extract_many(["a"], language="xx")
    with pytest.raises(TypeError, match="text must be a string, not int"):
        list(extract_many(["a", 3]))  # type: ignore[list-item]


def test_every_name_can_be_found() -> None:
    assert set(quoteattr.__all__) <= set(dir(quoteattr))
    assert dir(quoteattr) == sorted(dir(quoteattr))
