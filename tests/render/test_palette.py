"""Contrast, as WCAG 2 computes it, is at least that of level AA for every pair of colours that can meet."""

import itertools

import pytest

from quoteattr.render import palette
from quoteattr.render.palette import NOBODY, TINTS, colour_of

_AA = 4.5
_ALL = (NOBODY, *TINTS)


def _channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = (_channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tint", _ALL)
def test_text_is_readable(tint: palette.Tint) -> None:
    assert contrast(palette.LIGHT_TEXT, tint.light) >= _AA
    assert contrast(palette.DARK_TEXT, tint.dark) >= _AA
    assert contrast(tint.light_ink, palette.LIGHT_PAGE) >= _AA
    assert contrast(tint.dark_ink, palette.DARK_PAGE) >= _AA


@pytest.mark.parametrize(("one", "other"), list(itertools.product(_ALL, _ALL)))
def test_a_source_is_readable_in_anothers_content(one: palette.Tint, other: palette.Tint) -> None:
    assert contrast(one.light_ink, other.light) >= _AA
    assert contrast(one.dark_ink, other.dark) >= _AA


def test_dimmed_text_is_readable() -> None:
    assert contrast(palette.LIGHT_MUTED, palette.LIGHT_PAGE) >= _AA
    assert contrast(palette.DARK_MUTED, palette.DARK_PAGE) >= _AA


def test_speakers_take_the_tints_in_turn() -> None:
    assert [colour_of(number) for number in (0, 1, 8, 9)] == [0, 1, 8, 1]
