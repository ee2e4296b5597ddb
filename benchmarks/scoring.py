"""What the benchmarks share: spans as word tokens, agreement of two sets of words, precision and recall, tables."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path

Spans = Sequence[tuple[int, int]]
Words = frozenset[int]
Row = dict[str, float]

WORD = re.compile(r"\w+(?:[.,’'-]\w+)*")
ENOUGH = 0.5


class Text:
    """A text's word tokens, and which of them a list of spans covers: marks and spaces never matter."""

    def __init__(self, text: str) -> None:
        bounds = [match.span() for match in WORD.finditer(text)]
        self._starts = [start for start, _ in bounds]
        self._ends = [end for _, end in bounds]

    def words(self, spans: Iterable[tuple[int, int]]) -> Words:
        """The tokens that spans touch, by number."""
        found: set[int] = set()
        for start, end in spans:
            if start < end:
                found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return frozenset(found)


def dice(one: Words, two: Words) -> float:
    """How much two sets of words agree, from 0 to 1; two empty ones agree."""
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 1.0


def pairs(gold: Sequence[Words], said: Sequence[Words]) -> list[tuple[int, int]]:
    """Gold and said paired one to one, those that agree best first, down to `ENOUGH`."""
    scored = sorted((-dice(one, two), i, j) for i, one in enumerate(gold) for j, two in enumerate(said) if one & two)
    left, right, found = set(range(len(gold))), set(range(len(said))), []
    for value, i, j in scored:
        if -value >= ENOUGH and i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((i, j))
    return found


def row(hit: int, said: int, asked: int) -> Row:
    """Precision, recall and F1, and the counts that they come from."""
    p, r = hit / said if said else 0.0, hit / asked if asked else 0.0
    f1 = 2 * p * r / (p + r) if hit else 0.0
    return {"p": p, "r": r, "f1": f1, "hit": hit, "said": said, "asked": asked}


def table(rows: dict[str, Row]) -> str:
    """Rows to read."""
    head = f"{'':14}{'P':>7}{'R':>7}{'F1':>7}   hit / said / asked"
    lines = (
        f"{name:14}{v['p']:7.1%}{v['r']:7.1%}{v['f1']:7.1%}   {v['hit']:.0f} / {v['said']:.0f} / {v['asked']:.0f}"
        for name, v in rows.items()
    )
    return "\n".join((head, *lines))


def write_tables(tables: Sequence[str], path: Path, script: str) -> None:
    """Puts tables between the pairs of comments that name a script of this folder, in their order."""
    name = re.escape(f"benchmarks/{Path(script).name}")
    pair = f"(<!-- measured by {name} -->\\n).*?(<!-- end -->)"
    pieces = re.split(pair, path.read_text(encoding="utf-8"), flags=re.DOTALL)
    if len(pieces) != 3 * len(tables) + 1:
        raise ValueError(f"{path}: expected {len(tables)} pairs of comments for {name}, found {len(pieces) // 3}")
    for index, table in enumerate(tables):
        pieces[3 * index + 1] += f"\n{table}\n\n"
    path.write_text("".join(pieces), encoding="utf-8")
