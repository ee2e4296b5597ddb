"""Hostile shapes: texts of any length that repeat what makes a reader slow.

The shapes are data, `hostile_shapes.toml`, so that the benchmark and the test of bounded work have the same.
"""

import tomllib
from pathlib import Path

_SHAPES = tomllib.loads(Path(__file__).with_name("hostile_shapes.toml").read_text(encoding="utf-8"))


def shapes(length: int) -> dict[str, str]:
    """Each shape as a text of so many characters, by name."""
    found = {name: _filled(piece, length) for name, piece in _SHAPES["pieces"].items()}
    for shape in _SHAPES["framed"]:
        found[shape["name"]] = _filled(shape["open"], length // 2) + _filled(shape["close"], length - length // 2)
    return found


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]
