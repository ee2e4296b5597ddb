"""The values that fields of claims can have.

The terms are the field's: PARC 3.0 (Pareti 2016) has the kinds; polarity and determinacy, here realis, follow the
attribution layer of the PDTB (Prasad et al. 2007).
"""

from enum import StrEnum


class Kind(StrEnum):
    """How the content is given: PARC's quote types."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Attitude(StrEnum):
    """What sort of act or attitude the cue reports."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    QUESTION = "question"
    DIRECTIVE = "directive"
    COMMITMENT = "commitment"
    EVALUATION = "evaluation"
    EVIDENCE = "evidence"
    REFUSAL = "refusal"


class Polarity(StrEnum):
    """Whether the source puts the content forward or rejects it."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Realis(StrEnum):
    """Whether the text says that the saying took place."""

    ACTUAL = "actual"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    HEARSAY = "hearsay"


class Scope(StrEnum):
    """Which claims are wanted: those of what is said, or also attitudes, perception and plans."""

    SPEECH = "speech"
    ALL = "all"


class Factivity(StrEnum):
    """What the cue itself lets the reader think of the content's truth."""

    FACTIVE = "factive"
    NEUTRAL = "neutral"
    DOUBTING = "doubting"


class SourceForm(StrEnum):
    """How the source is worded."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    RELATIVE = "relative"
    POSSESSIVE = "possessive"
    ELIDED = "elided"


class SpeakerKind(StrEnum):
    """What sort of entity speaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    DOCUMENT = "document"
    AUTHOR = "author"


class Gender(StrEnum):
    """What the text shows of a person's gender."""

    FEMALE = "female"
    MALE = "male"


class CircumstanceRole(StrEnum):
    """What a circumstance tells of the saying."""

    TIME = "time"
    PLACE = "place"
    MEDIUM = "medium"
    OCCASION = "occasion"
    MANNER = "manner"
