"""Web Annotation, schema.org and TEI: an RDF library and a TEI grammar accept what we write."""

import re
from typing import Any

import pytest

from quoteattr import Claim, extract
from quoteattr.formats.schemaorg import to_schemaorg
from quoteattr.formats.tei import to_tei
from quoteattr.formats.webannotation import to_annotations
from tests.formats.sample import CLAIMS, TEXT

_OA = "http://www.w3.org/ns/oa#"
# The terms of the Web Annotation Vocabulary that we use, with the types that its context gives them.
_ANNOTATION_CONTEXT = {
    "oa": _OA,
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "SpecificResource")},
    **{name: f"oa:{name}" for name in ("TextPositionSelector", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in ("identifying", "linking", "highlighting", "describing", "tagging")},
    **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
}


def _annotations(source: str = "https://example.org/a") -> list[dict[str, Any]]:
    return to_annotations(TEXT, CLAIMS, source=source)


def test_selectors_find_the_content_again() -> None:
    for claim, annotation in zip(CLAIMS, _annotations(), strict=True):
        assert len(annotation["target"]) == len(claim.content)
        for span, target in zip(claim.content, annotation["target"], strict=True):
            position, quote = target["selector"]
            assert TEXT[position["start"] : position["end"]] == span.text == quote["exact"]
            around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
            assert around in TEXT


def test_every_key_is_in_the_vocabulary() -> None:
    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for inner in value.values() for key in keys(inner)}
        return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()

    assert keys(_annotations()) - {"@context"} <= _ANNOTATION_CONTEXT.keys()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own parser uses it
def test_annotations_are_rdf_of_the_vocabulary() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    for annotation in _annotations():
        graph = rdflib.Graph().parse(data=annotation | {"@context": _ANNOTATION_CONTEXT}, format="json-ld")
        oa = rdflib.Namespace(_OA)
        assert list(graph.subjects(rdflib.RDF.type, oa.Annotation)) == [rdflib.URIRef(annotation["id"])]
        selectors = set(graph.objects(None, oa.hasSelector))
        assert len(selectors) == 2 * len(set(graph.subjects(oa.hasSource, None)))
        for selector in graph.subjects(rdflib.RDF.type, oa.TextPositionSelector):
            assert graph.value(selector, oa.end).toPython() > graph.value(selector, oa.start).toPython() >= 0
        for selector in graph.subjects(rdflib.RDF.type, oa.TextQuoteSelector):
            assert graph.value(selector, oa.exact).toPython() in TEXT


def test_identifiers_leave_out_a_fragment() -> None:
    assert _annotations("https://example.org/a#top")[1]["id"] == "https://example.org/a#claim-2"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own parser uses it
def test_schema_org_has_these_words() -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    data = to_schemaorg((*CLAIMS, *extract("“No,” Sato said."))) | {"@context": {"@vocab": "https://schema.org/"}}
    graph = rdflib.Graph().parse(data=data, format="json-ld")
    used = {predicate for predicate in graph.predicates() if predicate != rdflib.RDF.type}
    used |= {*graph.objects(None, rdflib.RDF.type)}
    assert used
    assert [str(term) for term in used if term not in rdflib.SDO] == []


def test_schema_org_leaves_out_what_was_denied_or_not_said() -> None:
    texts = [node.get("text") for node in to_schemaorg(CLAIMS)["@graph"]]
    assert texts == [None, "The dam <b> was inspected. Twice.", "<b>,” Ana", "Twice."]


def _tei(text: str, claims: tuple[Claim, ...]) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    return etree.fromstring(to_tei(text, claims, title="A & B\0").encode())


def test_tei_is_valid() -> None:
    xml = pytest.importorskip("trafilatura.xml", reason="trafilatura, which brings the TEI grammar, is not installed")
    assert xml.validate_tei(_tei(TEXT, CLAIMS)) is True
    assert xml.validate_tei(_tei("", ())) is True
    assert xml.validate_tei(_tei("\0\ud800<p>\r\n\r\n\r\n&", ())) is True


def test_tei_holds_the_text_and_every_claim() -> None:
    root = _tei(TEXT, CLAIMS)
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    body = "".join(root.find(".//t:body", space).itertext())
    assert re.sub(r"\s", "", body) == re.sub(r"\s", "", TEXT)
    said = root.findall(".//t:said", space)
    assert {element.get("n") for element in said} == {"1", "2", "3", "4", "5"}
    names = {
        "#" + element.get("{http://www.w3.org/XML/1998/namespace}id") for element in root.iter("{*}person", "{*}org")
    }
    assert {element.get("who") for element in said if element.get("who")} == names
    assert {element.get("direct") for element in said if element.get("n") == "1"} == {"true"}
    assert root.findall(".//t:said[@n='4']//t:said[@n='5']", space)
