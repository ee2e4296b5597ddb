"""How fast texts are read, in how much memory, and how the time grows with a text's length.

``python benchmarks/speed.py`` makes its text from the example article, with names and numbers that change, and prints
words a second beside one pass of tokenising with `re` (the ratio of the two is steadier than either on a machine that
does other work), the time from the start of Python to the first claim, the most memory held, and a row for each length
from 1 kB to 1 MB; ``--largest 10000000`` goes on to 10 MB, which takes minutes. ``--hostile 1000000`` tells how long a
character of each hostile shape of that length takes against one of ordinary text: 5 is a fifth of the speed. Seconds
are of processor time.
"""

import argparse
import itertools
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hostile import shapes

ARTICLE = (Path(__file__).parents[1] / "examples" / "article.txt").read_text(encoding="utf-8")
NAMES = ("Ana Brandt", "Mikael Sorensen", "Lucia Ferran", "Grace Okafor", "Tomas Novak")
COUNTS = (125, 250, 500, 1_000, 2_000, 4_000)
SYLLABLES = (
    "Bra",
    "Cor",
    "Dal",
    "Fen",
    "Gro",
    "Hol",
    "Kel",
    "Mar",
    "Nor",
    "Ost",
    "Pel",
    "Ros",
    "Sel",
    "Tor",
    "Vas",
    "Wen",
)
ENDINGS = (
    "berg",
    "dahl",
    "feld",
    "gren",
    "holm",
    "lund",
    "mark",
    "sen",
    "stad",
    "strom",
    "vik",
    "wald",
    "ini",
    "ova",
    "ard",
    "ez",
)
LENGTHS = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
ARTICLES = 400
REPEATS = 3
FIRST = """
import time
start = time.perf_counter()
from quoteattr import extract
imported = time.perf_counter()
extract("Mayor Ana Brandt said that the tunnel would reopen.")
print(imported - start, time.perf_counter() - imported)
"""
PEAK = """
import resource, sys
from quoteattr import extract
extract(sys.stdin.read())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def articles() -> Iterator[str]:
    """Article after article, each with another name, year and length."""
    for number in itertools.count():
        text = ARTICLE.replace("Ana Brandt", NAMES[number % len(NAMES)]).replace("2009", str(1900 + number % 100))
        yield f"{text}\n\n“Week {number} was dry,” Sato said. " + "The river rose again. " * (number % 40) + "\n\n"


def constructed(length: int) -> str:
    """A text of so many characters."""
    pieces, held = list[str](), 0
    for piece in articles():
        pieces.append(piece)
        held += len(piece)
        if held >= length:
            break
    return "".join(pieces)[:length]


def naming(count: int) -> str:
    """A text in which so many people with different surnames speak, each a second time by the surname alone."""
    surnames = (
        "".join(parts).capitalize() for parts in itertools.product(SYLLABLES, map(str.lower, SYLLABLES), ENDINGS)
    )
    paragraphs = (
        f"{('Ana', 'Mikael', 'Lucia', 'Grace', 'Tomas')[at % 5]} {surname} said that tunnel {at} would reopen. "
        f"“It is safe,” {surname} added.\n\n"
        for at, surname in enumerate(itertools.islice(surnames, count))
    )
    return "".join(paragraphs)


def named(largest: int) -> list[dict[str, float]]:
    """How long texts take in which more and more people speak: one at least, and others that are not too long."""
    found: list[dict[str, float]] = []
    for count in COUNTS:
        text = naming(count)
        if found and len(text) > largest:
            break
        took = reading(text)
        found.append({"names": count, "characters": len(text), "seconds": took, "name_ms": 1000 * took / count})
    return found


def tokenising(text: str) -> tuple[int, float]:
    """The number of words, and how long counting them takes, the best of a few times."""
    words, best = 0, float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        words = len(re.findall(r"\w+", text))
        best = min(best, time.process_time() - start)
    return words, best


def reading(text: str) -> float:
    """How long reading a text takes, the best of a few times."""
    from quoteattr import extract

    best = float("inf")
    for _ in range(REPEATS if len(text) < LENGTHS[-2] else 1):
        start = time.process_time()
        extract(text)
        best = min(best, time.process_time() - start)
    return best


def hostile(length: int) -> dict[str, float]:
    """For each hostile shape, how many times as long a character of it takes as one of ordinary text."""
    reading(ARTICLE)
    ordinary = reading(constructed(length)) / length
    return {name: reading(text) / len(text) / ordinary for name, text in shapes(length).items()}


def run(program: str, text: str = "") -> list[float]:
    """The numbers that a program prints, run by a Python of its own."""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True)
    return [float(number) for number in done.stdout.split()]


def measure(largest: int, count: int, shape: int = 0) -> dict[str, Any]:
    """All that is printed."""
    imported, first = run(FIRST)
    texts = list(itertools.islice(articles(), count))
    reading(texts[0])
    seconds = sum(reading(text) for text in texts)
    words, yardstick = map(sum, zip(*map(tokenising, texts), strict=True))
    rows = []
    for length in (length for length in LENGTHS if length <= largest):
        text = constructed(length)
        took, (inside, tokenised), (peak,) = reading(text), tokenising(text), run(PEAK, text)
        memory = peak / 1024 if sys.platform != "darwin" else peak / 1024**2
        rows.append(
            {"characters": length, "seconds": took, "words_s": inside / took, "ratio": took / tokenised, "mb": memory}
        )
    return {
        "words_s": words / seconds,
        "ratio": seconds / yardstick,
        "import_s": imported,
        "first_claim_s": first,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2),
        "lengths": rows,
        "hostile": hostile(shape) if shape else {},
    }


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--largest", type=int, default=LENGTHS[-2], metavar="BYTES", help="longest text (default: 1 MB)"
    )
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"for words a second (default: {ARTICLES})")
    parser.add_argument("--hostile", type=int, default=0, metavar="CHARS", help="measure hostile shapes so long")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    found = measure(options.largest, options.articles, options.hostile)
    if options.json:
        print(json.dumps(found))
        return
    print(f"Python {sys.version.split()[0]}, {options.articles} articles")
    print(f"{found['words_s']:,.0f} words/s, {found['ratio']:.0f} times as long as tokenising with re")
    print(f"import {found['import_s']:.2f} s, first claim {found['first_claim_s']:.2f} s, {found['peak_mb']:.0f} MB")
    print(f"{'characters':>12}{'seconds':>10}{'words/s':>10}{'ratio':>7}{'MB':>7}")
    for each in found["lengths"]:
        print("{characters:12,}{seconds:10.3f}{words_s:10,.0f}{ratio:7.0f}{mb:7.0f}".format(**each))
    for name, ratio in sorted(found["hostile"].items(), key=lambda each: -each[1]):
        print(f"{name:>36}{ratio:7.1f}")


if __name__ == "__main__":
    main()
