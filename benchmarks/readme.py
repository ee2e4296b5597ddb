"""The scores in docs/scores.md: ``python benchmarks/readme.py PolNeAR`` measures on the part dev and writes them.

``--verbs FILE`` gives the words of the row with another list, as for ``polnear.py``, and writes docs/comparison.md as
well; without it that row is left out.
"""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from polnear import corpus, reporting_verbs, roles, score
from scoring import Row, write_tables

from quoteattr import Scope, extract

ROOT = Path(__file__).parents[1]
HEAD = """\
Measured on {date}, in per cent. “Attributed” also asks for the right source, “exact” for the same words of content
as well.

| PolNeAR dev ({articles} articles) | claims: P / R / F1 | attributed: F1 | exact: F1 |
|---|---|---|---|"""
SHIPPED = "speech, by the verbs in `benchmarks/reporting_verbs.txt`"
GIVEN = "speech, by a narrower list (`--verbs`), the union of three public ones, not shipped here"
ALL = "everything marked, beliefs and wishes included (`--all`)"


def line(name: str, rows: dict[str, Row]) -> str:
    """A row of the table."""
    claims = " / ".join(f"{100 * rows['claims'][key]:.1f}" for key in ("p", "r", "f1"))
    return f"| {name} | {claims} | {100 * rows['attributed']['f1']:.1f} | {100 * rows['exact']['f1']:.1f} |"


def main() -> None:
    """Measures and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="the folder of your copy of the corpus")
    parser.add_argument("--verbs", type=Path, metavar="FILE", help="words of cues that report speech")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()
    articles = list(corpus(options.corpus, "dev"))
    if not articles:
        parser.error(f"no articles of the part 'dev' in {options.corpus}")
    found = {
        scope: [[roles(claim) for claim in extract(text, nested=False, scope=scope)] for text, _ in articles]
        for scope in Scope
    }
    asked = {SHIPPED: reporting_verbs(None), ALL: None}
    if options.verbs is not None:
        asked = {SHIPPED: asked[SHIPPED], GIVEN: reporting_verbs(options.verbs), ALL: None}
    rows = {
        name: score(articles, found[Scope.ALL if name == ALL else Scope.SPEECH], verbs) for name, verbs in asked.items()
    }
    head = HEAD.format(date=datetime.now(tz=UTC).date(), articles=len(articles))
    text = "\n".join([head, *(line(name, row) for name, row in rows.items())])
    write_tables([text], options.root / "docs" / "scores.md", __file__)
    if options.verbs is not None:
        f1 = [f"{name} {100 * row['f1']:.1f}" for name, row in rows[GIVEN].items()]
        write_tables([f"quoteattr on dev: **{', '.join(f1)}**."], options.root / "docs" / "comparison.md", __file__)
    print(text)


if __name__ == "__main__":
    main()
