"""How well claims are found, against your own copy of PolNeAR (https://github.com/networkdynamics/PolNeAR).

``python benchmarks/polnear.py PolNeAR --part dev`` reads `data/dev/text/*.txt` and `data/dev/attributions/*.ann` there,
and prints

- claims: a claim and one of the corpus are paired by the words of their content, from a Dice coefficient of 0.5 on;
- attributed: a pair whose sources agree too, or that has no source on both sides;
- exact: an attributed pair whose contents have the same words.

The corpus also marks beliefs and wishes. Asked for is speech: an attribution whose cue has no word, or holds a verb of
reporting_verbs.txt, or whose content is quoted for more than half. What is no speech, or is paired with an attribution
that is none, does not count; with ``--all`` everything does, and the claims are those of scope "all".
``--verbs FILE`` takes another list, of words as they are. The corpus has no attributions within others, so only
outermost claims are compared. Of an article that several people annotated, the first in the order of names is read.
"""

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from scoring import ENOUGH, Row, Spans, Text, dice, pairs, row, table

from quoteattr import Claim, Scope, extract
from quoteattr.language.inflection import Verb
from quoteattr.language.language import Language

Roles = dict[str, Spans]
Article = tuple[str, list[Roles]]
ROLES = ("source", "cue", "content")
ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
MARKS = '"“”«»'


def attributions(path: Path) -> list[Roles]:
    """The attributions of a brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            bounds = rest.partition("\t")[0].partition(" ")[2]
            spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in bounds.split(";"))]
        elif key.startswith("E"):
            events.append([argument.partition(":") for argument in rest.split()])
    return [
        {
            role: [span for name, _, key in event if name.rstrip("0123456789").lower() == role for span in spans[key]]
            for role in ROLES
        }
        for event in events
    ]


def corpus(root: Path, part: str) -> Iterator[Article]:
    """Text and attributions of each article of a part."""
    home = root / "data" / part if (root / "data").is_dir() else root / part
    first: dict[str, Path] = {}
    for path in sorted((home / "attributions").rglob("*.ann")):
        first.setdefault(ANNOTATOR.sub("", path.stem), path)
    for path in sorted((home / "text").rglob("*.txt")):
        if path.stem in first:
            yield path.read_bytes().decode("utf-8"), attributions(first[path.stem])


def roles(claim: Claim) -> Roles:
    """The spans of a claim."""
    return {
        "source": [(claim.source.start, claim.source.end)] if claim.source else [],
        "cue": [(claim.cue.start, claim.cue.end)] if claim.cue else [],
        "content": [(span.start, span.end) for span in claim.content],
    }


def reporting_verbs(path: Path | None) -> frozenset[str]:
    """The words of a list, or every form of the verbs in the list that stands beside this file."""
    if path is not None:
        return frozenset(path.read_text(encoding="utf-8").split())
    lines = Path(__file__).with_name("reporting_verbs.txt").read_text(encoding="utf-8").splitlines()
    known = Language.load("en").verbs
    lemmas = [line for line in lines if line and not line.startswith("#")]
    return frozenset(w for lemma in lemmas for ws in known.get(lemma, Verb(lemma)).forms().values() for w in ws)


class Speech:
    """Tells speech from beliefs and wishes in one text."""

    def __init__(self, text: str, verbs: frozenset[str]) -> None:
        self._text, self._verbs = text, verbs
        self._inside, quoted = list[bool](), False
        for mark in text:  # a paragraph's end closes quotation marks
            quoted = mark in "“«" or (quoted and mark not in '”»\n"') or (mark == '"' and not quoted)
            self._inside.append(quoted)

    def __call__(self, attribution: Roles) -> bool:
        """Whether an attribution is speech."""
        cue = re.findall(r"\w+", " ".join(self._text[a:b] for a, b in attribution["cue"]).lower())
        if not cue or not self._verbs.isdisjoint(cue):
            return True
        inside = [self._inside[i] for a, b in attribution["content"] for i in range(a, b) if self._text[i] not in MARKS]
        return sum(inside) > len(inside) / 2


def score(articles: list[Article], found: list[list[Roles]], verbs: frozenset[str] | None) -> dict[str, Row]:
    """The rows of the table; everything is asked for where there are no verbs."""
    hit = dict.fromkeys(("claims", "attributed", "exact"), 0)
    number_said = number_asked = 0
    for (text, gold), claims in zip(articles, found, strict=True):
        speech = Speech(text, verbs) if verbs is not None else lambda _: True
        words = Text(text).words
        asked = [speech(attribution) for attribution in gold]
        said = [claim for claim in claims if speech(claim)]
        paired = pairs([words(a["content"]) for a in gold], [words(c["content"]) for c in said])
        number_asked += sum(asked)
        number_said += len(said) - sum(not asked[i] for i, _ in paired)
        for one, two in ((gold[i], said[j]) for i, j in paired if asked[i]):
            attributed = dice(words(one["source"]), words(two["source"])) >= ENOUGH
            hit["claims"] += 1
            hit["attributed"] += attributed
            hit["exact"] += attributed and words(one["content"]) == words(two["content"])
    return {name: row(count, number_said, number_asked) for name, count in hit.items()}


def arguments(description: str | None) -> argparse.ArgumentParser:
    """The arguments of a measurement on the corpus."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="the folder of your copy of the corpus")
    parser.add_argument("--part", default="dev", help="train, dev or test (default: dev)")
    parser.add_argument("--verbs", type=Path, metavar="FILE", help="words of cues that report speech")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def main() -> None:
    """Measures and prints."""
    parser = arguments(__doc__)
    parser.add_argument("--all", action="store_true", help="ask for every attribution, not for speech alone")
    options = parser.parse_args()
    articles = list(corpus(options.corpus, options.part))
    if not articles:
        parser.error(f"no articles of the part {options.part!r} in {options.corpus}")
    scope = Scope.ALL if options.all else Scope.SPEECH
    for text, _ in articles[:10]:  # what is read and compiled once is no part of the speed
        extract(text, scope=scope)
    start = time.perf_counter()
    claims = [extract(text, nested=False, scope=scope) for text, _ in articles]
    seconds = time.perf_counter() - start
    start = time.perf_counter()
    words = sum(len(re.findall(r"\w+", text)) for text, _ in articles)
    yardstick = time.perf_counter() - start
    verbs = None if options.all else reporting_verbs(options.verbs)
    rows = score(articles, [[roles(claim) for claim in several] for several in claims], verbs)
    if options.json:
        print(json.dumps({"articles": len(articles), **rows}))
    else:
        asked = "everything" if options.all else "speech"
        print(f"PolNeAR {options.part}, {len(articles)} articles, {asked}\n{table(rows)}")
        print(f"{words / seconds:,.0f} words/s, {seconds / yardstick:.0f} times as long as tokenising with re")


if __name__ == "__main__":
    main()
