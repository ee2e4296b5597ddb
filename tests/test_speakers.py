"""Speakers: one object for one speaker, known people, and how a speaker was found."""

import re
import sys
from pathlib import Path

import pytest

from quoteattr import Claim, Gender, Known, Scope, SpeakerKind, extract
from quoteattr.attribution.drafts import drafts_of
from quoteattr.attribution.engine import engine_of
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language
from quoteattr.speakers.resolve import resolve
from quoteattr.speakers.sieves.table import SIEVES, SieveName
from tests.specs import load

_GRAMMAR = grammar_of(Language.load("en"))
_SPEC = Path(__file__).parent / "spec" / "speakers"
_TEXT = (
    "Mayor Ana Brandt, 45, said that the bridge was safe. Tom Hale, the owner of the ferry, said that it was not. "
    "“I have crossed it,” she said. The owner told reporters that Mayor Brandt was wrong."
)


def _names(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.speaker.name if claim.speaker else None for claim in claims]


def test_one_speaker_is_one_object() -> None:
    claims = extract(_TEXT)
    assert _names(claims) == ["Ana Brandt", "Tom Hale", "Ana Brandt", "Tom Hale"]
    assert claims[0].speaker is claims[2].speaker
    assert claims[1].speaker is claims[3].speaker
    assert len({claim.speaker for claim in claims}) == 2


def test_a_speaker_tells_what_the_text_tells() -> None:
    brandt, hale, *_ = (claim.speaker for claim in extract(_TEXT))
    assert brandt is not None
    assert hale is not None
    assert (brandt.kind, brandt.gender, brandt.titles) == (SpeakerKind.PERSON, Gender.FEMALE, ("Mayor",))
    assert brandt.aliases == ("Brandt",)
    assert hale.roles == ("the owner of the ferry",)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("World Rowing", SpeakerKind.ORGANISATION),
        ("Lenz Institutional Equities", SpeakerKind.ORGANISATION),
        ("Lenzfood.com", SpeakerKind.ORGANISATION),
        ("World Champion Ana Brandt", SpeakerKind.PERSON),
        ("A total of 16 people", SpeakerKind.GROUP),
        ("A range of studies", SpeakerKind.DOCUMENT),
        ("A majority of members", SpeakerKind.GROUP),
        ("Two people familiar with the plan", SpeakerKind.GROUP),
        ("One in three firms", SpeakerKind.GROUP),
        ("The rest", SpeakerKind.GROUP),
        ("The latter", SpeakerKind.PERSON),
        ("The flanker", SpeakerKind.PERSON),
        ("The Ghanaian", SpeakerKind.PERSON),
        ("The gaffer", SpeakerKind.PERSON),
        ("Morgan Stanley", SpeakerKind.ORGANISATION),
        ("Hill, 32, of Leeds,", SpeakerKind.PERSON),
    ],
)
def test_the_words_of_a_source_tell_its_kind(source: str, kind: SpeakerKind) -> None:
    (claim,) = extract(f"{source} said that it was late.")
    assert claim.speaker is not None
    assert claim.speaker.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It was late,” Kerr said.", SpeakerKind.PERSON),
        ("Kerr announced: “I am ill.”", SpeakerKind.PERSON),
        ("“We are late,” Kerr said.", SpeakerKind.ORGANISATION),
        ("Kerr said that it was late.", SpeakerKind.ORGANISATION),
        ("“It was late,” Kerr said. It added that the dam was dry.", SpeakerKind.ORGANISATION),
    ],
)
def test_a_quotation_tells_the_kind_of_a_name_alone(text: str, kind: SpeakerKind) -> None:
    speaker = extract(text)[0].speaker
    assert speaker is not None
    assert speaker.kind is kind


def test_mentions_are_every_span_that_means_the_speaker() -> None:
    brandt = extract(_TEXT)[0].speaker
    assert brandt is not None
    assert [span.text for span in brandt.mentions] == [
        "Mayor Ana Brandt",
        "she",
        "Mayor Brandt",
    ]
    assert list(brandt.mentions) == sorted(brandt.mentions)


def test_the_page_lists_the_sieves_in_the_order_in_which_they_are_asked() -> None:
    table = (Path(__file__).parents[1] / "docs" / "speakers.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([a-z ]+) \| .* \| \d+ \| \d+ \| \d+ \|$", table, re.MULTILINE)
    assert listed == [str(name) for name in SieveName]
    assert listed[: len(SIEVES)] == [str(name) for name, _, _ in SIEVES]


def test_a_tie_names_its_candidates() -> None:
    (claim,) = extract("Ana Brandt and Lucia Ferran met on Friday. She said that the meeting was short.")
    assert claim.speaker is None
    assert claim.resolution.sieve == SieveName.THIRD_PERSON
    assert set(claim.resolution.candidates) == {"Ana Brandt", "Lucia Ferran"}


def test_no_source_has_no_resolution() -> None:
    (claim,) = extract("It was announced on Monday that the bakery will close.")
    assert claim.speaker is None
    assert claim.resolution.sieve == ""


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt said that the bridge was safe.",
        "Iron Ana said that the bridge was safe.",
        "Mayor Brandt said that the bridge was safe.",
        "The bridge pleased Ana Brandt. “It is safe,” she said.",
    ],
)
def test_a_known_speaker_carries_the_callers_identifier(text: str) -> None:
    brandt = Known("Ana Brandt", aliases=("Iron Ana",), titles=("Mayor",), identifier="Q42", gender=Gender.FEMALE)
    (claim,) = extract(text, known=[brandt, Known("Tom Hale", identifier="Q43")])
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.identifier) == ("Ana Brandt", "Q42")


@pytest.mark.parametrize(
    "text",
    [
        "Brandt said that the bridge was safe.",
        "Governor Brandt said that the bridge was safe.",
        "Olga Brandt said that the bridge was safe.",
        "The Boss said that the bridge was safe.",
    ],
)
def test_a_name_that_may_be_anyone_links_to_nobody_known(text: str) -> None:
    known = [
        Known("Ana Brandt", aliases=("The Boss",), titles=("Mayor",), identifier="Q42"),
        Known("Tom Hale", aliases=("The Boss",), identifier="Q43"),
    ]
    (claim,) = extract(text, known=known)
    assert claim.speaker is None or claim.speaker.identifier is None


def test_the_known_gender_counts_for_pronouns() -> None:
    text = "Zanele Kigali met Ndaba Kigali. “It is cold,” she said."
    (claim,) = extract(
        text, known=[Known("Ndaba Kigali", gender=Gender.MALE), Known("Zanele Kigali", gender=Gender.FEMALE)]
    )
    assert claim.speaker is not None
    assert claim.speaker.name == "Zanele Kigali"


def test_every_sieve_has_its_specification() -> None:
    decided = {
        row[case.columns.index("sieve")]
        for path in (_SPEC / "sieves").glob("*.md")
        for case in load(path)
        for row in case.rows
        if "sieve" in case.columns
    }
    assert {str(name) for name in SieveName} == decided - {"–"}
    assert {path.stem for path in (_SPEC / "sieves").glob("*.md")} == {name.replace(" ", "_") for name in SieveName}


@pytest.mark.parametrize(
    "piece",
    [
        "She said that it was so. ",
        "A new official said that it was so. The official said that it was not. ",
        "Ana Brandt and Tom Hale said that it was so. ",
        "Tom Brandt met Ana Brandt. Brandt said that it was so. ",
        "The Lake Union (LU) said that it was so. The union said that it was not. They said nothing was wrong. ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    short, long = (_calls(piece * count) for count in (100, 800))
    assert long < 2 * 8 * short


def _calls(text: str) -> int:
    """How many functions are called while the speakers of a text are resolved: work, not seconds."""
    shape = _GRAMMAR.reader.read(text)
    found = drafts_of(shape, _GRAMMAR, engine_of(_GRAMMAR).line.admits(Scope.SPEECH))
    events: list[str] = []
    sys.setprofile(lambda _, event, __: events.append(event))
    try:
        resolve(shape, found, _GRAMMAR)
    finally:
        sys.setprofile(None)
    return len(events)


@pytest.mark.parametrize(
    "text",
    [
        "his " * 500,
        "President " * 500,
        "Ana and " * 500,
        "Ministry of " * 500,
        "who, " * 500,
        "’s said " * 300,
        "Q: " * 300,
    ],
)
def test_odd_text_is_legal(text: str) -> None:
    extract(text + "said that it was so.")
