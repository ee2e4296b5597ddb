"""What holds of every pair of texts."""

from pathlib import Path

import pytest
from hypothesis import given

from quoteattr import Kind, LanguageError, Speaker, SpeakerKind, extract, verify
from quoteattr.checking import Change, Edit, Finding, FindingKind, Verification
from quoteattr.checking.agreement import Agreement
from quoteattr.language.language import Language
from quoteattr.text.span import Span
from tests.fuzz.texts import TEXTS

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
_AGREEMENT = Agreement(Language.load("en"))
_MARKDOWN = "## The dam\n\n- **Ana Brandt** said *that* the **dam** was [safe](u).\n- Osei: “It `was` built in 1950.”"
_DAM = "Ana Brandt said that the dam was not safe. “It was built in 1952,” Henrik Osei said."


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(summary: str, article: str) -> None:
    result = verify(summary, article)
    for finding in result:
        assert summary[finding.summary.start : finding.summary.end] == finding.summary.text
        assert finding.source is None or article[finding.source.start : finding.source.end] == finding.source.text
        assert str(finding)
        assert finding.message.endswith(".")
    for span in result.not_compared:
        assert summary[span.start : span.end] == span.text
    assert str(result)


@given(TEXTS)
def test_every_text_is_faithful_to_itself(text: str) -> None:
    kinds = {finding.kind for finding in verify(text, text)}
    assert kinds <= {FindingKind.WRONG_SPEAKER, FindingKind.CHANGED_COMMITMENT, FindingKind.NO_COUNTERPART}


def test_an_article_is_faithful_to_itself() -> None:
    result = verify(_ARTICLE, _ARTICLE)
    assert not result
    assert result.quotations == _ARTICLE.count("“")
    assert result.claims == sum(claim.kind is not Kind.DIRECT for claim in extract(_ARTICLE, scope="all"))


def test_a_part_is_faithful_to_the_whole() -> None:
    for paragraph in _ARTICLE.split("\n\n"):
        assert not verify(paragraph, _ARTICLE)


def test_a_long_article_is_compared_in_time() -> None:
    article = "\n\n".join(_ARTICLE.replace("Ana Brandt", f"Ana Brandt{number}") for number in range(40))
    assert len(verify("“Nobody should be asked to drive on that at all,” said Osei. " * 20, article)) >= 20


def test_wrong_arguments_are_told() -> None:
    with pytest.raises(LanguageError):
        verify("a", "b", language="xx")
    with pytest.raises(TypeError):
        verify(None, "b")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        verify("a", [None])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="no article"):
        verify("a", [])


def test_the_result_is_a_sequence_of_findings() -> None:
    result = verify("“The dam will fall,” Osei said.", "“The dam will not fall,” Osei said.")
    assert isinstance(result, Verification)
    assert len(result) == 1
    assert result[0] is next(iter(result))
    assert result[:] == result.findings
    assert result[0].change is Change.NEGATION
    assert result
    assert not verify("Osei left.", "Osei stayed.")


def test_spans_fit_a_text_with_markup() -> None:
    result = verify(_MARKDOWN, _DAM)
    assert [(one.kind, one.change) for one in result] == [
        (FindingKind.CHANGED_COMMITMENT, Change.NEGATION),
        (FindingKind.ALTERED_QUOTATION, Change.NUMBER),
    ]
    for finding in result:
        assert _MARKDOWN[finding.summary.start : finding.summary.end] == finding.summary.text
        assert finding.claim is not None
        assert finding.claim.source is not None
        span = finding.claim.source
        assert _MARKDOWN[span.start : span.end] == span.text
    assert result[0].claim is not None
    assert result[0].claim.text == "the dam was safe"


def test_what_could_not_be_compared_is_told() -> None:
    result = verify("- The dam is older than the town.\n- “It was built in 1952,” Osei said.", _DAM)
    assert not result
    assert result.quotations == 1
    assert [span.text for span in result.not_compared] == ["The dam is older than the town"]


def test_each_part_may_be_faithful_to_another_article() -> None:
    articles = [_DAM, "“The ferry is late,” Lucia Ferran said."]
    assert not verify("“The ferry is late,” Ferran said. “It was built in 1952,” Osei said.", articles)
    (finding,) = verify("“The ferry is never late,” Ferran said. “It was built in 1952,” Osei said.", articles)
    assert finding.article == 1
    assert finding.source is not None
    assert articles[1][finding.source.start : finding.source.end] == "The ferry is late"


def test_a_finding_reads_as_a_line() -> None:
    finding = Finding(
        FindingKind.ALTERED_QUOTATION,
        Span(0, 6, "a\n c d"),
        edits=(Edit("a", "a", same=True), Edit("", "b", same=False), Edit("c", "", same=False)),
    )
    assert str(finding) == "altered quotation: a c d (a [-b-] {+c+})"
    assert str(Finding(FindingKind.NO_COUNTERPART, Span(0, 1, "a"), message="So.")) == "no counterpart: a (So)"


def test_the_result_prints_itself() -> None:
    result = verify(
        "“The dam will fall,” Osei said. The weather was bad that day.", "“The dam will not fall,” Osei said."
    )
    assert str(result).split("\n") == [
        "1. altered quotation (negation), severity high",
        "   The quotation leaves out or puts in a negation.",
        "   summary, characters 0 to 20: “The dam will fall,”",
        "   article, characters 1 to 22: “The dam will not fall”",
        "   The dam will [-not-] fall",
        "",
        "1 finding (1 high). Compared: 1 quotation, 0 claims and 0 other statements. Not compared: 1.",
    ]
    assert str(verify("", "")) == "Nothing found. Compared: 0 quotations, 0 claims and 0 other statements."


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
        (Speaker("Osei’s lawyer"), Speaker("Henrik Osei"), None),
        (Speaker("Iron Ana"), Speaker("Ana Brandt", aliases=("Iron Ana",)), True),
        (_group("World Health Organization"), _group("WHO"), True),
        (_group("World Health Organization"), _group("Red Cross"), False),
        (_group("Red Cross"), Speaker("Ana Brandt"), None),
        (None, Speaker("Ana Brandt"), None),
    ],
)
def test_speakers_agree(one: Speaker | None, other: Speaker | None, same: bool | None) -> None:  # noqa: FBT001
    assert _AGREEMENT.agree(one, other) is same
    assert _AGREEMENT.agree(other, one) is same
