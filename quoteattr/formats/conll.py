"""Claims as tags on tokens, in CoNLL-U Plus: one token a line, its part in every claim in the last column."""

import re
from collections.abc import Iterator, Sequence

from quoteattr.claim import Claim
from quoteattr.formats.marks import Role, paragraphs, spans
from quoteattr.text.span import Span

COLUMNS = "# global.columns = ID FORM START END ATTRIBUTION\n"
"""The first line of a file."""

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


def to_conll(text: str, claims: Sequence[Claim], *, name: str = "text", header: bool = True) -> str:
    """The tokens of `text`, a sentence block for each paragraph.

    The last column holds ``_`` or, joined by bars, a tag for each claim that the token plays a part in: the claim's
    number from 1, a colon, B or I, a hyphen and the role. Each piece of split content begins with B. The claims' fields
    stand in comments above the first token.

    Args:
        text: The text.
        claims: Its claims.
        name: The document's name, for the comment ``newdoc id``.
        header: Whether the line that names the columns comes first; a file has it once.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that peace would last."
        >>> print(to_conll(text, extract(text)), end="")
        # global.columns = ID FORM START END ATTRIBUTION
        # newdoc id = text
        # claim 1 = kind=indirect|attitude=assertion|polarity=positive|realis=actual|speaker=Sato
        # text = Sato said that peace would last.
        1	Sato	0	4	1:B-source
        2	said	5	9	1:B-cue
        3	that	10	14	1:B-content
        4	peace	15	20	1:I-content
        5	would	21	26	1:I-content
        6	last	27	31	1:I-content
        7	.	31	32	_
        <BLANKLINE>
    """
    lines = [COLUMNS.rstrip("\n")] if header else []
    lines.append(f"# newdoc id = {_folded(name)}")
    lines.extend(f"# claim {number} = {_fields(claim)}" for number, claim in enumerate(claims, 1))
    for paragraph in _paragraphs(text, claims):
        lines.extend([*paragraph, ""])
    return "".join(f"{line}\n" for line in lines)


def _paragraphs(text: str, claims: Sequence[Claim]) -> Iterator[list[str]]:
    waiting = sorted(
        ((span, number, role) for number, claim in enumerate(claims, 1) for role, span in spans(claim)),
        key=lambda part: (part[0].start, part[1]),
        reverse=True,
    )
    active: list[tuple[Span, int, Role]] = []
    for start, end in paragraphs(text):
        lines = [f"# text = {_folded(text[start:end])}"]
        for number, token in enumerate(_TOKEN.finditer(text, start, end), 1):
            while waiting and waiting[-1][0].start < token.end():
                active.append(waiting.pop())
            active = [part for part in active if part[0].end > token.start()]
            tags = "|".join(_tag(part, token.start()) for part in active if part[2] is not Role.VERBATIM) or "_"
            lines.append(f"{number}\t{token.group()}\t{token.start()}\t{token.end()}\t{tags}")
        if len(lines) > 1:
            yield lines


def _tag(part: tuple[Span, int, Role], at: int) -> str:
    span, number, role = part
    return f"{number}:{'B' if at <= span.start else 'I'}-{role.value}"


def _fields(claim: Claim) -> str:
    fields = {name: getattr(claim, name).value for name in ("kind", "attitude", "polarity", "realis")}
    if claim.speaker:
        fields["speaker"] = _folded(claim.speaker.name).replace("|", "/")
    return "|".join(f"{name}={value}" for name, value in fields.items())


def _folded(value: str) -> str:
    return " ".join(value.split())
