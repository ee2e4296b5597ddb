"""Labels: which of the words before a colon at the start of a paragraph speak, and which are furniture of the page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quoteattr.grammar.expression import Expression
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.wordclass import ENCODING, LETTER, QUOTATIONS
from quoteattr.language.language import Language
from quoteattr.language.tables import words

END, NAME, COLON, LPAR, LABEL, DET, COMMA = (
    LETTER[name] for name in ("END", "NAME", "COLON", "LPAR", "LABEL", "DET", "COMMA")
)
GROUP = "label"
ALTERNATING = 2  # so many labels that each stand before so many texts are those of a transcript
SAME = 40  # characters: what begins alike is the same text again, as furniture is
LONGEST_TITLE = 4  # words
LONGER, INITIALS = re.compile(f"{NAME}{{2,}}"), (2, 3)


class Label(NamedTuple):
    """A label that speaks.

    Args:
        first: Its first token.
        last: The token just past it.
        begin: The first token of what it stands before.
        transcript: Whether it is one of a transcript's.
    """

    first: int
    last: int
    begin: int
    transcript: bool


class Labels:
    """Finds the labels that speak, and makes each of them a sentence of its own.

    A label speaks before a quotation; where it has a title, a given name before another name, or the noun of a role, a
    body or a document at its end; where the text calls somebody so by a longer name, by its initials or beside a cue;
    where labels alternate, as in a transcript; and where it is the one name before a headline that stands alone.

    Args:
        language: Whose names and titles they are.
        notation: What reads the patterns.
        lexicon: The language's words.

    Raises:
        LanguageError: The table of labels is broken.
    """

    def __init__(self, language: Language, notation: Notation, lexicon: Lexicon) -> None:
        table, place, lists = language.tables["labels"], f"{language.code}/labels.toml", language.lists
        self._label, self._bare, self._named, self._turn, self._reported = (
            notation.compile(table[key], f"{place}: {key}") for key in (GROUP, "bare", "named", "turn", "reported")
        )
        self._furniture = frozenset(words(table["furniture"], f"{place}: furniture"))
        documents = words(table["documents"], f"{place}: documents")
        self._heads = _lower([*documents, *lists["roles"], *lists["organisations"], *lists["outlets"]])
        self._titles = _lower(title.rstrip(".") for title in lists["titles"])
        self._common = lexicon.listed
        self._given = _lower(lists["given_names"])
        nations = language.tables["nations"]["nation"]
        self._places = _lower([*lists["places"], *[word for one in nations for word in (one["name"], *one["aliases"])]])

    def apply(
        self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int]
    ) -> tuple[str, Mapping[int, Label]]:
        """The letters, with an END behind each label that speaks, and these, each by the token just past it."""
        found = [match.span(GROUP) for match in self._label.finditer(letters)] if COLON in letters else []
        bare = [match.start() for match in self._bare.finditer(letters)] if LABEL in letters else []
        bare = [at for at in bare if letters[at + 1] != COLON and starts[at + 1] - ends[at] > 1]
        if not found and not bare:
            return letters, {}
        known = _Known(letters, text, starts, ends, self._named)
        several = [[text[starts[at] : ends[at]] for at in range(*span)] for span in found]
        turns = _turns(
            (tuple(label), text[ends[last] : ends[last] + SAME])
            for (_, last), label in zip(found, several, strict=True)
        )
        asked = bool(bare) or any(letters[first:last] == LABEL for first, last in found)
        mended, speaking = bytearray(letters, ENCODING), [Label(at, at + 1, at + 1, transcript=True) for at in bare]
        for at in bare:
            mended[at] = ord(END)
        for (first, last), label in zip(found, several, strict=True):
            shape = letters[first:last]
            turn = shape == LABEL or (shape == DET and asked) or tuple(label) in turns
            if turn or self._speaks(label, shape, known, (letters, last + 1)):
                mended[last] = ord(END)
                speaking.append(Label(first, last, last + 1, transcript=asked or turn))
        return mended.decode(ENCODING), {label.last: label for label in sorted(speaking)}

    def _speaks(self, label: Sequence[str], shape: str, known: "_Known", place: tuple[str, int]) -> bool:
        """Whether a label outside a transcript names a person, a body or a document that says something."""
        label = [word.lower() for word in label]
        if not self._furniture.isdisjoint(label) or not self._turn.match(*place):
            return False
        end = min([at for at, letter in enumerate(shape) if letter in (LPAR, COMMA)], default=len(shape))
        label, shape = label[:end], shape[:end]
        if place[0][place[1]] in QUOTATIONS:
            return NAME in shape or len(shape) == 1
        if label[-1] in self._heads or " ".join(label) in self._heads:
            return not self._reported.match(*place)
        return self._is_person(label, shape, known)

    def _is_person(self, label: Sequence[str], shape: str, known: "_Known") -> bool:
        titles = (" ".join(label[:count]).rstrip(".") for count in range(1, min(LONGEST_TITLE, len(label))))
        if not self._titles.isdisjoint(titles):
            return True
        if any(shape[at : at + 2] == NAME + NAME and word in self._given for at, word in enumerate(label)):
            return True
        named = shape[-1] == NAME and self._places.isdisjoint(label)
        return named and (known.is_named(label) or (known.is_alone and label[0] not in self._common))


class _Known:
    """What a text tells of the names in it, looked for when it is first asked for.

    Args:
        letters: The letters of its tokens.
        text: The text.
        starts: Offset of each token.
        ends: Offset just past each token.
        named: The pattern of a name that is somebody's.
    """

    def __init__(self, letters: str, text: str, starts: Sequence[int], ends: Sequence[int], named: Expression) -> None:
        self._letters, self._text, self._starts, self._ends, self._named = letters, text, starts, ends, named
        self._names: set[str] | None = None

    def is_named(self, label: Sequence[str]) -> bool:
        """Whether the text shows that the last word of a label, in lower case, names somebody."""
        if self._names is None:
            self._names = set(self._found())
        return label[-1] in self._names

    @property
    def is_alone(self) -> bool:
        """Whether the text is a headline and no more."""
        return self._letters.count(END) == 1 and self._starts[-1] == self._ends[-1]

    def _found(self) -> Iterator[str]:
        """The names of the text that are somebody's, and the initials of the longer ones."""
        for named in self._named.finditer(self._letters):
            yield self._word(named.start())
        for longer in LONGER.finditer(self._letters):
            initials = "".join([self._word(at)[0] for at in range(*longer.span())])
            yield from (initials[at : at + count] for count in INITIALS for at in range(len(initials)))

    def _word(self, at: int) -> str:
        return self._text[self._starts[at] : self._ends[at]].lower()


def _turns(labels: Iterable[tuple[tuple[str, ...], str]]) -> set[tuple[str, ...]]:
    """The labels that alternate, of labels with what they stand before."""
    counts = Counter(label for label, _ in set(labels))
    repeated = {label for label, count in counts.items() if count >= ALTERNATING}
    return repeated if len(repeated) >= ALTERNATING else set()


def _lower(several: Iterable[str]) -> frozenset[str]:
    return frozenset(map(str.lower, several))
