"""Repeats within repeats: whether an expanded pattern could try one stretch in exponentially many ways."""

import re

MOST = 60  # a bounded repeat of more than this counts as unbounded inside another
PIECE = re.compile(
    r"(?P<group_open>\((?:\?(?:P<\w+>|<?[=!]|[:>|]))?+)|(?P<group_close>\))"
    r"|(?P<repeat_sign>[*+]|\{\d*+(?P<comma>,)?+(?P<at_most>\d*+)\})(?P<possessive>\+)?+|\[[^\]]*+\]|.",
    re.DOTALL,
)


def repeats_nest(expanded: str) -> bool:
    """Whether a large repeat that gives back what it took stands inside an unbounded one.

    Example:
        >>> repeats_nest("(?:ab*)*"), repeats_nest("(?:ab*+)*"), repeats_nest("(?:ab*){0,6}")
        (True, False, False)
    """
    inside = [False]  # for each open group, whether it holds a large repeat
    last = False  # the same for the piece just read
    for match in PIECE.finditer(expanded):
        if match["group_open"]:
            inside.append(False)
        elif match["group_close"] and len(inside) > 1:
            last = inside.pop()
            inside[-1] = inside[-1] or last
        elif match["repeat_sign"] and not match["possessive"]:
            most = _most(match)
            if last and most is None:
                return True
            inside[-1] = inside[-1] or most is None or most > MOST
        else:
            last = False
    return False


def _most(match: "re.Match[str]") -> int | None:
    """How often a repeat repeats at the most; None where it is unbounded."""
    if match["at_most"]:
        return int(match["at_most"])
    return 0 if match["repeat_sign"][0] == "{" and not match["comma"] else None
