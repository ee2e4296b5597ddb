"""An article with its claims marked, for a terminal: in colour by rich, or plain with brackets."""

from collections.abc import Iterator, Sequence
from typing import Any

from quoteattr.claim import Claim
from quoteattr.extras import need
from quoteattr.formats.escape import inert
from quoteattr.formats.marks import Closing, Event, Opening, Role, marks, nested, numbering

_COLOURS = ("bright_black", "blue", "red", "green", "magenta", "yellow", "cyan")
_STYLES = {Role.SOURCE: "bold", Role.CUE: "italic", Role.VERBATIM: "underline"}
_BREAKS = "\n\t"
_UNKNOWN = "?"


def marked(text: str, claims: Sequence[Claim], *, colour: bool = True, width: int | None = None) -> str:
    """The article with its claims marked and numbered by speaker, and the speakers' names below.

    Args:
        text: The article.
        claims: Its claims.
        colour: Whether it is coloured, by escape sequences, or plain: content in brackets with the speaker's number.
        width: How many columns a coloured line has, so that it ends between words; None asks the terminal.

    Raises:
        MissingExtraError: Colour is wanted and rich is not installed.

    Example:
        >>> from quoteattr import extract
        >>> text = "Sato said that the pact would last."
        >>> print(marked(text, extract(text), colour=False))
        Sato said [1 that the pact would last].
        <BLANKLINE>
        [1] Sato
        <BLANKLINE>
    """
    speakers = numbering(claims)
    numbers = [speakers[claim.speaker.name] if claim.speaker else 0 for claim in claims]
    shown = {Role.CONTENT, *_STYLES} if colour else {Role.CONTENT}
    paragraphs = list(nested(text, [mark for mark in marks(claims) if mark.role in shown]))
    names = {number: _clean(" ".join(name.split())) for name, number in speakers.items()}
    if colour:
        return _coloured(paragraphs, numbers, names, width)
    legend = "\n".join(f"[{number}] {name}" for number, name in names.items())
    return "\n\n".join([*("".join(_plain(events, numbers)) for events in paragraphs), legend]) + "\n"


def _plain(events: Sequence[Event], numbers: Sequence[int]) -> Iterator[str]:
    for event in events:
        if isinstance(event, str):
            yield _clean(event)
        else:
            yield "]" if isinstance(event, Closing) else f"[{numbers[event.mark.claims[0]] or _UNKNOWN} "


def _coloured(
    paragraphs: Sequence[Sequence[Event]], numbers: Sequence[int], names: dict[int, str], width: int | None
) -> str:
    rich_text = need("rich.text", extra="terminal")
    console = need("rich.console", extra="terminal").Console(
        force_terminal=True, color_system="standard", width=width, highlight=False, markup=False, emoji=False
    )
    whole = rich_text.Text()
    for events in paragraphs:
        _append(whole, events, numbers)
        whole.append("\n\n")
    if 0 in numbers:
        names = {**names, 0: "nobody known"}
    for number, name in names.items():
        _badge(whole, number)
        whole.append(f" {name}\n", style=_colour(number))
    if numbers:
        for style, told in (("bold", "who"), ("italic", "through which words"), ("underline", "word for word")):
            whole.append("\n" if style == "bold" else ", ")
            whole.append(told, style=style)
        whole.append("\n")
    with console.capture() as captured:
        console.print(whole, end="")
    return str(captured.get())


def _append(whole: Any, events: Sequence[Event], numbers: Sequence[int]) -> None:  # noqa: ANN401  # rich's Text
    styles: list[str] = []
    for event in events:
        if isinstance(event, str):
            whole.append(_clean(event), style=" ".join(styles))
        elif isinstance(event, Opening):
            number = numbers[event.mark.claims[0]]
            styles.append(f"{_STYLES.get(event.mark.role, '')} {_colour(number)}".strip())
            if event.mark.role is Role.CONTENT and event.first:
                _badge(whole, number)
        else:
            styles.pop()


def _badge(whole: Any, number: int) -> None:  # noqa: ANN401  # rich's Text
    """A speaker's number, between half blocks: at a blank a line might end."""
    colour = _colour(number)
    whole.append("▐", style=colour).append(str(number or _UNKNOWN), style=f"reverse {colour}").append("▌", style=colour)


def _colour(number: int) -> str:
    return _COLOURS[(number - 1) % (len(_COLOURS) - 1) + 1] if number else _COLOURS[0]


def _clean(value: str) -> str:
    return inert(value.replace("\r\n", "\n"), keep=_BREAKS)
