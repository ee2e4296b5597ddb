"""Putting a cast together: which names of a text are whose."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from quoteattr.claim import Known
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import AUXILIARIES, COMMA, LETTER, NUM
from quoteattr.speakers.cast.cast import Cast, Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.known import KnownPeople, overlapping
from quoteattr.speakers.cast.linking import NameIndex
from quoteattr.speakers.cast.namesakes import parted
from quoteattr.speakers.cast.surnames import with_surnames
from quoteattr.speakers.phrases.kinds import ORGANISATION
from quoteattr.speakers.phrases.name import Name
from quoteattr.speakers.phrases.readers import Readers

OPENING: Final = frozenset(LETTER[name] for name in ("END", "PARA", "COLON", "DASH", "LPAR"))
ACTING: Final = AUXILIARIES | frozenset(LETTER[name] for name in ("VED", "SAID", "SAYS"))
AHEAD: Final = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "ADJ", "GEN"))
NOUNS: Final = frozenset(LETTER[name] for name in ("NOUN", "NV", "PLURAL", "MEDIUM"))
AGE: Final = COMMA + NUM + COMMA
SETTLED: Final = 2  # bare surnames after which a text keeps to one bearer
CALLED: Final = 2  # parts in a text of a relative of somebody who is called by a given name alone more often
TOGETHER: Final = 12  # tokens within which two are named together
NEAR: Final = 80  # tokens within which the fuller name of one makes a shared surname his


class CastBuilder:
    """Puts a text's cast together.

    Args:
        readers: What reads words, names and noun phrases of the language.
        known: Whom the caller knows of.
    """

    def __init__(self, readers: Readers, known: Sequence[Known] = ()) -> None:
        self._words, self._finder = readers.words, readers.runs
        self._known = KnownPeople(known) if known else None

    def build(self, shape: Shape) -> Cast:
        """The cast of a shape."""
        occurrences = _without_numbered(shape, _without_openers(shape, self._occurrences(shape)))
        index = NameIndex(self._words)
        entities: dict[Entity, None] = {}
        if self._people(shape, occurrences, index, entities):
            _settle(occurrences, self._kin(shape, occurrences))
        return Cast(occurrences, index, entities)

    def _kin(self, shape: Shape, occurrences: Iterable[Occurrence]) -> set[Entity | None]:
        """Those whom the text brings in as somebody's relatives, and who do nothing there: "his wife | Ana Hale"."""
        nouns, letters = self._words.sets["roles", "kin"], shape.letters
        full = [one for one in occurrences if one.name.full]
        brought = {one.entity for one in full if shape.word(one.first - 1).lower() in nouns}
        called = Counter(one.entity for one in occurrences if one.name.given and not one.name.full)
        brought -= {entity for entity in brought if called[entity] > CALLED}
        return brought - {one.entity for one in full if letters[one.last] in ACTING}

    def _occurrences(self, shape: Shape) -> list[Occurrence]:
        """Every name where it stands; a known person's may hold words of any kind."""
        runs = self._runs(shape)
        if self._known is None:
            return runs
        places = dict(self._known.places(shape))
        if not places:
            return runs
        read = [(one.first, one.last) for one in runs if self._known.entity(one.name) is not None]
        listed = places.keys() - overlapping(places, read)
        lost = overlapping([(one.first, one.last) for one in runs], listed)
        found = [one for one in runs if (one.first, one.last) not in lost]
        found += [Occurrence(*place, places[place], listed=True) for place in listed]
        return sorted(found, key=lambda one: one.first)

    def _runs(self, shape: Shape) -> list[Occurrence]:
        runs = self._finder.runs(shape)
        named = zip(runs, self._finder.names(shape, runs), strict=True)
        return [Occurrence(first, last, name) for (first, last), name in with_surnames(self._words, shape, list(named))]

    def _people(
        self, shape: Shape, occurrences: list[Occurrence], index: NameIndex, entities: dict[Entity, None]
    ) -> bool:
        """Gives each name its entity, the fullest names first; tells whether several share one."""
        shared = False
        longer: dict[Entity, list[Occurrence]] = {}
        for same in _by_form(occurrences):
            name = _best(same)
            found = self._meant(shape, index, same, longer)
            if not found and name.kind is ORGANISATION and (several := parted(self._words, shape, same)):
                shared = True
                entities.update(dict.fromkeys(several))
                continue
            if not found:
                found = (Entity(name.text, name.words, place=name.place),)
                longer[found[0]] = same
            if len(found) > 1:
                shared = True
                for occurrence in same:
                    occurrence.candidates = found
                continue
            entity = found[0]
            index.put(entity, name)
            entities[entity] = None
            borne = None
            for occurrence in same:
                occurrence.candidates, occurrence.entity = found, entity
                if occurrence.name is not borne:
                    borne = occurrence.name
                    entity.bear(borne)
        return shared

    def _meant(
        self, shape: Shape, index: NameIndex, same: Sequence[Occurrence], longer: Mapping[Entity, Sequence[Occurrence]]
    ) -> tuple[Entity, ...]:
        """Those who have a fuller name that a name may be a form of, or whom the caller knows by it."""
        name = _best(same)
        known = self._known.entity(name) if self._known is not None else None
        found = (known,) if known else index.candidates(name)
        return found if len(found) != 1 or _is_short(shape, same, longer.get(found[0], ())) else ()


def _is_short(shape: Shape, same: Sequence[Occurrence], longer: Sequence[Occurrence]) -> bool:
    """Whether a word alone may be short for a longer name: "Krell" is not for "its yearly Camp Krell fair"."""
    name, full = same[0].name, longer[0].name if longer else None
    if full is None or name.full or name.title or full.kind is not None or full.given or full.title:
        return True
    letters = shape.letters
    only_before = all(letters[one.first - 1] in AHEAD and letters[one.last] in NOUNS for one in longer)
    return not only_before or same[0].first > longer[0].first or len(same) <= len(longer)


def _by_form(occurrences: Iterable[Occurrence]) -> list[list[Occurrence]]:
    """The names gathered by form, the longest form first; a surname once for each kind of title, without one first."""
    forms: dict[tuple[tuple[str, ...], str], list[Occurrence]] = {}
    for occurrence in occurrences:
        name = occurrence.name
        if not name.nominal:
            key = name.form
            same = forms.get(key)
            if same is None:
                forms[key] = [occurrence]
            else:
                same.append(occurrence)
    return sorted(forms.values(), key=_rank)


def _rank(same: Sequence[Occurrence]) -> tuple[int, bool]:
    name = same[0].name
    return -len(name.words), bool(name.title)


def _without_openers(shape: Shape, occurrences: list[Occurrence]) -> list[Occurrence]:
    """The names but for single words that nothing but a sentence's start makes look like one: "Significantly, ..."."""
    letters = shape.letters
    lone = {o.first for o in occurrences if o.last - o.first == 1 and letters[o.first - 1] in OPENING}
    # but for "Hale | was late", "Hale| , 42, was late"
    lone = {at for at in lone if letters[at + 1] not in ACTING and not letters.startswith(AGE, at + 1)}
    doubtful = {o.first: o.name.words[0] for o in occurrences if o.first in lone and not (_telling(o.name) or o.listed)}
    if not doubtful:
        return occurrences
    inner = set(doubtful.values())
    inner.intersection_update([word for o in occurrences if o.first not in lone for word in o.name.words])
    return [o for o in occurrences if o.first not in doubtful or doubtful[o.first] in inner]


def _without_numbered(shape: Shape, occurrences: list[Occurrence]) -> list[Occurrence]:
    """The names but for single words that have a number behind them wherever they stand: "Terminal 1"."""
    numbered = [shape.letters[o.last] == NUM and o.last - o.first == 1 and not o.name.kind for o in occurrences]
    if not any(numbered):
        return occurrences
    named = {word for o, one in zip(occurrences, numbered, strict=True) if not one for word in o.name.words}
    return [o for o, one in zip(occurrences, numbered, strict=True) if not one or o.name.words[0] in named]


def _telling(name: Name) -> bool:
    """Whether a word alone shows that it is a name."""
    return name.kind is not None or name.nominal or name.given or sum(map(str.isupper, name.text)) > 1


def _best(same: Sequence[Occurrence]) -> Name:
    """The form that is not all in capitals, where there is one, and that a title stands before."""
    best = same[0].name
    for occurrence in same:
        if occurrence.name.rank < best.rank:
            best = occurrence.name
    return best


def _settle(occurrences: Sequence[Occurrence], kin: set[Entity | None]) -> None:
    """Gives a surname that several share to the one whom the text makes salient, else to nobody.

    Who was called by a given name alone so far ("his wife, Carol") does not contest it, nor do somebody's relatives.
    """
    seen: dict[Entity, int] = {}
    short: dict[str, list[Entity]] = {}
    for occurrence in occurrences:
        name = occurrence.name
        if occurrence.entity is not None:
            if name.words[-1] == occurrence.entity.words[-1] or occurrence.entity in seen:
                seen[occurrence.entity] = occurrence.first
        elif len(occurrence.candidates) > 1:
            met = [e for e in occurrence.candidates if e in seen]
            met = [e for e in met if e not in kin] or met
            floor = min(occurrence.first - NEAR, max((seen[e] for e in met), default=0) - TOGETHER)
            near = [e for e in met if seen[e] >= floor]
            used = short.setdefault(name.words[-1], [])
            held = used[0] if used else None
            if held in met and (len(used) >= SETTLED or not any(e is not held for e in near)):
                chosen = held
            elif held is None and len(near or met) == 1:
                chosen = (near or met)[0]
            else:
                continue
            occurrence.assign(chosen)
            used.append(chosen)
            seen[chosen] = occurrence.first
