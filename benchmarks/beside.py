"""How fast articles are read, beside tokenising, beside the other build, and beside a peer that is installed.

``python benchmarks/beside.py`` makes its articles of the example article. Of a compiled quoteattr the pure one is
measured too: a copy without what was compiled. The peer is textacy, with the model of spaCy that ``--model`` names.
Each is measured several times, and the best counts; the peer once, on fewer articles.
"""

import argparse
import itertools
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from speed import articles

import quoteattr

ARTICLES, OF_PEERS, ROUNDS = 400, 20, 5
LIBRARIES = ("*.so", "*.pyd")
PURE = """
import sys, time
sys.path[:0] = sys.argv[1:3]
from beside import best, read, texts
import quoteattr
assert not quoteattr.__compiled__
print(best(read, texts(int(sys.argv[3]))))
"""
WORD = re.compile(r"\w+")


def texts(count: int) -> list[str]:
    """So many articles."""
    return list(itertools.islice(articles(), count))


def words(text: str) -> int:
    """How many words a text has: one pass of tokenising."""
    return len(WORD.findall(text))


def read(text: str) -> object:
    """What is measured of quoteattr."""
    return quoteattr.extract(text)


def best(work: Callable[[str], object], several: Sequence[str]) -> float:
    """The processor time that work on texts takes, once all that is kept is made."""
    found = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in several:
            work(text)
        found.append(time.process_time() - start)
    return min(found)


def pure(count: int) -> float:
    """The time of the pure build, of a copy without what was compiled."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(quoteattr.__file__).parent
        shutil.copytree(source, Path(folder, source.name), ignore=shutil.ignore_patterns(*LIBRARIES))
        command = [sys.executable, "-c", PURE, str(Path(__file__).parent), folder, str(count)]
        return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def peer(model: str, count: int) -> float | None:
    """The time of textacy; None where it or the model is not installed."""
    from compare import Textacy

    try:
        textacy = Textacy(model)
    except (ImportError, OSError):
        return None
    several = texts(count)
    textacy(several[0])
    start = time.process_time()
    for text in several:
        textacy(text)
    return time.process_time() - start


def measured(count: int = ARTICLES, model: str = "en_core_web_sm") -> dict[str, float]:
    """Words a second of processor time, by what was measured."""
    several, few = texts(count), texts(min(count, OF_PEERS))
    whole, part = sum(map(words, several)), sum(map(words, few))
    seconds = {"tokenising with `re`": (whole, best(words, several))}
    if quoteattr.__compiled__:
        seconds["quoteattr, compiled"] = whole, best(read, several)
        seconds["quoteattr, pure"] = whole, pure(count)
    else:
        seconds["quoteattr, pure"] = whole, best(read, several)
    took = peer(model, len(few))
    if took is not None:
        seconds[f"textacy with {model}"] = part, took
    return {name: size / took for name, (size, took) in seconds.items()}


def table(found: dict[str, float]) -> str:
    """The speeds as Markdown, each beside that of the first row of quoteattr."""
    own = next(speed for name, speed in found.items() if name.startswith("quoteattr"))
    lines = ["| what | words a second | of quoteattr's speed |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {speed:,.0f} | {speed / own:.3g} |" for name, speed in found.items())])


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"how many (default: {ARTICLES})")
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy's model (default: en_core_web_sm)")
    options = parser.parse_args()
    print(table(measured(options.articles, options.model)))


if __name__ == "__main__":
    main()
