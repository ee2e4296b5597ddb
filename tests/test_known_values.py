"""Known people and bodies are checked when they are made, so that a slip is told where it was made."""

from typing import Any

import pytest

from quoteattr import Gender, Known, SpeakerKind, extract


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"kind": "robot"}, ValueError, "no kind 'robot': known are person, organisation, group, document, author"),
        ({"gender": "x"}, ValueError, "no gender 'x': known are female, male"),
        ({"aliases": "Iron Ana"}, TypeError, r"aliases and titles must be several strings, not one: \('Iron Ana',\)"),
        ({"titles": "Mayor"}, TypeError, r"aliases and titles must be several strings, not one: \('Mayor',\)"),
    ],
)
def test_what_is_wrong_is_told(settings: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=f"^{message}$"):
        Known("Ana Brandt", **settings)


def test_plain_values_do_as_well() -> None:
    told = Known("Nordair", kind="organisation", aliases=["Nord"])
    assert told == Known("Nordair", kind=SpeakerKind.ORGANISATION, aliases=("Nord",))
    assert Known("Ana Brandt", gender="female").gender is Gender.FEMALE
    (claim,) = extract("Iron Ana said that it was so.", known=[Known("Ana Brandt", aliases=["Iron Ana"])])
    assert str(claim.speaker) == "Ana Brandt"
