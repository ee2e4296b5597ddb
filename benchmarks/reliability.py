"""How reliable confidence is: bins, what a threshold keeps, and the plot; `confidence.py` prints and writes them."""

import re
from collections.abc import Sequence
from math import log
from pathlib import Path

import attrs

BINS = 10
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
BLUE = "#1f5a99"
SMALLEST = 0.0005  # what is left of a confidence that rounding made 1

Told = Sequence[tuple[float, bool]]
"""The confidence of each claim, and whether it was right."""


@attrs.frozen
class Bin:
    """The claims with about the same confidence.

    Args:
        edge: The least confidence that belongs here.
        claims: How many claims there are.
        mean: Their mean confidence.
        right: The share of them that was right.
    """

    edge: float
    claims: int
    mean: float
    right: float


def bins(told: Told) -> list[Bin]:
    """The bins that hold claims."""
    found = []
    for index in range(BINS):
        inside = [(p, right) for p, right in told if min(int(p * BINS), BINS - 1) == index]
        if inside:
            n = len(inside)
            found.append(Bin(index / BINS, n, sum(p for p, _ in inside) / n, sum(right for _, right in inside) / n))
    return found


def loss(told: Told) -> float:
    """The mean logarithmic loss, in nats; lower is better."""
    return -sum(log(max(SMALLEST, p if right else 1 - p)) for p, right in told) / len(told)


def off(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far the bins' confidence and share are apart, weighted by their claims."""
    return sum(each.claims * abs(each.mean - each.right) for each in found) / sum(each.claims for each in found)


def bins_table(found: Sequence[Bin]) -> str:
    """The reliability as Markdown."""
    lines = ["| confidence | claims | mean confidence | right |", "|---|---|---|---|"]
    rows = (f"| {b.edge:.1f} to {b.edge + 1 / BINS:.1f} | {b.claims} | {b.mean:.2f} | {b.right:.2f} |" for b in found)
    return "\n".join([*lines, *rows])


def choice_table(told: Told) -> str:
    """What `--min-confidence` keeps, as Markdown."""
    lines = ["| `--min-confidence` | claims kept | right ones kept | right among those kept |", "|---|---|---|---|"]
    whole = sum(right for _, right in told)
    for least in THRESHOLDS:
        kept = [right for p, right in told if p >= least]
        shares = len(kept) / len(told), sum(kept) / whole, sum(kept) / max(1, len(kept))
        lines.append(f"| {least:.1f} | " + " | ".join(f"{100 * share:.0f} %" for share in shares) + " |")
    return "\n".join(lines)


def plot(found: Sequence[Bin], path: Path) -> None:
    """Draws each bin's share of right claims over its mean confidence, and how many claims it holds."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "quoteattr", "font.family": "sans-serif"})
    from matplotlib import pyplot as plt

    figure, (above, below) = plt.subplots(2, sharex=True, height_ratios=(3, 1), figsize=(5, 6), layout="constrained")
    above.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="as promised")
    above.plot([b.mean for b in found], [b.right for b in found], "o-", color=BLUE, label="on dev")
    above.set(ylabel="share of claims that were right", xlim=(0, 1), ylim=(0, 1))
    above.legend(frameon=False)
    below.bar([b.edge for b in found], [b.claims for b in found], 1 / BINS, align="edge", color=BLUE, ec="white")
    below.set(xlabel="confidence", ylabel="claims")
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"[ \t]+\n", "\n", text), encoding="utf-8")
