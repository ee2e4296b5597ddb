"""Explanation: why there is or is not a claim over a stretch of text."""

from collections.abc import Iterator, Sequence

import attrs

from quoteattr.attribution.cues import CueCandidate, candidates
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.engine import engine_of
from quoteattr.attribution.readings import readings
from quoteattr.claim import Claim, Scope
from quoteattr.grammar.grammar import Grammar, grammar_of
from quoteattr.grammar.shape import Shape
from quoteattr.grammar.wordclass import NAME_OF, PARA
from quoteattr.language.language import Language
from quoteattr.language.lemma import Part
from quoteattr.pipeline import extract
from quoteattr.text.span import Span
from quoteattr.text.tidied import Tidied
from quoteattr.wording import listed, shown

FRAGMENT = "QFRAG"
HEADING_WORDS = 14  # a paragraph of one line without a full stop and with no more words than this is a heading


def explain(
    text: str, start: int, end: int, *, language: Language | str = "en", scope: Scope | str = Scope.SPEECH
) -> str:
    """Why there is or is not a claim over a stretch of a text, a sentence a line.

    Args:
        text: Any string.
        start: Offset of the stretch's first code point.
        end: Offset just past its last.
        language: A language, or the code of one that ships with the library.
        scope: "speech" or "all", as for `extract`.

    Raises:
        TypeError: The text is not a string, or an offset no integer.
        ValueError: The offsets do not stand in the text in this order, or there is no such scope.
        LanguageError: There is no such language.

    Example:
        >>> text = "She added a pinch of salt. The so-called “Axis” powers fell."
        >>> print(explain(text, 0, 26))
        There is no claim over “She added a pinch of salt.”:
        The cue “added” (frames STATE and UTTER) has nothing beside it that its frames would take, or no source.
        >>> print(explain(text, 41, 47))
        There is no claim over “Axis”:
        The words in marks are a fragment that no cue introduces: scare quotes, or a title.
        There is no cue in the sentence: no word of it attributes anything.
        >>> text = "The mayor wants to resign."
        >>> print(explain(text, 0, len(text)))
        There is no claim over “The mayor wants to resign.”:
        The claim with the cue “wants” (frame WANT) is outside the scope “speech”: scope “all” gives it.
    """
    claims = extract(text, language=language, scope=scope)
    for offset in (start, end):
        if not isinstance(offset, int):
            raise TypeError(f"offsets must be integers, not {type(offset).__name__}")
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no stretch from {start} to {end} in a text of {len(text)} code points")
    stretch = Span.of(text, start, end)
    within = [claim for claim in claims if _part(claim, stretch)]
    if within:
        claim = min(within, key=lambda claim: sum(len(span.text) for span in claim.content))
        return f"{shown(stretch.text)} stands in {_part(claim, stretch)} of a claim:\n{claim.explain()}"
    grammar = grammar_of(Language.load(language) if isinstance(language, str) else language)
    outside = extract(text, language=language, scope=Scope.ALL) if scope == Scope.SPEECH else ()
    tidied = grammar.reader.tidied(text)
    shape = grammar.reader.read(tidied.text)
    return "\n".join(_Silence(stretch, claims, outside, tidied, shape, grammar).reasons())


def _part(claim: Claim, stretch: Span) -> str:
    """The part of a claim that a stretch shares words with; empty where none."""
    parts = (
        ("the cue", (claim.cue,)),
        ("the source", (claim.source,)),
        ("the content", claim.content),
        ("the addressee", (claim.addressee,)),
        ("a circumstance", claim.circumstances),
    )
    for name, spans in parts:
        if any(span is not None and span.start < stretch.end and stretch.start < span.end for span in spans):
            return name
    return ""


@attrs.frozen
class _Silence:
    """A stretch that no claim touches, and what is known of its sentences."""

    stretch: Span
    claims: Sequence[Claim]
    outside: Sequence[Claim]  # those of scope "all", where another is wanted
    tidied: Tidied
    shape: Shape  # of the tidied text
    grammar: Grammar

    def reasons(self) -> Iterator[str]:
        """The sentences of the explanation."""
        yield f"There is no claim over {shown(self.stretch.text)}:"
        tokens = self._tokens()
        if not tokens:
            yield "There are no words in the stretch."
            return
        first = self.shape.sentence_start(tokens[0])
        last = self.shape.sentence_end(tokens[-1])
        yield from self._heading(first, last)
        yield from self._quotations(tokens)
        about = list(self._idioms(first, last)) or list(self._cues(first, last))
        yield from about or ["There is no cue in the sentence: no word of it attributes anything."]

    def _tokens(self) -> list[int]:
        """The tokens with width that share characters with the stretch."""
        begin, end = self.stretch.start, self.stretch.end
        spans = enumerate(map(self.tidied.place, self.shape.starts, self.shape.ends))
        return [at for at, (start, stop) in spans if start < stop and start < end and begin < stop]

    def _heading(self, first: int, last: int) -> Iterator[str]:
        """Whether the sentence is a paragraph of its own that does not end like a sentence."""
        letters, shape = self.shape.letters, self.shape
        alone = letters[first - 1 : first] == PARA and letters[last + 1 : last + 2] in ("", PARA)
        plain = shape.starts[last] == shape.ends[last]  # END without a mark
        if alone and plain and last - first <= HEADING_WORDS and letters.count(PARA) > 1:
            yield "It is a heading: a line of its own that does not end like a sentence."

    def _quotations(self, tokens: Sequence[int]) -> Iterator[str]:
        for at in tokens:
            if at not in self.shape.quotations:
                continue
            if NAME_OF[self.shape.letters[at]].startswith(FRAGMENT):
                yield "The words in marks are a fragment that no cue introduces: scare quotes, or a title."
            else:
                yield "The quotation has no tag, and no claim stands before it that it could go on with."

    def _idioms(self, first: int, last: int) -> Iterator[str]:
        words = " ".join(self.shape.word(at).lower() for at in range(first, last))
        for lemma in self.grammar.language.cues:
            if lemma.part is Part.SILENT and f" {lemma.words} " in f" {words} ":
                yield f"“{lemma.words}” is an idiom that attributes nothing."

    def _cues(self, first: int, last: int) -> Iterator[str]:
        found = {draft.cue.verb: draft for draft in readings(self.shape, self.grammar) if draft.cue}
        verbs = set()
        for options in candidates(self.shape, self.grammar):
            cue = options[0]
            if first <= cue.verb < last:
                verbs.add(cue.verb)
                yield self._about(cue, options, found.get(cue.verb))
        attributing = self.grammar.lexicon.attributing
        for at in range(first, last):
            if at not in verbs and self.shape.word(at).lower() in attributing:
                yield f"“{self.shape.word(at)}” can attribute, but is read as {NAME_OF[self.shape.letters[at]]} here."

    def _about(self, cue: CueCandidate, options: Sequence[CueCandidate], draft: Draft | None) -> str:
        """What became of a cue: the claim that leaves the stretch out, or why there is none."""
        words = shown(self.shape.written(cue.first, cue.last))
        start, _ = self.tidied.place(self.shape.starts[cue.first], self.shape.ends[cue.last - 1])
        claim = _with_cue(self.claims, start)
        if claim is not None:
            return f"The claim with the cue {words} leaves it out: its content is {shown(claim.text)}."
        outside = _with_cue(self.outside, start)
        if outside is not None and outside.cue is not None:
            return (
                f"The claim with the cue {words} (frame {outside.cue.frame}) is outside the scope “{Scope.SPEECH}”: "
                f"scope “{Scope.ALL}” gives it."
            )
        if draft is not None:
            engine = engine_of(self.grammar)
            engine.judge.settle(draft)
            sense = engine.line.other_sense(draft)
            if sense is not None:
                return f"The cue {words} has a sense in which nothing is said: {sense.name}."
            return f"The content of the cue {words} crosses that of a claim before it."
        frames = sorted({frame for option in options for frame in option.entry.frames})
        name = "frame" if len(frames) == 1 else "frames"
        return (
            f"The cue {words} ({name} {listed(frames)}) has nothing beside it that its {name} would take, or no source."
        )


def _with_cue(claims: Sequence[Claim], start: int) -> Claim | None:
    """The claim whose cue begins at an offset."""
    return next((claim for claim in claims if claim.cue and claim.cue.start == start), None)
