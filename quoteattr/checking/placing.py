"""Placing: where all pieces of a quotation stand in the source, and whether they may be joined."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise

import attrs

from quoteattr.checking.agreement import Agreement
from quoteattr.checking.commitment import Commitments
from quoteattr.checking.findings import Edit
from quoteattr.checking.passages import Match, Piece, Stream
from quoteattr.checking.side import Side
from quoteattr.checking.words import opcodes
from quoteattr.claim import Claim

MOST = 5  # places of a quotation that are judged
_MOST = 30  # places of a piece that are tried
_FAR = 300  # words between two quotations that are no tag, whatever they are
_NARRATED = 3  # words of a sentence between two quotations that make it more than a tag


class Place:
    """Where a quotation stands in the source.

    Args:
        matches: The places of its pieces.
        ordered: Whether they stand in the quotation's order.

    Attributes:
        exact: Whether all words are the same.
        likeness: From 0 to 1.
        sources: The words of the source, in text order.
        pairs: The words that both texts have.
    """

    def __init__(self, matches: Sequence[Match], *, ordered: bool = True) -> None:
        self.matches, self.ordered = matches, ordered
        self.exact = all(match.exact for match in matches)
        whole = sum(len(match.piece.words) for match in matches)
        self.likeness = sum(match.likeness * len(match.piece.words) for match in matches) / whole
        self.sources = sorted({at for match in matches for at in match.sources})
        self.pairs = [pair for match in matches for pair in match.pairs]


class Placing:
    """Finds quotations of the summary in the source.

    Args:
        mine: The summary.
        theirs: The source.
        commitments: What the words of the source are said under.
        agreement: Tells whether two speakers are one.
    """

    def __init__(self, mine: Side, theirs: Side, commitments: Commitments, agreement: Agreement) -> None:
        self._mine, self._theirs, self._commitments, self._agreement = mine, theirs, commitments, agreement
        self._verbatim = frozenset(theirs.verbatim)

    @cached_property
    def _streams(self) -> Sequence[Stream]:
        verbatim, bracketed = self._theirs.verbatim, self._theirs.bracketed
        kept = [at for at in verbatim if at not in bracketed]
        streams = [Stream(self._theirs, kept), Stream(self._theirs, None)]
        if len(kept) < len(verbatim):
            streams.insert(1, Stream(self._theirs, verbatim))
        return streams

    def places(self, found: Sequence[Piece]) -> list[Place]:
        """The places with a quotation's words; if there are none, the one that most nearly has them."""
        for stream in self._streams:
            exact = list(self._chains([list(islice(stream.exact(piece, self._keys(piece)), _MOST)) for piece in found]))
            if exact:
                return exact
        near = [place for stream in self._streams for place in self._near(found, stream)]
        return sorted(near, key=lambda place: -place.likeness)[:1]

    def _keys(self, piece: Piece) -> list[str]:
        return [self._mine.words.keys[at] for at in piece.words]

    def _near(self, found: Sequence[Piece], stream: Stream) -> Iterator[Place]:
        options: list[list[Match]] = []
        for piece in found:
            keys = self._keys(piece)
            matches = list(islice(stream.exact(piece, keys), _MOST))
            matches = matches or sorted(stream.near(piece, keys), key=lambda match: -match.likeness)[:1]
            options.append([self._settled(match) for match in matches])
        yield from self._chains(options)

    def _settled(self, match: Match) -> Match:
        """A match whose words differ only in where they are cut (“well known” and “well-known”) is exact."""
        if match.exact or any(not edit.same for edit in self.edits(match)):
            return match
        return attrs.evolve(match, exact=True)

    def _chains(self, options: Sequence[Sequence[Match]]) -> Iterator[Place]:
        """For each place of the first piece, the nearest ones of those that follow."""
        if not options or not all(options):
            return
        for first in options[0][:MOST]:
            chain, ordered = [first], True
            for several in options[1:]:
                behind = [match for match in several if match.first >= chain[-1].last]
                ordered = ordered and bool(behind)
                last = chain[-1].last
                chain.append(min(behind or several, key=lambda match: abs(match.first - last)))
            yield Place(chain, ordered=ordered)

    def is_verbatim(self, place: Place) -> bool:
        """Whether the source gives the words verbatim: nearly all of them, or half where they differ."""
        sources = [at for match in place.matches for at in match.sources]
        share = sum(at in self._verbatim for at in sources) / len(sources)
        return share >= (0.9 if place.exact else 0.5)

    def is_marked(self, word: int) -> bool:
        """Whether the source gives a word verbatim."""
        return word in self._verbatim

    def claims(self, word: int) -> list[Claim]:
        """The claims in whose content a word of the source stands."""
        return self._commitments.chain(word)

    def merged(self, place: Place) -> tuple[int, int, bool] | None:
        """Two words of a quotation between which the source has more than a tag, and whether one speaker said both."""
        for before, after in pairwise(place.sources):
            if after == before + 1:
                continue
            left, right = self.claims(before)[-1:], self.claims(after)[-1:]
            if left == right and left:
                continue
            opinion = self._one_speaker(left, right)
            if opinion is False or self._narrated(before, after):
                return before, after, opinion is not False
        return None

    def _one_speaker(self, left: Sequence[Claim], right: Sequence[Claim]) -> bool | None:
        if not left or not right:
            return None
        return self._agreement.agree(left[0].speaker, right[0].speaker)

    def _narrated(self, before: int, after: int) -> bool:
        """Whether a sentence without a cue stands between two words, outside marks."""
        if after - before > _FAR:
            return True
        side, cues = self._theirs, self._cue_sentences
        counts: dict[int, int] = {}
        for at in range(before + 1, after):
            if at not in self._verbatim:
                number = side.clauses.sentence[at]
                counts[number] = counts.get(number, 0) + 1
        return any(count >= _NARRATED and number not in cues for number, count in counts.items())

    @cached_property
    def _cue_sentences(self) -> frozenset[int]:
        words, sentence = self._theirs.words, self._theirs.clauses.sentence
        cues = (words.between(claim.cue.start, claim.cue.end)[0] for claim in self._theirs.claims if claim.cue)
        return frozenset(sentence[at] for at in cues if at < len(words))

    def edits(self, match: Match) -> tuple[Edit, ...]:
        """How to get from the source to a piece of the quotation."""
        mine, theirs = self._mine.words, self._theirs.words
        found = list[Edit]()
        brackets = dict(match.piece.brackets)
        here, there = self._keys(match.piece), [theirs.keys[at] for at in match.sources]
        for tag, begin, end, left, right in opcodes(there, here):
            put_in = brackets.get(left) or brackets.get(right)
            summary = " ".join(filter(None, (mine.shown(at) for at in match.piece.words[left:right])))
            source = " ".join(filter(None, (theirs.shown(at) for at in match.sources[begin:end])))
            same = tag == "equal" or "".join(there[begin:end]) == "".join(here[left:right])
            if put_in is not None and tag == "delete":
                summary, same = mine.span(*put_in).text if put_in[0] < put_in[1] else "", True
            found.append(Edit(summary, source, same))
        return tuple(found)
