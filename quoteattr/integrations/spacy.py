"""spaCy: a pipeline component that fills ``Doc._.claims`` and span groups.

``nlp.add_pipe("quoteattr")`` works in any pipeline of an English text, also in ``spacy.blank("en")``: it needs nothing
but the text. Importing this module registers the component.
"""

from collections.abc import Sequence
from typing import Any

from quoteattr import Claim, Scope, extract
from quoteattr.extras import need
from quoteattr.formats.json import from_dicts, to_dicts
from quoteattr.formats.marks import Role, spans

_spacy_language = need("spacy.language", extra="spacy")
_tokens = need("spacy.tokens", extra="spacy")

DATA = "quoteattr"
"""The key in ``Doc.user_data`` that holds the claims as plain data, so that they are kept by `DocBin` and pickle."""

GROUPS = {role: f"quoteattr_{role.value}" for role in Role}
"""The name of the span group for each role."""


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
    ``claim_spans(doc, claim, role)`` gives those of one claim.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        language: The code of the texts' language.
        nested: Whether claims in claims are wanted.
        scope: "speech" or "all", as for `extract`.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("en")
        >>> component = nlp.add_pipe("quoteattr")
        >>> doc = nlp("Sato said that the pact would last.")
        >>> doc._.claims[0].text, [span.text for span in doc.spans["quoteattr_source"]]
        ('the pact would last', ['Sato'])
    """

    def __init__(  # spaCy's protocol, here and below
        self,
        nlp: Any,  # noqa: ANN401, ARG002
        name: str,  # noqa: ARG002
        language: str = "en",
        nested: bool = True,  # noqa: FBT001, FBT002
        scope: str = "speech",
    ) -> None:
        self._language = language
        self._nested = nested
        self._scope = Scope(scope)

    def __call__(self, doc: Any) -> Any:  # noqa: ANN401  # spaCy's Doc
        """The document, with its claims."""
        claims = extract(doc.text, language=self._language, nested=self._nested, scope=self._scope)
        _store(doc, claims)
        for role, group in GROUPS.items():
            found = (
                _span(doc, claim, number, role, span)
                for number, claim in enumerate(claims)
                for name, span in spans(claim)
                if name is role
            )
            doc.spans[group] = [span for span in found if span is not None]
        return doc


def claim_spans(doc: Any, claim: Claim, role: Role | str = Role.CONTENT) -> list[Any]:  # noqa: ANN401
    """The spaCy spans of one claim in one role, grown to whole tokens.

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


def _span(doc: Any, claim: Claim, number: int, role: Role, span: Any) -> Any:  # noqa: ANN401
    name = claim.speaker.name if claim.speaker else ""
    return doc.char_span(
        span.start, span.end, label=role.value.upper(), kb_id=name, span_id=number, alignment_mode="expand"
    )


def _store(doc: Any, claims: Sequence[Claim]) -> None:  # noqa: ANN401
    doc.user_data[DATA] = to_dicts(claims)


def _claims(doc: Any) -> tuple[Claim, ...]:  # noqa: ANN401
    return from_dicts(doc.user_data.get(DATA, ()))


_tokens.Doc.set_extension("claims", getter=_claims, setter=_store, force=True)
