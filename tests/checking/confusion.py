"""The confusion table of the pairs, in docs/verify.md: what is expected of them beside what is found.

``python -m tests.checking.confusion`` writes it anew.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from quoteattr.checking import FindingKind
from tests.checking.pairs import Pair, pairs

PAGE = Path(__file__).parents[2] / "docs" / "verify.md"
_NOTHING = "nothing"
_MARKED = re.compile(r"(?<=<!-- pairs -->\n).*?(?=<!-- end -->)", re.DOTALL)


def inserted(page: str) -> str:
    """A page with the table between its marks."""
    lines = "\n".join(table(list(pairs())))
    return _MARKED.sub(lambda _: f"\n{lines}\n\n", page)


def table(several: Sequence[Pair]) -> Iterator[str]:
    """A sentence with the counts; a table with a row for each kind expected and a column for each found."""
    right = sum(pair.is_right() for pair in several)
    faithful = [pair for pair in several if not pair.findings]
    alarms = sum(bool(pair.found()) for pair in faithful)
    yield f"Of {len(several)} pairs {right} are judged rightly, with their kind, change and place. Of the"
    yield f"{len(faithful)} faithful ones {alarms} raised a false alarm."
    yield ""
    counts = Counter(cell for pair in several for cell in _cells(pair))
    columns = [*FindingKind, _NOTHING]
    yield f"| expected ↓, found → | {' | '.join(columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for row in columns:
        yield f"| {row} | {' | '.join(str(counts[row, column] or '') for column in columns)} |"


def _cells(pair: Pair) -> Iterator[tuple[str, str]]:
    """What is expected with what is found: what is both, then the rest in order, or nothing."""
    expected, found = (Counter(row["finding"] for row in rows) for rows in (pair.findings, pair.found()))
    both = expected & found
    yield from ((kind, kind) for kind in both.elements())
    left, over = list((expected - both).elements()), list((found - both).elements())
    for number in range(max(len(left), len(over))):
        yield (left[number : number + 1] or [_NOTHING])[0], (over[number : number + 1] or [_NOTHING])[0]
    if not expected and not found:
        yield _NOTHING, _NOTHING


if __name__ == "__main__":
    PAGE.write_text(inserted(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
