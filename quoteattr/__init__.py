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
from quoteattr.claims import Claims
from quoteattr.errors import LanguageError, QuoteattrError
from quoteattr.text.span import Span

__all__ = [
    "Article",
    "Attitude",
    "Circumstance",
    "CircumstanceRole",
    "Claim",
    "Claims",
    "Cue",
    "Factivity",
    "Gender",
    "Kind",
    "Known",
    "Language",
    "LanguageError",
    "Lemma",
    "Linked",
    "Part",
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
    "Tally",
    "explain",
    "extract",
    "extract_many",
    "from_dict",
    "from_dicts",
    "link",
    "read_known",
    "render",
    "tally",
    "to_dict",
    "to_dicts",
    "verify",
]

__version__ = "0.1.0"

if TYPE_CHECKING:
    __compiled__: bool
    from quoteattr import render
    from quoteattr.checking import verify
    from quoteattr.counting import Article, Tally, tally
    from quoteattr.explanation import explain
    from quoteattr.formats.json import from_dict, from_dicts, to_dict, to_dicts
    from quoteattr.formats.known import read_known
    from quoteattr.language.language import Language
    from quoteattr.language.lemma import Lemma, Part
    from quoteattr.linking import Linked, link
    from quoteattr.many import extract_many
    from quoteattr.pipeline import extract

# What is no type of the result is imported when it is first asked for: a program that may not need it starts fast.
_LATER = {
    "Article": ("quoteattr.counting", "Article"),
    "__compiled__": ("quoteattr.compiled", "COMPILED"),
    "Language": ("quoteattr.language.language", "Language"),
    "Lemma": ("quoteattr.language.lemma", "Lemma"),
    "Linked": ("quoteattr.linking", "Linked"),
    "Part": ("quoteattr.language.lemma", "Part"),
    "Tally": ("quoteattr.counting", "Tally"),
    "explain": ("quoteattr.explanation", "explain"),
    "extract": ("quoteattr.pipeline", "extract"),
    "extract_many": ("quoteattr.many", "extract_many"),
    "from_dict": ("quoteattr.formats.json", "from_dict"),
    "from_dicts": ("quoteattr.formats.json", "from_dicts"),
    "link": ("quoteattr.linking", "link"),
    "read_known": ("quoteattr.formats.known", "read_known"),
    "render": ("quoteattr.render", ""),
    "tally": ("quoteattr.counting", "tally"),
    "to_dict": ("quoteattr.formats.json", "to_dict"),
    "to_dicts": ("quoteattr.formats.json", "to_dicts"),
    "verify": ("quoteattr.checking", "verify"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # functions and modules
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _LATER[name]
    found = importlib.import_module(module)
    globals()[name] = value = getattr(found, attribute) if attribute else found
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
