"""Strategies for texts that mean nothing: any characters, marks among them, words and marks in any order."""

from hypothesis import strategies as st

from tests.fuzz.pieces import MARKS, ODD, PHRASES, PIECES

_ANY = st.text(st.characters(exclude_categories=()), max_size=60)
_MARKED = st.lists(st.one_of(st.text(max_size=5), st.sampled_from(MARKS), st.sampled_from(ODD))).map("".join)
_NEWS = st.builds(
    lambda joint, pieces: joint.join(pieces),
    st.sampled_from([" ", "", "\n"]),
    st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(PHRASES), st.sampled_from(PIECES)), max_size=30),
)

TEXTS = st.one_of(_ANY, _MARKED, _NEWS, _NEWS)
"""Texts of which only the invariants are known."""
