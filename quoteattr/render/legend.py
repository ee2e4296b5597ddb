"""The legend of a page: its speakers, who speaks most first, and what the marks mean."""

import html as escaping
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quoteattr.claim import Claim
from quoteattr.render.palette import colour_of

# What no HTML document may hold, or what a reader of it would take for something else.
_ILLEGAL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_OPEN = 8
"""How many speakers are shown before the others are asked for."""

NOBODY = "?"
"""What stands for a number where the speaker is not known."""

_UNKNOWN = "nobody known"
_WHY = "The text names nobody, or more than one could be meant."
_KEY = """<p class="key"><span class="content c1">what is claimed</span>
<span class="content c1"><span class="verbatim">word for word</span></span>
<span class="source c1">who</span> <span class="cue c1">through which words</span></p>
"""
_HINT = f"""<details class="hint"><summary>How to use this page</summary>
<p>Point at a mark, or reach it with the Tab key, to see its claim. Press a name to follow one speaker. Escape ends
both. A claim within a claim has a frame. Grey claims have no known speaker: {_WHY[0].lower()}{_WHY[1:]}</p></details>
"""


def legend(claims: Sequence[Claim], speakers: Mapping[str, int]) -> str:
    """The speakers of a page as buttons, and the key to its marks.

    Args:
        claims: The claims.
        speakers: The speakers' numbers by name.
    """
    if not claims:
        return '<p class="hint">No claims were found in this text.</p>\n'
    counts = Counter(claim.speaker.name if claim.speaker else None for claim in claims)
    ordered = sorted(speakers.items(), key=lambda item: (-counts[item[0]], item[1]))
    buttons = [_button(number, str(number), name, counts[name]) for name, number in ordered]
    first, rest = buttons[:_OPEN], buttons[_OPEN:]
    if counts[None]:
        first.append(_button(0, NOBODY, _UNKNOWN, counts[None], _WHY))
    more = f"<details><summary>{len(rest)} more</summary>{_items(rest)}</details>" if rest else ""
    return f'<nav aria-label="Speakers">{_items(first)}{more}</nav>\n{_KEY}{_HINT}'


def _items(buttons: Sequence[str]) -> str:
    return "<ul>\n" + "".join(f"<li>{button}</li>\n" for button in buttons) + "</ul>"


def _button(number: int, shown: str, name: str, count: int, title: str = "") -> str:
    told = f' title="{escaped(title)}"' if title else ""
    return (
        f'<button type="button" class="c{colour_of(number)}" data-speaker="{number}" aria-pressed="false"{told}>'
        f"{shown} {escaped(name)} ({count})</button>"
    )


def escaped(value: str) -> str:
    r"""Text that HTML reads as text and nothing else.

    Example:
        >>> escaped('<b> & "\x00')
        '&lt;b&gt; &amp; &quot;�'
    """
    return escaping.escape(_ILLEGAL.sub("�", value)).replace("\r", "&#13;")
