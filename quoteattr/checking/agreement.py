"""Whether two speakers of two texts are one; None where the texts do not tell."""

from quoteattr.checking.words import Words
from quoteattr.claim import Speaker, SpeakerKind
from quoteattr.language.language import Language

_PEOPLE = {SpeakerKind.PERSON, SpeakerKind.AUTHOR}


def agree(one: Speaker | None, other: Speaker | None, language: Language) -> bool | None:
    """Whether they are one.

    Two names agree where one is the other, or its last word, or its initials; two people's names disagree where they
    share no last word, or have different first names. A description agrees with what the other is called anywhere in
    its text, and never disagrees.

    Example:
        >>> english = Language.load("en")
        >>> agree(Speaker("Ana Brandt"), Speaker("Brandt"), english), agree(Speaker("Brandt"), Speaker("Osei"), english)
        (True, False)
    """
    if one is None or other is None:
        return None
    if _forms(one) & _forms(other) or _called(one, other, language):
        return True
    if not (_is_name(one.name, language) and _is_name(other.name, language)):
        return None
    if (one.kind in _PEOPLE) != (other.kind in _PEOPLE):
        return None
    return _names_agree(one, other)


def _forms(speaker: Speaker) -> set[tuple[str, ...]]:
    return {Words.of(name).keys for name in (speaker.name, *speaker.aliases)}


def _is_name(name: str, language: Language) -> bool:
    first = name.split(maxsplit=1)[0] if name.split() else ""
    acronym = len(first) > 1 and first.isupper()
    return acronym or (first[:1].isupper() and first.casefold() not in language.closed)


def _names_agree(one: Speaker, other: Speaker) -> bool:
    mine, others = Words.of(one.name).keys, Words.of(other.name).keys
    if one.kind not in _PEOPLE:
        return bool(set(mine) & set(others)) or _initials(one.name) == other.name or _initials(other.name) == one.name
    if not mine or not others or mine[-1] != others[-1]:
        return False
    if len(mine) == 1 or len(others) == 1:
        return True
    shorter = min(len(mine[0]), len(others[0]))
    return mine[0] == others[0] or (shorter == 1 and mine[0][0] == others[0][0])


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _called(one: Speaker, other: Speaker, language: Language) -> bool:
    """Whether the words that describe one are among those that the other is called by."""
    return _describes(one, other, language) or _describes(other, one, language)


def _describes(description: Speaker, other: Speaker, language: Language) -> bool:
    wanted = [key for key in Words.of(description.name).keys if key not in language.closed]
    known = (*other.titles, *getattr(other, "roles", ()), *(mention.text for mention in other.mentions))
    called = {key for words in known for key in Words.of(words).keys}
    return bool(wanted) and set(wanted) <= called
