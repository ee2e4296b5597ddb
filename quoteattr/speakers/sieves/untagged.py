"""The sieve for quotations of which nothing in the grammar tells who says them."""

from quoteattr.grammar.wordclass import END, PARA
from quoteattr.language.lemma import Part
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.cast.mention import Mention
from quoteattr.speakers.phrases.kinds import AUTHOR, PERSON
from quoteattr.speakers.sieves.question import Question, Verdict
from quoteattr.speakers.sieves.scene import Scene
from quoteattr.speakers.sieves.subjects import subject_of

TURNS = 4  # how far back somebody may have spoken
PARAGRAPHS = 3  # how many may end since the one who speaks alone has spoken
NEAR = 8  # claims that are looked back at


def untagged(scene: Scene, index: int) -> Verdict:
    """More of whoever spoke right before, or alone near the paragraph; or what a sentence's subject says after it.

    Args:
        scene: The scene.
        index: Index of the quotation's draft.
    """
    letters, first = scene.shape.letters, scene.drafts[index].content[0][0]
    last = len(letters[:first].rstrip(END + PARA))
    asked = Question(Mention(scene.shape, first, first + 1, ""), index, first, inside=False)
    subject = subject_of(scene, asked, scene.shape.sentence_start(last - 1))
    about = subject if subject is not None and subject.kind is PERSON else None
    for before in range(index - 1, max(-1, index - NEAR), -1):
        draft = scene.drafts[before]
        entity = scene.verdicts[before][1].entity
        if draft.shape is scene.shape and draft.content[-1][1] == last and (not entity or entity.kind is not AUTHOR):
            return Verdict(about or entity if draft.cue is not None and draft.cue.entry.part is Part.NOUN else entity)
    start = letters.rfind(PARA, 0, first - 1) + 1
    spoken = _since(scene, start)
    if about is not None and letters[first - 1] != PARA:
        spoken[about] = None
    if not spoken and not scene.cast.within(start, first):
        spoken = _since(scene, letters.rfind(PARA, 0, start - 1) + 1)
    alone = _alone(scene, first) if not spoken else None
    if alone is not None:
        return Verdict.sure(alone)
    return Verdict(next(iter(spoken)) if len(spoken) == 1 else None, tuple(spoken))


def _alone(scene: Scene, first: int) -> Entity | None:
    """The one person who has spoken all the time, and since whom the text names no other."""
    spoken = scene.recent(TURNS)
    entity = spoken[0].entity if len(spoken) == TURNS else None
    if entity is None or entity.kind is not PERSON or not entity.named or any(t.entity is not entity for t in spoken):
        return None
    since = scene.cast.within(spoken[0].token, first)
    others = {one.entity for one in since} - {entity}
    others = {one for one in others if one is None or one.kind is PERSON or (one.kind is None and one in scene.acting)}
    near = scene.shape.letters.count(PARA, spoken[0].token, first) <= PARAGRAPHS
    return entity if near and not others else None


def _since(scene: Scene, start: int) -> dict[Entity, None]:
    """Who has spoken from a token on."""
    near = [turn.entity for turn in scene.recent(TURNS) if turn.token >= start]
    return dict.fromkeys([entity for entity in near if entity.kind is not AUTHOR])
