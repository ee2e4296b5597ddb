"""A change of a text that means nothing changes nothing in its claims."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from quoteattr import Claim, extract
from quoteattr.language.language import Language
from tests.fuzz.sentences import SILENT
from tests.specs import Case, load

_SPEC = Path(__file__).parent / "spec"
_CASES = [case for path in sorted(_SPEC.rglob("*.md")) for case in load(path)]
# The whole text tells whether a label speaks: whether it is a headline, whose labels alternate, who is named in it.
_WITHOUT_LABELS = [case for case in _CASES if not any(c.rule.startswith("label + ") for c in extract(case.text))]
_LISTS = Language.load("en").lists
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
# Straight marks do not tell what these curly ones do: an opening from a closing one, a mark from an apostrophe.
_NEED_CURLY = {
    "German marks",
    "An elision at the start of a quotation is no mark",
    "British single marks may be left open as well",
    "Marks whose bytes were read in another encoding",
}
_NESTED = regex.compile('“[^”\n]*[“"]')
_HEADINGS = (
    *("Mayor says bridge will reopen", "Bridge to reopen in May, mayor says", "Mayor denies plan to close bridge"),
    *("Brandt: bridge is safe", "Ministers promise new ferry", "Fire in the old quarter", "Report finds cracks in dam"),
    *("Police warn of ice on roads", "Court told of forged paintings", "Poll shows lead for Osei"),
    *("Who said the bridge was safe?", "Osei claims victory", "Five things we learned about the bridge"),
    *(
        "Mayor ‘knew of cracks’",
        "Bridge “not safe”, says Osei",
        "No comment, says ministry",
        "Union accuses port of lying",
    ),
)

Same = Callable[[str], str]


def _structure(claims: tuple[Claim, ...], same: Same = str, *, shift: int = 0) -> list[tuple[Any, ...]]:
    """The claims with their words as `same` writes them, their content's offsets moved; speakers are left out."""
    return [
        (
            *(same(str(words)) for words in (claim.source, claim.cue, claim.addressee)),
            *(claim.kind, claim.attitude, claim.polarity, claim.realis),
            tuple((piece.start + shift, same(piece.text)) for piece in claim.content),
            tuple(same(piece.text) for piece in (*claim.quoted, *claim.circumstances)),
            None if claim.parent is None else same(claim.parent.text),
        )
        for claim in claims
    ]


def _speakers(claims: tuple[Claim, ...], same: Same = str) -> list[str]:
    return [same(str(claim.speaker)) for claim in claims]


def _settings(text: str, *, shift: int = 0) -> dict[tuple[Any, ...], set[str]]:
    """The circumstances of each of a text's claims, by the claim's structure without them."""
    claims = extract(text)
    bare = tuple(attrs.evolve(claim, circumstances=()) for claim in claims)
    told = [{circumstance.text for circumstance in claim.circumstances} for claim in claims]
    return dict(zip(_structure(bare, shift=shift), told, strict=True))


def _changed(cases: list[Case], change: Same, same: Same) -> list[str]:
    """The cases whose claims are others after a change of their text; `same` makes the words of both alike."""
    return [
        str(case)
        for case in cases
        for before, after in [(extract(case.text), extract(change(case.text)))]
        if _structure(before, same) != _structure(after, same) or _speakers(before, same) != _speakers(after, same)
    ]


@pytest.mark.parametrize("paragraph", SILENT)
def test_a_paragraph_without_speech_at_the_end_changes_nothing(paragraph: str) -> None:
    cases = _WITHOUT_LABELS
    assert not [str(case) for case in cases if extract(f"{case.text}\n\n{paragraph}") != extract(case.text)]


# Single marks are speech where a text has no others; two articles may differ there.
_SINGLE_MARKS = {
    "A single mark left open behind a sentence",
    "Single marks left open behind a colon, with a caption between",
    "British single marks may be left open as well",
    "Marks whose bytes were read in another encoding",
    "Between single marks speech goes on where all of it has them",
}
_WITH_OWN_MARKS = [case for case in _WITHOUT_LABELS if case.heading not in _SINGLE_MARKS]
# A quotation that begins a text may go on with what stands before it; no article begins so.
_BEGINNING = [case for case in _WITH_OWN_MARKS if case.text[0] not in "“‘\"'«„`"]
_MARK = regex.compile('["“”]')


def _has_lost_a_mark(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


@given(st.sampled_from(_WITH_OWN_MARKS), st.sampled_from(_BEGINNING))
def test_two_articles_in_one_keep_their_claims(one: Case, other: Case) -> None:
    """One article's sentence may tell where the other's "she" spoke: circumstances are gained as speakers are.

    A mark that is open in the first may close at any mark of the second.
    """
    assume(not (_has_lost_a_mark(one.text) and _MARK.search(other.text)))
    whole = _settings(f"{one.text}\n\n{other.text}")
    for told in (_settings(one.text), _settings(other.text, shift=len(one.text) + 2)):
        assert told.keys() <= whole.keys()
        assert not [row for row, circumstances in told.items() if not circumstances <= whole[row]]


def test_straight_marks_are_as_good_as_curly_ones() -> None:
    def straight(text: str) -> str:
        return text.translate(_STRAIGHT)

    cases = [case for case in _CASES if case.heading not in _NEED_CURLY and not _NESTED.search(case.text)]
    assert not _changed(cases, straight, straight)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_every_line_end_is_as_good_as_a_line_feed(end: str) -> None:
    """Two characters for one move what follows; so a text is compared with itself, each line end with a blank more."""
    padded = [attrs.evolve(case, text=case.text.replace("\n", " \n")) for case in _CASES if "\n" in case.text]
    assert not _changed(
        padded, lambda text: text.replace(" \n", f"{end:>2}"), lambda text: text.replace(f"{end:>2}", " \n")
    )


def _neutral() -> dict[str, str]:
    """Given names that are nothing else, each with the next one of its gender and length."""
    others = {word.lower() for name, words in _LISTS.items() if name != "given_names" for word in words}
    others |= {word.lower() for cells in _LISTS["nicknames"].values() for cell in cells for word in cell.split("/")}
    others |= Language.load("en").closed.keys() | Language.load("en").verbs.keys()
    groups: dict[tuple[str, int], list[str]] = {}
    for name, (gender,) in _LISTS["given_names"].items():
        if name.lower() not in others and name.isalpha() and gender != "u":
            groups.setdefault((gender, len(name)), []).append(name)
    return {name: names[at - 1] for names in groups.values() if len(names) > 1 for at, name in enumerate(names)}


def test_another_name_of_the_same_gender_changes_nothing() -> None:
    others = _neutral()

    def renamed(text: str) -> str:
        return regex.sub(r"\b\p{Lu}\p{Ll}+\b", lambda found: others.get(found.group(), found.group()), text)

    cases = [case for case in _CASES if renamed(case.text) != case.text]
    assert cases
    for case in cases:
        before, after = extract(case.text), extract(renamed(case.text))
        assert _structure(after) == _structure(before, renamed)
        assert _speakers(after) == _speakers(before, renamed)


@pytest.mark.parametrize("heading", _HEADINGS)
@pytest.mark.parametrize("body", [SILENT[0], "Mayor Ana Brandt said that the tunnel would reopen."])
def test_a_heading_in_capitals_makes_no_more_claims(heading: str, body: str) -> None:
    assert len(extract(f"{heading.upper()}\n\n{body}")) <= len(extract(f"{heading}\n\n{body}"))
