"""Later names: somebody who was only described at first gets the name that the text gives afterwards."""

from bisect import bisect_left
from collections.abc import Iterator

import attrs

from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.cast import Occurrence
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.sieves.scene import Scene, Verdict

COMMA, DET, WHO = LETTER["COMMA"], LETTER["DET"], LETTER["WHO"]
CLAUSE = 12  # tokens of a relative clause that are compared


def name_later(scene: Scene) -> None:
    """Replaces those who are named later in the scene's verdicts by whom they turn out to be.

    The text says so with the same noun beside the name ("the spokeswoman, Andrea Conti,") or with the same relative
    clause ("the officer who led the search", "Sgt. Ruth Adler, who led the search,").
    """
    described: dict[Entity, bool] = {}  # with whether nobody else is told by the noun
    for entities in scene.described.values():
        only = sum([not entity.plural for entity in entities]) == 1
        described.update([(entity, only) for entity in entities if _may_be_named(entity)])
    named = _by_key(scene) if described else {}
    if not named:
        return
    same = {
        one: found for one, only in described.items() if (found := _named(scene, one, named, only=only)) is not None
    }
    for entity, found in same.items():
        found.spans |= entity.spans
        found.gender = found.gender or entity.gender
        for role, text in entity.roles.items():
            found.roles.setdefault(role, text)
    if same:
        scene.verdicts[:] = [(name, _renamed(verdict, same)) for name, verdict in scene.verdicts]


def _may_be_named(entity: Entity) -> bool:
    return entity.kind is PERSON and not entity.plural and entity.owner is None and bool(entity.spans)


def _by_key(scene: Scene) -> dict[str, list[Occurrence]]:
    """The names by what a description may have in common with them."""
    letters = scene.shape.letters
    named: dict[str, list[Occurrence]] = {}
    for occurrence in scene.cast.occurrences:
        if letters[occurrence.first - 1] == COMMA or letters[occurrence.last : occurrence.last + 1] == COMMA:
            for key in _keys(scene, occurrence):
                named.setdefault(key, []).append(occurrence)
    return named


def _keys(scene: Scene, occurrence: Occurrence) -> Iterator[str]:
    """The noun before a name and the relative clause after it, by which a description may agree with the name."""
    shape, first, last = scene.shape, occurrence.first, occurrence.last
    entity = occurrence.entity
    if entity is None or not entity.may_be_person() or scene.first_named.get(entity) != first:
        return
    if first > 2 and shape.letters[first - 1] == COMMA and shape.letters[first - 3] == DET:  # noqa: PLR2004
        yield shape.word(first - 2).lower()
    if shape.letters[last : last + 2] == COMMA + WHO:
        yield _clause(scene, last + 2, shape.letters.find(COMMA, last + 2, last + CLAUSE))


def _clause(scene: Scene, first: int, last: int) -> str:
    return WHO + " ".join(scene.shape.word(at) for at in range(first, last)) if last > first else ""


def _named(scene: Scene, entity: Entity, named: dict[str, list[Occurrence]], *, only: bool) -> Entity | None:
    """The one whose name comes later with a description’s clause, or its noun if nobody else has it."""
    shape, (start, end) = scene.shape, min(entity.spans)
    first, last = bisect_left(shape.starts, start), bisect_left(shape.ends, end) + 1
    who = shape.letters.find(WHO, first, last)
    keys = [_clause(scene, who + 1, last)] if who > 0 else []
    if only:
        keys.append(entity.head)
    found = {o.entity for key in keys if key for o in named.get(key, ()) if o.first > last and o.entity is not None}
    found = {one for one in found if one.fits(entity.gender) and entity.fits(one.gender)}
    return found.pop() if len(found) == 1 else None


def _renamed(verdict: Verdict, same: dict[Entity, Entity]) -> Verdict:
    entity = verdict.entity
    if entity is None or entity not in same:
        return verdict
    candidates = tuple(dict.fromkeys(same.get(one, one) for one in verdict.candidates))
    return attrs.evolve(verdict, entity=same[entity], candidates=candidates)
