"""Closing: the mark that what was said ends with."""

import re

from quoteattr.attribution.draft import Draft
from quoteattr.grammar.pattern import ContentKind
from quoteattr.grammar.wordclass import LETTER

END = LETTER["END"]
MARKS = " \t\r\n\u00a0,\"'”’»)]"  # what may stand behind the mark
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*\s+\S")


def closes_with(draft: Draft, mark: str) -> bool:
    """Whether a turn ends with a mark, or each quotation of a content, which is one sentence then.

    Args:
        draft: The draft.
        mark: The mark.
    """
    shape = draft.shape
    if draft.pattern.kind == ContentKind.TURN:
        first, last = draft.content[-1]
        end = shape.ends[last if shape.letters[last : last + 1] == END else last - 1]
        return shape.text[shape.starts[first] : end].rstrip(MARKS).endswith(mark)
    said = [
        shape.quotations[at] for first, last in draft.content for at in range(first, last) if at in shape.quotations
    ]
    told = [shape.text[quotation.inner_start : quotation.inner_end].rstrip(MARKS) for quotation in said]
    return bool(told) and all(words.endswith(mark) and not SENTENCE.search(words) for words in told)
