"""Cues: the groups of words that may attribute, and the frames they are read in."""

from collections.abc import Iterable, Iterator
from typing import Final

from quoteattr.grammar.cue_group import CueGroup
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.lexicon import CueEntry
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import ADV, LETTER
from quoteattr.language.lemma import Part

SAYS: Final = LETTER["SAYS"]
UNLISTED: Final = frozenset(["ANY_VERB"])  # the frame of a verb that only its place beside a quotation makes a cue


class CueCandidate:
    """A cue group in a shape.

    Args:
        first: Its first token.
        verb: The token of the attributing word.
        last: The token just past it, particles included.
        group: The form of its group.
        entry: The lexicon's entry.
    """

    __slots__ = ("entry", "first", "group", "last", "verb")

    def __init__(self, first: int, verb: int, last: int, group: CueGroup, entry: CueEntry) -> None:
        self.first, self.verb, self.last, self.group, self.entry = first, verb, last, group, entry


def candidates(shape: Shape, grammar: Grammar) -> Iterator[list[CueCandidate]]:
    """For each word that may attribute, in text order, its readings as a cue, the longest entry first."""
    letters, entries_of, silent = shape.letters, grammar.lexicon.cues, grammar.lexicon.silent
    text, starts, ends = shape.text, shape.starts, shape.ends
    for match in grammar.verb.finditer(letters):
        verb = match.start()
        word = text[starts[verb] : ends[verb]].lower()
        entries = _placed(word, entries_of.get(word, ())) if letters[verb] == SAYS else entries_of.get(word)
        if not entries or (word in silent and _silent(shape, silent[word], verb)):
            continue
        window = shape.leftwards(verb + 1)
        options: list[CueCandidate] = []
        for group in grammar.groups_by_letter[letters[verb]]:
            if group.frames and all(group.frames.isdisjoint(entry.frames) for entry in entries):
                continue
            found = group.regex.match(window)
            if found is not None:
                first = verb + 1 - found.end("group")
                options += [
                    CueCandidate(first, verb, last, group, entry)
                    for entry in entries
                    if entry.part is group.part
                    and (last := _last(shape, verb, entry.rest) if entry.rest else verb + 1) is not None
                ]
                if options and not group.doubtful:
                    break
        if options:
            yield options


def _placed(word: str, entries: tuple[CueEntry, ...]) -> tuple[CueEntry, ...]:
    """The entries of a verb's form, with one for its place beside a quotation where no other reads it alone."""
    return (*entries, CueEntry(word, (), UNLISTED, Part.VERB)) if all(entry.rest for entry in entries) else entries


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
