"""Sentences built from the grammar's own words, so that their claims are known."""

from collections.abc import Callable, Sequence
from itertools import cycle

import attrs
from hypothesis import strategies as st

from quoteattr.language.inflection import Form, Verb
from quoteattr.language.language import Language
from quoteattr.language.lemma import Part

_LANGUAGE = Language.load("en")
_SURNAMES = ("Brandt", "Osei", "Moreau", "Tanaka", "O’Dea", "Ruiz-Vega", "Lindqvist")
_THINGS = ("bridge", "ferry", "harbour wall", "tax on salt", "new reservoir", "pact")
_EVENTS = ("would reopen", "had failed twice", "was safe", "could not last", "will cost 4.5 million euros")
_PLACES = ("", " in May", " before the vote")


@attrs.frozen
class Built:
    """A sentence and the one claim in it.

    Args:
        text: The sentence, or two of them.
        source: The words of its source.
        cue: The words of its cue.
        content: The pieces of its content.
    """

    text: str
    source: str
    cue: str
    content: tuple[str, ...]


def _past(lemma: str) -> str:
    head, *rest = lemma.split(" ")
    return " ".join([_LANGUAGE.verbs.get(head, Verb(head)).forms()[Form.PAST][0], *rest])


def _cues(frame: str) -> tuple[str, ...]:
    found = (lemma.words for lemma in _LANGUAGE.cues if lemma.frame == frame and lemma.part is Part.VERB)
    return tuple(_past(words) for words in found if " " not in words)


CLAUSAL = _cues("SAY")
"""Past tenses of the verbs that take a clause, a question or words in marks."""
TELLING = _cues("TELL")
"""Past tenses of the verbs that take somebody, and then a clause."""
NAMES = tuple(
    f"{name} {surname}" for name, surname in zip(_LANGUAGE.lists["given_names"], cycle(_SURNAMES), strict=False)
)
TITLED = tuple(f"{title} Ana Brandt" for title in _LANGUAGE.lists["titles"])
NOMINALS = tuple(f"The {word}" for name in ("roles", "organisations", "documents") for word in _LANGUAGE.lists[name])
PRONOUNS = ("She", "He", "They")
CLAUSES = tuple(f"the {thing} {event}{place}" for thing in _THINGS for event in _EVENTS for place in _PLACES)
SILENT = ("The bridge was built in 1931.", "Snow fell all night, and the road was shut.", "Three people were hurt.")
"""Paragraphs without a claim."""


def _inner(source: str) -> str:
    """A source inside a sentence."""
    first = source.split(" ", 1)[0]
    return source[0].lower() + source[1:] if first in ("The", "She", "He", "They") else source


def _sentence(clause: str) -> str:
    return clause[0].upper() + clause[1:]


def that_clause(source: str, cue: str, clause: str) -> Built:
    """She said that it was."""
    return Built(f"{source} {cue} that {clause}.", source, cue, (f"that {clause}",))


def told(source: str, cue: str, clause: str) -> Built:
    """She told reporters that it was."""
    return Built(f"{source} {cue} reporters that {clause}.", source, cue, (f"that {clause}",))


def tag_after(source: str, cue: str, clause: str) -> Built:
    """“It was,” she said."""
    quoted = f"“{_sentence(clause)},”"
    return Built(f"{quoted} {_inner(source)} {cue}.", _inner(source), cue, (quoted,))


def tag_before(source: str, cue: str, clause: str) -> Built:
    """She said, “it was”."""
    quoted = f"“{_sentence(clause)}.”"
    return Built(f"{source} {cue}, {quoted}", source, cue, (quoted,))


def tag_between(source: str, cue: str, clause: str) -> Built:
    """“It was,” she said; “it was”."""
    first, then = f"“{_sentence(clause)},”", f"“{_sentence(clause)}.”"
    return Built(f"{first} {_inner(source)} {cue}. {then}", _inner(source), cue, (first, then))


def bare_tag(source: str, _cue: str, clause: str) -> Built:
    """It was, she said."""
    return Built(f"{_sentence(clause)}, {_inner(source)} said.", _inner(source), "said", (_sentence(clause),))


def bare_clause(source: str, _cue: str, clause: str) -> Built:
    """She said it was."""
    return Built(f"{source} said {clause}.", source, "said", (clause,))


def according(source: str, _cue: str, clause: str) -> Built:
    """According to Brandt, it was."""
    source = "The mayor" if source in PRONOUNS else source
    return Built(f"According to {_inner(source)}, {clause}.", _inner(source), "According to", (clause,))


Construction = Callable[[str, str, str], Built]
CONSTRUCTIONS: tuple[Construction, ...] = (
    *(that_clause, tag_after, tag_before, tag_between, bare_tag, bare_clause),
    according,
)


def sentences(sources: Sequence[str]) -> st.SearchStrategy[Built]:
    """Any construction with any of these sources, and any cue and clause that go with it."""
    built = [
        st.builds(construction, st.sampled_from(sources), st.sampled_from(CLAUSAL), st.sampled_from(CLAUSES))
        for construction in CONSTRUCTIONS
    ]
    return st.one_of(
        *built, st.builds(told, st.sampled_from(sources), st.sampled_from(TELLING), st.sampled_from(CLAUSES))
    )
