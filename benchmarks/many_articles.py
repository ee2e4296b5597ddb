"""How fast and in how much memory many articles are read: by the function, by the command, by Spark.

``python benchmarks/many_articles.py 20000`` makes that many synthetic articles of some 250 words and prints a table.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from quoteattr import extract

_ROOT = Path(__file__).parents[1]
_ARTICLE = (_ROOT / "examples" / "article.txt").read_text(encoding="utf-8")
_NAMES = ("Ana Brandt", "Mikael Sorensen", "Lucia Ferran", "Grace Okafor", "Tomas Novak")


def articles(count: int) -> Iterator[str]:
    """The example article with other names and years, and with a plain paragraph of varying length."""
    for number in range(count):
        text = _ARTICLE.replace("Ana Brandt", _NAMES[number % 5]).replace("2009", str(1900 + number % 100))
        yield f"{text}\n\n“Week {number} was dry,” Sato said. " + "The river rose again. " * (number % 40)


def main(count: int) -> None:
    """Measures and prints."""
    words = sum(len(text.split()) for text in articles(count))
    with tempfile.TemporaryDirectory() as folder:
        feed = Path(folder, "feed.jsonl")
        with feed.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps({"text": text}) + "\n" for text in articles(count))
        print(f"{count} articles, {words} words, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
        _report("extract, one process", count, words, _function(count))
        for jobs in (1, 2):
            _report(f"quoteattr --json --jobs {jobs}", count, words, _command(feed, jobs))
        if "--spark" in sys.argv:
            _report("Spark, local[2], to Parquet", count, words, _spark(feed, Path(folder, "claims")))


def _report(what: str, count: int, words: int, measured: tuple[float, int]) -> None:
    seconds, memory = measured
    held = f"{memory / 1024:6.0f} MB" if memory else "         "
    print(f"{what:32} {seconds:7.1f} s {words / seconds:10,.0f} words/s {count / seconds:8,.0f} articles/s {held}")


def _function(count: int) -> tuple[float, int]:
    texts = list(articles(min(count, 2000)))
    extract(texts[0])
    start = time.perf_counter()
    for text in texts:
        extract(text)
    return (time.perf_counter() - start) * count / len(texts), 0


def _command(feed: Path, jobs: int) -> tuple[float, int]:
    """Seconds, and the most that the main process or one of its workers held."""
    out = feed.with_suffix(f".{jobs}.out")
    command = [sys.executable, "-m", "quoteattr", str(feed), "--json", "--jobs", str(jobs), "-o", str(out)]
    start = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss


def _spark(feed: Path, target: Path) -> tuple[float, int]:
    from pyspark.sql import SparkSession

    from quoteattr.integrations.spark import claims_frame

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
    claims_frame(session.createDataFrame([("Sato said no.",)], "text string")).collect()
    start = time.perf_counter()
    claims_frame(session.read.schema("text string").json(str(feed)).repartition(8)).write.parquet(str(target))
    seconds = time.perf_counter() - start
    session.stop()
    return seconds, 0


if __name__ == "__main__":
    main(int(sys.argv[1]))
