"""Tables are read as `tomllib` reads them, those that are read at once and all others."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr.language import toml

_FILES = sorted((Path(__file__).parents[1] / "quoteattr" / "language").rglob("*.toml"))
_LINES = (
    *(
        "",
        "# said",
        "   # said",
        'a = "b"',
        'b = "c" # "d"',
        'c = ""',
        'd = "a\\nb"',
        'e = "a\\tb"',
        "f = 'b'",
        "a = 1",
        "g=true",
    ),
    *(
        "a = true",
        "h = false",
        "i = []",
        'j = ["b", "c"]',
        'k = [ "b",',
        '  "c",',
        '"d" ]',
        "]",
        'l = ["b" "c"]',
        "m = [1]",
    ),
    *(
        'n = ["b", # said',
        "[a]",
        "[b]",
        "[o]  # said",
        "[[a]]",
        "[[p]]",
        "[[p]] # said",
        "[p.q]",
        "p = { q = 1 }",
        'q.r = "s"',
    ),
    *(
        '"r" = "s"',
        's = """t"""',
        't = "“u”"',
        'u = "\x7f"',
        "# \x00",
        "v = tru",
        "[ w ]",
        '[["x"]]',
        "y = [[]]",
        ' z = "a"',
    ),
)
_TEXTS = st.lists(st.sampled_from(_LINES), max_size=8).map("\n".join) | st.text(
    alphabet='ab1_-=[]{},."\\n\n\r\t #', max_size=20
)


def _read(reader: object, text: str) -> object:
    try:
        return reader(text)  # type: ignore[operator]
    except tomllib.TOMLDecodeError as error:
        return str(error)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_shipped_tables_are_read_as_tomllib_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert toml.loads(text) == tomllib.loads(text)


@settings(max_examples=1000)
@given(_TEXTS, st.sampled_from(["", "\n", "\r\n"]))
def test_any_text_is_read_as_tomllib_reads_it(text: str, end: str) -> None:
    assert _read(toml.loads, text + end) == _read(tomllib.loads, text + end)


def test_a_long_list_without_an_end_is_refused_in_linear_time() -> None:
    text = "a = [" + '"b", ' * 100_000
    assert _read(toml.loads, text) == _read(tomllib.loads, text)
