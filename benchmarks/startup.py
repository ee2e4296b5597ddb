"""What the time from the start of Python to the first claim is made of, in processor time.

``python benchmarks/startup.py`` prints the median of some runs for each part.
"""

import subprocess
import sys
from statistics import median

RUNS = 11
PROGRAM = """
import time
clock = [0.0, time.process_time()]
import quoteattr.pipeline
clock.append(time.process_time())
from quoteattr.language.language import Language
language = Language.load("en")
clock.append(time.process_time())
from quoteattr.grammar.grammar import grammar_of
grammar_of(language)
clock.append(time.process_time())
quoteattr.pipeline.extract("Mayor Ana Brandt said that the tunnel would reopen.")
clock.append(time.process_time())
print(*(after - before for before, after in zip(clock, clock[1:])))
"""
PARTS = ("Python", "import", "words and tables", "patterns", "first claim")
"""What each step of the program is."""


def parts(runs: int = RUNS) -> dict[str, float]:
    """The seconds of each part, and of all together: medians."""
    rows = []
    for _ in range(runs + 1):
        done = subprocess.run([sys.executable, "-P", "-c", PROGRAM], capture_output=True, text=True, check=True)
        rows.append([float(cell) for cell in done.stdout.split()])
    rows = rows[1:]  # the first run writes what Python keeps of the modules
    found = {part: median(column) for part, column in zip(PARTS, zip(*rows, strict=True), strict=True)}
    return found | {"all": median(map(sum, rows))}


def table(found: dict[str, float]) -> str:
    """The parts as Markdown."""
    lines = ["| part | milliseconds |", "|---|---|"]
    return "\n".join([*lines, *(f"| {part} | {1000 * seconds:.0f} |" for part, seconds in found.items())])


if __name__ == "__main__":
    print(table(parts()))
