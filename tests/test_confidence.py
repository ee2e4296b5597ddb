"""Confidence is a share of right claims, taken from counts that are well-formed."""

from itertools import pairwise
from pathlib import Path

import attrs
import pytest

from quoteattr import Language, LanguageError, extract
from quoteattr.attribution.confidence import Confidence
from quoteattr.attribution.draft import JOINT
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.counts import COLUMNS, Count, counts
from quoteattr.language.tables import Folder, folder

_ENGLISH = Language.load("en")
_GRAMMAR = grammar_of(_ENGLISH)
_ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
_FEW = [
    Count("subject", "that-clause", "SAY", "say", 1000, 950),
    Count("subject", "that-clause", "SAY", "joke", 20, 4),
    Count("subject", "title", "NAME", "call", 30, 6),
    Count("label", "that-clause", "", "", 50, 10),
]


def _of(confidence: Confidence, rule: str, frame: str = "", lemma: str = "") -> float | None:
    source, _, content = rule.partition(JOINT)
    return confidence.of(source, content, frame, lemma)


def test_counts_are_sorted_and_possible() -> None:
    found = counts(folder("en"))
    keys = [(count.source, count.content, count.frame, count.lemma) for count in found]
    assert not [(one, two) for one, two in pairwise(keys) if one >= two]
    assert all(0 <= count.right <= count.made for count in found)
    assert all(bool(count.frame) == bool(count.lemma) for count in found)
    assert sum(count.made for count in found) > 10_000


def test_counts_are_of_this_grammar() -> None:
    built_in = {"no source", "source before", "floating quotation", ""}
    sources = built_in.union(pattern.name for pattern in _GRAMMAR.sources)
    contents = built_in.union(pattern.name for pattern in _GRAMMAR.contents)
    assert not [name for name in sources | contents if JOINT in name]
    gone = [count for count in _ENGLISH.counts if count.source not in sources or count.content not in contents]
    share = sum(count.made for count in gone) / sum(count.made for count in _ENGLISH.counts)
    assert share < 0.05, f"count anew with benchmarks/confidence.py: {gone[:5]}"


def test_every_claim_has_the_confidence_of_its_rule() -> None:
    claims = extract(_ARTICLE)
    confidence = Confidence(_ENGLISH.counts)
    assert claims
    for claim in claims:
        cue = claim.cue
        assert claim.confidence == _of(confidence, claim.rule, cue.frame if cue else "", cue.lemma if cue else "")
        assert claim.confidence is not None
        assert 0 < claim.confidence <= 1


def test_often_right_is_surer_than_seldom_right() -> None:
    confidence = Confidence(_FEW)
    said, joked = (confidence.of("subject", "that-clause", "SAY", lemma) for lemma in ("say", "joke"))
    assert said is not None
    assert joked is not None
    assert joked < 0.6
    assert said > 0.9


@pytest.mark.parametrize(
    ("rule", "frame", "lemma", "same_as"),
    [
        ("subject + that-clause", "SAY", "unheard", ("subject + that-clause", "SAY")),
        ("subject + that-clause", "UNSEEN", "say", ("subject + that-clause",)),
        ("subject + unseen", "SAY", "say", ("subject + other",)),
        ("unseen + title", "NAME", "call", ("other + title",)),
        ("unseen + unseen", "SAY", "say", ("other + other",)),
    ],
)
def test_what_was_not_counted_takes_the_share_of_the_level_above(
    rule: str, frame: str, lemma: str, same_as: tuple[str, ...]
) -> None:
    confidence = Confidence(_FEW)
    assert _of(confidence, rule, frame, lemma) == _of(confidence, *same_as)
    levels = {_of(confidence, *key) for key in (("subject + x",), ("x + title",), ("x + x",), ("subject + title",))}
    assert len(levels) == 4


def test_a_rule_of_one_name_is_counted_once() -> None:
    confidence = Confidence([*_FEW, Count("floating quotation", "", "", "", 100, 30)])
    everything = 1000 / 1200
    source = (30 + 20 * everything) / (100 + 20)
    assert confidence.of("floating quotation") == round((30 + 20 * source) / (100 + 20), 3)
    assert confidence.of("other", "other") == round(everything, 3)


def test_levels_are_shares_with_the_level_above_as_twenty_claims() -> None:
    everything = 970 / 1100
    source = (960 + 20 * everything) / (1050 + 20)
    pair = (6 + 20 * source) / (30 + 20)
    frame = (6 + 20 * pair) / (30 + 20)
    lemma = (6 + 20 * frame) / (30 + 20)
    assert Confidence(_FEW).of("subject", "title", "NAME", "call") == round(lemma, 3)


def test_without_counts_there_is_no_confidence() -> None:
    bare = attrs.evolve(_ENGLISH, counts=())
    (claim,) = extract("Sato said that the pact would last.", language=bare)
    assert claim.confidence is None


@pytest.mark.parametrize(
    ("rows", "line", "fault"),
    [
        ("", 2, "1 columns, expected 6"),
        ("a\tb\tSAY\tsay\t3", 2, "5 columns, expected 6"),
        ("a\tb\tSAY\tsay\t3\t4", 2, "'4' right of '3' made"),
        ("a\tb\tSAY\tsay\t0\t0", 2, "'0' right of '0' made"),
        ("a\tb\tSAY\tsay\t3\t-1", 2, "'-1' right of '3' made"),
        ("a\tb\tSAY\tsay\tmany\t1", 2, "'1' right of 'many' made"),
        ("\tb\tSAY\tsay\t3\t2", 2, "no source"),
        ("a\tb\tSAY\tsay\t3\t2\na\tb\tSAY\tsay\t4\t4", 3, "a + b + SAY + say twice"),
    ],
)
def test_broken_counts_are_told_with_file_and_line(tmp_path: Path, rows: str, line: int, fault: str) -> None:
    home = tmp_path / "xx"
    home.mkdir()
    (home / "confidence.tsv").write_text("\t".join(COLUMNS) + "\n" + rows + "\n", encoding="utf-8")
    with pytest.raises(LanguageError) as error:
        counts(Folder("xx", str(home), shipped=False))
    assert str(error.value) == f"xx/confidence.tsv: line {line}: {fault}"


def test_other_columns_are_told_and_no_file_has_no_counts(tmp_path: Path) -> None:
    home = Folder("xx", str(tmp_path), shipped=False)
    assert counts(home) == ()
    (tmp_path / "confidence.tsv").write_text("rule\tmade\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=r"line 1: expected the columns source, content, frame, lemma, made, right"):
        counts(home)
