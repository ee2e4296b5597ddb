"""A text is cut into sentences where one ends, and nowhere else."""

import pytest

from quoteattr.grammar.grammar import grammar_of
from quoteattr.grammar.wordclass import END, PARA
from quoteattr.language.language import Language


def _sentences(text: str) -> list[str]:
    shape = grammar_of(Language.load("en")).reader.read(text)
    found, first = [], 0
    for index, letter in enumerate(shape.letters):
        if letter == PARA:
            first = index + 1
        elif letter == END:
            if first < index:
                found.append(text[shape.starts[first] : shape.ends[index - 1]])
            first = index + 1
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Amal Said left",
        "Lt. Gov. Ida Bray met Gen. Kwame Osei Jr. in St. Ives",
        "The U.S. Navy came at 6 a.m. on Monday",
        "The price rose by 3.5 percent",
        "J. P. Moreau won",
        "The firm, Lund & Sons Ltd., was sold",
        "He waited ... and waited",
        "He waited … and waited",
        "The vote on Feb. 3 was close",
        "Sen. Ruth Oake (D-Mass.) left",
        "It cost $4.2 million vs. $3 million",
        "The site oldmill.example was down",
        "No. 4 Squadron landed",
        "Rs. 300 was owed under Art. 12",
        "The “Iron. Gate” fell",
    ],
)
def test_a_stop_inside_ends_no_sentence(sentence: str) -> None:
    assert len(_sentences(sentence + ". It rained.")) == 2
    assert len(_sentences(sentence)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. It poured.", 2),
        ("Did it rain? It poured!", 2),
        ("It rained... It poured.", 2),
        ("It rained at 6 p.m. It poured at seven.", 2),
        ("He works for Lund Inc. He likes it.", 2),
        ("“It rained.” It poured.", 2),
        ("“It rained,” he said. “It poured.”", 2),
        ("It rained (as ever). It poured.", 2),
        ("A heading\nIt rained.", 2),
        ("A heading\n\nIt rained.", 2),
        ("It was 1994. It rained.", 2),
        ("Did it rain? No. Sato left.", 3),
        ("They teach Modern Art. Sato left.", 2),
        ("“Why?” It rained.", 2),
        ("“It rained. It poured.”", 1),
        ("“Why?” he asked.", 1),
        ("“Go!” the man cried.", 1),
        ("It rained.", 1),
        ("It rained", 1),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert len(_sentences(text)) == count


def test_no_sentence_reaches_over_a_paragraph() -> None:
    assert all("\n\n" not in sentence for sentence in _sentences("One two\n\nthree four\n\nfive."))
