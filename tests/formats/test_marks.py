"""Marks nest, whatever crosses what, and lose no character."""

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.formats.marks import Closing, Mark, Opening, Role, nested, paragraphs

_TEXTS = st.text(st.sampled_from("ab \r\n"), max_size=30)
_MARKS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(Role), st.integers(0, 2)), max_size=8
)


@given(_TEXTS, _MARKS)
def test_marks_nest_and_keep_the_text(text: str, drawn: list[tuple[int, int, Role, int]]) -> None:
    found = [
        Mark(start, min(end, len(text)), role, (number,), depth)
        for number, (start, end, role, depth) in enumerate(drawn)
        if start < min(end, len(text))
    ]
    found.sort(key=lambda mark: (mark.start, -mark.end))
    covered: dict[Mark, str] = {}
    for (start, end), events in zip(paragraphs(text), nested(text, found), strict=True):
        opened: list[Mark] = []
        for event in events:
            if isinstance(event, Opening):
                opened.append(event.mark)
            elif isinstance(event, Closing):
                assert opened.pop() == event.mark
            else:
                for mark in opened:
                    covered[mark] = covered.get(mark, "") + event
        assert not opened
        assert "".join(event for event in events if isinstance(event, str)) == text[start:end]
    for mark in found:
        inside = "".join(text[max(a, mark.start) : min(b, mark.end)] for a, b in paragraphs(text))
        assert covered.get(mark, "") == inside


def test_a_megabyte_of_blanks_is_read_in_time() -> None:
    assert list(paragraphs("a" + " " * 1_000_000 + "\n" * 100_000 + "b")) == [(0, 1_000_001), (1_100_001, 1_100_002)]
