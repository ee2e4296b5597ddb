"""quoteattr beside textacy's ``direct_quotations``, on your own copy of PolNeAR, scored as ``polnear.py`` does.

It needs ``pip install textacy`` and a model of spaCy: ``python benchmarks/compare.py PolNeAR --model en_core_web_sm``.
Two tables are printed: of all speech, and of quotations alone (content that is quoted for more than half), as textacy
looks for nothing else. It is given a paragraph at a time, because it refuses a text with an odd number of marks; the
paragraphs that it refuses give nothing, and are counted.
"""

import importlib
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from polnear import Article, Roles, arguments, corpus, reporting_verbs, roles, score
from scoring import Row, table, write_tables

from quoteattr import extract

PAGE = Path(__file__).parents[1] / "docs" / "comparison.md"
WARM = 10
PARAGRAPH = re.compile(r"[^\n]+")
Find = Callable[[str], list[Roles]]
Measured = tuple[dict[str, dict[str, Row]], float]


class Textacy:
    """textacy's quotations, with the paragraphs that it refused."""

    def __init__(self, model: str) -> None:
        self._quotations: Any = importlib.import_module("textacy.extract").direct_quotations
        self._read: Any = importlib.import_module("spacy").load(model)
        self.refused = set[str]()

    def __call__(self, text: str) -> list[Roles]:
        """The claims of a text."""
        return [claim for match in PARAGRAPH.finditer(text) for claim in self._claims(match[0], match.start())]

    def _claims(self, paragraph: str, at: int) -> Iterator[Roles]:
        try:
            found = list(self._quotations(self._read(paragraph)))
        except ValueError:  # an odd number of quotation marks
            self.refused.add(paragraph)
            return
        for quotation in found:
            first, last = quotation.content.start_char, quotation.content.end_char
            yield {
                "source": self._spans(quotation.speaker, at),
                "cue": self._spans(quotation.cue, at),
                "content": [(at + first, at + last)],
            }

    @staticmethod
    def _spans(tokens: Sequence[Any], at: int) -> list[tuple[int, int]]:
        return [(at + token.idx, at + token.idx + len(token)) for token in tokens]


def quoteattr(text: str) -> list[Roles]:
    """The claims of a text."""
    return [roles(claim) for claim in extract(text, nested=False)]


def measured(articles: list[Article], find: Find, verbs: frozenset[str]) -> Measured:
    """The rows of both tables, and words a second of processor time."""
    for text, _ in articles[:WARM]:  # what is read and compiled once is no part of the speed
        find(text)
    words = sum(len(re.findall(r"\w+", text)) for text, _ in articles)
    start = time.process_time()
    found = [find(text) for text, _ in articles]
    speed = words / (time.process_time() - start)
    return {"speech": score(articles, found, verbs), "quotations": score(articles, found, frozenset())}, speed


def markdown(results: dict[str, Measured]) -> str:
    """The results as a table."""
    lines = ["| | claims: P / R / F1 | attributed: F1 | exact: F1 | words/s |", "|---|---|---|---|---|"]
    for kind in ("speech", "quotations"):
        for name, (rows, speed) in results.items():
            found = rows[kind]
            claims = " / ".join(f"{100 * found['claims'][key]:.1f}" for key in ("p", "r", "f1"))
            rest = (f"{100 * found[key]['f1']:.1f}" for key in ("attributed", "exact"))
            lines.append(f"| {kind}, {name} | {claims} | {' | '.join(rest)} | {speed:,.0f} |")
    return "\n".join(lines)


def main() -> None:
    """Measures and prints."""
    parser = arguments(__doc__)
    parser.add_argument("--model", default="en_core_web_sm", help="spaCy's model (default: en_core_web_sm)")
    parser.add_argument("--write", action="store_true", help="write the table into docs/comparison.md")
    options = parser.parse_args()
    articles = list(corpus(options.corpus, options.part))
    if not articles:
        parser.error(f"no articles of the part {options.part!r} in {options.corpus}")
    try:
        textacy = Textacy(options.model)
    except (ImportError, OSError) as error:  # no textacy, no spaCy, or no such model
        parser.error(f"{error}: pip install textacy, and a model of spaCy's")
    verbs = reporting_verbs(options.verbs)
    results = {name: measured(articles, find, verbs) for name, find in (("quoteattr", quoteattr), ("textacy", textacy))}
    if options.json:
        print(json.dumps({name: rows for name, (rows, _) in results.items()} | {"refused": len(textacy.refused)}))
        return
    print(f"PolNeAR {options.part}, {len(articles)} articles; textacy refused {len(textacy.refused)} paragraphs")
    for name, (rows, speed) in results.items():
        for kind, several in rows.items():
            print(f"\n{name}, {kind}\n{table(several)}")
        print(f"{speed:,.0f} words/s")
    if options.write:
        write_tables([markdown(results)], PAGE, __file__)


if __name__ == "__main__":
    main()
