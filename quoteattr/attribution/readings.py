"""Readings: at each cue, the best pair of a source and a content, as a draft."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from quoteattr.attribution.cues import CueCandidate, candidates
from quoteattr.attribution.draft import Draft
from quoteattr.attribution.extents import ANSWER, content_end, gone_on, has_lost_verb
from quoteattr.attribution.sources import SourceCandidate, sources
from quoteattr.attribution.strays import linked, pointed
from quoteattr.attribution.turns import turns_of
from quoteattr.grammar.choice import LEFT, Licensed
from quoteattr.grammar.expression import Match
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import ContentKind, Pattern
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import LETTER

RELATIVES: Final = frozenset(LETTER[name] for name in ("WHO", "WHICH", "THAT"))
CLAUSE: Final = ContentKind.CLAUSE
QUOTATION: Final = ContentKind.QUOTATION
FINITE_FORMS: Final = frozenset(["finite", "chain"])
NAMED: Final = frozenset([ContentKind.THING, ContentKind.TOPIC])
MARKS: Final = frozenset(["mark", "signature"])
MOST_CUES: Final = 20  # in a sentence

Try: TypeAlias = tuple[int, int, int, Pattern, CueCandidate, SourceCandidate]


def readings(shape: Shape, grammar: Grammar) -> list[Draft]:
    """What the cues of a shape are read as, one draft a cue at the most, in text order of their cues."""
    found: list[Draft] = []
    marks = []
    for options in _not_too_many(candidates(shape, grammar), shape, grammar):
        if options[0].group.name in MARKS:
            marks.append(options)
            continue
        draft = _read(shape, grammar, options, found)
        if draft is not None and not _is_within(draft, found) and not _is_asked(draft, found):
            while found and found[-1].cue and draft.cue and found[-1].cue.verb >= draft.cue.first:
                found.pop()  # "declined to say": one cue, not two
            found.append(draft)
    found = [draft for draft in found if not _is_labelled(draft, shape)]
    found += turns_of(grammar).find(shape)
    if not marks:
        return found
    taken = {at for draft in found for first, last in draft.content for at in range(first, last)}
    for options in _outside_furniture(marks, shape, grammar):  # a mark attributes what no word does
        draft = _read(shape, grammar, options, [])
        if draft is not None and not taken.intersection(range(*draft.content[0])):
            found.append(draft)
    return found


def _outside_furniture(
    marks: Iterable[list[CueCandidate]], shape: Shape, grammar: Grammar
) -> Iterator[list[CueCandidate]]:
    """The marks of sentences that do not begin as furniture does: "Editor’s note: …"."""
    for options in marks:
        if not turns_of(grammar).is_furniture(shape, shape.sentence_start(options[0].first)):
            yield options


def _is_labelled(draft: Draft, shape: Shape) -> bool:
    """Whether what is quoted is somebody else's turn with its label: "What they said: | Ana Brandt: “It is over.”"."""
    first = draft.content[0][0]
    return draft.pattern.kind == QUOTATION and any(one.first == first for one in shape.labels.values())


def _is_within(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether a chain's last verb belongs to the claim before: "demanded to know", "refused to rule out a strike"."""
    outer, cue = before[-1].cue if before else None, draft.cue
    if outer is None or cue is None:
        return False
    refused = draft.pattern.kind in NAMED and before[-1].pattern.kind == ContentKind.INFINITIVE
    return outer.last > cue.verb or (refused and outer.verb >= cue.first)


def _is_asked(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether a chain begins with a claim of what somebody was asked to say: "was urged to say"."""
    outer, cue = before[-1].cue if before else None, draft.cue
    if outer is None or cue is None or outer.verb < cue.first:
        return False
    return outer.group.name == "passive" and before[-1].pattern.side != LEFT and cue.group.name == "chain"


def _not_too_many(
    several: Iterable[list[CueCandidate]], shape: Shape, grammar: Grammar
) -> Iterator[list[CueCandidate]]:
    """The cues, of each sentence no more than so many, where nobody is quoted, and none of links."""
    end, count, links = -1, 0, linked(shape) | turns_of(grammar).leading_away(shape)
    for options in several:
        if options[0].verb > end:
            end, count = shape.sentence_end(options[0].verb), 0
        count += 1
        if count <= MOST_CUES and end not in links:
            yield options


def _read(shape: Shape, grammar: Grammar, options: list[CueCandidate], before: list[Draft]) -> Draft | None:
    """The draft of a cue that the first content pattern gives; of its entries, the longest counts first."""
    end = shape.sentence_end(options[0].verb)
    sentence = shape.sentence_start(options[0].first), end
    tries: list[Try] = []
    for number, cue in enumerate(options):
        if cue.last <= end:
            licensed = grammar.choices.contents[cue.group.name, cue.entry.frames]
            found = sources(shape, grammar, cue, sentence, before)
            tries += _tries(shape.letters, licensed, cue, found, number)
    tries.sort()
    letters = shape.letters
    for attempt in tries:
        _, _, _, pattern, _, source = attempt
        if pattern.side == LEFT:
            match = pattern.regex.match(shape.leftwards(source.left))
        else:
            match = pattern.regex.match(letters, source.right)
        if match is not None:
            draft = _pair(shape, grammar, attempt, match, end)
            if draft is not None:
                return draft
    return None


def _tries(
    letters: str, licensed: Licensed, cue: CueCandidate, several: Iterable[SourceCandidate], number: int
) -> list[Try]:
    """The pairs of a content pattern and a source that may make a draft, each after its rank, cue and source.

    Of two sources with the same room beside them, the first is tried alone.
    """
    tries: list[Try] = []
    rights: list[int] = []
    rooms: list[tuple[int, int]] = []
    for turn, source in enumerate(several):
        span, left, right = source.span, source.left, source.right
        if right not in rights:
            rights.append(right)
            ranked = (licensed.right if span else licensed.bare_right)[letters[right : right + 1]]
            tries += [(number, p.rank, turn, p, cue, source) for p in ranked]
        if (left, right) not in rooms:
            rooms.append((left, right))
            ranked = (licensed.left if span else licensed.bare_left)[letters[left - 1] if left else ""]
            if ranked:
                own = not source.inherited and (span is None or letters[span[0]] not in RELATIVES)
                tries += [(number, p.rank, turn, p, cue, source) for p in ranked if own or not p.own]
    return tries


def _pair(shape: Shape, grammar: Grammar, attempt: Try, match: Match, end: int) -> Draft | None:
    """The draft that the match of a content pattern makes with a source; None where they do not go together."""
    _, _, _, pattern, cue, source = attempt
    behind = pattern.after.match(shape.letters, source.right) if pattern.after else None
    if pattern.after and behind is None:
        return None
    first, last = match.span("content")
    content: tuple[Range, ...]
    if pattern.side == LEFT:
        first, last = source.left - last, source.left - first
        content = ((first, last), *gone_on(shape.letters, grammar.choices, source.right, end, pattern, behind))
        whole = shape.letters[first:last]
    else:
        whole = shape.letters[first:last]
        if pattern.ends:
            last = content_end(shape.letters, grammar.choices, first, last, pattern)
        content = pointed(shape, ((first, last),))
    if pattern.kind == CLAUSE and last - first > ANSWER and has_lost_verb(shape.letters, content, whole):
        return None
    if last <= first or _without_source(shape, source, content, left=pattern.side == LEFT):
        return None
    if pattern.side != LEFT and _is_inverted(source, cue, pattern):
        return None
    draft = Draft(shape, cue, source.span, content, pattern, source.pattern)
    draft.inherited = source.inherited
    if pattern.addressed and match["addressee"]:
        draft.addressee = match.span("addressee")
    return draft


def _without_source(shape: Shape, source: SourceCandidate, content: Sequence[Range], *, left: bool) -> bool:
    """Whether content cannot be the source's: it holds the source, or stands before a relative pronoun’s clause."""
    if source.span is None:
        return False
    at, end = source.span
    return any(first <= at < last for first, last in content) or (left and shape.letters[at:end] in RELATIVES)


def _is_inverted(source: SourceCandidate, cue: CueCandidate, pattern: Pattern) -> bool:
    """Whether a clause would follow a verb before its subject, as only words in marks do: "said Brandt: “Yes.”"."""
    behind = source.span is not None and source.span[0] >= cue.last
    return behind and cue.group.name in FINITE_FORMS and pattern.kind != QUOTATION
