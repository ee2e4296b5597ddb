"""The result of a tally: tables of who is quoted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from quoteattr.claim import Gender, SpeakerKind
from quoteattr.counting.counts import UNKNOWN, Counts, Row
from quoteattr.wording import clipped

_MOST = 20


@attrs.frozen
class Quoted:
    """Somebody who is quoted, under one name in all articles.

    Args:
        name: The name that the first article gives.
        kind: What sort of entity it is.
        gender: A person's gender, where an article shows it.
        identifier: The caller's own, for one of the known people and bodies.
        named: Whether it is named; a description, such as “a driver”, may be of another in each article.
        counts: The claims.
    """

    name: str
    kind: SpeakerKind
    gender: Gender | None
    identifier: str | None
    named: bool
    counts: Counts


@attrs.frozen
class Repeated:
    """A quotation that stands in several articles.

    Args:
        text: The claim's readable text in the first of them.
        speaker: Its speaker there; None where nobody is known.
        articles: The names of the articles.
    """

    text: str
    speaker: str | None
    articles: tuple[str, ...]


@attrs.frozen
class Tally:
    """Who is quoted in many articles.

    Args:
        total: All claims.
        quoted: Who is quoted, who is quoted most first.
        outlets: The claims of each outlet, by its name. A quotation that several outlets have counts in each.
        days: The claims of each day, in the same way.
        repeated: Quotations that stand in several articles, those that stand in most first.
    """

    total: Counts
    quoted: tuple[Quoted, ...] = ()
    outlets: Mapping[str, Counts] = attrs.field(factory=dict)
    days: Mapping[str, Counts] = attrs.field(factory=dict)
    repeated: tuple[Repeated, ...] = ()

    @property
    def people(self) -> Counter[Gender | None]:
        """How many people are quoted by name, by gender; None where no article shows it."""
        return Counter(one.gender for one in self.quoted if one.kind is SpeakerKind.PERSON and one.named)

    def rows(self) -> Iterator[Row]:
        """A flat row for the total, each outlet, each day and everybody quoted; `by` says which of these it is."""
        nobody: Row = {"kind": None, "gender": None, "identifier": None}
        yield {"by": "total", "name": None} | nobody | self.total.row()
        for by, found in (("outlet", self.outlets), ("day", self.days)):
            for name, counts in found.items():
                yield {"by": by, "name": name} | nobody | counts.row()
        for one in self.quoted:
            gender = None if one.gender is None else one.gender.value
            told: Row = {"kind": one.kind.value, "gender": gender, "identifier": one.identifier}
            yield {"by": "speaker", "name": one.name} | told | one.counts.row()

    def to_dict(self) -> dict[str, Any]:
        """All of it, ready for ``json.dumps``."""
        rows = list(self.rows())
        return {
            "total": _group(rows, "total")[0],
            "outlets": _group(rows, "outlet"),
            "days": _group(rows, "day"),
            "quoted": _group(rows, "speaker"),
            "people": {UNKNOWN if gender is None else gender.value: count for gender, count in self.people.items()},
            "repeated": [attrs.asdict(one) for one in self.repeated],
        }

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def _group(rows: Iterable[Row], by: str) -> list[Row]:
    """The rows of one table, without the cells that are empty in all of it."""
    return [
        {name: cell for name, cell in row.items() if cell is not None and name != "by"}
        for row in rows
        if row["by"] == by
    ]


def _lines(tally: Tally) -> Iterator[str]:
    """The tables to read."""
    total = tally.total
    yield _line(total.articles, "articles")
    yield _line(total.claims, "claims")
    yield _line(total.repeats, "more that only repeat a quotation")
    share = total.anonymous_share
    yield _line(total.anonymous, "of sources whose name is kept back" + ("" if share is None else f" ({share:.1%})"))
    yield from _table("who is quoted", {_named(one): one.counts.claims for one in tally.quoted})
    if nobody := total.speakers[None]:
        yield _line(nobody, "nobody known")
    yield from _table("of which kind", total.kinds)
    yield from _table("whether it was said", total.realis)
    yield from _table("kind of speaker", _known(total.speakers))
    yield from _table("claims of people by gender", _known(total.genders))
    yield from _table("named people by gender", _known(tally.people))
    if total.genders[None]:
        yield "No text shows the gender of the unknown. They belong in every share that you report."
    for heading, counted in (("by outlet", tally.outlets), ("by day", tally.days)):
        yield from _table(heading, {name: counts.claims for name, counts in counted.items()}, ordered=True)
    if tally.repeated:
        yield from _table("quotations in several articles", {_quoted(one): len(one.articles) for one in tally.repeated})


def _table(heading: str, counted: Mapping[Any, int], *, ordered: bool = False) -> Iterator[str]:
    """A heading and a line for each count, the highest first unless they have an order; the rest in one line."""
    found = list(counted.items()) if ordered else sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))
    if not found:
        return
    yield from ("", heading)
    yield from (_line(count, str(name)) for name, count in found[:_MOST])
    if rest := found[_MOST:]:
        yield _line(sum(count for _, count in rest), f"{len(rest)} others")


def _line(count: int, name: str) -> str:
    return f"{count:8}  {clipped(name)}"


def _known(counted: Mapping[Any, int]) -> Mapping[str, int]:
    return {UNKNOWN if value is None else str(value): count for value, count in counted.items()}


def _named(one: Quoted) -> str:
    gender = f", {one.gender}" if one.gender else ""
    return f"{one.name} ({one.kind}{gender})"


def _quoted(one: Repeated) -> str:
    return f"{one.speaker}: {one.text}" if one.speaker else one.text
