"""Readers: what reads names and noun phrases in one language, made once for all texts."""

import attrs

from quoteattr.language.language import Language
from quoteattr.once import once
from quoteattr.speakers.phrases.names import NameReader
from quoteattr.speakers.phrases.nominals import NominalReader, Patterns
from quoteattr.speakers.phrases.runs import RunFinder
from quoteattr.speakers.phrases.words import SpeakerWords, words_of


@attrs.frozen(eq=False)
class Readers:
    """What reads names and noun phrases in one language.

    Args:
        words: The language's words.
        patterns: The language's patterns.
        names: What reads names.
        runs: What finds name runs.
        nominals: What reads noun phrases.
    """

    words: SpeakerWords
    patterns: Patterns
    names: NameReader
    runs: RunFinder
    nominals: NominalReader


@once
def readers_of(language: Language) -> Readers:
    """The readers of a language, made at their first use.

    Raises:
        LanguageError: A table or pattern cannot be read; the message names file and key.
    """
    words = words_of(language)
    patterns = Patterns.of(language)
    names = NameReader(words)
    return Readers(words, patterns, names, RunFinder(words, names), NominalReader(words, patterns))
