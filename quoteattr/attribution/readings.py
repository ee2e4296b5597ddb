"""Readings: at each cue, the best pair of a source and a content."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

import attrs
import regex

from quoteattr.attribution.cues import CueCandidate, candidates
from quoteattr.grammar.choice import LEFT, Choices
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import Pattern
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER

COMMA, WHEN, WHO = LETTER["COMMA"], LETTER["WHEN"], LETTER["WHO"]
FREE_RELATIVES = frozenset(LETTER[name] for name in ("WHAT", "WHICH"))
FRONT = 6  # a subject so near to its sentence's start, behind a subordinator, is that of a clause in front
SUBORDINATORS = frozenset(LETTER[name] for name in ("WHEN", "SUB", "AS", "BEFORE", "IF"))
RELATIVES = frozenset([WHO, LETTER["WHICH"]])
MARKS = frozenset(["mark", "signature"])
RIGHTWARDS = frozenset(["passive", "reduced", "other", "noun", "signature"])
FREE_RELATIVES = frozenset(LETTER[name] for name in ("WHAT", "WHICH"))
FRONT = 6  # a subject so near to its sentence's start, behind a subordinator, is that of a clause in front
SUBORDINATORS = frozenset(LETTER[name] for name in ("WHEN", "SUB", "AS", "BEFORE", "IF"))
RELATIVES = frozenset([WHO, LETTER["WHICH"]])
INHERITED = frozenset(["finite", "chain", "predicate", "other"])
AUXILIARIES = frozenset(LETTER[name] for name in ("BE", "HAVE", "DO", "MODAL", "NBE", "NDO", "NHAVE"))
INHERITING = frozenset(["participle", "finite", "chain", "infinitive", "mark"])

MOST_CUES = 20  # in a sentence

Range = tuple[int, int]


class SourceCandidate(NamedTuple):
    """A stretch of tokens that may be a cue's source.

    Args:
        span: First token and the token just past the source; None for a claim without one.
        left: Where content that stands left must end.
        right: Where content that stands right must begin.
        name: The pattern's name.
        inherited: Whether the cue takes over the sentence's subject.
    """

    span: Range | None
    left: int
    right: int
    name: str
    inherited: bool = False


@attrs.frozen
class Reading:
    """A cue read as a claim, in tokens.

    Args:
        cue: The cue; None before a floating quotation.
        source: The source's tokens; None where there is none.
        content: The pieces of the content, in text order.
        addressee: The addressee's tokens.
        rule: Names of the patterns that found it.
        inherited: Whether the source is taken over from the sentence's subject.
        outer: Whether other readings may stand in its content where no verb introduces it.
    """

    cue: CueCandidate | None
    source: Range | None
    content: tuple[Range, ...]
    addressee: Range | None
    rule: str
    inherited: bool = False
    outer: bool = False

    @property
    def first(self) -> int:
        """Its first token, an inherited source left out."""
        starts = [self.content[0][0]]
        if self.cue:
            starts.append(self.cue.first)
        if self.source and not self.inherited:
            starts.append(self.source[0])
        return min(starts)


def readings(shape: Shape, grammar: Grammar) -> list[Reading]:
    """The readings of a shape, one a cue at the most, in text order of their cues."""
    found: list[Reading] = []
    marks = []
    for options in _not_too_many(candidates(shape, grammar), shape):
        if options[0].form in MARKS:
            marks.append(options)
            continue
        reading = _read(shape, grammar, options, found)
        if reading is not None:
            while found and found[-1].cue and reading.cue and found[-1].cue.verb >= reading.cue.first:
                found.pop()  # "declined to say": one cue, not two
            found.append(reading)
    if not marks:
        return found
    taken = {at for reading in found for first, last in reading.content for at in range(first, last)}
    for options in marks:  # a mark attributes what no word does, and the whole of what a named label stands before
        reading = _read(shape, grammar, options, [])
        if reading is not None and (reading.outer or not taken.intersection(range(*reading.content[0]))):
            found.append(reading)
    return found


def _not_too_many(several: Iterable[list[CueCandidate]], shape: Shape) -> Iterator[list[CueCandidate]]:
    """The cues, of each sentence no more than so many: where more stand, nobody is quoted."""
    end, count = -1, 0
    for options in several:
        if options[0].verb > end:
            end, count = shape.sentence_end(options[0].verb), 0
        count += 1
        if count <= MOST_CUES:
            yield options


def _read(shape: Shape, grammar: Grammar, options: list[CueCandidate], before: list[Reading]) -> Reading | None:
    """The reading of a cue that the first content pattern gives; of its entries, the longest counts first."""
    start, end = shape.sentence_start(options[0].first), shape.sentence_end(options[0].verb)
    tries: list[tuple[int, int, int, Pattern, CueCandidate, SourceCandidate]] = []
    for number, cue in enumerate(options):
        if cue.last <= end:
            sources = _sources(shape, grammar, cue, start, end, before)
            tries += _tries(shape, grammar.choices, cue, sources, number)
    tries.sort()
    for *_, pattern, cue, source in tries:
        reading = _pair(shape, grammar, cue, source, pattern, end)
        if reading is not None:
            return reading
    return None


def _tries(
    shape: Shape, choices: Choices, cue: CueCandidate, sources: Iterable[SourceCandidate], number: int
) -> Iterator[tuple[int, int, int, Pattern, CueCandidate, SourceCandidate]]:
    """The pairs of a content pattern and a source that may make a reading, each after its rank, cue and source.

    Of two sources with the same room beside them, the first is tried alone.
    """
    letters, (*_, form, entry) = shape.letters, cue
    seen = set[int | tuple[int, int]]()
    for place, source in enumerate(sources):
        span, left, right, *_ = source
        if right not in seen:
            seen.add(right)
            letter = letters[right] if right < len(letters) else ""
            for rank, pattern in choices.contents(form, entry.frames, letter, left=False, bare=span is None):
                yield rank, number, place, pattern, cue, source
        if (left, right) not in seen:
            seen.add((left, right))
            letter = letters[left - 1] if left else ""
            beside = not source.inherited and (span is None or letters[span[0]] not in RELATIVES)
            for rank, pattern in choices.contents(form, entry.frames, letter, left=True, bare=span is None):
                if beside or not pattern.own:
                    yield rank, number, place, pattern, cue, source


def _sources(
    shape: Shape, grammar: Grammar, cue: CueCandidate, start: int, end: int, before: list[Reading]
) -> Iterator[SourceCandidate]:
    """The candidates for the source of a cue, the likeliest first."""
    left = _first(shape, grammar, cue, "left", start, cue.first)
    if left is not None:
        pattern, match = left
        yield SourceCandidate(match.span("source"), match.start(), cue.last, pattern.name)
    bare = cue.form == "passive" or not AUXILIARIES.intersection(shape.letters[cue.first : cue.verb])
    over_clause = left is not None and left[0].closed
    if bare and not over_clause and (cue.form in RIGHTWARDS or grammar.inverting.match(shape.letters, cue.first - 1)):
        right = _first(shape, grammar, cue, "right", cue.last, end + 1)
        if right is not None:
            pattern, match = right
            yield SourceCandidate(match.span("source"), cue.first, match.end(), pattern.name)
    ahead = _first(shape, grammar, cue, "ahead", cue.last, end + 1)
    if ahead is not None:
        pattern, match = ahead
        yield SourceCandidate(match.span("source"), cue.first, cue.last, pattern.name, inherited=True)
    inherited = _inherited(shape, grammar, cue, start, before)
    if inherited is not None:
        yield inherited
    yield SourceCandidate(None, cue.first, cue.last, "no source")


def _first(
    shape: Shape, grammar: Grammar, cue: CueCandidate, side: str, start: int, end: int
) -> "tuple[Pattern, regex.Match[str]] | None":
    """The first source pattern of a side that matches between two tokens."""
    letters = shape.letters
    edge = letters[end - 1 if side == LEFT else start] if start < end else ""
    for pattern in grammar.choices.sources(side, cue.form, edge):
        match = pattern.regex.match(letters, start, end)
        if match and not (pattern.after and not pattern.after.match(letters, cue.last)):
            return pattern, match
    return None


def _inherited(
    shape: Shape, grammar: Grammar, cue: CueCandidate, start: int, before: list[Reading]
) -> SourceCandidate | None:
    """The source of the cue before in the sentence, or else the sentence's subject."""
    if cue.form not in INHERITING:
        return None
    if shape.letters[cue.first - 1] == WHEN:  # "when asked": somebody else's words
        return None
    recent = takewhile(lambda reading: reading.cue and reading.cue.first >= start, reversed(before))
    sentence = [r for r in recent if r.source and not r.source[0] <= cue.first < r.source[1]][::-1]
    main = [r for r in sentence if _is_main(shape, r, sentence)]
    if main:
        return SourceCandidate(main[-1].source, cue.first, cue.last, "source before", inherited=True)
    subject = _first(shape, grammar, cue, "subject", start, cue.first + 1)
    if subject is None:
        if not sentence:
            return None
        return SourceCandidate(sentence[-1].source, cue.first, cue.last, "source before", inherited=True)
    pattern, match = subject
    return SourceCandidate(match.span("source"), cue.first, cue.last, pattern.name, inherited=True)


def _is_main(shape: Shape, reading: Reading, sentence: Sequence[Reading]) -> bool:
    """Whether a reading's source can be the subject of what follows: no noun's, relative clause's or inner one's."""
    cue, source = reading.cue, reading.source
    if cue is None or source is None or cue.form not in INHERITED or shape.letters[source[0] : source[1]] == WHO:
        return False
    if source[1] <= cue.first and _is_subordinate(shape, source[0]):
        return False
    return not any(
        first <= cue.verb < last for other in sentence if other is not reading for first, last in other.content
    )


def _is_subordinate(shape: Shape, at: int) -> bool:
    """Whether the subject at a token is that of a relative clause or of a clause in front of the main one."""
    before = shape.letters[at - 1]
    return before in FREE_RELATIVES or (before in SUBORDINATORS and at - FRONT <= shape.sentence_start(at))


def _pair(
    shape: Shape, grammar: Grammar, cue: CueCandidate, source: SourceCandidate, pattern: Pattern, end: int
) -> Reading | None:
    if pattern.side == "left":
        match = pattern.regex.match(shape.letters, 0, source.left)
    else:
        match = pattern.regex.match(shape.letters, source.right)
    if match is None or (pattern.after and not pattern.after.match(shape.letters, source.right)):
        return None
    first, last = match.span("content")
    addressee = match.span("addressee") if pattern.addressed else None
    addressee = addressee if addressee and addressee[0] < addressee[1] else None
    content: tuple[Range, ...]
    if pattern.side == "right":
        last = _content_end(shape, grammar, first, last, pattern.name) if pattern.ends else last
        content = ((first, last),)
    else:
        content = ((first, last), *_continued(shape, grammar, source.right, end, pattern.name))
    if last <= first or _without_source(shape, source, content, left=pattern.side == "left"):
        return None
    rule = f"{source.name} + {pattern.name}"
    return Reading(cue, source.span, content, addressee, rule, source.inherited, pattern.outer)


def _without_source(shape: Shape, source: SourceCandidate, content: Sequence[Range], *, left: bool) -> bool:
    """Whether content cannot be the source's: it holds the source, or stands before a relative pronoun’s clause."""
    if source.span is None:
        return False
    at, end = source.span
    return any(first <= at < last for first, last in content) or (left and shape.letters[at:end] in RELATIVES)


def _content_end(shape: Shape, grammar: Grammar, first: int, last: int, name: str) -> int:
    letters = shape.letters
    for pattern in grammar.choices.ends(name):
        match = pattern.regex.search(letters, first + 1, min(last + 1, len(letters)))
        if match and match.start("cut") > first:
            last = min(last, match.start("cut"))
    while last > first and shape.letters[last - 1] == COMMA:
        last -= 1
    return last


def _continued(shape: Shape, grammar: Grammar, at: int, end: int, name: str) -> Iterator[Range]:
    """The content that goes on after a tag, in the same sentence."""
    for pattern in grammar.choices.continuations(name):
        match = pattern.regex.match(shape.letters, at, end + 1)
        if match:
            first, last = match.span("content")
            yield first, _content_end(shape, grammar, first, last, pattern.name)
            return
