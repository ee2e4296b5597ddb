"""quoteattr splits reported speech in news text into attributed claims: who said what, through which words."""

from quoteattr.claim import (
    Attitude,
    Circumstance,
    CircumstanceRole,
    Claim,
    Cue,
    Factivity,
    Gender,
    Kind,
    Known,
    Polarity,
    Realis,
    Resolution,
    Source,
    SourceForm,
    Speaker,
    SpeakerKind,
)
from quoteattr.errors import LanguageError, QuoteattrError
from quoteattr.language.language import Language
from quoteattr.pipeline import extract
from quoteattr.text.span import Span

__all__ = [
    "Attitude",
    "Circumstance",
    "CircumstanceRole",
    "Claim",
    "Cue",
    "Factivity",
    "Gender",
    "Kind",
    "Known",
    "Language",
    "LanguageError",
    "Polarity",
    "QuoteattrError",
    "Realis",
    "Resolution",
    "Source",
    "SourceForm",
    "Span",
    "Speaker",
    "SpeakerKind",
    "extract",
]

__version__ = "0.1.0"
