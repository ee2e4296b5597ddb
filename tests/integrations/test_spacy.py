"""The spaCy component: claims on the document, span groups on its tokens, all of it kept by serialisation."""

import pickle
from pathlib import Path
from typing import Any

import pytest

from quoteattr import extract
from quoteattr.formats.marks import Role

spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
_ours = pytest.importorskip("quoteattr.integrations.spacy")
claim_spans, DISPLACY = _ours.claim_spans, _ours.DISPLACY

_ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")


@pytest.fixture
def nlp() -> Any:
    """A blank English pipeline with our component, which spaCy finds by its entry point."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("quoteattr")
    return pipeline


def test_the_document_has_the_claims(nlp: Any) -> None:
    doc = nlp(_ARTICLE)
    assert doc._.claims == extract(_ARTICLE)


def test_span_groups_cover_the_spans(nlp: Any) -> None:
    doc = nlp(_ARTICLE)
    assert len(doc.spans["quoteattr_content"]) == sum(len(claim.content) for claim in doc._.claims)
    for claim in doc._.claims:
        for ours, theirs in zip(claim.content, claim_spans(doc, claim), strict=True):
            assert theirs.start_char <= ours.start
            assert ours.end <= theirs.end_char
            assert theirs.label_ == "CONTENT"
            assert theirs.kb_id_ == (claim.speaker.name if claim.speaker else "")
        sources = claim_spans(doc, claim, Role.SOURCE)
        assert [span.text for span in sources] == ([claim.source.text] if claim.source else [])


def test_a_span_grows_to_its_tokens(nlp: Any) -> None:
    doc = spacy.tokens.Doc(nlp.vocab, words=["“No,”said", "Sato."], spaces=[True, False])
    nlp.get_pipe("quoteattr")(doc)
    for claim in doc._.claims:
        assert doc.text[claim.content[0].start : claim.content[0].end] == claim.content[0].text
    assert all(span.text in doc.text for span in doc.spans["quoteattr_content"])


def test_everything_is_serialised(nlp: Any, tmp_path: Path) -> None:
    doc = nlp(_ARTICLE)
    box = spacy.tokens.DocBin(store_user_data=True, docs=[doc])
    (back,) = spacy.tokens.DocBin().from_bytes(box.to_bytes()).get_docs(nlp.vocab)
    for other in (back, spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))):  # noqa: S301
        assert other._.claims == doc._.claims
        assert [span.text for span in other.spans["quoteattr_cue"]] == [
            span.text for span in doc.spans["quoteattr_cue"]
        ]
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")(_ARTICLE)._.claims == doc._.claims


def _texts(doc: Any) -> list[str]:
    return [span.text for span in doc.spans["quoteattr_cue"]]


def test_settings_and_many_texts(nlp: Any) -> None:
    text = "Sato said that Osei had said that it was over."
    outer = spacy.blank("en")
    outer.add_pipe("quoteattr", config={"nested": False})
    assert outer(text)._.claims == extract(text, nested=False)
    texts = [text, "", "It rained."] * 5
    assert [doc._.claims for doc in nlp.pipe(texts, batch_size=4)] == [extract(one) for one in texts]


def test_displacy_shows_one_group_with_short_labels(nlp: Any) -> None:
    displacy = pytest.importorskip("spacy.displacy")
    doc = nlp(_ARTICLE)
    page = displacy.render(doc, style="span", options=dict(DISPLACY), jupyter=False)
    labels = {span.label_ for span in doc.spans[DISPLACY["spans_key"]]}
    assert labels == set(DISPLACY["colors"])
    assert all(len(label) <= 4 and label in page for label in labels)
    assert {span.kb_id_ for span in doc.spans["quoteattr"]} == {""}


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"language": "xx"}, "no language 'xx': known are en"),
        ({"scope": "some"}, "no scope 'some': known are speech, all"),
    ],
)
def test_wrong_settings_are_refused_when_the_component_is_added(config: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        spacy.blank("en").add_pipe("quoteattr", config=config)


def test_a_document_that_was_not_read_has_no_claims(nlp: Any) -> None:
    assert nlp.make_doc("Sato said that it was over.")._.claims == ()
