"""The cue lexicon's entries."""

from enum import StrEnum
from typing import NamedTuple


class Part(StrEnum):
    """What a cue's first word is."""

    VERB = "lemmas"
    PREDICATE = "predicates"
    NOUN = "nouns"
    OTHER = "others"
    SILENT = "phrases"


class Lemma(NamedTuple):
    """An entry of the cue lexicon: a lemma in one frame.

    Args:
        words: The lemma, particles and prepositions after a space.
        frame: The frame it is read in.
        part: lemmas are verbs; predicates attribute after a form of "be"; nouns have a plural; others stay as they are.
    """

    words: str
    frame: str
    part: Part = Part.VERB
