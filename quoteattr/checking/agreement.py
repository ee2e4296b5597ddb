"""Whether two speakers of two texts are one; None where the texts do not tell."""

from quoteattr.checking.vocabulary import vocabulary_of
from quoteattr.checking.words import Words
from quoteattr.claim import Speaker, SpeakerKind
from quoteattr.language.language import Language

_PEOPLE = {SpeakerKind.PERSON, SpeakerKind.AUTHOR}

Keys = tuple[str, ...]


class Agreement:
    """Tells whether two speakers of two texts are one.

    Args:
        language: The language of both texts.

    Example:
        >>> agree = Agreement(Language.load("en")).agree
        >>> agree(Speaker("Ana Brandt"), Speaker("Brandt")), agree(Speaker("Brandt"), Speaker("Osei"))
        (True, False)
    """

    def __init__(self, language: Language) -> None:
        self._language, self._spelling = language, vocabulary_of(language).spelling
        self._forms: dict[Speaker, frozenset[Keys]] = {}
        self._known: dict[tuple[Speaker, Speaker], bool | None] = {}
        self._called: dict[Speaker, frozenset[str]] = {}

    def agree(self, one: Speaker | None, other: Speaker | None) -> bool | None:
        """Whether they are one; None where that is not told.

        Two names agree where one is the other, or its last word, or its initials; two people's names disagree where
        they share no last word, or have different first names. A description agrees with what the other is called
        anywhere in its text, and never disagrees.
        """
        if one is None or other is None:
            return None
        if (one, other) not in self._known:
            self._known[one, other] = self._agree(one, other)
        return self._known[one, other]

    def _agree(self, one: Speaker, other: Speaker) -> bool | None:
        if self._names(one) & self._names(other) or self._describes(one, other) or self._describes(other, one):
            return True
        if not (self._is_name(one.name) and self._is_name(other.name)):
            return None
        people = [each for each in (one, other) if each.kind in _PEOPLE]
        if len(people) == 1 and not any(_is_guessed(each) for each in (one, other)):
            return None
        return self._names_agree(one, other)

    def _keys(self, name: str) -> Keys:
        return tuple(Words(name, self._spelling).keys)

    def _names(self, speaker: Speaker) -> frozenset[Keys]:
        if speaker not in self._forms:
            self._forms[speaker] = frozenset(self._keys(name) for name in (speaker.name, *speaker.aliases))
        return self._forms[speaker]

    def _is_name(self, name: str) -> bool:
        words = name.split()
        if not words or words[-1][:1].islower():
            return False  # “Sato’s lawyer”
        acronym = len(words[0]) > 1 and words[0].isupper()
        return acronym or (words[0][:1].isupper() and words[0].casefold() not in self._language.closed)

    def _names_agree(self, one: Speaker, other: Speaker) -> bool:
        mine, others = self._keys(one.name), self._keys(other.name)
        if one.kind not in _PEOPLE:
            initials = _initials(one.name), _initials(other.name)
            return bool(set(mine) & set(others)) or initials[0] == other.name or initials[1] == one.name
        if not mine or not others or mine[-1] != others[-1]:
            return False
        if len(mine) == 1 or len(others) == 1:
            return True
        shorter = min(len(mine[0]), len(others[0]))
        return mine[0] == others[0] or (shorter == 1 and mine[0][0] == others[0][0])

    def _describes(self, description: Speaker, other: Speaker) -> bool:
        """Whether the words that describe one are among those that the other is called by."""
        wanted = frozenset(self._keys(description.name)) - self._language.closed.keys()
        if other not in self._called:
            known = (*other.titles, *other.roles, *(mention.text for mention in other.mentions))
            self._called[other] = frozenset(key for words in known for key in self._keys(words))
        return bool(wanted) and wanted <= self._called[other]


def _is_guessed(speaker: Speaker) -> bool:
    """Whether nothing tells a speaker's kind: a single word may be a surname or a firm."""
    return speaker.kind is SpeakerKind.ORGANISATION and " " not in speaker.name and not speaker.name.isupper()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
