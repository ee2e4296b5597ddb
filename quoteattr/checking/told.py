"""Claims and statements of the summary: does the source tell them, by whom, as surely, and with the same details?"""

from collections import Counter
from collections.abc import Sequence

import attrs

from quoteattr.checking.content import Sort
from quoteattr.checking.details import changed
from quoteattr.checking.findings import Finding, FindingKind, Severity
from quoteattr.checking.likeness import Likeness, likest
from quoteattr.checking.pair import Texts, Verdict, plain
from quoteattr.claim import Claim
from quoteattr.text.span import Span

_SAME, _SOME, _LITTLE = 0.6, 0.5, 0.34
_NEARLY = 0.8  # of the likest: a sentence that may be meant as well
_STATED = 0.7  # what a statement must share with a sentence to be compared
_LEAST = 2  # words that carry meaning in a part of a claim
_ENOUGH = 3
_LONGEST = 300  # words of a part

Range = tuple[int, int]


@attrs.frozen
class Part:
    """A clause of a claim's content that is looked for by itself, or a sentence that attributes nothing.

    Args:
        words: Its first word, and one past its last.
        span: Its place in the summary; that of the whole content where this is its only part.
        claim: The claim.
        alone: Whether the content has no other part.
    """

    words: Range
    span: Span
    claim: Claim | None = None
    alone: bool = True


def told(claim: Claim, texts: Texts) -> Verdict | None:
    """The verdict on a claim in indirect speech; None where none of its words carries meaning.

    Args:
        claim: The summary's claim.
        texts: Both texts.
    """
    parts = _parts(claim, texts)
    if not parts:
        return None
    verdicts = [_part(part, claim, texts) for part in parts]
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    if any(finding.kind is FindingKind.WRONG_SPEAKER for finding in findings):
        findings = [finding for finding in findings if finding.kind is FindingKind.WRONG_SPEAKER][:1]
    likeness = sum(verdict.likeness for verdict in verdicts) / len(verdicts)
    return Verdict(tuple(findings), likeness, any(verdict.compared for verdict in verdicts))


def stated(words: Range, texts: Texts) -> Verdict | None:
    """The verdict on a sentence that attributes nothing; None where it has too few words that carry meaning.

    Args:
        words: The sentence's first word, and one past its last.
        texts: Both texts.
    """
    wanted = texts.mine.content.among(range(*words))
    if not _several(words, texts) or len(wanted) < _ENOUGH:
        return None
    found = [
        one for one in likest(wanted, texts.mine, texts.theirs) if one.share >= _STATED and len(one.pairs) >= _ENOUGH
    ]
    if not found:
        return Verdict((), 0.0, compared=False)
    part = Part(words, texts.mine.words.span(*words))
    verdicts = [_compared(part, one, None, texts) for one in found if one.share >= _NEARLY * found[0].share]
    return min(verdicts, key=lambda verdict: len(verdict.findings))


def _parts(claim: Claim, texts: Texts) -> list[Part]:
    found: list[Range] = []
    for piece in claim.content:
        first, last = texts.mine.words.between(piece.start, piece.end)
        for begin, end in texts.mine.clauses.clauses(first, last):
            apart = _several((begin, end), texts) and found and _several(found[-1], texts)
            if found and found[-1][1] == begin and not apart and end - found[-1][0] < _LONGEST:
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
    found = [words for words in found if texts.mine.content.among(range(*words))]
    if len(found) == 1:
        return [Part(found[0], plain(claim.content[0]), claim)]
    return [Part(words, texts.mine.words.span(*words), claim, alone=False) for words in found]


def _several(words: Range, texts: Texts) -> bool:
    """Whether some words have enough plain ones among them to be looked for by themselves."""
    return sum(texts.mine.content.sorts.get(at) is Sort.PLAIN for at in range(*words)) >= _LEAST


def _part(part: Part, claim: Claim, texts: Texts) -> Verdict:
    wanted = texts.mine.content.among(range(*part.words))
    found = likest(wanted, texts.mine, texts.theirs)
    if len(wanted) == 1:  # too little by itself: the words around it must be there too
        found = [one for one in found if _around(part, one, texts) >= _SAME or _alike(one, claim, texts)]
    best = found[0].share if found else 0.0
    if best >= _SAME and found[0].pairs:
        return _meant(part, [one for one in found if one.share >= max(_SAME, _NEARLY * best)], claim, texts)
    missing = len(wanted) > 1 and best < _SOME if part.alone else best < _LITTLE and len(wanted) >= _ENOUGH
    if missing and _together(wanted, found) < _SAME and not claim.quoted:
        return Verdict((_alone(part, None, "The source has no claim like this."),), best)
    return Verdict((), best, compared=False)


def _around(part: Part, likely: Likeness, texts: Texts) -> float:
    """How many of all words of a part a sentence has."""
    keys = set(texts.mine.words.keys[slice(*part.words)]) - texts.mine.vocabulary.complementisers
    return len(keys.intersection(texts.theirs.words.keys[likely.first : likely.last])) / max(len(keys), _ENOUGH)


def _alike(likely: Likeness, claim: Claim, texts: Texts) -> bool:
    """Whether what the source's claim tells is the one word as well, by the same speaker."""
    opinion, counterpart = texts.opinion(claim, texts.chain(likely.pairs[0].theirs))
    if not opinion or counterpart is None:
        return False
    words = (texts.theirs.words.between(piece.start, piece.end) for piece in counterpart.content)
    return len([at for span in words for at in texts.theirs.content.among(range(*span))]) == 1


def _together(wanted: Sequence[int], found: Sequence[Likeness]) -> float:
    """How many of some words the likest sentences have together."""
    there = {pair.mine for one in found for pair in one.pairs}
    return len(there) / len(wanted) if wanted else 1.0


def _alone(part: Part, there: Span | None, message: str) -> Finding:
    return Finding(FindingKind.NO_COUNTERPART, part.span, there, message, severity=Severity.MEDIUM, claim=part.claim)


def _meant(part: Part, found: Sequence[Likeness], claim: Claim, texts: Texts) -> Verdict:
    """The verdict against the sentences that may be meant: the best that one by the same speaker, or one, gives."""
    chains = [_chain(one, texts) for one in found]
    opinions = [texts.opinion(claim, chain) for chain in chains]
    if all(chain and opinion is False for chain, (opinion, _) in zip(chains, opinions, strict=True)):
        there = opinions[0][1]
        assert there is not None  # noqa: S101  # an opinion is of a claim
        finding = texts.wrong_speaker(plain(claim.content[0]), plain(there.content[0]), claim, there)
        return Verdict((finding,), found[0].share)
    verdicts = [
        _compared(part, one, counterpart, texts)
        if chain or _names(claim, one, texts)
        else _unattributed(part, one, texts)
        for one, chain, (opinion, counterpart) in zip(found, chains, opinions, strict=True)
        if opinion is not False or not chain
    ]
    return min(verdicts, key=lambda verdict: len(verdict.findings))


def _unattributed(part: Part, likely: Likeness, texts: Texts) -> Verdict:
    there = _sentence(*texts.theirs.clauses.bounds[texts.theirs.clauses.sentence[likely.first]], texts)
    message = "The source says this in its own voice and attributes it to nobody."
    return Verdict((_alone(part, there, message),), likely.share)


def _sentence(first: int, last: int, texts: Texts) -> Span:
    """A sentence with the marks that end it."""
    text, end = texts.theirs.text, texts.theirs.words.ends[last - 1]
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span.of(text, texts.theirs.words.starts[first], end)


def _names(claim: Claim, likely: Likeness, texts: Texts) -> bool:
    """Whether a sentence names a claim's speaker, or is somebody's whom the source does not name."""
    if claim.speaker is None or any(texts.placing.is_marked(pair.theirs) for pair in likely.pairs):
        return True
    keys = set(texts.theirs.words.keys[likely.first : likely.last])
    spelling = texts.theirs.vocabulary.spelling
    names = [name.split() for name in (claim.speaker.name, *claim.speaker.aliases)]
    return any(words and spelling.key(words[-1]) in keys for words in names)


def _chain(likely: Likeness, texts: Texts) -> list[Claim]:
    """The claims in which most of the words stand that both have, the innermost first."""
    chains = [texts.chain(pair.theirs) for pair in likely.pairs]
    counts = Counter(claim for chain in chains for claim in chain)
    enough = [claim for claim, count in counts.items() if count * 2 >= len(likely.pairs)]
    deepest = max(enough, key=lambda claim: (_depth(claim), counts[claim]), default=None)
    found: list[Claim] = []
    while deepest is not None:
        found.append(deepest)
        deepest = deepest.parent
    return found


def _depth(claim: Claim) -> int:
    return 0 if claim.parent is None else 1 + _depth(claim.parent)


def _compared(part: Part, likely: Likeness, counterpart: Claim | None, texts: Texts) -> Verdict:
    findings: list[Finding] = []
    pairs = [pair for pair in likely.pairs if texts.mine.content.sorts[pair.mine] in (Sort.PLAIN, Sort.UNIT)]
    found = texts.difference(pairs or likely.pairs, part.claim, counterpart)
    if found is not None:
        first, last = min(pair.theirs for pair in likely.pairs), max(pair.theirs for pair in likely.pairs) + 1
        spans = part.span, texts.stretch(first, last, found)
        findings.append(texts.changed_commitment(found, spans, part.claim, counterpart))
    details = changed(likely, part.words, texts.mine, texts.theirs)
    findings += [texts.changed_detail(one, part.claim, counterpart) for one in details]
    return Verdict(tuple(findings), likely.share)
