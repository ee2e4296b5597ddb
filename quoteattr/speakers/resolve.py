"""Resolution: the speaker behind each draft's source."""

from collections.abc import Mapping, Sequence

import attrs

from quoteattr.attribution.anaphora import Anaphora, anaphora_of
from quoteattr.attribution.dialogue import LINE
from quoteattr.attribution.draft import Draft
from quoteattr.claim import Circumstance, Known, Resolution, Speaker
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.shape import Shape
from quoteattr.speakers.anonymity import anonymity_of
from quoteattr.speakers.cast.cast import CastBuilder
from quoteattr.speakers.cast.entities import GENDER_OF, Entity
from quoteattr.speakers.cast.evidence import Evidence
from quoteattr.speakers.cast.mentions import MentionReader
from quoteattr.speakers.circumstances import Settings, subject_of
from quoteattr.speakers.phrases.readers import readers_of
from quoteattr.speakers.phrases.runs import Range
from quoteattr.speakers.sieves.dialogue import dialogue
from quoteattr.speakers.sieves.scene import Question, Scene, Turn, Verdict
from quoteattr.speakers.sieves.table import SIEVES_FOR, SieveName
from quoteattr.text.span import Span

NONE, NOBODY = Resolution(), Verdict(None)
ELIDED, FLOATING = str(SieveName.ELIDED_SUBJECT), str(SieveName.FLOATING_QUOTATION)
MOST_CANDIDATES = 8


@attrs.define(eq=False)
class Resolved:
    """Who speaks, and how that was found.

    Args:
        speaker: The speaker; None where nobody or more than one stood.
        resolution: Which sieve decided, and among whom.
        circumstances: What a sentence of its own tells of where and when the claim was made.
        anonymous: Whether the text keeps the source's name back.
    """

    speaker: Speaker | None
    resolution: Resolution = NONE
    circumstances: tuple[Circumstance, ...] = ()
    anonymous: bool = False


def resolve(shape: Shape, drafts: Sequence[Draft], grammar: Grammar, known: Sequence[Known] = ()) -> list[Resolved]:
    """The speaker of each draft.

    Args:
        shape: The text's shape.
        drafts: The drafts in text order, parents before what stands in their content.
        grammar: The language's grammar.
        known: Whom the caller knows of.
    """
    if not any(draft.source for draft in drafts):
        return [Resolved(None) for _ in drafts]
    scene = _scene(shape, drafts, grammar, known)
    told = _decided(scene, anaphora_of(grammar).find(shape))
    speakers: dict[Entity, Speaker] = {}
    found = [_resolved(shape, speakers, name, verdict) for name, verdict in scene.verdicts]
    for index, circumstances in told.items():
        found[index] = attrs.evolve(found[index], circumstances=circumstances)
    kept = anonymity_of(grammar.language).kept_back(drafts, [verdict.entity for _, verdict in scene.verdicts])
    for one, hidden in zip(found, kept, strict=True):
        one.anonymous = hidden
    return found


def _decided(scene: Scene, anaphora: Sequence[Anaphora]) -> Mapping[int, tuple[Circumstance, ...]]:
    """Resolves all drafts, and the subject of each anaphoric sentence in its place; returns what those tell."""
    asked: list[tuple[Anaphora, Entity | None]] = []
    outer = 0
    for index, draft in enumerate(scene.drafts):
        if draft.parent is None:
            while len(asked) < len(anaphora) and anaphora[len(asked)].at <= _token(scene, index):
                asked.append((anaphora[len(asked)], subject_of(anaphora[len(asked)], scene, outer)))
            outer = index
        scene.verdicts.append(_resolve(scene, index, draft))
    asked += [(each, subject_of(each, scene, outer)) for each in anaphora[len(asked) :]]
    if not asked:
        return {}
    return Settings(scene.shape, scene.drafts, [verdict.entity for _, verdict in scene.verdicts], asked).told()


def _scene(shape: Shape, drafts: Sequence[Draft], grammar: Grammar, known: Sequence[Known]) -> Scene:
    readers = readers_of(grammar.language)
    cast = CastBuilder(readers, known).build(shape)
    evidence = Evidence(readers)
    evidence.gather(shape, cast)
    reader = MentionReader(readers, shape, cast)
    return Scene(readers.words, readers.patterns, shape, drafts, cast, reader, SIEVES_FOR, bodies=evidence.bodies)


def _resolve(scene: Scene, index: int, draft: Draft) -> tuple[str, Verdict]:
    source, inside = draft.source, draft.shape is not scene.shape
    if source is None:
        if draft.pattern is not LINE:
            return "", NOBODY
        name, verdict = str(SieveName.DIALOGUE), dialogue(scene, index)
    else:
        name, verdict = _asked(scene, index, draft, source)
    if verdict.entity is not None and not inside:
        scene.turns.append(Turn(draft.first if source is None else source[0], verdict.entity, index))
        if source is not None:
            scene.subjects.setdefault(source[0], verdict.entity)
    return name, verdict


def _asked(scene: Scene, index: int, draft: Draft, source: Range) -> tuple[str, Verdict]:
    """What is decided for a source, once for all drafts that share it."""
    shape = draft.shape
    before = scene.asked.setdefault((id(shape), source), index)
    if before != index:
        return ELIDED if draft.cue is not None else FLOATING, scene.verdicts[before][1]
    mention = scene.reader.read(shape, *source)
    if mention is None:
        return "", NOBODY
    inside = shape is not scene.shape
    token = _token(scene, index) if inside else source[0]
    name, verdict = scene.decide(Question(mention, index, token, inside, () if inside else draft.content))
    return name if draft.cue is not None else FLOATING, verdict


def _token(scene: Scene, index: int) -> int:
    """Where a draft's source stands in the text's shape: inside a quotation, where that begins."""
    draft = scene.drafts[index]
    while draft.shape is not scene.shape and draft.parent is not None:
        draft = scene.drafts[draft.parent]
    if draft.shape is not scene.shape:
        return 0
    source = draft.source
    return draft.first if source is None else source[0]


def _resolved(shape: Shape, speakers: dict[Entity, Speaker], name: str, verdict: Verdict) -> Resolved:
    entity, speaker = verdict.entity, None
    if entity is not None:
        speaker = speakers.get(entity)
        if speaker is None:
            speaker = speakers[entity] = _speaker(shape, entity)
    stood = verdict.candidates
    candidates = (stood[0].name,) if len(stood) == 1 else tuple([one.name for one in stood[:MOST_CANDIDATES]])
    return Resolved(speaker, Resolution(name, candidates) if name else NONE)


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
    )
