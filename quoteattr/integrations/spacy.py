"""spaCy: a pipeline component that fills ``Doc._.claims`` and span groups.

``nlp.add_pipe("quoteattr")`` works in any pipeline of an English text, also in ``spacy.blank("en")``: it needs nothing
but the text. Importing this module registers the component.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quoteattr import Claim, Claims, Language, extract
from quoteattr.extras import need
from quoteattr.formats.json import from_dicts, to_dicts
from quoteattr.formats.marks import Role, spans
from quoteattr.integrations.frames import known_scope
from quoteattr.text.span import Span as TextSpan

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc, Span

_spacy_language = need("spacy.language", extra="spacy")
_tokens = need("spacy.tokens", extra="spacy")

DATA = "quoteattr"
"""The key in ``Doc.user_data`` that holds the claims as plain data, so that they are kept by `DocBin` and pickle."""

GROUPS = {role: f"quoteattr_{role.value}" for role in Role}
"""The name of the span group for each role."""

SHOWN = "quoteattr"
"""The name of the one span group that displaCy shows: contents, sources and cues, under short labels."""

DISPLACY: Mapping[str, object] = {
    "spans_key": SHOWN,
    "colors": {"WHAT": "#9cc9ff", "WHO": "#ffb98a", "CUE": "#8fe0a2"},
}
"""Options for ``displacy.render(doc, style="span", options=DISPLACY)``."""

_LABELS = {Role.CONTENT: "WHAT", Role.SOURCE: "WHO", Role.CUE: "CUE"}


@_spacy_language.Language.factory(
    "quoteattr",
    assigns=["doc._.claims", "doc.spans"],
    default_config={"language": "en", "nested": True, "scope": "speech"},
)
class QuoteattrComponent:
    """Finds the claims of a document.

    The claims, with their offsets into ``doc.text``, are ``doc._.claims``. For each role there is a span group, as
    ``doc.spans["quoteattr_content"]``: spans grown to whole tokens, whose ``id`` is the number of the claim in
    ``doc._.claims``, whose label is the role in capitals, and whose ``kb_id_`` is the speaker's name. In the same way
    ``claim_spans(doc, claim, role)`` gives those of one claim. The group ``quoteattr`` is for displaCy.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        language: The code of the texts' language.
        nested: Whether claims in claims are wanted.
        scope: "speech" or "all", as for `extract`.

    Raises:
        LanguageError: There is no such language.
        ValueError: There is no such scope.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> component = nlp.add_pipe("quoteattr")
        >>> doc = nlp("Sato said that the pact would last.")
        >>> doc._.claims[0].text, [span.text for span in doc.spans["quoteattr_source"]]
        ('the pact would last', ['Sato'])
    """

    def __init__(  # spaCy's protocol
        self,
        nlp: "Pipeline",  # noqa: ARG002
        name: str,  # noqa: ARG002
        language: str = "en",
        nested: bool = True,  # noqa: FBT001, FBT002
        scope: str = "speech",
    ) -> None:
        self._language = Language.load(language).code
        self._nested = nested
        self._scope = known_scope(scope)

    def __call__(self, doc: "Doc") -> "Doc":
        """The document, with its claims."""
        claims = extract(doc.text, language=self._language, nested=self._nested, scope=self._scope)
        _store(doc, claims)
        parts = [(number, claim, role, span) for number, claim in enumerate(claims) for role, span in spans(claim)]
        for wanted, group in GROUPS.items():
            found = [
                _span(doc, span, role.value.upper(), claim.speaker.name if claim.speaker else "", number)
                for number, claim, role, span in parts
                if role is wanted
            ]
            doc.spans[group] = [span for span in found if span is not None]
        shown = [_span(doc, span, _LABELS[role], "", number) for number, _, role, span in parts if role in _LABELS]
        doc.spans[SHOWN] = [span for span in shown if span is not None]
        return doc


def claim_spans(doc: "Doc", claim: Claim, role: Role | str = Role.CONTENT) -> "list[Span]":
    """The spaCy spans of one claim in one role, grown to whole tokens.

    Raises:
        ValueError: The claim is none of the document's, or there is no such role.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> component = nlp.add_pipe("quoteattr")
        >>> doc = nlp("Sato said that the pact would last.")
        >>> claim_spans(doc, doc._.claims[0], "cue")
        [said]
    """
    wanted = Role(role)
    number = doc._.claims.index(claim)
    return [span for span in doc.spans.get(GROUPS[wanted], ()) if span.id == number]


def _span(doc: "Doc", span: TextSpan, label: str, name: str, number: int) -> "Span | None":
    return doc.char_span(span.start, span.end, label=label, kb_id=name, span_id=number, alignment_mode="expand")


def _store(doc: "Doc", claims: Sequence[Claim]) -> None:
    doc.user_data[DATA] = to_dicts(claims)


def _claims(doc: "Doc") -> Claims:
    return Claims(from_dicts(doc.user_data.get(DATA, ())), doc.text)


_tokens.Doc.set_extension("claims", getter=_claims, setter=_store, force=True)
