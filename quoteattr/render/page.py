"""An article with its claims marked in place, as one self-contained HTML page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

from quoteattr.claim import Claim
from quoteattr.formats.marks import Event, Mark, Opening, Role, marks, nested, numbering
from quoteattr.formats.marks import paragraphs as paragraphs_of
from quoteattr.render.details import details
from quoteattr.render.head import head
from quoteattr.render.legend import NOBODY, escaped, legend
from quoteattr.render.palette import colour_of, css

_HOME = Path(__file__).parent


def html(text: str, claims: Sequence[Claim], *, title: str = "Claims", language: str = "en") -> str:
    """The page of an article: source, cue and content marked in the text, a legend of speakers, the list of claims.

    It needs no other file and no network. All of the text is escaped. Without JavaScript the marks and the list remain.
    Where the text begins with the title, as with a headline, it is not told twice.

    Args:
        text: The article.
        claims: Its claims.
        title: The page's title.
        language: The article's language, for screen readers.

    Returns:
        The HTML document.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> page = html(text, extract(text), title="The pact")
        >>> "<title>The pact</title>" in page
        True
    """
    speakers = numbering(claims)
    paragraphs = ["".join(_paragraph(events, claims, speakers)) for events in nested(text, marks(claims))]
    heading = paragraphs.pop(0) if _begins(text, title) else escaped(title)
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""{head(title, language, css() + asset("page.css"), scripted=True)}
<body>
<main>
<h1>{heading}</h1>
{legend(claims, speakers)}<article aria-label="Article">
{body}
</article>
{_list(claims)}</main>
<aside class="panel" aria-label="The claim pointed at" tabindex="0" hidden><div role="status"></div></aside>
<script>
{asset("page.js")}</script>
</body>
</html>
"""


@cache
def asset(name: str) -> str:
    """The text of a file beside this module: a page's style or script."""
    return (_HOME / name).read_text(encoding="utf-8")


def _begins(text: str, title: str) -> bool:
    """Whether a text's first paragraph is the title, and there are more."""
    first, *more = [text[start:end].split() for start, end in islice(paragraphs_of(text), 2)] or [[]]
    return bool(more) and first == title.split()


def _list(claims: Sequence[Claim]) -> str:
    items = "".join(f'<li id="claim-{number}">{_item(claim)}</li>\n' for number, claim in enumerate(claims, 1))
    if not claims:
        return ""
    heading = f"<summary><h2>All claims ({len(claims)})</h2></summary>"
    return f'<details class="claims">{heading}\n<ol>\n{items}</ol>\n</details>\n'


def _item(claim: Claim) -> str:
    fields = "".join(f"<dt>{escaped(name)}</dt><dd>{escaped(value)}</dd>" for name, value in details(claim))
    return f'<p class="what">{escaped(claim.text)}</p><dl>{fields}</dl>'


def _paragraph(events: Sequence[Event], claims: Sequence[Claim], speakers: Mapping[str, int]) -> Iterator[str]:
    for event in events:
        if isinstance(event, str):
            yield escaped(event)
        elif isinstance(event, Opening):
            yield _open(event, claims, speakers)
        else:
            yield "</mark>"


def _open(event: Opening, claims: Sequence[Claim], speakers: Mapping[str, int]) -> str:
    mark = event.mark
    numbers = list(dict.fromkeys(_speaker(claims[at], speakers) for at in mark.claims))
    colour = colour_of(numbers[0])
    names = " ".join(str(at + 1) for at in mark.claims)
    tag = (
        f'<mark class="{mark.role.value} c{colour}" data-claims="{names}" data-colour="{colour}" '
        f'data-speakers="{" ".join(map(str, numbers))}"'
    )
    if not (event.first and _stops(mark, claims)):
        return tag + ">"
    described = " ".join(f"claim-{at + 1}" for at in mark.claims)
    return f'{tag} tabindex="0" aria-describedby="{described}">{_badge(numbers[0], mark)}'


def _stops(mark: Mark, claims: Sequence[Claim]) -> bool:
    """Whether the Tab key stops here: once for each claim, where its content begins."""
    return mark.role is Role.CONTENT and any(claims[at].content[0].start == mark.start for at in mark.claims)


def _badge(number: int, mark: Mark) -> str:
    """The speaker's number, for eyes that do not tell the colours apart and for print."""
    return f'<span class="n" aria-hidden="true">{number or NOBODY}</span>' if mark.role is Role.CONTENT else ""


def _speaker(claim: Claim, speakers: Mapping[str, int]) -> int:
    return speakers[claim.speaker.name] if claim.speaker else 0
