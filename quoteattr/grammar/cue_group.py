"""A cue group: the words around one that attributes, such as "has not said"."""

from quoteattr.grammar.expression import Expression
from quoteattr.language.lemma import Part

PARTS = {
    "predicate": Part.PREDICATE,
    "other": Part.OTHER,
    "mark": Part.OTHER,
    "signature": Part.OTHER,
    "noun": Part.NOUN,
}


class CueGroup:
    """A form of cue group: the words around one that attributes.

    Args:
        name: The form.
        regex: The pattern of the words, leftwards from the one that attributes.
        frames: The frames that it goes with; empty for all.
        doubtful: Whether the next form that fits is tried too, where this one gives no claim.

    Attributes:
        part: What part of speech attributes in it.
    """

    __slots__ = ("doubtful", "frames", "name", "part", "regex")

    def __init__(self, name: str, regex: Expression, frames: frozenset[str], *, doubtful: bool = False) -> None:
        self.name, self.regex, self.frames, self.doubtful = name, regex, frames, doubtful
        self.part = PARTS.get(name, Part.VERB)
