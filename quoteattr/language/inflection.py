"""The forms of a verb: a lemma and its irregular forms in, its inflected words out."""

from enum import StrEnum

import attrs


class Form(StrEnum):
    """The forms that a verb group is read from."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


@attrs.frozen
class Verb:
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
        past = self.past or (_past(head),)
        doubled = f"{head}{head[-1:]}"
        ing = f"{doubled}ing" if self.past and f"{doubled}ed" in past else _ing(head)
        return (head,), self.present or (third(head),), past, self.participle or past, self.ing or (ing,)


VOWELS = frozenset("aeiou")
DOUBLING = frozenset("bdgmnpt")


def third(head: str) -> str:
    """The third person singular of a regular verb, which is the plural of a regular noun too."""
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        return f"{head[:-1]}ies"
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(head: str) -> str:
    if head.endswith("e"):
        return f"{head}d"
    if head.endswith("y") and head[-2:-1] not in VOWELS:
        return f"{head[:-1]}ied"
    return f"{_doubled(head)}ed"


def _ing(head: str) -> str:
    if head.endswith("ie"):
        return f"{head[:-2]}ying"
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        return f"{head[:-1]}ing"
    return f"{_doubled(head)}ing"


def _doubled(head: str) -> str:
    """A verb of one syllable doubles its consonant after a single vowel: nod, nodded."""
    if head[-1:] not in DOUBLING or head[-2:-1] not in VOWELS:
        return head
    vowels = [at for at, letter in enumerate(head) if letter in VOWELS and head[at - 1 : at + 1] != "qu"]
    return head + head[-1] if vowels == [len(head) - 2] else head
