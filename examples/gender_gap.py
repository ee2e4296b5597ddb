"""Asks the Gender Gap Tracker's question of JSON lines with `text`, `outlet` and `date`: who is quoted, women or men?

``python examples/gender_gap.py examples/fifty_articles.jsonl gender_gap.svg`` prints a table and draws it. The question
is that of Asr et al. (2021), https://doi.org/10.1371/journal.pone.0245533.
"""

import json
import sys
from pathlib import Path

import matplotlib as mpl

from quoteattr import Gender, Tally, tally

BARS = {Gender.FEMALE: ("women", "#8a3ffc"), None: ("unknown", "#c6c6c6"), Gender.MALE: ("men", "#007d79")}
"""The unknown stand between women and men, as they may be either."""


def table(found: Tally) -> str:
    """The claims of women, of men and of people whose gender no article shows, by outlet."""
    lines = ["outlet        women unknown     men  share of women"]
    for name, counts in [*found.outlets.items(), ("all", found.total)]:
        numbers = "".join(f"{counts.genders[gender]:8}" for gender in BARS)
        lines.append(f"{name:<11}{numbers}{counts.share('female'):16.0%}")
    return "\n".join(lines)


def draw(found: Tally, path: Path) -> None:
    """Draws the shares as bars."""
    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "quoteattr", "font.family": "sans-serif"})
    from matplotlib import pyplot as plt  # noqa: PLC0415  # after the choice of what draws

    figure, axes = plt.subplots(figsize=(7, 2.6), layout="constrained")
    left = [0.0] * len(found.outlets)
    for gender, (name, colour) in BARS.items():
        shares = [counts.genders[gender] / counts.genders.total() for counts in found.outlets.values()]
        bars = axes.barh(list(found.outlets), shares, left=left, color=colour, label=name)
        told = [f"{share:.0%}" for share in shares]
        axes.bar_label(bars, told, label_type="center", color="white" if gender else "black")
        left = [before + share for before, share in zip(left, shares, strict=True)]
    axes.set(xlim=(0, 1), xlabel="share of the claims of people")
    axes.xaxis.set_major_formatter(mpl.ticker.PercentFormatter(1))
    axes.legend(ncols=3, frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1))
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None, "Creator": None})


if __name__ == "__main__":
    articles, picture = map(Path, sys.argv[1:3])
    with articles.open(encoding="utf-8") as lines:
        counted = tally(map(json.loads, lines))
    sys.stdout.write(table(counted) + "\n")
    draw(counted, picture)
