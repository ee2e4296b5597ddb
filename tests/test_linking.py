"""Linking: which speakers of several documents are one."""

import pytest

from quoteattr import Known, extract, link

_KNOWN = (Known("Ana Brandt", aliases=("Iron Ana",), identifier="Q42"),)


def _linked(*texts: str, known: tuple[Known, ...] = ()) -> list[tuple[str, list[int]]]:
    found = link([extract(text, known=known) for text in texts])
    return [(one.name, [number for number, _ in one.claims]) for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ana Brandt said that it rained.", "Mayor Ana Brandt said that it was dry."),
        ("Ana Brandt said that it rained.", "ANA BRANDT said that it was dry."),
        ("Ana Brandt said that it rained. Brandt said that it was late.", "Ana Brandt said that it was dry."),
        ("The Lake Union said that it rained.", "The Lake Union said that it was dry."),
        ("Reuters said that it rained.", "Reuters said that it was dry."),
        ("The LU said that it rained.", "The LU said that it was dry."),
        ("Ana Brandt, head of the Lake Union, said that it rained.", "Ana Brandt said that it was dry."),
        (
            "Ana Brandt, head of the Lake Union, said that it rained.",
            "Ana Brandt of the Lake Union said that it was dry.",
        ),
    ],
)
def test_one_name_is_one_speaker(first: str, second: str) -> None:
    assert len(_linked(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Brandt said that it rained.", "Brandt said that it was dry."),
        ("Ana Brandt said that it rained.", "Brandt said that it was dry."),
        ("Two officials said that it rained.", "Two officials said that it was dry."),
        ("The mayor said that it rained.", "The mayor said that it was dry."),
        (
            "Ana Brandt, head of the Lake Union, said that it rained.",
            "Ana Brandt, head of the Harrow Bank, said that it was dry.",
        ),
        ("Mr. Robin Hale said that it rained.", "Mrs. Robin Hale said that it was dry."),
    ],
)
def test_what_may_be_two_stays_two(first: str, second: str) -> None:
    assert len(_linked(first, second)) == 2


def test_an_identifier_is_one_speaker_under_any_name() -> None:
    texts = "Iron Ana said that it rained.", "Ana Brandt said that it was dry.", "Tom Hale said that it was late."
    assert _linked(*texts, known=_KNOWN) == [("Ana Brandt", [0, 1]), ("Tom Hale", [2])]


def test_a_name_without_affiliation_joins_none_of_two() -> None:
    texts = (
        "Ana Brandt, head of the Lake Union, said that it rained.",
        "Ana Brandt, head of the Harrow Bank, said that it was dry.",
        "Ana Brandt said that it was late.",
    )
    assert [numbers for _, numbers in _linked(*texts)] == [[0], [1], [2]]


def test_speakers_and_claims_keep_their_documents() -> None:
    first = extract("Ana Brandt said that it rained. Tom Hale said that it was dry.")
    second = extract("It was late, Ana Brandt said.")
    brandt, hale = link([first, (), second])
    assert brandt.claims == ((0, first[0]), (2, second[0]))
    assert brandt.speakers == ((0, first[0].speaker), (2, second[0].speaker))
    assert hale.claims == ((0, first[1]),)
    assert (brandt.identifier, hale.identifier) == (None, None)


def test_no_documents_have_no_speakers() -> None:
    assert link([]) == ()
    assert link([extract("It rained.")]) == ()
