"""The sieve for epithets: a definite description of somebody just named, told by trade, origin or belief."""

from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.phrases.kinds import PERSON
from quoteattr.speakers.phrases.nominals import Nominal
from quoteattr.speakers.phrases.runs import WINDOW
from quoteattr.speakers.sieves.pronouns import subject_of
from quoteattr.speakers.sieves.scene import Question, Scene, Verdict

NAME, PARA = LETTER["NAME"], LETTER["PARA"]


def epithet(scene: Scene, question: Question) -> Verdict | None:
    """A trade, origin or belief that the text tells of nobody is that of the one person of its paragraph."""
    nominal = question.definite()
    if nominal is None or question.inside or not _telling(scene, question, nominal):
        return None
    entity = _only(scene, question)
    if entity is None or not entity.named or not entity.may_be_person() or not entity.fits(nominal.gender):
        return None
    nation = _nation(scene, nominal)
    if entity.place or (nation and entity.nation not in ("", nation)):
        return None
    if not nation and any(entity.roles):
        return None
    entity.kind = PERSON
    entity.nation = entity.nation or nation
    scene.learn(entity, nominal.role, question.mention.text)
    return Verdict.sure(entity)


def _telling(scene: Scene, question: Question, nominal: Nominal) -> bool:
    """Whether a description is a plain noun of what somebody is, new in the text so far back as names are sought."""
    mention = question.mention
    shape, head = mention.shape, nominal.core[1] - 1
    if nominal.plural or nominal.owner is not None or mention.last != nominal.core[1]:
        return False
    if nominal.head not in scene.words.sets["roles", "traits"] and not _nation(scene, nominal):
        return False
    if any(
        shape.letters[at] == NAME and shape.word(at) not in scene.words.nations for at in range(mention.first, head)
    ):
        return False
    start = shape.starts[mention.first]
    return shape.word(head).lower() not in shape.text[max(0, start - WINDOW) : start].lower()


def _nation(scene: Scene, nominal: Nominal) -> str:
    """The nation that a head tells: "the Brazilian"."""
    return scene.words.nations.get(nominal.head.capitalize(), "")


def _only(scene: Scene, question: Question) -> Entity | None:
    """Who alone has spoken in a question's paragraph, or is the subject of the sentence before."""
    shape = scene.shape
    start = shape.letters.rfind(PARA, 0, question.token) + 1
    spoken = {turn.entity for turn in scene.recent(4) if start <= turn.token < question.token}
    if spoken:
        return spoken.pop() if len(spoken) == 1 else None
    before = shape.sentence_start(question.token) - 1
    return subject_of(scene, question, shape.sentence_start(before)) if before > start else None
