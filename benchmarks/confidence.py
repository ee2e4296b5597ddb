"""What the rules' claims are worth, counted on marked articles: the data behind `Claim.confidence`.

``python benchmarks/confidence.py PolNeAR`` counts, on the part train of your copy, how many claims each rule made and
how many of them were right: in the corpus, by the words of their content, and with the same source. It then prints how
reliable that is on the part dev, which no count was taken from. Articles of your own count too, as JSON lines with
`text` and `claims`, whose `source`, `cue` and `content` are lists of offsets; a claim that is `optional` counts
neither way. ``confidence.py PolNeAR own.jsonl --check other.jsonl`` counts both, and checks on the third. With
``--write`` it also writes

- quoteattr/language/en/confidence.tsv, the counts;
- docs/confidence.md, the two tables of what was measured;
- docs/reliability.svg, the plot (needs matplotlib, as in the extra ``docs``).

All that is marked is asked for, beliefs and wishes included, as with ``polnear.py --all``.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from polnear import ROLES, Roles, corpus, roles
from reliability import bins, bins_table, choice_table, loss, off, plot
from scoring import ENOUGH, Text, dice, pairs, write_tables

from quoteattr import Claim, extract
from quoteattr.attribution.confidence import PRIOR, Confidence
from quoteattr.attribution.draft import JOINT
from quoteattr.language.counts import COLUMNS, REST, Count

ROOT = Path(__file__).parents[1]
FEW = 3
FOLDS = 5
PRIORS = (2, 5, 10, 20, 40)


@attrs.frozen
class Answer:
    """A claim and whether it was right.

    Args:
        article: The number of its article.
        rule: Its rule.
        frame: Its cue's frame.
        lemma: Its cue's lemma.
        right: Whether the corpus has it, with the same source.
    """

    article: int
    rule: str
    frame: str
    lemma: str
    right: bool


def marked(path: Path) -> Iterator[tuple[str, list[Roles], set[int]]]:
    """Text, claims, and which of these are optional, of each article of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        claims = [{role: [(a, b) for a, b in claim[role]] for role in ROLES} for claim in article["claims"]]
        optional = {index for index, claim in enumerate(article["claims"]) if claim.get("optional")}
        yield article["text"], claims, optional


def answers(source: Path, part: str) -> Iterator[Answer]:
    """The outermost claims of a file of marked articles, or of a part of the corpus."""
    several = marked(source) if source.is_file() else ((*article, set[int]()) for article in corpus(source, part))
    for number, (text, gold, optional) in enumerate(several):
        claims = extract(text, nested=False)
        said = [roles(claim) for claim in claims]
        words = Text(text).words
        paired = pairs([words(a["content"]) for a in gold], [words(c["content"]) for c in said])
        right = {j for i, j in paired if dice(words(gold[i]["source"]), words(said[j]["source"])) >= ENOUGH}
        left_out = {j for i, j in paired if i in optional}
        for index, claim in enumerate(claims):
            if index not in left_out:
                yield _answer(number, claim, right=index in right)


def _answer(number: int, claim: Claim, *, right: bool) -> Answer:
    cue = claim.cue
    return Answer(number, claim.rule, cue.frame if cue else "", cue.lemma if cue else "", right)


def _names(rule: str) -> tuple[str, str]:
    source, _, content = rule.partition(JOINT)
    return source, content


def counted(found: Sequence[Answer]) -> list[Count]:
    """The counts of rules by frame and lemma, sorted; lemmas with few claims are one row together."""
    made = Counter((a.rule, a.frame, a.lemma) for a in found)
    sums: dict[tuple[str, ...], list[int]] = {}
    for answer in found:
        lemma = answer.lemma if not answer.frame or made[answer.rule, answer.frame, answer.lemma] >= FEW else REST
        source, content = _names(answer.rule)
        row = sums.setdefault((source, content, answer.frame, lemma), [0, 0])
        row[0] += 1
        row[1] += answer.right
    return [Count(*key, *row) for key, row in sorted(sums.items())]


def told(counts: Sequence[Count], found: Sequence[Answer], prior: int = PRIOR) -> list[tuple[float, bool]]:
    """The confidence of each claim by these counts, and whether it was right."""
    table = Confidence(counts, prior)
    return [(table.of(*_names(answer.rule), answer.frame, answer.lemma) or 0.0, answer.right) for answer in found]


def folded(found: Sequence[Answer], prior: int) -> list[tuple[float, bool]]:
    """The confidence of each claim by the counts of the other folds of the articles, and whether it was right."""
    whole = []
    for fold in range(FOLDS):
        others = counted([answer for answer in found if answer.article % FOLDS != fold])
        whole += told(others, [answer for answer in found if answer.article % FOLDS == fold], prior)
    return whole


def write_counts(counts: Sequence[Count], path: Path) -> None:
    """Writes the counts down."""
    rows = ["\t".join(COLUMNS), *("\t".join(map(str, count)) for count in counts)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Counts, measures, prints, and writes where it is told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="+", help="your copy of the corpus, or marked articles to count on")
    parser.add_argument("--check", type=Path, help="what to check the counts on; the corpus by default")
    parser.add_argument("--write", action="store_true", help="write counts, tables and plot into this project")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    checked = options.check or options.train[0]
    train = [answer for source in options.train for answer in answers(source, "train")]
    dev = list(answers(checked, "dev"))
    if not train or not dev:
        parser.error(f"no claims in train or in dev of {checked}")
    counts = counted(train)
    measured = told(counts, dev)
    found = bins(measured)
    tables = (bins_table(found), choice_table(measured))
    same = sum(answer.right for answer in train) / len(train)
    for name, several in (("train", train), ("dev", dev)):
        print(f"{name}: {len(several)} claims, {sum(answer.right for answer in several)} right")
    print(f"{len(counts)} rows; on dev: expected calibration error {off(found):.3f}, logarithmic loss", end=" ")
    print(f"{loss(measured):.4f} ({loss([(same, answer.right) for answer in dev]):.4f} with one confidence for all)")
    for prior in PRIORS:
        print(f"prior {prior:2}: logarithmic loss {loss(folded(train, prior)):.4f} on folds of train left out in turn")
    print("", *tables, sep="\n\n")
    if options.write:
        write_counts(counts, options.root / "quoteattr" / "language" / "en" / "confidence.tsv")
        write_tables(tables, options.root / "docs" / "confidence.md", __file__)
        plot(found, options.root / "docs" / "reliability.svg")


if __name__ == "__main__":
    main()
