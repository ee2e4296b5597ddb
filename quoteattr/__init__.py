"""quoteattr splits reported speech in news text into attributed claims: who said what, through which words."""

import importlib
from typing import TYPE_CHECKING, Any

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
    Reasons,
    Resolution,
    Scope,
    Source,
    SourceForm,
    Speaker,
    SpeakerKind,
)
from quoteattr.errors import LanguageError, QuoteattrError
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
    "Linked",
    "Polarity",
    "QuoteattrError",
    "Realis",
    "Reasons",
    "Resolution",
    "Scope",
    "Source",
    "SourceForm",
    "Span",
    "Speaker",
    "SpeakerKind",
    "explain",
    "extract",
    "from_dict",
    "link",
    "read_known",
    "render",
    "to_dict",
    "verify",
]

__version__ = "0.1.0"

if TYPE_CHECKING:
    from quoteattr import render
    from quoteattr.checking import verify
    from quoteattr.explanation import explain
    from quoteattr.formats.json import from_dict, to_dict
    from quoteattr.formats.known import read_known
    from quoteattr.language.language import Language
    from quoteattr.linking import Linked, link
    from quoteattr.pipeline import extract

# What is no type of the result is imported when it is first asked for: a program that may not need it starts fast.
_LATER = {
    "Language": ("quoteattr.language.language", "Language"),
    "Linked": ("quoteattr.linking", "Linked"),
    "explain": ("quoteattr.explanation", "explain"),
    "extract": ("quoteattr.pipeline", "extract"),
    "from_dict": ("quoteattr.formats.json", "from_dict"),
    "link": ("quoteattr.linking", "link"),
    "read_known": ("quoteattr.formats.known", "read_known"),
    "render": ("quoteattr.render", ""),
    "to_dict": ("quoteattr.formats.json", "to_dict"),
    "verify": ("quoteattr.checking", "verify"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # functions and modules
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LATER[name]
    found = importlib.import_module(module)
    globals()[name] = value = getattr(found, attribute) if attribute else found
    return value
