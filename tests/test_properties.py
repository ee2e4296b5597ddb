"""Claims go to other processes and threads as they are."""

import pickle
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given, settings
from hypothesis import strategies as st

from quoteattr import extract
from tests.fuzz.texts import TEXTS


@given(TEXTS)
def test_claims_survive_pickling(text: str) -> None:
    claims = extract(text)
    assert pickle.loads(pickle.dumps(claims)) == claims  # noqa: S301  # pickled in this very line


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=2, max_size=6))
def test_threads_do_not_disturb_each_other(texts: list[str]) -> None:
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(extract, texts)) == [extract(text) for text in texts]
