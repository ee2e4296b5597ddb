"""The figures of docs/performance.md; ``python benchmarks/performance.py --write`` measures and writes page and plots.

Measured are what a start is made of, the speed beside tokenising, the other build and a peer, the time that texts of
1 kB to 10 MB and of many names take, how much faster more processes are, and the memory that a long run of the command
holds from its beginning to its end. It takes some minutes; ``--largest`` and ``--articles`` make it shorter. The plots
need matplotlib, as in the extra ``docs``; the memory is looked up in /proc, so on Linux only.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import attrs
import beside
import startup
from scoring import write_tables
from speed import LENGTHS, articles, measure, named

import quoteattr

ROOT = Path(__file__).parents[1]
BLUE = "#1f5a99"
FIFTHS = 5
EVERY = 0.5  # seconds between two looks at the memory
PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0


@attrs.frozen
class Run:
    """A run of the command.

    Args:
        jobs: The number of processes.
        seconds: How long it took.
        looks: The memory that the main process and the largest of its workers held, in MB, every half second.
    """

    jobs: int
    seconds: float
    looks: tuple[tuple[float, float], ...]


def command(feed: Path, jobs: int) -> Run:
    """Runs the command on a file of JSON lines and looks at its memory meanwhile."""
    line = [sys.executable, "-m", "quoteattr", str(feed), "--json", "--jobs", str(jobs), "-o", os.devnull]
    start = time.perf_counter()
    looks = []
    with subprocess.Popen(line) as process:
        while process.poll() is None:
            looks.append((resident(process.pid), max(map(resident, children(process.pid)), default=0.0)))
            time.sleep(EVERY)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, line)
    return Run(jobs, time.perf_counter() - start, tuple(looks))


def resident(pid: int) -> float:
    """The memory of a process in MB; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE / 2**20
    except (OSError, IndexError):
        return 0.0


def children(pid: int) -> Iterator[int]:
    """The processes that a process has started."""
    try:
        yield from map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split())
    except OSError:
        return


def lengths_table(found: Sequence[dict[str, Any]]) -> str:
    """The lengths as Markdown."""
    lines = [
        "| characters | seconds | words a second | times as long as tokenising with `re` | memory |",
        "|---|---|---|---|---|",
    ]
    row = "| {characters:,} | {seconds:.3f} | {words_s:,.0f} | {ratio:.0f} | {mb:.0f} MB |"
    return "\n".join([*lines, *(row.format(**each) for each in found)])


def names_table(found: Sequence[dict[str, float]]) -> str:
    """The texts of many names as Markdown."""
    lines = ["| people who speak | characters | seconds | milliseconds a person |", "|---|---|---|---|"]
    row = "| {names:,} | {characters:,} | {seconds:.3f} | {name_ms:.2f} |"
    return "\n".join([*lines, *(row.format(**each) for each in found)])


def runs_table(runs: Sequence[Run], count: int) -> str:
    """The runs as Markdown."""
    lines = [
        f"{count:,} articles, {machine()}:",
        "",
        "| `--jobs` | seconds | articles a second | times as fast as one |",
        "|---|---|---|---|",
    ]
    return "\n".join(
        [
            *lines,
            *(
                f"| {run.jobs} | {run.seconds:.1f} | {count / run.seconds:,.0f} | {runs[0].seconds / run.seconds:.2f} |"
                for run in runs
            ),
        ]
    )


def memory_table(run: Run, count: int) -> str:
    """The most memory in each fifth of a run as Markdown."""
    lines = [
        f"{count:,} articles, `--jobs {run.jobs}`, {run.seconds:.0f} seconds, {machine()}:",
        "",
        "| part of the run | main process | largest worker |",
        "|---|---|---|",
    ]
    size = max(1, len(run.looks) // FIFTHS)
    for number in range(FIFTHS):
        part = run.looks[number * size : (number + 1) * size] or run.looks[-1:]
        main, worker = (max(look[which] for look in part) for which in (0, 1))
        lines.append(f"| {number + 1} of {FIFTHS} | {main:.0f} MB | {worker:.0f} MB |")
    return "\n".join(lines)


def machine() -> str:
    """What the machine is, and how much it had to do in the last minute."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    build = "compiled" if quoteattr.__compiled__ else "pure"
    return f"{os.cpu_count()} cores{load}, Python {sys.version.split()[0]}, {build}, {datetime.now(tz=UTC).date()}"


def plot(lengths: Sequence[dict[str, Any]], runs: Sequence[Run], folder: Path) -> None:
    """Draws time against length, and speed against processes."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "quoteattr"})
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(5, 3.6), layout="constrained")
    x, y = [each["characters"] for each in lengths], [each["seconds"] for each in lengths]
    axes.loglog(x, y, "o-", color=BLUE, label="measured")
    axes.loglog(x, [y[-1] * each / x[-1] for each in x], "--", color="0.6", label="in proportion to the length")
    axes.set(xlabel="characters", ylabel="seconds")
    axes.legend(frameon=False)
    _save(figure, folder / "performance_length.svg")
    figure, axes = plt.subplots(figsize=(5, 3.6), layout="constrained")
    jobs = [run.jobs for run in runs]
    axes.plot(jobs, [runs[0].seconds / run.seconds for run in runs], "o-", color=BLUE, label="measured")
    axes.plot(jobs, jobs, "--", color="0.6", label="in proportion to the processes")
    axes.axvline(os.cpu_count() or 1, color="0.8", label="cores of the machine")
    axes.set(xlabel="processes (--jobs)", ylabel="times as fast as one", xticks=jobs, ylim=(0, None))
    axes.legend(frameon=False)
    _save(figure, folder / "performance_processes.svg")


def _save(figure: Any, path: Path) -> None:  # noqa: ANN401  # matplotlib has no types
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"{line.rstrip()}\n" for line in lines), encoding="utf-8")


def main() -> None:
    """Measures, prints, and writes where it is told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=LENGTHS[-1], metavar="BYTES", help="longest text")
    parser.add_argument("--articles", type=int, default=20_000, help="of the long run; a fifth of it for the others")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2, 4], metavar="N", help="numbers of processes")
    parser.add_argument("--write", action="store_true", help="write tables and plots into docs/")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--starts", type=int, default=startup.RUNS, metavar="N", help="how often Python is started")
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy's model for textacy, where both are installed")
    options = parser.parse_args()
    # Before a peer is loaded: a process that is started from a large one counts as large itself.
    lengths: Any = measure(options.largest, 10)["lengths"]
    start = startup.table(startup.parts(options.starts))
    speeds = beside.table(beside.measured(min(options.articles, beside.ARTICLES), options.model))
    few = max(1, options.articles // 5)
    with tempfile.TemporaryDirectory() as folder:
        short, long = Path(folder, "short.jsonl"), Path(folder, "long.jsonl")
        for path, count in ((short, few), (long, options.articles)):
            with path.open("w", encoding="utf-8") as stream:
                stream.writelines(json.dumps({"text": text}) + "\n" for text in islice(articles(), count))
        runs = [command(short, jobs) for jobs in options.jobs]
        tables = [f"{machine()}:\n\n{start}", f"{machine()}:\n\n{speeds}", lengths_table(lengths)]
        tables += [names_table(named(options.largest)), runs_table(runs, few)]
        tables.append(memory_table(command(long, 2), options.articles))
    print(*tables, sep="\n\n")
    if options.write:
        write_tables(tables, options.root / "docs" / "performance.md", __file__)
        plot(lengths, runs, options.root / "docs")


if __name__ == "__main__":
    main()
