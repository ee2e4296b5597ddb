"""Labels: which of the words before a colon at the start of a paragraph speak, and which are furniture of the page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quoteattr.grammar.notation import Notation
from quoteattr.grammar.wordclass import ENCODING, LETTER, NAME_OF
from quoteattr.language.language import Language
from quoteattr.language.tables import words

END, NAME, COLON, LPAR, LABEL, DET = (LETTER[name] for name in ("END", "NAME", "COLON", "LPAR", "LABEL", "DET"))
QUOTATIONS = frozenset(letter for letter, name in NAME_OF.items() if name.startswith(("QFULL", "QFRAG")))
GROUP = "label"
ALTERNATING = 2  # so many labels that each stand before so many texts are those of a transcript
SAME = 40  # characters: what begins alike is the same text again, as furniture is
LONGEST_TITLE = 4  # words


class Labels:
    """Ends a sentence at the colon of each label that does not speak.

    A label speaks before a quotation; where it has a title, a given name before another name, or the noun of a role, a
    body or a document at its end; where the text calls somebody so by a longer name or beside a cue; where labels
    alternate, as in a transcript; and where it is the one name before a headline that stands alone.

    Args:
        language: Whose names and titles they are.
        notation: What reads the patterns.

    Raises:
        LanguageError: The table of labels is broken.
    """

    def __init__(self, language: Language, notation: Notation) -> None:
        table, place, lists = language.tables["labels"], f"{language.code}/labels.toml", language.lists
        self._label, self._named = (notation.compile(table[key], f"{place}: {key}") for key in (GROUP, "named"))
        self._furniture = frozenset(words(table["furniture"], f"{place}: furniture"))
        documents = words(table["documents"], f"{place}: documents")
        self._heads = _lower([*documents, *lists["roles"], *lists["organisations"], *lists["outlets"]])
        self._titles = _lower(title.rstrip(".") for title in lists["titles"])
        self._given = _lower(lists["given_names"])
        nations = language.tables["nations"]["nation"]
        self._places = _lower([*lists["places"], *[word for one in nations for word in (one["name"], *one["aliases"])]])

    def apply(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> str:
        """The letters, with an END in the place of the colon behind each label that does not speak."""
        found = [match.span(GROUP) for match in self._label.finditer(letters)] if COLON in letters else ()
        if not found:
            return letters
        labels = [[text[starts[at] : ends[at]].lower() for at in range(*span)] for span in found]
        turns = _turns(
            (tuple(label), text[ends[last] :][:SAME]) for (_, last), label in zip(found, labels, strict=True)
        )
        asked = any(letters[first:last] == LABEL for first, last in found)
        named = {
            text[starts[at] : ends[at]].lower() for match in self._named.finditer(letters) for at in [match.start()]
        }
        mended, alone = bytearray(letters, ENCODING), letters.count(END) == 1 and starts[-1] == ends[-1]
        for (first, last), label in zip(found, labels, strict=True):
            shape = letters[first:last]
            if shape == LABEL or (shape == DET and asked) or tuple(label) in turns:
                continue
            known = named.union(label) if alone and shape == NAME else named
            speaks = letters[last + 1 : last + 2] in QUOTATIONS or self._is_somebody(label, shape, known)
            if not speaks or not self._furniture.isdisjoint(label):
                mended[last] = ord(END)
        return mended.decode(ENCODING)

    def _is_somebody(self, label: Sequence[str], shape: str, named: set[str]) -> bool:
        """Whether a label names a person, a body or a document."""
        bracket = shape.find(LPAR)
        label, shape = (label, shape) if bracket < 0 else (label[:bracket], shape[:bracket])
        if label[-1] in self._heads or " ".join(label) in self._heads:
            return True
        if any(
            " ".join(label[:count]).rstrip(".") in self._titles
            for count in range(1, LONGEST_TITLE)
            if count < len(label)
        ):
            return True
        given = any(shape[at : at + 2] == NAME + NAME and word in self._given for at, word in enumerate(label))
        return given or (shape[-1] == NAME and label[-1] in named and not self._places.intersection(label))


def _turns(labels: Iterable[tuple[tuple[str, ...], str]]) -> set[tuple[str, ...]]:
    """The labels that alternate, of labels with what they stand before."""
    counts = Counter(label for label, _ in set(labels))
    repeated = {label for label, count in counts.items() if count >= ALTERNATING}
    return repeated if len(repeated) >= ALTERNATING else set()


def _lower(several: Iterable[str]) -> frozenset[str]:
    return frozenset(map(str.lower, several))
