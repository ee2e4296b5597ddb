"""Tally: the claims of many articles counted as they come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from quoteattr.claim import Gender, Kind, Known, Realis, Scope, SpeakerKind
from quoteattr.counting.articles import Article, Note, Who, article, noted
from quoteattr.counting.counts import Counts
from quoteattr.counting.results import Quoted, Repeated, Tally
from quoteattr.language.language import Language
from quoteattr.pipeline import extract
from quoteattr.processes import spread

Key = tuple[str, str]


def tally(
    articles: Iterable[str | Article | Mapping[str, Any]],
    *,
    jobs: int = 1,
    language: Language | str = "en",
    scope: Scope | str = Scope.SPEECH,
    nested: bool = True,
    known: Iterable[Known] = (),
) -> Tally:
    """Who is quoted in many articles, how often, of which kind and gender, by outlet and day.

    The same name is taken for the same speaker in all articles. A quotation of five words or more that stands in
    several articles, under the same surname, is counted once, however many carry it.

    Args:
        articles: Texts; or `Article` objects, or mappings with ``text`` and perhaps ``outlet``, ``date`` and ``name``,
            as the rows of a table are.
        jobs: Number of processes, as for `extract_many`.
        language: As for `extract`.
        scope: As for `extract`.
        nested: As for `extract`.
        known: As for `extract`. Known people are one in all articles, whatever these call them.

    Raises:
        TypeError: An article is none of these, or its text is no string.
        ValueError: The number of processes is less than one.
        LanguageError: There is no such language.

    Example:
        >>> news = [
        ...     {"text": "“It was never safe to drive over,” Ana Brandt said.", "outlet": "Courier"},
        ...     {"text": "“It was never safe to drive over,” said Ana Brandt. Osei denied it.", "outlet": "Post"},
        ... ]
        >>> found = tally(news)
        >>> [(one.name, one.counts.claims) for one in found.quoted], found.total.repeats
        ([('Ana Brandt', 1), ('Osei', 1)], 1)
    """
    if isinstance(articles, str):
        raise TypeError("articles must be several, not one string")
    if jobs < 1:
        raise ValueError(f"jobs must be 1 or more, not {jobs}")
    find = partial(_notes, language=language, scope=Scope(scope), nested=nested, known=tuple(known))
    counting = Counting()
    for each, notes in spread(find, map(article, articles), jobs=jobs, size=_size):
        counting.add(each, notes)
    return counting.tally()


def _size(each: Article) -> int:
    return len(each.text)


def _notes(each: Article, **settings: Any) -> tuple[Article, tuple[Note, ...]]:  # noqa: ANN401  # of `extract`
    return attrs.evolve(each, text=""), noted(extract(each.text, **settings))


class Counting:
    """What has been counted so far. Memory grows with the number of different speakers and quotations."""

    def __init__(self) -> None:
        self._total = _Cell()
        self._outlets: dict[str, _Cell] = {}
        self._days: dict[str, _Cell] = {}
        self._who: dict[Key, Who] = {}
        self._quoted: dict[Key, _Cell] = {}
        self._places: dict[str, tuple[Note, list[str]]] = {}

    def add(self, each: Article, notes: Iterable[Note]) -> None:
        """Counts an article's claims."""
        notes = tuple(notes)
        for cell in self._cells(each):
            cell.add(notes)
        groups: dict[Key, list[Note]] = {}
        for note in notes:
            if note.who is not None:
                self._meet(note.who)
                groups.setdefault(note.who.key, []).append(note)
        for key, said in groups.items():
            self._quoted.setdefault(key, _Cell()).add(said)
        for note in notes:
            if note.words:
                _, places = self._places.setdefault(note.words, (note, []))
                name = each.name if each.name is not None else str(self._total.articles)
                if name not in places[-1:]:
                    places.append(name)

    def tally(self) -> Tally:
        """What was counted."""
        quoted = [Quoted(*who, counts=self._quoted[key].counts(self._who)) for key, who in self._who.items()]
        repeated = [
            Repeated(note.text, note.who and note.who.name, tuple(places))
            for note, places in self._places.values()
            if len(places) > 1
        ]
        return Tally(
            self._total.counts(self._who),
            tuple(sorted(quoted, key=lambda one: (-one.counts.claims, one.name))),
            {name: cell.counts(self._who) for name, cell in sorted(self._outlets.items())},
            {name: cell.counts(self._who) for name, cell in sorted(self._days.items())},
            tuple(sorted(repeated, key=lambda one: -len(one.articles))),
        )

    def _cells(self, each: Article) -> Iterator["_Cell"]:
        yield self._total
        if each.outlet is not None:
            yield self._outlets.setdefault(str(each.outlet), _Cell())
        if each.day is not None:
            yield self._days.setdefault(each.day, _Cell())

    def _meet(self, who: Who) -> None:
        """Keeps who was met first under a name, with the first gender that is shown."""
        met = self._who.setdefault(who.key, who)
        if met.gender is None and who.gender is not None:
            self._who[who.key] = met._replace(gender=who.gender)


class _Cell:
    """The claims of one row of a table."""

    def __init__(self) -> None:
        self.articles = 0
        self._repeats = 0
        self._seen: set[str] = set()
        self._counted: Counter[tuple[Key | None, Kind, Realis, bool]] = Counter()

    def add(self, notes: Iterable[Note]) -> None:
        self.articles += 1
        for note in notes:
            if note.words and note.words in self._seen:
                self._repeats += 1
                continue
            self._seen.add(note.words)
            self._counted[note.who and note.who.key, note.kind, note.realis, note.anonymous] += 1

    def counts(self, known: Mapping[Key, Who]) -> Counts:
        kinds, realis = Counter[Kind](), Counter[Realis]()
        speakers, genders = Counter[SpeakerKind | None](), Counter[Gender | None]()
        anonymous = 0
        for (key, kind, real, hidden), count in self._counted.items():
            who = None if key is None else known[key]
            kinds[kind] += count
            realis[real] += count
            speakers[who and who.kind] += count
            if who is not None and who.kind is SpeakerKind.PERSON:
                genders[who.gender] += count
            anonymous += count * hidden
        claims = self._counted.total()
        return Counts(self.articles, claims, self._repeats, kinds, realis, speakers, genders, anonymous)
