"""Sources: where the source of a cue may stand, the likeliest place first."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from quoteattr.attribution.cues import CueCandidate
from quoteattr.attribution.draft import Draft
from quoteattr.grammar.choice import Index
from quoteattr.grammar.conditions import WORD
from quoteattr.grammar.expression import Match
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import Pattern, built_in
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, AUXILIARIES, LETTER, WHO

UNTURNED: Final = AUXILIARIES | {LETTER["NOT"]}  # a cue behind one has no subject on its right
TO: Final = LETTER["TO"]
OTHERS: Final = frozenset(LETTER[name] for name in ("THAT", "WHEN", "WHICH", "WHO"))  # what gives a cue another subject
FREE_RELATIVES: Final = frozenset(LETTER[name] for name in ("WHAT", "WHICH"))
FRONT: Final = 6  # a subject so near to its sentence's start, behind a subordinator, is that of a clause in front
SUBORDINATORS: Final = frozenset(LETTER[name] for name in ("WHEN", "SUB", "AS", "BEFORE", "IF"))
RIGHTWARDS: Final = frozenset(["passive", "reduced", "other", "noun", "signature"])
FINITE: Final = frozenset(["finite", "chain"])
NOUNS: Final = frozenset(LETTER[name] for name in ("NOUN", "NV", "MEDIUM", "THOUGHT"))
INHERITED: Final = frozenset(["finite", "chain", "predicate", "other"])
INHERITING: Final = frozenset(["participle", "finite", "chain", "infinitive", "mark"])

VERBS: Final = AUXILIARIES.union(LETTER[name] for name in ("SAID", "SAYS", "VED", "VS"))  # what no source begins with

NO_SOURCE: Final = built_in("no source")
SOURCE_BEFORE: Final = built_in("source before")

Found: TypeAlias = tuple[Pattern, Match]


class SourceCandidate:
    """A stretch of tokens that may be a cue's source.

    Args:
        span: First token and the token just past the source; None for a claim without one.
        left: Where content that stands left must end.
        right: Where content that stands right must begin.
        pattern: The pattern that found it.
        inherited: Whether the cue takes over the sentence's subject.
    """

    __slots__ = ("inherited", "left", "pattern", "right", "span")

    def __init__(self, span: Range | None, left: int, right: int, pattern: Pattern, *, inherited: bool = False) -> None:
        self.span, self.left, self.right, self.pattern, self.inherited = span, left, right, pattern, inherited


def sources(
    shape: Shape, grammar: Grammar, cue: CueCandidate, sentence: Range, before: list[Draft]
) -> Iterator[SourceCandidate]:
    """The candidates for the source of a cue, the likeliest first.

    Args:
        shape: The shape.
        grammar: The language's grammar.
        cue: The cue.
        sentence: The first token of its sentence, and the one that ends it.
        before: The drafts of the cues before it.
    """
    start, end = sentence
    letters, several = shape.letters, grammar.choices.sources[cue.group.name, cue.entry.frames]
    window = shape.leftwards(cue.first)
    left = _first(shape, window, several["left"], cue, 0, len(window) if cue.first > start else 0)
    if left is not None:
        pattern, match = left
        near = cue.first - match.start("source")
        far = _outside(letters, cue.first - match.end("source"), near, before)
        yield SourceCandidate((far, near), cue.first - match.end(), cue.last, pattern)
    bare = cue.group.name == "passive" or UNTURNED.isdisjoint(letters[cue.first : cue.verb])
    side = "closing" if left is not None and left[0].closed else "right"
    if bare and (cue.group.name in RIGHTWARDS or grammar.inverting.match(letters, cue.first - 1)):
        right = _first(shape, letters, several[side], cue, cue.last, end + 1)
        if right is not None:
            pattern, match = right
            yield SourceCandidate(match.span("source"), cue.first, match.end(), pattern)
    if left is not None:
        return
    ahead = _first(shape, letters, several["ahead"], cue, cue.last, end + 1)
    if ahead is not None:
        pattern, match = ahead
        yield SourceCandidate(match.span("source"), cue.first, cue.last, pattern, inherited=True)
    inherited = _inherited(shape, several["subject"], cue, start, before)
    if inherited is not None:
        yield inherited
    yield SourceCandidate(None, cue.first, cue.last, NO_SOURCE)


def _outside(letters: str, far: int, near: int, before: Sequence[Draft]) -> int:
    """Where a source begins that joins the end of the content before it: "she asked for a map and | Brandt said"."""
    last = before[-1].content[-1][1] if before else 0
    joined = far < last < near and letters[last] == AND and letters[last + 1] not in VERBS
    return last + 1 if joined else far


def _first(
    shape: Shape, letters: str, several: Index[Pattern], cue: CueCandidate, start: int, end: int
) -> Found | None:
    """The first source pattern that matches between two tokens; leftwards from a cue, its match counts back."""
    for pattern in several[letters[start]] if start < end else ():
        match = pattern.regex.match(letters, start, end)
        if match is None or (pattern.after and not pattern.after.match(shape.letters, cue.last)):
            continue
        if not pattern.words or _word(shape, cue, match) in pattern.words:
            return pattern, match
    return None


def _word(shape: Shape, cue: CueCandidate, match: Match) -> str:
    """What the group `word` of a match leftwards from a cue is."""
    return shape.lowered(cue.first - match.end(WORD), cue.first - match.start(WORD))


def _inherited(
    shape: Shape, subjects: Index[Pattern], cue: CueCandidate, start: int, before: list[Draft]
) -> SourceCandidate | None:
    """The source of the cue before in the sentence, or else the sentence's subject."""
    before_cue = shape.letters[cue.first - 1]
    passive = cue.group.name in FINITE and before_cue in NOUNS  # "a parameter called …"
    if cue.group.name not in INHERITING or before_cue in OTHERS or passive:  # "when asked": somebody else's words
        return None
    sentence = _sentence(cue, start, before)
    inside = [first for draft in sentence for first, last in draft.content if first <= cue.first < last]
    if any(shape.letters[first] != TO for first in inside):
        return None  # "he said the mayor left and proposed a toll": the subject stands in the content
    main = [draft for draft in sentence if _is_main(shape, draft, sentence)]
    if main:
        return SourceCandidate(main[-1].source, cue.first, cue.last, SOURCE_BEFORE, inherited=True)
    subject = _first(shape, shape.letters, subjects, cue, start, cue.first + 1)
    if subject is not None:
        pattern, match = subject
        return SourceCandidate(match.span("source"), cue.first, cue.last, pattern, inherited=True)
    return (
        SourceCandidate(sentence[-1].source, cue.first, cue.last, SOURCE_BEFORE, inherited=True) if sentence else None
    )


def _sentence(cue: CueCandidate, start: int, before: list[Draft]) -> list[Draft]:
    """The drafts before a cue in its sentence that have a source, but for one in which the cue stands."""
    found = []
    for draft in reversed(before):
        if draft.cue is None or draft.cue.first < start:
            break
        if draft.source and not draft.source[0] <= cue.first < draft.source[1]:
            found.append(draft)
    return found[::-1]


def _is_main(shape: Shape, draft: Draft, sentence: Sequence[Draft]) -> bool:
    """Whether a draft's source can be the subject of what follows: no noun's, relative clause's or inner one's."""
    cue, source = draft.cue, draft.source
    if cue is None or source is None or cue.group.name not in INHERITED or shape.letters[source[0] : source[1]] == WHO:
        return False
    if source[1] <= cue.first and _is_subordinate(shape, source[0]):
        return False
    return not any(
        first <= cue.verb < last for other in sentence if other is not draft for first, last in other.content
    )


def _is_subordinate(shape: Shape, at: int) -> bool:
    """Whether the subject at a token is that of a relative clause or of a clause in front of the main one."""
    before = shape.letters[at - 1]
    return before in FREE_RELATIVES or (before in SUBORDINATORS and at - FRONT <= shape.sentence_start(at))
