"""How far the engine looks, and how much more likely the best must be than the next: a limit that moves is noticed."""

from types import ModuleType
from typing import Any

import pytest

import quoteattr
from quoteattr import Language, extract
from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.nesting import nested, shortened
from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.pattern import built_in
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import END
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.sieves import epithet, pronouns, standing
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene

_GRAMMAR = grammar_of(Language.load("en"))
_CLAUSE = built_in("clause")
_NAMES = [f"Hale{letter}" for letter in "abcdefghijklmnopqrstuvw"]


def test_a_sentence_has_no_more_than_twenty_cues() -> None:
    claims = extract(" and ".join(f"{name} said that it was {at}" for at, name in enumerate(_NAMES)) + ".")
    assert [str(claim.source) for claim in claims] == _NAMES[:20]


def test_a_sentence_is_cut_off_after_three_hundred_tokens() -> None:
    shape = _GRAMMAR.reader.read("Hale said that it was " + "dry and " * 200 + "wet.")
    assert shape.letters.index(END) == 302  # behind the paragraph's start
    (claim,) = extract(shape.text)
    assert len(claim.text.split()) == 297  # the “and” that it ends with is left out


def test_what_is_matched_leftwards_sees_two_of_the_longest_sentences() -> None:
    shape = _GRAMMAR.reader.read("It was dry. " * 300)
    assert len(shape.leftwards(len(shape.letters))) == 640
    assert shape.leftwards(3) == shape.letters[:3][::-1]


def test_no_more_than_seven_claims_stand_within_each_other_by_quotations() -> None:
    text = "Hale said that it was over."
    for depth in range(9):
        opening, closing = ("“”", "«»")[depth % 2]
        text = f"{_NAMES[depth]} said: {opening}{text}{closing}"
    assert [str(claim.source) for claim in extract(text)] == _NAMES[8:1:-1]


def test_circumstances_are_sought_forty_tokens_behind_a_tag() -> None:
    (claim,) = extract("“It is over,” Hale said " + "on Monday in Lenton " * 12 + ".")
    assert [str(circumstance) for circumstance in claim.circumstances] == ["on Monday", "in Lenton"] * 10


@pytest.mark.parametrize(("words", "claims"), [("It was dark in there", 0), ("It was dark in there again", 1)])
def test_a_quotation_by_itself_has_six_words(words: str, claims: int) -> None:
    assert len(extract(f"“{words}.”")) == claims


def _drafts(*contents: Range) -> list[Draft]:
    shape = _GRAMMAR.reader.read("It was dry and " * 60)
    return [Draft(shape, None, None, (content,), _CLAUSE) for content in contents]


def test_a_parent_is_sought_six_claims_back() -> None:
    inner = [(4 * at, 4 * at + 2) for at in range(1, 10)]
    found = nested(_drafts((1, 100), *inner), lambda *_, **__: True)
    assert [draft.parent for draft in found] == [None, *[0] * 6, *[None] * 3]


def _cue(word: str, shape: Shape) -> CueCandidate:
    at = next(at for at in range(len(shape.letters)) if shape.word(at) == word)
    return CueCandidate(at, at, at + 1, _GRAMMAR.groups[0], _GRAMMAR.lexicon.cues["said"][0])


@pytest.mark.parametrize(
    ("behind", "end"), [("", 7), ("on Monday", 7), ("on Monday again", 7), ("on Monday in May", 9)]
)
def test_content_ends_before_a_tag_that_closes_the_sentence(behind: str, end: int) -> None:
    shape = _GRAMMAR.reader.read(f"Ana hopes that it is over said Hale {behind}.")
    outer = Draft(shape, _cue("said", shape), (8, 9), ((1, 7),), _CLAUSE)
    inner = Draft(shape, _cue("hopes", shape), (1, 2), ((3, 9),), _CLAUSE)
    shortened(shape, [outer, inner])
    assert inner.content == ((3, end),)


_PATCHED = pytest.mark.skipif(quoteattr.__compiled__, reason="calls within compiled code cannot be replaced")
_MARGINS = [
    (pronouns, "ranked", "Ana Brandt met Lucia Ferran. She said that it was late.", 1.0),
    (pronouns, "ranked", "Professor Kade met Professor Tolm. He said that it was late.", 3.0),
    (epithet, "ranked", "Lucia Ferran sang. Ana Brandt came. The ecologist said that it was late.", 2.0),
]


@_PATCHED
@pytest.mark.parametrize(("sieve", "name", "text", "margin"), _MARGINS)
def test_the_most_salient_is_meant_who_beats_the_next_by_the_margin(
    sieve: ModuleType, name: str, text: str, margin: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, met = getattr(sieve, name), list[str]()

    def ranked(*given: Any, gap: float) -> list[tuple[float, Any]]:
        best, next_ = [entity for _, entity in real(*given)][:2]
        met.append(best.name)
        return [(20.0 + gap, best), (20.0, next_)]

    for gap in (margin, margin - 0.01):
        monkeypatch.setattr(sieve, name, lambda *given, gap=gap: ranked(*given, gap=gap))
        speaker = extract(text)[-1].speaker
        assert met
        assert (speaker is not None and speaker.name == met[-1]) is (gap == margin)


@pytest.mark.parametrize(
    ("cue", "source", "end"),
    [("said", None, 7), (None, (8, 9), 7), ("said", (8, 9), 7), (None, (3, 4), 9), ("is", None, 9)],
)
def test_a_tag_closes_the_sentence_with_its_cue_and_its_source(cue: str | None, source: Range | None, end: int) -> None:
    shape = _GRAMMAR.reader.read("Ana hopes that it is over said Hale again.")
    outer = Draft(shape, None, source, ((1, 7),), _CLAUSE)
    outer.cue = None if cue is None else _cue(cue, shape)
    inner = Draft(shape, _cue("hopes", shape), (1, 2), ((3, 9),), _CLAUSE)
    shortened(shape, [outer, inner])
    assert inner.content == ((3, end),)


def _parents(*drafts: Draft) -> list[int | None]:
    return [draft.parent for draft in nested(drafts, lambda *_, **__: True)]


def test_of_two_that_cross_the_first_stays_and_neighbours_are_no_parents() -> None:
    first, beside, inside = _drafts((1, 10), (10, 15), (3, 5))
    assert _parents(first, beside) == [None, None]
    assert _parents(first, inside) == [None, 0]
    shorter, longer = _drafts((1, 5), (1, 10))
    assert [draft.content for draft in nested([shorter, longer], lambda *_, **__: True)] == [((1, 10),), ((1, 5),)]
    split, between, behind, ending = _drafts((1, 4), (5, 7), (10, 12), (8, 10))
    split.content = ((1, 4), (8, 12))
    assert _parents(split, between, behind) == [None, None, 0]
    assert _parents(first, ending) == [None, 0]
    shape = _GRAMMAR.reader.read("It was dry and he said so.")
    crossing = Draft(shape, _cue("said", shape), None, ((3, 12),), _CLAUSE)
    crossed = Draft(shape, None, None, ((1, 5),), _CLAUSE)
    assert _parents(crossed, crossing) == [None]


def test_a_cue_stands_in_the_content_that_holds_its_own_word() -> None:
    shape = _GRAMMAR.reader.read("Ana hopes that it is over said Hale.")
    outer = Draft(shape, _cue("hopes", shape), (1, 2), ((3, 7),), _CLAUSE)
    behind = Draft(shape, _cue("said", shape), (8, 9), ((9, 10),), _CLAUSE)
    assert _parents(outer, behind) == [None, None]
    outer.content = ((3, 8),)
    assert _parents(outer, behind) == [None, 0]


@_PATCHED
@pytest.mark.parametrize(("gap", "speaker"), [(3.0, "Krell Ltd"), (2.99, None)])
def test_a_body_is_meant_that_beats_the_next_by_three(
    gap: float, speaker: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = vars(standing)["_chosen"]

    def chosen(scene: Scene, question: Question, found: list[tuple[float, Entity]]) -> Verdict | None:
        best, next_ = sorted((entity for _, entity in found), key=lambda entity: entity.name)
        verdict: Verdict | None = real(scene, question, [(20.0 + gap, best), (20.0, next_)])
        return verdict

    monkeypatch.setattr(standing, "_chosen", chosen)
    claim = extract("Krell Ltd and Tolva Ltd merged. The company said that it was late.")[-1]
    assert (claim.speaker and claim.speaker.name) == speaker
