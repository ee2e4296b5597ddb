"""Claims as brat standoff: a file with the text, and one with the annotations."""

from collections.abc import Iterator, Sequence

from quoteattr.claim import Claim
from quoteattr.formats.marks import Role, spans
from quoteattr.text.span import Span

CONFIGURATION = """[entities]
Content
Source
Cue
Addressee
Circumstance
Verbatim

[relations]
Attribution	Arg1:Content, Arg2:Source
Signal	Arg1:Content, Arg2:Cue
To	Arg1:Content, Arg2:Addressee
Setting	Arg1:Content, Arg2:Circumstance
Nesting	Arg1:Content, Arg2:Content
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Kind	Arg:Content, Value:direct|indirect|mixed
Attitude	Arg:Content, Value:assertion|belief|question|directive|commitment|evaluation|evidence|refusal
Polarity	Arg:Content, Value:positive|negative
Realis	Arg:Content, Value:actual|negated|hypothetical|hearsay
"""
"""The text of an ``annotation.conf`` that a brat server needs to show these annotations."""

_RELATIONS = {Role.SOURCE: "Attribution", Role.CUE: "Signal", Role.ADDRESSEE: "To", Role.CIRCUMSTANCE: "Setting"}
_ATTRIBUTES = ("kind", "attitude", "polarity", "realis")


def to_brat(claims: Sequence[Claim]) -> str:
    """The annotation file (``.ann``) of a text's claims.

    A content is one text-bound annotation, with a fragment for each line of each of its pieces; relations lead from it
    to source, cue, addressee, circumstances and to the content it stands in. The speaker's name is a note at the
    content. Offsets are code points, as brat counts them.

    Args:
        claims: The claims of one text.

    Returns:
        The lines of the file; nothing for no claims.

    Example:
        >>> from quoteattr import extract
        >>> print(to_brat(extract("Sato said that the pact would last.")), end="")
        T1	Content 10 34	that the pact would last
        T2	Source 0 4	Sato
        R1	Attribution Arg1:T1 Arg2:T2
        T3	Cue 5 9	said
        R2	Signal Arg1:T1 Arg2:T3
        A1	Kind T1 indirect
        A2	Attitude T1 assertion
        A3	Polarity T1 positive
        A4	Realis T1 actual
        #1	AnnotatorNotes T1	Sato
    """
    writer = _Writer()
    lines = [line for claim in claims for line in writer.claim(claim)]
    return "".join(f"{line}\n" for line in lines)


class _Writer:
    """Counts what it writes, and writes a stretch that two claims share once."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._names: dict[tuple[Role, int, int], str] = {}
        self._contents: dict[Claim, str] = {}

    def claim(self, claim: Claim) -> Iterator[str]:
        pieces = [piece for span in claim.content for piece in _fragments(span)]
        content = self._next("T")
        self._contents[claim] = content
        yield _bound(content, Role.CONTENT, pieces)
        yield from self._parts(claim, content)
        if claim.parent in self._contents:
            yield f"{self._next('R')}\tNesting Arg1:{content} Arg2:{self._contents[claim.parent]}"
        for name in _ATTRIBUTES:
            yield f"{self._next('A')}\t{name.capitalize()} {content} {getattr(claim, name).value}"
        if claim.speaker:
            yield f"{self._next('#')}\tAnnotatorNotes {content}\t{' '.join(claim.speaker.name.split())}"

    def _parts(self, claim: Claim, content: str) -> Iterator[str]:
        for role, span in spans(claim):
            if role is Role.CONTENT or not span.text.strip():
                continue
            key = (role, span.start, span.end)
            if key not in self._names:
                self._names[key] = self._next("T")
                yield _bound(self._names[key], role, list(_fragments(span)))
            if role in _RELATIONS:
                yield f"{self._next('R')}\t{_RELATIONS[role]} Arg1:{content} Arg2:{self._names[key]}"

    def _next(self, sort: str) -> str:
        self._counts[sort] = self._counts.get(sort, 0) + 1
        return f"{sort}{self._counts[sort]}"


def _bound(name: str, role: Role, pieces: Sequence[Span]) -> str:
    offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    return f"{name}\t{role.value.capitalize()} {offsets}\t{' '.join(piece.text for piece in pieces)}"


def _fragments(span: Span) -> Iterator[Span]:
    """A span without its line ends, which brat allows in no annotation, and without the blanks around them."""
    at = span.start
    for line in span.text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            start = at + line.index(inner)
            yield Span(start, start + len(inner), inner)
        at += len(line)
