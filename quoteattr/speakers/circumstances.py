"""Settings: circumstances told in a sentence of their own, given to the claims that it refers to."""

from collections.abc import Mapping, Sequence

from quoteattr.attribution.anaphora import Anaphora
from quoteattr.attribution.circumstance_pattern import Reach
from quoteattr.attribution.draft import Draft
from quoteattr.claim import Circumstance
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import END
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.sieves.question import Question
from quoteattr.speakers.sieves.scene import Scene

NEAR = 3  # how many sentences may end between an anaphoric sentence and the first claim, and between two claims
OTHERS = 3  # how many claims by others may stand between


class Settings:
    """Gives the circumstances of anaphoric sentences to claims, once their speakers are known.

    Args:
        shape: The text's shape.
        drafts: All drafts.
        speakers: Whom each draft was resolved to.
        asked: The anaphoric sentences in text order, each with whom its subject means.
    """

    __slots__ = ("asked", "drafts", "shape", "speakers")

    def __init__(
        self,
        shape: Shape,
        drafts: Sequence[Draft],
        speakers: Sequence[Entity | None],
        asked: Sequence[tuple[Anaphora, Entity | None]],
    ) -> None:
        self.shape, self.drafts, self.speakers, self.asked = shape, drafts, speakers, asked

    def told(self) -> Mapping[int, tuple[Circumstance, ...]]:
        """The circumstances that anaphoric sentences tell, by the index of the draft that they belong to."""
        outer = [index for index, draft in enumerate(self.drafts) if draft.parent is None]
        outer = [index for index in outer if self.drafts[index].shape is self.shape]
        starts = [(self.drafts[index].first, index) for index in outer]
        found: dict[int, tuple[Circumstance, ...]] = {}
        for anaphora, subject in self.asked:
            if anaphora.subject is None or subject is not None:
                for index in self._run(anaphora, subject, starts):
                    found[index] = (*found.get(index, ()), *anaphora.circumstances)
        return found

    def _run(self, anaphora: Anaphora, subject: Entity | None, starts: Sequence[tuple[int, int]]) -> list[int]:
        """The claims that a sentence refers to, of those that start at tokens; none where it is somebody's words."""
        before = [index for start, index in starts if start < anaphora.at][::-1]
        if any(first <= anaphora.at < last for index in before for first, last in self.drafts[index].content):
            return []
        after = [index for start, index in starts if start >= anaphora.at]
        match anaphora.reach:
            case Reach.BEFORE:
                return self._gathered(anaphora, subject, before, OTHERS)
            case Reach.AFTER:
                return self._gathered(anaphora, subject, after)
        return self._gathered(anaphora, subject, before) or self._gathered(anaphora, subject, after)

    def _gathered(self, anaphora: Anaphora, subject: Entity | None, order: Sequence[int], others: int = 0) -> list[int]:
        """One speaker's claims that follow each other, the nearest to the sentence first."""
        found: list[int] = []
        here = (anaphora.at, anaphora.at)
        for index in order:
            there, speaker = self._range(index), self.speakers[index]
            if self._apart(here, there):
                break
            if subject is None:
                subject = speaker
            if speaker is subject:
                found.append(index)
                here = there
                if speaker is None:
                    break
            elif found or not others:
                break
            else:
                others -= 1
        return found

    def _apart(self, here: Range, there: Range) -> bool:
        """Whether too much stands between two ranges of tokens, or a sentence that tells of the claims beyond it."""
        (_, first), (last, _) = sorted((here, there))
        if self.shape.letters.count(END, first, last) > NEAR:
            return True
        return here[0] != here[1] and any(first <= anaphora.at < last for anaphora, _ in self.asked)

    def _range(self, index: int) -> Range:
        """A draft's first token and the token just past it."""
        draft = self.drafts[index]
        last = max(last for _, last in draft.content)
        return draft.first, max(last, draft.cue.last) if draft.cue else last


def subject_of(anaphora: Anaphora, scene: Scene, index: int) -> Entity | None:
    """Whom the subject of an anaphoric sentence means, asked after an outermost draft; None where it has none."""
    if anaphora.subject is None:
        return None
    mention = scene.reader.read(scene.shape, *anaphora.subject)
    if mention is None:
        return None
    _, verdict = scene.decide(Question(mention, index, anaphora.subject[0], inside=False))
    return verdict.entity
