"""Cues: the groups of words that may attribute, and the frames they are read in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.lexicon import CueEntry
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.language.language import Part

PARTS = {
    "predicate": Part.PREDICATE,
    "other": Part.OTHER,
    "mark": Part.OTHER,
    "signature": Part.OTHER,
    "noun": Part.NOUN,
}
ADV = LETTER["ADV"]
REACH = 12  # a cue group is no longer than this many tokens


class CueCandidate(NamedTuple):
    """A cue group in a shape.

    Args:
        first: Its first token.
        verb: The token of the attributing word.
        last: The token just past it, particles included.
        form: The form of its group.
        entry: The lexicon's entry.
    """

    first: int
    verb: int
    last: int
    form: str
    entry: CueEntry


def candidates(shape: Shape, grammar: Grammar) -> Iterator[list[CueCandidate]]:
    """For each word that may attribute, in text order, its readings as a cue, the longest entry first."""
    letters, entries_of, silent = shape.letters, grammar.lexicon.cues, grammar.lexicon.silent
    for match in grammar.verb.finditer(letters):
        verb = match.start()
        word = shape.word(verb).lower()
        entries = entries_of.get(word, ())
        if not entries or (word in silent and _silent(shape, silent[word], verb)):
            continue
        for group in grammar.groups_with(letters[verb]):
            if group.frames and not any(group.frames & entry.frames for entry in entries):
                continue
            found = group.regex.match(letters, max(0, verb - REACH), verb + 1)
            if found is not None:
                part, first = PARTS.get(group.name, Part.VERB), found.start("group")
                readings = [
                    CueCandidate(first, verb, last, group.name, entry)
                    for entry in entries
                    if entry.part is part and (last := _last(shape, verb, entry.rest)) is not None
                ]
                if readings:
                    yield readings
                    break


def _silent(shape: Shape, idioms: Iterable[tuple[tuple[str, ...], tuple[str, ...]]], verb: int) -> bool:
    """Whether a word stands in an idiom that attributes nothing."""
    for before, after in idioms:
        start, end = verb - len(before), verb + 1 + len(after)
        if start >= 0 and end <= len(shape.letters):
            words = tuple(shape.word(at).lower() for at in (*range(start, verb), *range(verb + 1, end)))
            if words == before + after:
                return True
    return False


def _last(shape: Shape, verb: int, rest: tuple[str, ...]) -> int | None:
    """The token just past a cue whose verb must be followed by these words, adverbs between; None where it is not."""
    at = verb + 1
    for word in rest:
        while shape.letters[at : at + 1] == ADV and shape.word(at).lower() != word:
            at += 1
        if at >= len(shape.letters) or shape.word(at).lower() != word:
            return None
        at += 1
    return at
