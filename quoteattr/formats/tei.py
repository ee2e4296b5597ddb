"""Claims as TEI P5: the text with ``said`` around its contents and the speakers listed in the header."""

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from quoteattr.claim import Claim, Kind, Speaker, SpeakerKind
from quoteattr.formats.marks import Event, Opening, Role, marks, nested, numbering

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
# Characters that no XML document may hold.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_tei(text: str, claims: Sequence[Claim], *, title: str = "Article") -> str:
    """A TEI document of the text, a ``p`` for each paragraph.

    Content is a ``said`` with ``who`` and ``direct``; ``n`` is the claim's number, and the pieces of split content are
    linked by ``prev`` and ``next``. The source is an ``rs``; cue, addressee, circumstance and verbatim stretch are
    ``seg`` elements with that type. A claim in a claim is a ``said`` in a ``said``.

    Args:
        text: The text. Characters that XML forbids become U+FFFD.
        claims: Its claims.
        title: The document's title, for the header.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> "<said" in to_tei(text, extract(text))
        True
    """
    speakers = numbering(claims)
    body = "\n".join(
        f"<p>{''.join(_paragraph(events, claims, speakers))}</p>" for events in nested(text, marks(claims))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="{_NAMESPACE}">\n<teiHeader>\n<fileDesc>\n'
        f"<titleStmt><title>{_text(title)}</title></titleStmt>\n"
        "<publicationStmt><p>Marked up by quoteattr.</p></publicationStmt>\n"
        "<sourceDesc><p>The text as it was given.</p></sourceDesc>\n"
        f"</fileDesc>\n{_participants(claims, speakers)}</teiHeader>\n"
        f"<text><body>\n{body or '<p/>'}\n</body></text>\n</TEI>\n"
    )


def _paragraph(events: Sequence[Event], claims: Sequence[Claim], speakers: Mapping[str, int]) -> Iterator[str]:
    tags: list[str] = []
    for event in events:
        if isinstance(event, str):
            yield _text(event)
        elif isinstance(event, Opening):
            tag, attributes = _element(event, claims, speakers)
            tags.append(tag)
            yield f"<{tag}{attributes}>"
        else:
            yield f"</{tags.pop()}>"


def _element(event: Opening, claims: Sequence[Claim], speakers: Mapping[str, int]) -> tuple[str, str]:
    mark = event.mark
    claim = claims[mark.claims[0]]
    who = f' {{}}="#speaker-{speakers[claim.speaker.name]}"' if claim.speaker else ""
    if mark.role is Role.CONTENT:
        direct = str(claim.kind is Kind.DIRECT).lower()
        number = f' n="{mark.claims[0] + 1}"'
        return "said", f'{number}{who.format("who")} direct="{direct}"{_links(event, claim)}'
    if mark.role is Role.SOURCE:
        return "rs", f' type="source"{who.format("ref")}'
    return "seg", f' type="{mark.role.value}"'


def _links(event: Opening, claim: Claim) -> str:
    """Identifier and neighbours of a piece of split content; pieces that were cut further have none."""
    mark = event.mark
    if len(claim.content) == 1 or not (event.first and event.last):
        return ""
    piece = next(number for number, span in enumerate(claim.content) if span.start == mark.start)
    name = f"claim-{mark.claims[0] + 1}-"
    linked = f' xml:id="{name}{piece + 1}"'
    if piece:
        linked += f' prev="#{name}{piece}"'
    return linked + (f' next="#{name}{piece + 2}"' if piece + 1 < len(claim.content) else "")


def _participants(claims: Sequence[Claim], numbers: Mapping[str, int]) -> str:
    speakers = {claim.speaker.name: claim.speaker for claim in claims if claim.speaker}
    people = [_person(speakers[name], number) for name, number in numbers.items()]
    persons, groups = "".join(one for one, _ in people), "".join(other for _, other in people)
    listed = f"<listPerson>{persons}</listPerson>\n" if persons else ""
    listed += f"<listOrg>{groups}</listOrg>\n" if groups else ""
    return f"<profileDesc><particDesc>\n{listed}</particDesc></profileDesc>\n" if listed else ""


def _person(speaker: Speaker, number: int) -> tuple[str, str]:
    """A speaker's element for the list of persons or for the list of organisations, and nothing for the other."""
    identifier = quoteattr(f"speaker-{number}")
    if speaker.kind in (SpeakerKind.PERSON, SpeakerKind.AUTHOR):
        return f"<person xml:id={identifier}><persName>{_text(speaker.name)}</persName></person>", ""
    return "", f"<org xml:id={identifier}><orgName>{_text(speaker.name)}</orgName></org>"


def _text(value: str) -> str:
    return escape(_ILLEGAL.sub("�", value), {"\r": "&#13;"})
