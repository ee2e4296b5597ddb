"""Readers: what reads names and noun phrases in one language, made once for all texts."""

from quoteattr.language.language import Language
from quoteattr.once import once
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.nominal import Patterns
from quoteattr.speakers.phrases.nominals import NominalReader
from quoteattr.speakers.phrases.runs import RunFinder
from quoteattr.speakers.phrases.words import SpeakerWords


class Readers:
    """What reads names and noun phrases in one language.

    Args:
        language: The language.

    Attributes:
        words: The language's words.
        patterns: The language's patterns.
        names: What reads names.
        runs: What finds name runs.
        nominals: What reads noun phrases.

    Raises:
        LanguageError: A table or pattern cannot be read; the message names file and key.
    """

    __slots__ = ("names", "nominals", "patterns", "runs", "words")

    def __init__(self, language: Language) -> None:
        self.words, self.patterns = SpeakerWords(language), Patterns(language)
        self.names = NameReader(self.words)
        self.runs, self.nominals = RunFinder(self.words, self.names), NominalReader(self.words, self.patterns)


@once
def readers_of(language: Language) -> Readers:
    """The readers of a language, made at their first use."""
    return Readers(language)
