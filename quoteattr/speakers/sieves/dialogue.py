"""The sieve for dialogue: lines without a tag alternate between two."""

from quoteattr.grammar.wordclass import LETTER
from quoteattr.speakers.cast.entities import Entity
from quoteattr.speakers.sieves.question import Verdict
from quoteattr.speakers.sieves.scene import Scene

PARA = LETTER["PARA"]
TURNS = 4  # how far back the other may have spoken


def dialogue(scene: Scene, index: int) -> Verdict:
    """A line without a tag is the other’s of the last two that spoke; of one who goes on alone it is more.

    Args:
        scene: The scene.
        index: Index of the line's draft.
    """
    lines = _lines(scene, index)
    last = lines[0] if lines else None
    if last is None:
        return Verdict(None)
    if lines[1:] == [last]:
        return Verdict.sure(last)
    other = lines[1] if len(lines) > 1 else next((t.entity for t in scene.recent(TURNS) if t.entity is not last), None)
    return Verdict(other, (other, last) if other is not None else (last,))


def _lines(scene: Scene, index: int) -> list[Entity | None]:
    """Who spoke the two lines before, the nearest first; the second only where it is the paragraph before."""
    found: list[Entity | None] = []
    shape, paragraph = scene.shape, scene.drafts[index].content[0][0]
    for at in range(index - 1, -1, -1):
        draft = scene.drafts[at]
        first = draft.content[0][0]
        if draft.shape is not shape or first not in shape.quotations or first >= paragraph:
            continue
        between = shape.letters.count(PARA, first, paragraph)
        if between != 1:
            break
        found.append(scene.verdicts[at][1].entity)
        if len(found) > 1:
            break
        paragraph = first
    return found
