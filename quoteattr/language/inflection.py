"""The forms of a verb: a lemma and its irregular forms in, its inflected words out."""

from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """The forms that a verb group is read from."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Verb(NamedTuple):
    """A verb: its lemma and, where they are not regular, its past forms.

    Args:
        lemma: Dictionary form; a particle or preposition follows after a space ("point out").
        past: Irregular past forms, or forms with a doubled consonant.
        participle: Irregular past participles.
        present: Forms of the third person, where they are not made as in English.
        ing: Forms as in "adding", where they are not made as in English.

    Example:
        >>> [str(form) for form, words in Verb("deny").forms().items() if "denied" in words]
        ['past', 'participle']
    """

    lemma: str
    past: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    ing: tuple[str, ...] = ()

    def forms(self) -> dict[Form, tuple[str, ...]]:
        """The words of each form; only the first word of a lemma is inflected."""
        return dict(zip(Form, self.words(), strict=True))

    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each form, in the order of `Form`."""
        head = self.lemma.partition(" ")[0]
        if not self.past:
            past, ing = _regular(head)
            pasts: tuple[str, ...] = (past,)
        else:
            pasts, doubled = self.past, f"{head}{head[-1:]}"
            ing = f"{doubled}ing" if f"{doubled}ed" in pasts else _regular(head)[1]
        return (head,), self.present or (third(head),), pasts, self.participle or pasts, self.ing or (ing,)


VOWELS = frozenset("aeiou")
DOUBLING = frozenset("bdgmnpt")
HISSING = ("s", "x", "z", "ch", "sh", "o")


def third(head: str) -> str:
    """The third person singular of a regular verb, which is the plural of a regular noun too."""
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        return f"{head[:-1]}ies"
    return f"{head}es" if head.endswith(HISSING) else f"{head}s"


def _regular(head: str) -> tuple[str, str]:
    """The past and the form in "ing" of a regular verb."""
    last, before = head[-1:], head[-2:-1]
    if last == "e":
        if before == "i":
            return f"{head}d", f"{head[:-2]}ying"
        return f"{head}d", f"{head}ing" if before in ("e", "o", "y") else f"{head[:-1]}ing"
    if last == "y" and before not in VOWELS:
        return f"{head[:-1]}ied", f"{head}ing"
    stem = _doubled(head) if last in DOUBLING and before in VOWELS else head
    return f"{stem}ed", f"{stem}ing"


def _doubled(head: str) -> str:
    """A verb of one syllable doubles its consonant after a single vowel: nod, nodded."""
    vowels = [at for at, letter in enumerate(head) if letter in VOWELS and head[at - 1 : at + 1] != "qu"]
    return head + head[-1] if vowels == [len(head) - 2] else head
