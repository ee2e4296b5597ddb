"""Closing: the mark that what was said ends with."""

import re

from quoteattr.attribution.draft import Draft
from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.wordclass import END

MARKS = " \t\r\n\u00a0,\"'”’»)]"  # what may stand behind the mark
MOST, FEW = 3, 8  # sentences to one with the mark; characters
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+\S")


def closes_with(draft: Draft, mark: str) -> bool:
    """Whether content ends with a mark: a turn and a third of its sentences, or quotations that are one sentence each.

    Args:
        draft: The draft.
        mark: The mark.
    """
    shape = draft.shape
    if draft.pattern.kind == ContentKind.TURN:
        ends = [
            at for first, last in draft.content for at in range(first, last + 1) if shape.letters[at : at + 1] == END
        ]
        told = [shape.text[max(0, shape.ends[at] - FEW) : shape.ends[at]].rstrip(MARKS)[-1:] for at in ends]
        return told[-1:] == [mark] and told.count(mark) * MOST >= len(told)
    said = [
        shape.quotations[at] for first, last in draft.content for at in range(first, last) if at in shape.quotations
    ]
    words = [shape.text[quotation.inner_start : quotation.inner_end].rstrip(MARKS) for quotation in said]
    return bool(words) and all(each.endswith(mark) and not SENTENCE.search(each) for each in words)
