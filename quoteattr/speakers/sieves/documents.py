"""The sieve for descriptions of documents: whoever made one, or the one that the text names."""

from bisect import bisect_left, bisect_right

from quoteattr.attribution.draft import Draft
from quoteattr.claim import CircumstanceRole
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import DOCUMENT, ORGANISATION, PERSON
from quoteattr.speakers.phrases.nominal import Nominal
from quoteattr.speakers.sieves.bodies import names_in, says_no_more
from quoteattr.speakers.sieves.newcomers import brought_in
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.subjects import subject_of

STATED = 6  # turns after which a statement is no longer meant


def issued(scene: Scene, draft: Draft, entity: Entity | None) -> None:
    """Notes whose a document is that somebody says something in: "Krell said in a statement"."""
    shape = draft.shape
    if entity is None or entity.kind is DOCUMENT or shape is not scene.shape:
        return
    made = draft.cue.entry.lemma if draft.cue is not None and entity.named else ""
    if made in scene.words.sets["documents", "verbs"] and made not in scene.described and made not in scene.papers:
        scene.stated[made] = entity  # "Krell reported that it rained. The report"
    for one in draft.circumstances:
        if one.role is CircumstanceRole.MEDIUM:
            first, last = bisect_right(shape.starts, one.start), bisect_left(shape.starts, one.end)
            mention = scene.reader.read(shape, first, last)
            nominal = mention.nominal if mention is not None and mention.name is None else None
            if nominal is not None and nominal.kind is DOCUMENT and (nominal.owner or not nominal.definite):
                scene.stated[nominal.head] = entity


def document_nominal(scene: Scene, question: Question) -> Verdict | None:
    """A noun for a document means whoever the text says has made it, or the one that the text names: "the report"."""
    nominal = question.mention.nominal
    maker = _maker(scene, question, nominal) if nominal is not None and nominal.kind is DOCUMENT else None
    if nominal is not None and maker is not None:
        scene.papers[nominal.head] = maker
        return Verdict.sure(maker)
    nominal = question.definite()
    if nominal is None or nominal.plural or nominal.kind is not DOCUMENT or nominal.owner is not None:
        return None
    if not says_no_more(scene, nominal):
        return None
    author = scene.papers.get(nominal.head) or _stated(scene, nominal) or _issuer(scene, question, nominal)
    if author is not None:
        return Verdict.sure(author)
    stood = [entity for entity in scene.records if scene.first_named[entity] < question.token]
    if nominal.head not in scene.words.sets["documents", "generic"]:
        stood = [entity for entity in stood if entity.words[-1] == nominal.head]
    return Verdict.sure(stood[0]) if len(stood) == 1 else None


def _stated(scene: Scene, nominal: Nominal) -> Entity | None:
    """Who has said something in a document lately."""
    heads = (nominal.head, *sorted(scene.words.hypernyms.get(nominal.head, ())))
    found = next((scene.stated[one] for one in heads if one in scene.stated), None)
    return found if any(turn.entity is found for turn in scene.recent(STATED)) else None


def _issuer(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """Whom the text tells to have made a document, or the one maker of those that its noun may stand for."""
    first = brought_in(scene, nominal) if question.mention.shape is scene.shape else 0
    if first:  # "Krell issued | a statement. The statement"
        made = scene.shape.word(first - 1).lower() in scene.words.sets["documents", "made"]
        found = subject_of(scene, question, scene.shape.sentence_start(first)) if made else None
        return found if found is not None and found.kind is not DOCUMENT and not found.place else None
    others = [scene.papers[one] for one in scene.words.hypernyms.get(nominal.head, ()) if one in scene.papers]
    return others[0] if len(set(others)) == 1 else None


def _maker(scene: Scene, question: Question, nominal: Nominal) -> Entity | None:
    """The named owner of a document, or the body whose name is before its noun, if no platform: "the Krell report"."""
    sets = scene.words.sets
    hidden = not sets["documents", "hidden"].isdisjoint(nominal.modifiers)
    if hidden or nominal.head in sets["documents", "subjects"]:
        return None
    if nominal.owner is not None:
        maker = scene.ask(question, *nominal.owner)
        if maker is not None and maker.kind is PERSON and nominal.head in sets["documents", "kept"]:
            return None
        return maker if maker is not None and maker.named and not maker.place and maker.kind is not DOCUMENT else None
    named = [one for one in names_in(scene, question, nominal) if not one.name.nominal]
    found = [one.entity for one in named if one.name.text not in scene.words.platforms]
    maker = found[0] if len(found) == 1 else None
    return maker if maker is not None and maker.kind is ORGANISATION and not maker.place else None
