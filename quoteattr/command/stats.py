"""Counts of claims by speaker, kind and realis."""

from collections import Counter

from quoteattr.command.documents import shown
from quoteattr.command.work import Done

_MOST = 20


class Stats:
    """What has been counted so far. Memory grows with the number of different speakers, and with nothing else."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._documents = 0

    def add(self, done: Done) -> None:
        """Counts a document's claims."""
        self._documents += 1
        self._counts.update(done.tally)

    def __str__(self) -> str:
        claims = sum(count for (sort, _), count in self._counts.items() if sort == "kind")
        lines = [f"documents {self._documents}", f"claims {claims}"]
        for sort in ("speaker", "kind", "realis"):
            found = Counter({value: count for (name, value), count in self._counts.items() if name == sort})
            lines += ["", f"by {sort}", *self._lines(found)]
        return "".join(f"{line}\n" for line in lines)

    @staticmethod
    def _lines(found: "Counter[str]") -> list[str]:
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        lines = [f"{count:8}  {shown(' '.join(value.split()))}" for value, count in ordered[:_MOST]]
        rest = ordered[_MOST:]
        return [*lines, f"{sum(count for _, count in rest):8}  {len(rest)} others"] if rest else lines
