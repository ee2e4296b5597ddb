"""The colours of speakers, for light and for dark surroundings."""

import attrs

LIGHT_TEXT, LIGHT_PAGE = "#1b1b1b", "#ffffff"
DARK_TEXT, DARK_PAGE = "#ececec", "#161616"
LIGHT_MUTED, DARK_MUTED = "#5c5c5c", "#a6a6a6"


@attrs.frozen
class Tint:
    """The colours of one speaker.

    Args:
        light: Background of what it says, behind dark text.
        light_ink: The speaker's own words and lines, on the light page and on the light background.
        dark: Background of what it says, behind light text.
        dark_ink: The speaker's own words and lines, on the dark page and on the dark background.
    """

    light: str
    light_ink: str
    dark: str
    dark_ink: str


TINTS = (
    Tint("#dcebff", "#0b4f9e", "#17324f", "#9cc9ff"),
    Tint("#ffe3cf", "#8a3b00", "#4a2a12", "#ffb98a"),
    Tint("#d9f2dc", "#14602a", "#16391f", "#8fe0a2"),
    Tint("#f6dcf3", "#82186f", "#43203d", "#f3a6e4"),
    Tint("#fbefb5", "#6b5200", "#3d3409", "#ecd15a"),
    Tint("#d5f1f1", "#0c5c5f", "#113a3b", "#7fdcdd"),
    Tint("#e6e0fb", "#4e33a8", "#2c2550", "#bfb0ff"),
    Tint("#fbdcdf", "#97182b", "#48202a", "#ffa3ae"),
)
"""Speakers take them in turn; each also has a number, as colour alone must tell nothing."""

NOBODY = Tint("#eaeaea", "#4a4a4a", "#303030", "#c4c4c4")
"""For claims whose speaker is not known."""


def css() -> str:
    """The colours as custom properties: ``--tint-1``, ``--ink-1`` and so on, 0 being nobody.

    Example:
        >>> "--tint-0: #eaeaea" in css()
        True
    """
    tints = (NOBODY, *TINTS)
    light = "".join(f"--tint-{at}: {tint.light}; --ink-{at}: {tint.light_ink};\n" for at, tint in enumerate(tints))
    dark = "".join(f"--tint-{at}: {tint.dark}; --ink-{at}: {tint.dark_ink};\n" for at, tint in enumerate(tints))
    light += f"--text: {LIGHT_TEXT}; --page: {LIGHT_PAGE}; --muted: {LIGHT_MUTED};\n"
    dark += f"--text: {DARK_TEXT}; --page: {DARK_PAGE}; --muted: {DARK_MUTED};\n"
    classes = "".join(f".c{at} {{ --tint: var(--tint-{at}); --ink: var(--ink-{at}); }}\n" for at in range(len(tints)))
    return f":root {{\n{light}}}\n@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n{classes}"


def colour_of(number: int) -> int:
    """The number of the tint for the speaker of that number, counted from 1; nobody is 0."""
    return (number - 1) % len(TINTS) + 1 if number else 0
