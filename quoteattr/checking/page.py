"""A text beside its sources with what a comparison found, as one self-contained HTML page."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from quoteattr.checking.findings import Edit, Finding, Severity
from quoteattr.checking.verification import Verification
from quoteattr.formats.marks import Mark, Opening, Role, nested
from quoteattr.render.head import head
from quoteattr.render.legend import escaped
from quoteattr.render.palette import css
from quoteattr.text.span import Span
from quoteattr.wording import shown

_COLOURS = {Severity.HIGH: 8, Severity.MEDIUM: 5, Severity.LOW: 1}
"""The tint of each severity, which the page names in words as well."""
_NOTHING = '<p class="hint">Nothing was found. That does not mean that all is right: see how much was compared.</p>\n'


def html(
    summary: str, article: str | Sequence[str], result: Verification, *, title: str = "Findings", language: str = "en"
) -> str:
    """The page of a comparison: the findings, numbered, and both texts side by side with each finding's place marked.

    Every number is a link: from a finding to its places, and from each place back. The page needs no other file, no
    network and no JavaScript. All of the texts is escaped.

    Args:
        summary: The text that was checked.
        article: The article or articles that it was compared with.
        result: What `verify` found.
        title: The page's title.
        language: The texts' language, for screen readers.

    Returns:
        The HTML document.

    Example:
        >>> from quoteattr import verify
        >>> texts = "“It is over,” Sato said.", "“It is not over,” Sato said."
        >>> page = html(*texts, verify(*texts), title="The pact")
        >>> "<title>The pact</title>" in page, 'href="#article-1"' in page
        (True, True)
    """
    articles = [article] if isinstance(article, str) else list(article)
    counted = escaped(str(result).rpartition("\n")[2])
    columns = [_column("summary", "Summary", summary, _places(result, None))]
    for number, text in enumerate(articles):
        heading = f"Article {number + 1}" if len(articles) > 1 else "Article"
        columns.append(_column("article", heading, text, _places(result, number)))
    return f"""{head(title, language, css() + _style())}
<body>
<header><h1>{escaped(title)}</h1><p class="hint">{counted}</p></header>
<main>
<section aria-labelledby="findings"><h2 id="findings">Findings</h2>
{_list(result)}{_not_compared(result)}</section>
<div class="texts">
{"".join(columns)}</div>
</main>
</body>
</html>
"""


def _list(result: Verification) -> str:
    if not result:
        return _NOTHING
    items = "".join(_item(number, finding) for number, finding in enumerate(result, 1))
    return f"<ol>\n{items}</ol>\n"


def _not_compared(result: Verification) -> str:
    if not result.not_compared:
        return ""
    items = "".join(f"<li>{escaped(shown(span.text))}</li>\n" for span in result.not_compared)
    return f"<details><summary>Not compared ({len(result.not_compared)})</summary>\n<ul>\n{items}</ul>\n</details>\n"


def _item(number: int, finding: Finding) -> str:
    changed = f": {finding.change}" if finding.change else ""
    links = _link("summary", number, finding.summary)
    if finding.source is not None:
        links += _link("article", number, finding.source)
    edits = f'<p class="edits">{" ".join(_edit(edit) for edit in finding.edits)}</p>' if finding.edits else ""
    return (
        f'<li id="finding-{number}" class="c{_COLOURS[finding.severity]}" tabindex="-1">'
        f'<p><strong>{finding.kind}{changed}</strong> <span class="severity">{finding.severity}</span></p>'
        f"<p>{escaped(finding.message)}</p>{edits}{links}</li>\n"
    )


def _link(name: str, number: int, span: Span) -> str:
    label = f"{name}, finding {number}"
    return f'<p><a href="#{name}-{number}" aria-label="{label}">{name}</a>: {escaped(shown(span.text))}</p>'


def _edit(edit: Edit) -> str:
    if edit.same:
        return escaped(edit.summary)
    left_out = f"<del>{escaped(edit.source)}</del>" if edit.source else ""
    put_in = f"<ins>{escaped(edit.summary)}</ins>" if edit.summary else ""
    return f"{left_out} {put_in}".strip()


Place = tuple[int, Span, Finding]


def _places(result: Verification, article: int | None) -> list[Place]:
    """The places of the findings in the summary, or in one of the articles, with their numbers."""
    found: list[Place] = []
    for number, finding in enumerate(result, 1):
        span = finding.summary if article is None else finding.source
        if span is not None and span.text and article in (None, finding.article):
            found.append((number, span, finding))
    return found


def _column(name: str, heading: str, text: str, places: Sequence[Place]) -> str:
    marks = [Mark(span.start, span.end, Role.CONTENT, (number,)) for number, span, _ in places]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.claims))
    severities = {number: finding.severity for number, _, finding in places}
    body = "\n".join(f"<p>{''.join(_events(events, name, severities))}</p>" for events in nested(text, marks))
    return f'<section class="text {name}"><h2>{heading}</h2>\n{body}\n</section>\n'


def _events(events: Sequence[object], name: str, severities: dict[int, Severity]) -> Iterator[str]:
    for event in events:
        if isinstance(event, str):
            yield escaped(event)
        elif isinstance(event, Opening):
            yield _open(event, name, severities)
        else:
            yield "</mark>"


def _open(event: Opening, name: str, severities: dict[int, Severity]) -> str:
    (number,) = event.mark.claims
    colour = f'<mark class="c{_COLOURS[severities[number]]}"'
    if not event.first:
        return f"{colour}>"
    label = f"finding {number}, {severities[number]}"
    link = f'<a class="n" href="#finding-{number}" aria-label="{label}">{number}</a>'
    return f'{colour} id="{name}-{number}">{link}'


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
