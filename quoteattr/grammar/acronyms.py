"""Acronyms: names of bodies with commas and "and" inside, as the letters in the brackets behind them spell them."""

from bisect import bisect_left, bisect_right

from quoteattr.grammar.shape import Range, Shape
from quoteattr.grammar.wordclass import AND, COMMA, EDGES, LETTER, NAME

BRACKETS = "".join(LETTER[name] for name in ("NAME", "LPAR", "NAME", "RPAR"))
INNER = frozenset([COMMA, AND])
SMALL = INNER | frozenset(LETTER[name] for name in ("OF", "FOR", "IN", "TO", "PREP", "DET"))
SHORTEST = 3  # letters of an acronym
MOST = 40  # names that are sought where they stand without their acronym


def join_names(shape: Shape) -> None:
    """Gives the letter of a name to all words that an acronym spells: "Roads, Parks and Works Lund | (RPWL)"."""
    at = shape.letters.find(BRACKETS)
    found: list[Range] = []
    while at >= 0:
        first = _spelled(shape, at + 1)
        if not INNER.isdisjoint(shape.letters[first : at + 1]):
            found.append((first, at + 1))
        at = shape.letters.find(BRACKETS, at + 1)
    if not found:
        return
    names = dict.fromkeys([shape.written(*place) for place in found])
    found += [place for name in list(names)[:MOST] for place in _places(shape, name)]
    letters = list(shape.letters)
    for first, last in found:
        letters[first:last] = [NAME if _is_part(shape, at) else shape.letters[at] for at in range(first, last)]
    shape.letters = "".join(letters)


def _is_part(shape: Shape, at: int) -> bool:
    """Whether a token of a name is read as a name: a capitalised word, a comma, "and"."""
    return shape.letters[at] in INNER or shape.word(at)[0].isupper()


def _spelled(shape: Shape, end: int) -> int:
    """Where the name begins that the acronym in brackets behind a token spells; its end where it spells none."""
    acronym, at = shape.word(end + 1), end
    if len(acronym) < SHORTEST or not (acronym.isalpha() and acronym.isupper()):
        return end
    for letter in reversed(acronym):
        at -= 1
        while shape.letters[at] in SMALL and not shape.word(at)[:1].isupper():
            at -= 1
        if shape.letters[at] in EDGES or shape.word(at)[:1] != letter:
            return end
    return at


def _places(shape: Shape, name: str) -> list[Range]:
    """Where a name stands, by its tokens."""
    found: list[Range] = []
    start = shape.text.find(name)
    while start >= 0:
        first, last = bisect_right(shape.ends, start), bisect_left(shape.ends, start + len(name))
        if shape.starts[first] == start and shape.ends[last] == start + len(name):
            found.append((first, last + 1))
        start = shape.text.find(name, start + len(name))
    return found
