"""The readable text of content: marks at its edges are taken off where they stand around it or have no partner."""

import pytest

from quoteattr import Language
from quoteattr.attribution.readable import readable
from quoteattr.grammar.grammar import grammar_of

_READER = grammar_of(Language.load("en")).reader


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is over, ", "it is over"),
        ("“It is over and done", "It is over and done"),
        ("it is over”, and done”", "it is over”, and done"),
        ("“It” is “over”", "“It” is “over”"),
        ("it is ‘over’", "it is ‘over’"),
        ("that it is over", "it is over"),
        ("that, in May, it was over", "in May, it was over"),
        ("that plan is over", "plan is over"),
        ("that is over", "that is over"),
        ("that old plan", "that old plan"),
        ("that", "that"),
        ("that’s over", "that’s over"),
    ],
)
def test_a_piece(text: str, found: str) -> None:
    shape = _READER.read(text)
    assert readable(shape, [(1, len(shape.letters) - 1)]) == found


def test_pieces_are_joined_and_a_comma_at_the_end_of_a_sentence_becomes_a_stop() -> None:
    shape = _READER.read("“It is over,” Hale said. “Go home.” He left.")
    first, second = sorted(shape.quotations)
    assert readable(shape, [(first, first + 1), (second, second + 1)]) == "It is over. Go home."


def test_the_comma_before_a_closing_mark_becomes_a_stop_too() -> None:
    shape = _READER.read("It is the “end,” Hale said. It was late.")
    tag = next(at for at in range(len(shape.letters)) if shape.word(at) == "Hale")
    behind = next(at for at in range(tag, len(shape.letters)) if shape.word(at) == "It")
    assert readable(shape, [(1, tag), (behind, behind + 3)]) == "It is the “end.” It was late"
