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

    Example:
        >>> [str(form) for form, words in Verb("deny").forms().items() if "denied" in words]
        ['past', 'participle']
    """

    lemma: str
    past: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()

    def forms(self) -> dict[Form, tuple[str, ...]]:
        """The words of each form; only the first word of a lemma is inflected."""
        head = self.lemma.split(" ")[0]
        past = self.past or (_past(head),)
        doubled = next((p[:-2] for p in past if p == f"{head}{head[-1]}ed"), None)
        return {
            Form.BASE: (head,),
            Form.THIRD: (_third(head),),
            Form.PAST: past,
            Form.PARTICIPLE: self.participle or past,
            Form.ING: (f"{doubled}ing" if doubled else _ing(head),),
        }


VOWELS = frozenset("aeiou")
DOUBLING = frozenset("bdgmnpt")


def _third(head: str) -> str:
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
    vowels = [at for at, letter in enumerate(head) if letter in VOWELS and head[at - 1 : at + 1] != "qu"]
    return head + head[-1] if head[-1:] in DOUBLING and vowels == [len(head) - 2] else head
