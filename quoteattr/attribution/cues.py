"""Cues: the groups of words that may attribute, and the frames they are read in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.lexicon import CueEntry
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import LETTER
from quoteattr.language.lemma import Part

PARTS = {
    "predicate": Part.PREDICATE,
    "other": Part.OTHER,
    "mark": Part.OTHER,
    "signature": Part.OTHER,
    "noun": Part.NOUN,
}
ADV = LETTER["ADV"]


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
    text, starts, ends = shape.text, shape.starts, shape.ends
    for match in grammar.verb.finditer(letters):
        verb = match.start()
        word = text[starts[verb] : ends[verb]].lower()
        entries = entries_of.get(word)
        if entries is None or (word in silent and _silent(shape, silent[word], verb)):
            continue
        window = shape.leftwards(verb + 1)
        for group in grammar.groups_by_letter[letters[verb]]:
            if group.frames and not any(group.frames & entry.frames for entry in entries):
                continue
            found = group.regex.match(window)
            if found is not None:
                part, first = PARTS.get(group.name, Part.VERB), verb + 1 - found.end("group")
                readings = [
                    CueCandidate(first, verb, last, group.name, entry)
                    for entry in entries
                    if entry.part is part
                    and (last := _last(shape, verb, entry.rest) if entry.rest else verb + 1) is not None
                ]
                if readings:
                    yield readings
                    break


def _silent(shape: Shape, idioms: Iterable[tuple[tuple[str, ...], tuple[str, ...]]], verb: int) -> bool:
    """Whether a word stands in an idiom that attributes nothing."""
    return any(
        _stands(shape, before, verb - len(before)) and _stands(shape, after, verb + 1) for before, after in idioms
    )


def _stands(shape: Shape, words: tuple[str, ...], first: int) -> bool:
    """Whether some words stand from a token on."""
    if first < 0 or first + len(words) > len(shape.letters):
        return False
    return all(shape.word(at).lower() == word for at, word in enumerate(words, first))


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
