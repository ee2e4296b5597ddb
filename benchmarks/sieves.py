"""What each sieve decides, against articles of your own that are marked: ``python benchmarks/sieves.py marked.jsonl``.

A line holds an article: its `text` and its `claims`, each with its `content`, a list of pairs of offsets, and its
`speaker`, a name or several that are all right; one with `optional` is not asked for. A claim is paired with the one
marked whose content has the same words, from a Dice coefficient of 0.5 on. ``--write`` puts the table into
docs/speakers.md. What a sieve decides is the first line of its docstring.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gum_speakers import same_name
from scoring import Text, pairs, write_tables

from quoteattr import extract
from quoteattr.speakers.resolve import ELIDED, FLOATING, UNTAGGED
from quoteattr.speakers.sieves.table import SIEVES
from quoteattr.speakers.sieves.untagged import untagged

ANSWERS = ("right", "wrong", "None")
HEAD = "| sieve | decides | right | wrong | None |\n|---|---|---|---|---|"
TAKEN_OVER = {
    ELIDED: "What was decided for the words that are shared.",
    FLOATING: "The same, for a quotation without a tag.",
}


def decided(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sieve that decided for each claim that is paired with one whose speaker is marked, and its answer."""
    for line in lines:
        article = json.loads(line)
        words, claims = Text(article["text"]).words, extract(article["text"])
        said = [words([(span.start, span.end) for span in claim.content]) for claim in claims]
        gold = [words([(start, end) for start, end in marked["content"]]) for marked in article["claims"]]
        for i, j in pairs(gold, said):
            marked, speaker = article["claims"][i], claims[j].speaker
            names = [marked["speaker"]] if isinstance(marked.get("speaker"), str) else marked.get("speaker")
            if not names or marked.get("optional"):
                continue
            right = speaker is not None and any(same_name(speaker.name, name) for name in names)
            yield claims[j].resolution.sieve, ANSWERS[2] if speaker is None else ANSWERS[not right]


def described() -> dict[str, str]:
    """What each sieve decides, in their order."""
    found = {str(name): sieve.__doc__ or "" for name, sieve, _ in SIEVES}
    found[UNTAGGED] = untagged.__doc__ or ""
    return {name: text.partition("\n")[0] for name, text in (found | TAKEN_OVER).items()}


def main() -> None:
    """Measures, and prints or writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="a file of marked articles")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--write", action="store_true", help="write the table of docs/speakers.md")
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[1], help="the project's folder")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {name: Counter() for name in described()}
    for name, answer in decided(options.file.read_text(encoding="utf-8").splitlines()):
        counts.setdefault(name, Counter())[answer] += 1
    if options.json:
        print(json.dumps(counts))
        return
    rows = [
        f"| {name} | {text} | {' | '.join(str(counts[name][answer]) for answer in ANSWERS)} |"
        for name, text in described().items()
    ]
    text = "\n".join([HEAD, *rows])
    if options.write:
        write_tables([text], options.root / "docs" / "speakers.md", __file__)
    else:
        print(text)


if __name__ == "__main__":
    main()
