"""The sieve for dialogue: lines without a tag alternate between two."""

from quoteattr.speakers.entities import Entity
from quoteattr.speakers.scene import Scene, Verdict

TWO = 2


def dialogue(scene: Scene, index: int) -> Verdict:
    """A line without a tag is the speaker's of the line but one before; of one who speaks alone it is more.

    Args:
        scene: The scene.
        index: Index of the line's draft.
    """
    lines = _lines(scene, index)
    if len(lines) < TWO or None in lines:
        return Verdict(None, tuple(entity for entity in lines if entity is not None))
    last, other = lines
    return Verdict(other, tuple(entity for entity in dict.fromkeys((other, last)) if entity is not None))


def _lines(scene: Scene, index: int) -> list[Entity | None]:
    """Who spoke the two lines before, the nearest first."""
    found: list[Entity | None] = []
    for at in range(index - 1, -1, -1):
        draft = scene.drafts[at]
        if draft.shape is scene.shape and draft.reading.content[0][0] in scene.shape.quotations:
            found.append(scene.verdicts[at][1].entity)
            if len(found) == TWO:
                break
    return found
