"""Continuation: quotations without a tag of their own go on with the claim before them."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from quoteattr.attribution.draft import Draft
from quoteattr.attribution.floating import ENDED, QUESTION, SENTENCE, floating, lonely, word_count
from quoteattr.attribution.strays import sentence_before
from quoteattr.grammar.grammar import Grammar
from quoteattr.grammar.pattern import built_in
from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import END, LETTER, PARA, QUOTATIONS
from quoteattr.language.lemma import Part
from quoteattr.text.quotation import Quotation

CARRIED, ANSWER = map(built_in, ("carried quotation", "turn of a dialogue"))
UNMARKED = frozenset(LETTER[name] for name in ("QFULLN", "QFRAGN"))
HEADING, EDGE = 10, 3  # the longest heading of a sentence, in words; where the last mark stands, in characters
SINGLE, MARKS = frozenset("'‘’‹"), frozenset(["label", "mark", "signature"])


def continued(shape: Shape, found: Sequence[Draft], grammar: Grammar) -> list[Draft]:
    """The drafts, each with the quotations that stand alone after it, and new ones for those that follow none."""
    order = sorted(found, key=lambda draft: draft.first)
    alone = list(_alone(shape, found, grammar)) if shape.quotations else ()
    if not alone:
        return order
    ends = _ends(shape, order)
    later = _tagged_later(shape, alone, order)
    for piece, before in alone:
        if piece[1] not in ends:
            last = None if before is None else ends.get(before)
            own = last is None or _made(shape, piece, last) is not None
            following = later.get(piece[0]) if own else None
            if following is None:
                _attach(shape, piece, before, order, ends, grammar)
            else:
                following.content = tuple(sorted((*following.content, piece)))
    return order


def _tagged_later(shape: Shape, alone: Sequence[tuple[Range, int | None]], order: Sequence[Draft]) -> dict[int, Draft]:
    """For the first token of each quotation left open, the claim that begins with the next quotation or a later one."""
    begins, quotations = {draft.content[0][0]: draft for draft in order}, shape.quotations
    for (first, end), _ in reversed(alone):
        after = end + 1 + (shape.letters[end + 1 : end + 2] == PARA)
        draft = begins.get(after)
        if draft is None or shape.letters[end] != END:
            continue
        quotation, following = quotations.get(end - 1), quotations.get(after)
        opener = _opener(shape, following) if following else None
        if quotation and not quotation.closed and opener in ("", _opener(shape, quotation)):
            begins[first] = draft
    return begins


def _attach(
    shape: Shape, piece: Range, before: int | None, order: list[Draft], ends: dict[int, Draft], grammar: Grammar
) -> None:
    """Let a quotation go on with the claim before it, or make a claim of its own."""
    last = None if before is None else ends.get(before)
    if last is not None and (_is_apart(shape, piece, last) or _is_aside(shape, last)):
        last = None
    made = _answer(shape, piece, last) or _made(shape, piece, last)
    if last is None:
        made = (before is not None and floating(shape, piece, before, grammar)) or lonely(shape, piece)
    if made is not None:
        order.append(made)
        ends[piece[1]] = made
    elif last is not None:
        last.content = (*last.content, piece)
        ends[piece[1]] = last


def _made(shape: Shape, piece: Range, before: Draft | None) -> Draft | None:
    """The claim that a quotation makes behind another one; None where it goes on with that."""
    if before is None or before.cue is None or _begins(shape, before) or _is_open(shape, before):
        return None
    if shape.letters[piece[0] - 1] != PARA and _quoted(shape, before):
        return None
    draft = Draft(shape, None, before.source, (piece,), CARRIED)
    draft.inherited = True
    return draft


def _answer(shape: Shape, piece: Range, before: Draft | None) -> Draft | None:
    """What another says: a few words in a paragraph behind a question, a question beside its answer, and the rest."""
    if before is None or _is_open(shape, before):
        return None
    letters, (start, end) = shape.letters, piece
    asks = QUESTION in shape.word(end - 1)[-EDGE:]
    if letters[start - 1] == PARA:
        asked = QUESTION in shape.word(before.content[-1][1] - 1)[-EDGE:]
        spoken = asked and not asks and word_count(shape, piece) < SENTENCE
    else:
        beside = letters[end + 1 : end + 2] in QUOTATIONS and letters[end + 2 : end + 3] == END
        spoken = asks and beside and QUESTION not in shape.word(end + 1)[-EDGE:]
    return Draft(shape, None, None, (piece,), ANSWER) if spoken or before.pattern is ANSWER else None


def _is_apart(shape: Shape, piece: Range, draft: Draft) -> bool:
    """Whether a quotation begins a paragraph that goes on, behind one that a mark or nothing attributes."""
    start, end = piece
    if shape.letters[start - 1] != PARA or shape.ends_paragraph(end):
        return False
    return not _is_open(shape, draft) and (draft.cue is None or draft.cue.group.name in MARKS)


def _is_aside(shape: Shape, draft: Draft) -> bool:
    """Whether a noun attributes inside a sentence about another: "Hale rejected | her claim that it was old"."""
    source, cue = draft.source, draft.cue
    if source is None or cue is None or cue.entry.part is not Part.NOUN:
        return False
    return not _quoted(shape, draft) and source[0] - shape.sentence_start(source[0]) > 1


def _is_open(shape: Shape, draft: Draft) -> bool:
    """Whether what was said ends with a quotation that is left open, which the next paragraph goes on with."""
    quotation = shape.quotations.get(draft.content[-1][1] - 1)
    return quotation is not None and not quotation.closed


def _alone(shape: Shape, found: Sequence[Draft], grammar: Grammar) -> Iterator[tuple[Range, int | None]]:
    """Each sentence without a tag that begins with a quotation in no draft's content, and the END before it."""
    quotations = sorted(shape.quotations)
    taken = set[int]()
    for draft in found:
        for first, last in draft.content:
            taken.update(quotations[bisect_left(quotations, first) : bisect_left(quotations, last)])
    mixed = not all(_is_single(shape, at) for at in quotations)
    for at in quotations:
        piece = None if at in taken else _untagged(shape, at, grammar)
        if piece and not _is_heading(shape, at, piece, mixed=mixed):
            yield piece, sentence_before(shape, piece[0], grammar)


def _ends(shape: Shape, order: Sequence[Draft]) -> dict[int, Draft]:
    """For the END of each sentence in which claims end, the claim that goes on.

    The last one that holds a quotation goes first, then one in no other’s content.
    """
    ending: dict[int, list[Draft]] = {}
    for draft in order:
        ending.setdefault(_sentence_end(shape, draft), []).append(draft)
    return {end: found[0] if len(found) == 1 else _last(shape, found) for end, found in ending.items()}


def _last(shape: Shape, several: list[Draft]) -> Draft:
    tests: tuple[Callable[[Draft], bool], ...] = (
        lambda draft: _quoted(shape, draft),
        lambda draft: not _within(draft, several),
    )
    left = several
    for test in tests:
        left = [draft for draft in left if test(draft)] or left
    return left[-1]


def _begins(shape: Shape, draft: Draft) -> bool:
    """Whether a draft's content begins with a quotation."""
    return draft.content[0][0] in shape.quotations


def _quoted(shape: Shape, draft: Draft) -> bool:
    """Whether any of a draft's content stands between marks."""
    return any(at in shape.quotations for first, last in draft.content for at in range(first, last))


def _within(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a draft's cue stands in another's content."""
    cue = draft.cue
    return cue is not None and any(
        first <= cue.verb < last for other in others if other is not draft for first, last in other.content
    )


def _sentence_end(shape: Shape, draft: Draft) -> int:
    last, cue = max([last for _, last in draft.content]), draft.cue
    return shape.sentence_end(cue.last - 1 if cue is not None and cue.last > last else last - 1)


def _untagged(shape: Shape, at: int, grammar: Grammar) -> Range | None:
    """The sentence of a quotation, where it begins with it and goes on with what was said before."""
    start, end = shape.sentence_start(at), shape.sentence_end(at)
    return (start, end) if grammar.untagged.match(shape.letters, start, end + 1) else None


def _opener(shape: Shape, quotation: Quotation) -> str:
    return shape.text[quotation.start : quotation.inner_start]


def _is_single(shape: Shape, at: int) -> bool:
    return _opener(shape, shape.quotations[at]) in SINGLE


def _is_heading(shape: Shape, at: int, piece: Range, *, mixed: bool) -> bool:
    """Whether a paragraph in marks is a heading: few words that no mark ends, or single marks among double ones."""
    start, end = piece
    if at + 1 != end or shape.letters[start - 1] != PARA or not shape.ends_paragraph(end):
        return False
    letter, count = shape.letters[at], word_count(shape, piece)
    single = mixed and _is_single(shape, at) and (letter not in ENDED or count <= HEADING)
    return single or (letter in UNMARKED and count < SENTENCE)
