"""The comparison itself: quotations first, then who, then whether they committed to it."""

from collections.abc import Container, Iterator, Sequence

import attrs

from quoteattr.checking.agreement import agree
from quoteattr.checking.counterparts import Claims, Counterpart
from quoteattr.checking.findings import Finding, FindingKind
from quoteattr.checking.passages import Passage, passages
from quoteattr.checking.places import Places, overlap
from quoteattr.checking.words import Words, negations
from quoteattr.claim import Claim, Polarity, Realis, Speaker
from quoteattr.language.language import Language
from quoteattr.pipeline import extract
from quoteattr.text.paragraphs import paragraphs
from quoteattr.text.quotations import quotations
from quoteattr.text.span import Span

_SAME_CLAIM = 0.6
_SOME_CLAIM = 0.5
_UNATTRIBUTED = 3
"""Words that a quotation needs to be checked where nobody is said to have said it: “Axis” is none."""


def verify(summary: str, article: str, *, language: Language | str = "en") -> tuple[Finding, ...]:
    """What the claims and quotations of a summary say that its source does not.

    The rules prefer silence: two speakers are called different only where both are named, and a claim is called changed
    only where its words are found again. An empty result therefore means that nothing was found, not that all is right.

    Args:
        summary: The text to check: a summary, a draft, a model's answer.
        article: The text that it should be faithful to.
        language: The language of both, or its code.

    Returns:
        The findings, in the summary's order.

    Raises:
        TypeError: A text is not a string.
        LanguageError: There is no such language.

    Example:
        >>> article = "“The bridge is not safe,” Mayor Ana Brandt said."
        >>> for finding in verify("“The bridge is safe,” said Ana Brandt.", article):
        ...     print(finding)
        altered quotation: “The bridge is safe,” (The bridge is [-not-] safe)
    """
    if isinstance(language, str):
        language = Language.load(language)
    check = _Check.of(summary, article, language)
    quoted = list(check.quotations())
    found = [*quoted, *check.told({finding.claim for finding in quoted})]
    return tuple(sorted(found, key=lambda finding: (finding.summary.start, finding.kind)))


@attrs.frozen
class _Check:
    """Both texts, read."""

    language: Language
    summary: Words
    source: Words
    mine: tuple[Claim, ...]
    theirs: Claims
    saying: Places[Claim]
    marked: Places[Span]

    @classmethod
    def of(cls, summary: str, article: str, language: Language) -> "_Check":
        theirs, source = extract(article, language=language), Words.of(article)
        marked = (*_marked(article), *(span for claim in theirs for span in claim.quoted))
        return cls(
            language,
            Words.of(summary),
            source,
            extract(summary, language=language),
            Claims(theirs, source, language),
            _contents(theirs),
            Places((span, span) for span in marked),
        )

    def quotations(self) -> Iterator[Finding]:
        """Findings at what stands between the summary's quotation marks."""
        mine = _contents(self.mine)
        for quoted in _marked(self.summary.text):
            claim = _innermost(mine, quoted)
            first, last = self.summary.between(quoted)
            if last > first and (claim is not None or last - first >= _UNATTRIBUTED):
                yield from self._quotation(quoted, claim)

    def _quotation(self, quoted: Span, claim: Claim | None) -> Iterator[Finding]:
        found = passages(quoted, self.summary.text, self.source)
        verbatim = [passage for passage in found if self._in_marks(passage)]
        if not found:
            yield self._strange(quoted, claim)
        elif not verbatim:
            best = found[0]
            counterpart = _innermost(self.saying, best.span)
            note = "the source has these words, but in its own voice" if best.exact else ""
            yield Finding(
                FindingKind.PARAPHRASE_IN_MARKS,
                quoted,
                best.span,
                note,
                best.edits,
                claim=claim,
                counterpart=counterpart,
            )
        else:
            if not verbatim[0].exact:
                best = verbatim[0]
                counterpart = _innermost(self.saying, best.span)
                yield Finding(
                    FindingKind.ALTERED_QUOTATION,
                    quoted,
                    best.span,
                    "",
                    best.edits,
                    claim=claim,
                    counterpart=counterpart,
                )
            yield from self._said_by(quoted, claim, verbatim)

    def _strange(self, quoted: Span, claim: Claim | None) -> Finding:
        """A quotation whose words the source does not have: perhaps it tells the same in other words."""
        if claim is not None:
            for candidate in self.theirs.counterparts(claim, self.summary)[:1]:
                if candidate.share >= _SAME_CLAIM:
                    place = candidate.claim.content[0]
                    return Finding(
                        FindingKind.PARAPHRASE_IN_MARKS, quoted, place, "the source tells it in other words",
                        claim=claim, counterpart=candidate.claim,
                    )  # fmt: skip
        return Finding(FindingKind.QUOTATION_NOT_IN_SOURCE, quoted, claim=claim)

    def _in_marks(self, passage: Passage) -> bool:
        """Whether at least half of the passage is verbatim in the source; all of it where it is exact."""
        covered = max((overlap(passage.span, span) for span in self.marked.at(passage.span)), default=0)
        return covered >= len(passage.span) * (0.9 if passage.exact else 0.5)

    def _said_by(self, quoted: Span, claim: Claim | None, found: Sequence[Passage]) -> Iterator[Finding]:
        """A finding where every passage with these words is somebody else's."""
        if claim is None:
            return
        sayers = [(passage, _innermost(self.saying, passage.span)) for passage in found]
        opinions = [agree(claim.speaker, sayer.speaker if sayer else None, self.language) for _, sayer in sayers]
        if opinions and all(opinion is False for opinion in opinions):
            passage, sayer = sayers[0]
            yield self._wrong_speaker(quoted, claim, passage.span, sayer)

    def told(self, wrong: Container[Claim | None]) -> Iterator[Finding]:
        """Findings at the summary's claims and at what they commit to, but for those whose quotation is wrong."""
        for claim in self.mine:
            if claim in wrong:
                continue
            found = self.theirs.counterparts(claim, self.summary)
            if found and found[0].share >= _SAME_CLAIM:
                yield from self._compared(claim, found)
            elif not claim.quoted and (not found or found[0].share < _SOME_CLAIM):
                yield from self._alone(claim)

    def _compared(self, claim: Claim, found: Sequence[Counterpart]) -> Iterator[Finding]:
        meant = [one for one in found if one.share >= max(_SAME_CLAIM, 0.8 * found[0].share)]
        opinions = [agree(claim.speaker, one.claim.speaker, self.language) for one in meant]
        best = meant[0].claim
        if all(opinion is False for opinion in opinions):
            if not claim.quoted:
                yield self._wrong_speaker(claim.content[0], claim, best.content[0], best)
            return
        notes = [
            self._commitment(claim, one.claim)
            for one, opinion in zip(meant, opinions, strict=True)
            if opinion is not False
        ]
        if all(notes):
            counterpart = next(one.claim for one, opinion in zip(meant, opinions, strict=True) if opinion is not False)
            place = claim.cue or claim.content[0]
            there = counterpart.cue or counterpart.content[0]
            yield Finding(
                FindingKind.CHANGED_COMMITMENT,
                _plain(place),
                _plain(there),
                notes[0],
                claim=claim,
                counterpart=counterpart,
            )

    def _commitment(self, mine: Claim, theirs: Claim) -> str:
        """What differs in what the two claims commit to; empty where nothing does."""
        if theirs.realis is not mine.realis and mine.realis is Realis.ACTUAL:
            return f"in the source it is {theirs.realis}"
        if self._rejects(mine, self.summary) != self._rejects(theirs, self.source):
            rejected = self._rejects(theirs, self.source)
            return f"the source {'rejects' if rejected else 'asserts'} it"
        return ""

    def _rejects(self, claim: Claim, words: Words) -> bool:
        """Whether the claim is against its content: denying once and negating once are even."""
        negated = sum(negations(words.keys[slice(*words.between(span))], self.language) for span in claim.content)
        return (claim.polarity is Polarity.NEGATIVE) != (negated % 2 == 1)

    def _alone(self, claim: Claim) -> Iterator[Finding]:
        """A finding for a claim without counterpart, unless a sentence of the source has its words and its speaker."""
        place = claim.content[0]
        for start, end in paragraphs(self.source.text, 0, len(self.source.text)):
            words = Words.of(self.source.text, start, end)
            if self.theirs.share(claim, self.summary, words.keys) >= _SAME_CLAIM:
                if _names(claim.speaker, words):
                    return
                yield Finding(
                    FindingKind.NO_COUNTERPART, place, Span.of(self.source.text, start, end),
                    "the source does not attribute it", claim=claim,
                )  # fmt: skip
                return
        yield Finding(FindingKind.NO_COUNTERPART, place, claim=claim)

    def _wrong_speaker(self, place: Span, claim: Claim, there: Span, sayer: Claim | None) -> Finding:
        name = sayer.speaker.name if sayer and sayer.speaker else ""
        return Finding(
            FindingKind.WRONG_SPEAKER, place, there, f"in the source it is {name}", claim=claim, counterpart=sayer
        )


def _marked(text: str) -> list[Span]:
    """What stands between quotation marks, with them."""
    found = quotations(text, paragraphs(text, 0, len(text)))
    return [Span.of(text, one.start, one.end) for paragraph in found for one in paragraph]


def _contents(claims: Sequence[Claim]) -> Places[Claim]:
    return Places((piece, claim) for claim in claims for piece in claim.content)


def _innermost(claims: Places[Claim], span: Span) -> Claim | None:
    """The claim with the shortest content that covers most of a span."""
    near = claims.at(span)
    covering = [claim for claim in near if sum(overlap(span, piece) for piece in claim.content) * 5 >= len(span) * 4]
    return min(covering, key=lambda claim: sum(map(len, claim.content)), default=None)


def _plain(span: Span) -> Span:
    return Span(span.start, span.end, span.text)


def _names(speaker: Speaker | None, words: Words) -> bool:
    if speaker is None:
        return True
    last = [keys[-1] for keys in (Words.of(name).keys for name in (speaker.name, *speaker.aliases)) if keys]
    return any(key in words.keys for key in last)
