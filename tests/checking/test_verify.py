"""What holds of every pair of texts."""

from pathlib import Path

import pytest
from hypothesis import given

from quoteattr import LanguageError, Speaker, SpeakerKind, verify
from quoteattr.checking import Edit, Finding, FindingKind
from quoteattr.checking.agreement import agree
from quoteattr.language.language import Language
from quoteattr.text.span import Span
from tests.fuzz.texts import TEXTS

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
_ENGLISH = Language.load("en")


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(summary: str, article: str) -> None:
    for finding in verify(summary, article):
        assert summary[finding.summary.start : finding.summary.end] == finding.summary.text
        assert finding.source is None or article[finding.source.start : finding.source.end] == finding.source.text
        assert str(finding)


def test_a_text_is_faithful_to_itself() -> None:
    assert verify(_ARTICLE, _ARTICLE) == ()


def test_a_part_is_faithful_to_the_whole() -> None:
    for paragraph in _ARTICLE.split("\n\n"):
        assert verify(paragraph, _ARTICLE) == ()


def test_a_long_article_is_compared_in_time() -> None:
    article = "\n\n".join(_ARTICLE.replace("Ana Brandt", f"Ana Brandt{number}") for number in range(40))
    assert len(verify("“Nobody should be asked to drive on that at all,” said Osei. " * 20, article)) >= 20


def test_wrong_arguments_are_told() -> None:
    with pytest.raises(LanguageError):
        verify("a", "b", language="xx")
    with pytest.raises(TypeError):
        verify(None, "b")  # type: ignore[arg-type]


def test_a_finding_reads_as_a_line() -> None:
    finding = Finding(
        FindingKind.ALTERED_QUOTATION,
        Span(0, 6, "a\n c d"),
        edits=(Edit("a", "a", same=True), Edit("", "b", same=False), Edit("c", "", same=False)),
    )
    assert str(finding) == "altered quotation: a c d (a [-b-] {+c+})"
    assert str(Finding(FindingKind.NO_COUNTERPART, Span(0, 1, "a"), note="x")) == "no counterpart: a (x)"


def _group(name: str) -> Speaker:
    return Speaker(name, SpeakerKind.ORGANISATION)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Speaker("Ana Brandt"), Speaker("Brandt"), True),
        (Speaker("A. Brandt"), Speaker("Ana Brandt"), True),
        (Speaker("Ana Brandt"), Speaker("Otto Brandt"), False),
        (Speaker("Ana Brandt"), Speaker("Henrik Osei"), False),
        (Speaker("the mayor"), Speaker("Ana Brandt", titles=("Mayor",)), True),
        (Speaker("the mayor"), Speaker("Henrik Osei"), None),
        (Speaker("Iron Ana"), Speaker("Ana Brandt", aliases=("Iron Ana",)), True),
        (_group("World Health Organization"), _group("WHO"), True),
        (_group("World Health Organization"), _group("Red Cross"), False),
        (_group("Red Cross"), Speaker("Ana Brandt"), None),
        (None, Speaker("Ana Brandt"), None),
    ],
)
def test_speakers_agree(one: Speaker | None, other: Speaker | None, same: bool | None) -> None:  # noqa: FBT001
    assert agree(one, other, _ENGLISH) is same
    assert agree(other, one, _ENGLISH) is same
