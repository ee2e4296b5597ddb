"""Sources inside quotations: pronouns there mean other people than outside."""

import pytest

from quoteattr import Scope
from quoteattr.attribution.drafts import drafts_of
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.insides import with_insides
from quoteattr.grammar.grammar import grammar_of
from quoteattr.language.language import Language
from quoteattr.speakers.resolve import resolve

_GRAMMAR = grammar_of(Language.load("en"))


def _speakers(text: str) -> list[str | None]:
    """The speaker of the one claim outside quotations, and those of the claims inside its quotation."""
    shape = _GRAMMAR.reader.read(text)
    admits = engine_of(_GRAMMAR).line.admits(Scope.SPEECH)
    drafts = with_insides(drafts_of(shape, _GRAMMAR, admits), _GRAMMAR, admits)
    resolve(shape, drafts, _GRAMMAR)
    return [draft.speaker.name if draft.speaker else None for draft in drafts]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("Ana Brandt told reporters: “I said that the bridge was safe.”", "Ana Brandt"),
        ("Ana Brandt told reporters: “We said that the bridge was safe.”", "Ana Brandt"),
        ("The Lake Council said: “We said that the lake was low.”", "Lake Council"),
        ("Ana Brandt told Tom Hale: “You said that the bridge was safe.”", "Tom Hale"),
        ("Ana Brandt told reporters: “The captain said that the fog was thick.”", "The captain"),
        ("Tom Hale left. Lucia Ferran said: “He said that the roof was weak.”", "Tom Hale"),
        ("Lucia Ferran said: “She said that the roof was weak.”", None),
        ("Lucia Ferran said: “Tom Hale said that the roof was weak.”", "Tom Hale"),
        ("Lucia Ferran met Omar Reed. She said: “My cousin Tom left. He said that it was cold.”", "Tom"),
    ],
)
def test_inside_a_quotation(text: str, inner: str | None) -> None:
    assert _speakers(text)[1:] == [inner]
