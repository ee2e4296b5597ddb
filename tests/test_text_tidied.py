"""What a page leaves in its text is taken out, and every stretch is told in the caller's string."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.text.tidied import Tidied

_WORDS = frozenset(["well", "known", "announced", "the", "he"])


def _tidied(text: str) -> str:
    return Tidied(text, _WORDS.__contains__).text


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Ana &ldquo;Bo&rdquo; Lund &amp; Sons&nbsp;Ltd", "Ana “Bo” Lund & Sons Ltd"),
        ("It&#8217;s &#x201c;shut&#x201d;", "It’s “shut”"),
        (r"\"Shut,\" he said.", '"Shut," he said.'),
        ("＂Shut,＂ he said.", '"Shut," he said.'),
        ("\x93It\x92s shut,\x94 he said \x96 ´´now´´.", '“It’s shut,” he said – "now".'),
        ('""Shut,"" he said, and typed "".', '"Shut," he said, and typed ".'),
        ('He typed "" and left.', 'He typed "" and left.'),
        ("the har\u00adbour", "the harbour"),
        ("[Lund](https://lund.example) and ![a picture](p.png)", "Lund and "),
        ("**Lund**, *Bo* and ***Ek***", "Lund, Bo and Ek"),
        ("**Lund and *Bo* too**", "Lund and Bo too"),
        ("__Lund__, _Bo_ and ~~Ek~~", "Lund, Bo and Ek"),
        ("## Lund\n> Bo\n* Ek\n• Moe\n- Ida left.", "Lund\nBo\nEk\nMoe\nIda left."),
        ("1) Lund\n\n2. Bo", "Lund\n\n2. Bo"),
        ("Lund left.\n\n2. Bo", "Lund left.\n\nBo"),
        ("The pact[1] failed.[2][13] So", "The pact failed. So"),
        ("It rained. https://t.co/aB1 pic.twitter.com/cD2\n— Lund", "It rained.\n— Lund"),
        ("“Shut,”1 he said. “Shut.”† Lund", "“Shut,” he said. “Shut.” Lund"),
        ("He left.                 Lund stayed.", "He left.\n\nLund stayed."),
        (f"He left.{' ' * 9}Go.{' ' * 9}No.{' ' * 9}More{' ' * 6}End.", "He left.\n\nGo.\n\nNo.\n\nMore\n\nEnd."),
        ("har-\nbour, an-\r\n  nounced", "harbour, announced"),
        (
            "“Shut,” Lund said\n. “So.” Ek \r\n, who\nleft\n) and Bo\n’s dog",
            "“Shut,” Lund said. “So.” Ek, who\nleft) and Bo’s dog",
        ),
        ("a “dead end”Lund left", "a “dead end”\n\nLund left"),
        ("“It is late”Lund said", "“It is late” Lund said"),
        ('He left."So be it," she said."Go."She', 'He left. "So be it," she said. "Go." She'),
        ("well-\nknown, Lund-\nEk", "well-known, Lund-Ek"),
        ("The pact failed.Lund left.The end.", "The pact failed. Lund left. The end."),
        ("He left Oslo.The boat", "He left Oslo. The boat"),
        ("“Shut.”Lund left. “Shut,”Bo said.", "“Shut.” Lund left. “Shut,” Bo said."),
        ("MR. LUND.- No. HON. B. MOE.: Yes.", "MR. LUND: No. \n\nHON. B. MOE: Yes."),
    ],
)
def test_what_a_page_leaves_is_taken_out(text: str, tidied: str) -> None:
    assert _tidied(text) == tidied


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AT&T; Q&A; &unknown;",
        "2 * 3 * 4, f**k, snake_case_name, a_b and ~ 5",
        "https://t.co/aB1 is at pic.lund.example/a and https://lund.example/t.co",
        "[sic] and (1) [1] [he]",
        "They met in May\n12. A week later",
        "“Shut.”\n- Ana Lund",
        "U.S.Lund, Oslo.Lund, www.lund.Example, https://lund.example/pact.Lund, ana@lund.Example",
        'He is 5\'10 and "1 of 3" left.',
        "a line —\nand a well-known one",
        "Lund left.\n's why Bo\n... stayed\n.5\n’Twas late.\n! Go",
        "    It rained.    It poured.",
        "OSLO.- It rained.",
    ],
)
def test_what_belongs_to_a_text_stays(text: str) -> None:
    assert _tidied(text) == text
    assert not Tidied(text, _WORDS.__contains__).changed


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("So **Lund** left", "Lund", "Lund"),
        ("So **Lund** left", "So Lund left", "So **Lund** left"),
        ("It&#8217;s &ldquo;shut&rdquo;", "“shut”", "&ldquo;shut&rdquo;"),
        ("It&#8217;s shut", "It’s", "It&#8217;s"),
        ("the har-\nbour is", "harbour", "har-\nbour"),
        ("“Shut,”[1] said Bo", "“Shut,”", "“Shut,”"),
        ("It failed.Lund left", "Lund", "Lund"),
        ("It failed. https://t.co/aB1 So", "It failed.", "It failed."),
        ("* [**Lund**](u) left", "Lund left", "Lund**](u) left"),
    ],
)
def test_a_stretch_is_told_without_what_was_taken_out_beside_it(text: str, words: str, place: str) -> None:
    tidied = Tidied(text, _WORDS.__contains__)
    at = tidied.text.index(words)
    start, end = tidied.place(at, at + len(words))
    assert text[start:end] == place


_PIECES = [
    *("**", "*", "_", "~~", "[", "](u)", "[1]", "&amp;", "&#8217;", '\\"', "-\n", "\n", "\n- ", "\n1) "),
    *("         ", "“", "”", ".", "Lund", "he", "\u00ad"),
]


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_stretches_keep_their_order_and_lie_in_the_text(text: str) -> None:
    tidied = Tidied(text, _WORDS.__contains__)
    for start, end in combinations(range(len(tidied.text) + 1), 2):
        first, last = tidied.place(start, end)
        assert 0 <= first <= last <= len(text)
        assert tidied.place(start, start)[0] == first
        assert tidied.place(end - 1, end)[1] == last
        if start:
            assert tidied.place(start - 1, start)[1] <= first
