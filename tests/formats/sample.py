"""Texts whose claims are written by hand: every format must hold all that a claim can be, whatever the engine finds."""

import attrs

from quoteattr import (
    Attitude,
    Circumstance,
    CircumstanceRole,
    Claim,
    Cue,
    Factivity,
    Kind,
    Polarity,
    Realis,
    Source,
    SourceForm,
    Span,
    Speaker,
    SpeakerKind,
)


def _at(text: str, words: str, number: int = 0) -> tuple[int, int, str]:
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return start, start + len(words), words


TEXT = (
    "“The dam <b>,” Ana O’Dea & co. told reporters in Łódź 😀 on Monday, “was\r\ninspected.\r\n\r\n“Twice.”\r\n\r\n"
    "=SUM(1) denied that Osei, allegedly, had said he’d go."
)

_ODEA = Speaker("Ana O’Dea & co.", SpeakerKind.GROUP, ("O’Dea",), ("Mayor",), (Span(*_at(TEXT, "Ana O’Dea & co.")),))
_REPORT = Speaker("=SUM(1)", SpeakerKind.DOCUMENT, mentions=(Span(*_at(TEXT, "=SUM(1)")),))

SPLIT = Claim(
    content=(Span(*_at(TEXT, "“The dam <b>,”")), Span(*_at(TEXT, "“was\r\ninspected.\r\n\r\n“Twice.”"))),
    text="The dam <b> was inspected. Twice.",
    quoted=(Span(*_at(TEXT, "The dam <b>,")), Span(*_at(TEXT, "was\r\ninspected.\r\n\r\n“Twice."))),
    cue=Cue(*_at(TEXT, "told"), lemma="tell", frame="TELL"),
    source=Source(*_at(TEXT, "Ana O’Dea & co."), form=SourceForm.NAME),
    speaker=_ODEA,
    addressee=Span(*_at(TEXT, "reporters")),
    circumstances=(
        Circumstance(*_at(TEXT, "in Łódź 😀"), role=CircumstanceRole.PLACE),
        Circumstance(*_at(TEXT, "on Monday"), role=CircumstanceRole.TIME),
    ),
    kind=Kind.DIRECT,
    rule="tag | inside",
)
OUTER = Claim(
    content=(Span(*_at(TEXT, "that Osei, allegedly, had said he’d go")),),
    text="Osei, allegedly, had said he’d go",
    cue=Cue(*_at(TEXT, "denied"), lemma="deny", frame="SAY", factivity=Factivity.DOUBTING),
    source=Source(*_at(TEXT, "=SUM(1)"), form=SourceForm.NAME, anonymous=True),
    speaker=_REPORT,
    polarity=Polarity.NEGATIVE,
    attitude=Attitude.REFUSAL,
)
INNER = Claim(
    content=(Span(*_at(TEXT, "he’d go")),),
    text="he’d go",
    cue=Cue(*_at(TEXT, "had said"), lemma="say", frame="SAY"),
    source=Source(*_at(TEXT, "Osei"), form=SourceForm.NAME),
    realis=Realis.HEARSAY,
    parent=OUTER,
    confidence=0.875,
)
BARE = Claim(content=(Span(*_at(TEXT, "“Twice.”")),), text="Twice.", kind=Kind.MIXED)
"""No cue, no source, and its content crosses none of the others but stands in one that is not its parent."""

CROSSING = Claim(content=(Span(*_at(TEXT, "<b>,” Ana")),), text="<b>,” Ana")
"""Its content crosses a content and a source."""

CLAIMS = (SPLIT, CROSSING, BARE, OUTER, INNER)


def check() -> None:
    """The sample itself is sound, and sets every field of a claim at least once."""
    for claim in CLAIMS:
        assert all(TEXT[span.start : span.end] == span.text for span in (*claim.content, *claim.quoted))
    blank = Claim(content=(), text="")
    fields = [field.name for field in attrs.fields(Claim)]
    unset = [name for name in fields if all(getattr(claim, name) == getattr(blank, name) for claim in CLAIMS)]
    assert not set(unset) - set(ADDED), unset


ADDED: tuple[str, ...] = ("resolution", "reasons")
"""Fields that the sample leaves at their defaults."""
