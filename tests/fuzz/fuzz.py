"""A coverage-guided fuzzer: ``python -m tests.fuzz.fuzz -len_control=0 -max_len=600 -max_total_time=3600 FOLDER``.

It needs atheris, which the extra "fuzz" brings, and takes libFuzzer's options; the folder keeps what it has learnt. It
stops at the first text that breaks an invariant, prints it, and writes the bytes that make it to a file crash-….
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quoteattr"]):
    import quoteattr  # noqa: F401  # so that all of it is instrumented
    from tests.fuzz.invariants import check
    from tests.fuzz.mutations import MUTATIONS
    from tests.fuzz.pieces import PIECES

from tests.specs import load

_SPEC = Path(__file__).parents[1] / "spec"
_SEEDS = tuple(case.text for path in sorted(_SPEC.rglob("*.md")) for case in load(path))
_MOST_PIECES, _MOST_MUTATIONS = 80, 6


def text_of(data: bytes) -> str:
    """The text that the fuzzer's bytes mean: any characters, words and marks in a row, or a mutated specimen."""
    given = atheris.FuzzedDataProvider(data)
    sort = given.ConsumeIntInRange(0, 3)
    if sort == 0:
        return str(given.ConsumeUnicode(given.remaining_bytes()))
    if sort == 1:
        joint = given.PickValueInList([" ", " ", "", "\n"])
        count = given.ConsumeIntInRange(0, _MOST_PIECES)
        return str(joint).join(PIECES[given.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(count))
    text: str = _SEEDS[given.ConsumeIntInRange(0, len(_SEEDS) - 1)]
    if sort == 3:
        text = f"{text}\n\n{_SEEDS[given.ConsumeIntInRange(0, len(_SEEDS) - 1)]}"
    for _ in range(given.ConsumeIntInRange(0, _MOST_MUTATIONS)):
        mutate = MUTATIONS[given.ConsumeIntInRange(0, len(MUTATIONS) - 1)]
        text = mutate(text, given.ConsumeIntInRange(0, len(text)))
    return text


def _one(data: bytes) -> None:
    text = text_of(data)
    try:
        check(text)
    except Exception:
        sys.stderr.write(f"the text was {text!r}\n")
        raise


if __name__ == "__main__":
    atheris.Setup(sys.argv, _one)
    atheris.Fuzz()
