"""Resolution: the speaker behind each draft's source."""

import re
from collections.abc import Mapping, Sequence

from quoteattr.attribution.anaphora import Anaphora, anaphora
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.floating import LONELY
from quoteattr.claim import Circumstance, Known, Resolution, Speaker
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import DET, LETTER, PLURAL
from quoteattr.speakers.anonymity import anonymity_of
from quoteattr.speakers.cast.builder import CastBuilder
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.cast.evidence import Evidence
from quoteattr.speakers.circumstances import Settings, subject_of
from quoteattr.speakers.phrases.kinds import AUTHOR, PERSON
from quoteattr.speakers.phrases.readers import readers_of
from quoteattr.speakers.sieves.documents import issued
from quoteattr.speakers.sieves.names import office
from quoteattr.speakers.sieves.position import SAYING
from quoteattr.speakers.sieves.question import Question, Turn, Verdict
from quoteattr.speakers.sieves.salience import FIRST, quoted
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.table import SIEVES_FOR, SieveName
from quoteattr.speakers.sieves.topics import follow
from quoteattr.speakers.sieves.untagged import untagged
from quoteattr.text.span import Span

NOBODY = Verdict(None)
ELIDED, FLOATING = str(SieveName.ELIDED_SUBJECT), str(SieveName.FLOATING_QUOTATION)
UNTAGGED = str(SieveName.UNTAGGED)
MOST_CANDIDATES = 8
WORD = re.compile(r"\w+")
OWNING = frozenset(LETTER[name] for name in ("DET", "POSS", "HER", "GEN"))  # without one a noun may be a name: "Hale"
ASKING = frozenset([LETTER["PRO"], DET])  # what begins a source that may mean whom a sentence is about


def resolve(shape: Shape, drafts: Sequence[Draft], grammar: Grammar, known: Sequence[Known] = ()) -> Sequence[Draft]:
    """Settles the speaker of each draft, and the circumstances that another sentence tells of it.

    Args:
        shape: The text's shape.
        drafts: The drafts in text order, parents before what stands in their content.
        grammar: The language's grammar.
        known: Whom the caller knows of.

    Returns:
        The drafts without those whose source is a thing that is the subject of another verb: in "The win led a clerk to
        declare it over" no win declares anything.
    """
    if not any(draft.source for draft in drafts):
        return drafts
    scene = _scene(shape, drafts, grammar, known)
    told = _decided(scene, anaphora(shape, engine_of(grammar).circumstances))
    speakers: dict[Entity, Speaker] = {}
    entities = [verdict.entity for _, verdict in scene.verdicts]
    things = {verdict.entity for name, verdict in scene.verdicts if name == SieveName.NEUTER_IT}
    for draft, entity in zip(drafts, entities, strict=True):
        if entity is not None and entity.kind is None and entity not in things and _sounds_single(scene, draft, entity):
            entity.kind = PERSON
    kept = anonymity_of(grammar.language).kept_back(drafts, entities)
    for draft, (name, verdict), anonymous in zip(drafts, scene.verdicts, kept, strict=True):
        _settle(draft, speakers, name, verdict)
        draft.anonymous = anonymous
    for index, circumstances in told.items():
        both = (*drafts[index].circumstances, *circumstances)
        drafts[index].circumstances = tuple(sorted(both, key=lambda each: each.start))
    left_out = list(map(_is_thing, drafts, entities))
    return _without(drafts, left_out) if any(left_out) else drafts


def _is_thing(draft: Draft, entity: Entity | None) -> bool:
    """Whether a source is a single thing that is the subject of another verb; a plural may be of people."""
    if draft.source is None or not draft.inherited or entity is None or not entity.is_thing():
        return False
    letters = draft.shape.letters[slice(*draft.source)]
    return PLURAL not in letters and not OWNING.isdisjoint(letters)


def _sounds_single(scene: Scene, draft: Draft, entity: Entity) -> bool:
    """Whether a name alone is of one who says "I" in marks, or stands beside the verb of a quotation without "we"."""
    if draft.source is None or not entity.named or len(entity.words) > 1 or entity.place:
        return False
    shape, (first, last) = draft.shape, draft.source
    opening = [(start, start + 1) for start, _ in draft.content]
    words = [word for text in quoted(shape, opening) for word in WORD.findall(text.lower())]
    told = {found.number for word in words if (found := scene.words.pronouns.get(word)) and found.person == FIRST}
    tagged = not SAYING.isdisjoint((shape.letters[first - 1], shape.letters[last]))
    return "s" in told or (bool(words) and not told and tagged)


def _without(drafts: Sequence[Draft], left_out: Sequence[bool]) -> list[Draft]:
    """Some of the drafts; what stands in the content of one that is left out has that one's parent."""
    kept: list[Draft] = []
    places: list[int | None] = []
    for draft, out in zip(drafts, left_out, strict=True):
        parent = None if draft.parent is None else places[draft.parent]
        places.append(parent if out else len(kept))
        if not out:
            draft.parent = parent
            kept.append(draft)
    return kept


def _decided(scene: Scene, anaphora: Sequence[Anaphora]) -> Mapping[int, tuple[Circumstance, ...]]:
    """Resolves all drafts, and the subject of each anaphoric sentence in its place; returns what those tell."""
    asked: list[tuple[Anaphora, Entity | None]] = []
    outer = 0
    for index, draft in enumerate(scene.drafts):
        if draft.parent is None:
            while len(asked) < len(anaphora) and anaphora[len(asked)].at <= _token(scene, index):
                asked.append((anaphora[len(asked)], subject_of(anaphora[len(asked)], scene, outer)))
            outer = index
        if draft.source is not None and draft.shape.letters[draft.source[0]] in ASKING:
            follow(scene, outer, _token(scene, index))
        scene.verdicts.append(_resolve(scene, index, draft))
        if draft.cue is not None:
            issued(scene, draft, scene.verdicts[-1][1].entity)
    asked += [(each, subject_of(each, scene, outer)) for each in anaphora[len(asked) :]]
    if not asked:
        return {}
    return Settings(scene.shape, scene.drafts, [verdict.entity for _, verdict in scene.verdicts], asked).told()


def _scene(shape: Shape, drafts: Sequence[Draft], grammar: Grammar, known: Sequence[Known]) -> Scene:
    readers = readers_of(grammar.language)
    cast = CastBuilder(readers, known).build(shape)
    Evidence(readers, cast).gather(shape)
    return Scene(readers, shape, drafts, cast, SIEVES_FOR, anonymity_of(grammar.language).is_kept)


def _resolve(scene: Scene, index: int, draft: Draft) -> tuple[str, Verdict]:
    source, inside = draft.source, draft.shape is not scene.shape
    if source is None:
        if draft.pattern is not LONELY or inside:
            return "", NOBODY
        name, verdict = UNTAGGED, untagged(scene, index)
    else:
        name, verdict = _asked(scene, index, draft, source)
    if verdict.entity is not None and not inside:
        scene.turns.append(Turn(draft.first if source is None else source[0], verdict.entity, index))
        if source is not None:
            scene.subjects.setdefault(source[0], verdict.entity)
    return name, verdict


def _asked(scene: Scene, index: int, draft: Draft, source: Range) -> tuple[str, Verdict]:
    """What is decided for a source, once for all drafts that share it."""
    before = scene.asked.setdefault((id(draft.shape), source), index)
    name, verdict = (ELIDED, scene.verdicts[before][1]) if before != index else _decide(scene, index, draft, source)
    if draft.cue is not None or not name:
        return name, verdict
    entity, words = verdict.entity, scene.words
    placed = entity is not None and any(entity.name in several for several in (words.places, words.nations))
    if placed or (entity is not None and entity.kind is AUTHOR):  # a place, or "we" of words in marks not read as such
        return UNTAGGED, untagged(scene, index)
    return FLOATING, verdict


def _decide(scene: Scene, index: int, draft: Draft, source: Range) -> tuple[str, Verdict]:
    """What the sieves decide for a source."""
    holder = office(scene, draft.shape, *source)
    if holder is not None:
        return str(SieveName.TRANSCRIPT), Verdict.sure(holder)
    mention = scene.reader.read(draft.shape, *source)
    if mention is None:
        return "", NOBODY
    inside = draft.shape is not scene.shape
    token = _token(scene, index) if inside else source[0]
    return scene.decide(Question(mention, index, token, inside=inside, excluded=() if inside else draft.content))


def _token(scene: Scene, index: int) -> int:
    """Where a draft's source stands in the text's shape: inside a quotation, where that begins."""
    draft = scene.drafts[index]
    while draft.shape is not scene.shape and draft.parent is not None:
        draft = scene.drafts[draft.parent]
    source = draft.source
    return draft.first if source is None else source[0]


def _settle(draft: Draft, speakers: dict[Entity, Speaker], name: str, verdict: Verdict) -> None:
    entity, stood = verdict.entity, verdict.candidates
    if entity is not None:
        draft.speaker = speakers.get(entity)
        if draft.speaker is None:
            draft.speaker = speakers[entity] = _speaker(draft.shape, entity)
    if name:
        draft.resolution = Resolution(name, tuple([one.name for one in stood[:MOST_CANDIDATES]]))


def _speaker(shape: Shape, entity: Entity) -> Speaker:
    text, titles, roles = shape.text, entity.titles, entity.roles
    return Speaker(
        entity.name,
        kind=entity.kind or entity.likely_kind(),
        aliases=tuple(entity.aliases),
        titles=tuple(titles),
        mentions=tuple([Span(start, end, text[start:end]) for start, end in sorted(entity.spans)]),
        roles=tuple(dict.fromkeys([role for role in roles.values() if role and role not in titles])) if roles else (),
        gender=GENDER_OF.get(entity.gender),
        nation=entity.nation or None,
        affiliation=entity.affiliation.name if entity.affiliation else None,
        identifier=entity.identifier,
        named=entity.named,
        author=entity.author or None,
    )
