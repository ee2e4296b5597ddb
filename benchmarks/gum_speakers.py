"""How well speakers are told, against your own copy of GUM (https://github.com/amir-zeldes/gum), in its CoNLL-U layout.

``python benchmarks/gum_speakers.py gum/dep/GUM_news_*.conllu`` reads the coreference of the `Entity=` annotations.
Asked for are the claims whose source is a mention (Dice 0.5 over its words) of an entity that some mention of it, or
its link to Wikipedia, names; "they" with split antecedents is an entity without a name. What is printed:

- speaker: of the speakers given, how many are named so in the corpus; of those asked for, how many were given rightly;
- speaker_pairs: every two such claims of one text: those given the same speaker against those of the same entity.

A name agrees with another if the words of one are among those of the other, titles and articles left out.
"""

import argparse
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from scoring import ENOUGH, Row, Text, Words, dice, row, table

from quoteattr import Claim, extract

ENTITY = re.compile(r"\((?P<fields>[^()]*)(?P<whole>\))?|(?P<closed>[^()]+)\)")
HEADER = "# global.Entity = "
GROUP, IDENTITY = "GRP", "identity"
NAMING = frozenset(["flat", "compound", "flat:name"])
PLAIN = frozenset("a an and the of dr miss mr mrs ms president senator sir minister secretary".split())  # noqa: SIM905
ID, FORM, UPOS, HEAD, RELATION, MISC, COLUMNS = 0, 1, 3, 6, 7, 9, 10


class Document:
    """A text put together from its words, and the mentions and names of its entities.

    Args:
        fields: What stands between the hyphens of an entity's annotation, as the corpus declares it. The last, a name
            in Wikipedia, may be missing, and may hold hyphens itself.
    """

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self.text = ""
        self.mentions: list[tuple[str, tuple[int, int]]] = []
        self.names: dict[str, set[str]] = defaultdict(set)
        self._open: dict[str, list[tuple[int, str]]] = defaultdict(list)

    def paragraph(self) -> None:
        """Begins a paragraph."""
        self.text = self.text.rstrip() + "\n\n" if self.text else ""

    def sentence(self, lines: Sequence[list[str]]) -> None:
        """Adds a sentence."""
        spans: list[tuple[int, int]] = []
        until = at = 0
        words = [cells for cells in lines if cells[ID].isdigit()]
        for cells in lines:
            first, dash, last = cells[ID].partition("-")
            if not first.isdigit() or (not dash and int(first) <= until):
                continue  # an empty word, or part of one that stands already
            form, at = cells[FORM], len(self.text)
            number = int(last) - int(first) + 1 if dash else 1
            until = int(last) if dash else until
            self.text += form + ("" if "SpaceAfter=No" in cells[MISC].split("|") else " ")
            for part in words[len(spans) : len(spans) + number]:
                found = self.text.find(part[FORM], at, len(self.text))
                spans.append((found, found + len(part[FORM])) if found >= 0 else (at, at + len(form)))
        if not self.text.endswith(" "):
            self.text += " "
        for index, cells in enumerate(words):
            self._entities(words, spans, index, dict(f.split("=", 1) for f in cells[MISC].split("|") if "=" in f))

    def _entities(
        self, words: Sequence[list[str]], spans: Sequence[tuple[int, int]], at: int, misc: dict[str, str]
    ) -> None:
        for match in ENTITY.finditer(misc.get("Entity", "")):
            entity, link = match["closed"], ""
            if match["fields"]:
                told = dict(zip(self._fields, match["fields"].split("-", len(self._fields) - 1), strict=False))
                entity, link = told[GROUP], told.get(IDENTITY, "")
                self._open[entity].append((at, link))
            if (match["whole"] or match["closed"]) and self._open[entity]:
                first, link = self._open[entity].pop()
                self._mention(entity, words, spans, (first, at + 1), link)

    def _mention(
        self,
        entity: str,
        words: Sequence[list[str]],
        spans: Sequence[tuple[int, int]],
        bounds: tuple[int, int],
        link: str,
    ) -> None:
        first, last = bounds
        self.mentions.append((entity, (spans[first][0], spans[last - 1][1])))
        inside = words[first:last]
        numbers = {cells[ID] for cells in inside}
        head = next((cells for cells in inside if cells[HEAD] not in numbers), None)
        if head is not None and head[UPOS] == "PROPN":
            parts = [
                c for c in inside if c is head or (c[HEAD] == head[ID] and c[RELATION] in NAMING and c[UPOS] == "PROPN")
            ]
            self.names[entity].add(" ".join(cells[FORM] for cells in parts))
        if link:
            self.names[entity].add(unquote(link).replace("_", " "))


def documents(path: Path) -> Iterator[Document]:
    """The documents of a file.

    Raises:
        SystemExit: The file does not declare the fields of its entities, as old releases do not.
    """
    source = path.read_text(encoding="utf-8")
    fields = next(
        (line[len(HEADER) :].strip().split("-") for line in source.splitlines() if line.startswith(HEADER)), []
    )
    if GROUP not in fields:
        raise SystemExit(f"{path}: no line {HEADER!r} that names {GROUP}")
    document, lines = Document(fields), list[list[str]]()
    for line in (*source.splitlines(), ""):
        cells = line.split("\t")
        if len(cells) == COLUMNS:
            lines.append(cells)
        elif lines:
            document.sentence(lines)
            lines = []
        if line.startswith("# newdoc") and document.text:
            yield document
            document = Document(fields)
        if line.startswith("# newpar"):
            document.paragraph()
    if document.text:
        yield document


def same_name(one: str, two: str) -> bool:
    """Whether two names agree."""
    a, b = (frozenset(re.findall(r"\w+", name.lower())) for name in (one, two))
    a, b = a - PLAIN or a, b - PLAIN or b
    return bool(a and b) and (a <= b or b <= a)


def asked(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[str, str | None]]:
    """The entity of each claim that is asked for, and the name of the speaker given."""
    words = Text(document.text).words
    mentions: list[tuple[str, Words]] = [(entity, words([span])) for entity, span in document.mentions]
    for claim in claims:
        if claim.source is None:
            continue
        source = words([(claim.source.start, claim.source.end)])
        value, entity = max(((dice(source, w), entity) for entity, w in mentions), default=(0.0, ""))
        if value >= ENOUGH and document.names.get(entity):
            yield entity, claim.speaker.name if claim.speaker else None


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", help="CoNLL-U files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    texts = right = said = count = both = pairs_said = pairs_gold = 0
    for document in (document for path in options.files for document in documents(path)):
        answers = list(asked(document, extract(document.text)))
        texts, count = texts + 1, count + len(answers)
        said += sum(name is not None for _, name in answers)
        right += sum(any(same_name(name, other) for other in document.names[e]) for e, name in answers if name)
        for (entity, name), (other, second) in itertools.combinations(answers, 2):
            both += entity == other and name is not None and name == second
            pairs_said += name is not None and name == second
            pairs_gold += entity == other
    rows: dict[str, Row] = {"speaker": row(right, said, count), "speaker_pairs": row(both, pairs_said, pairs_gold)}
    print(json.dumps({"texts": texts, **rows}) if options.json else f"{texts} texts\n{table(rows)}")


if __name__ == "__main__":
    main()
