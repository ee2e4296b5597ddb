"""A grammar: a language's words and patterns, compiled."""

from weakref import WeakKeyDictionary

import attrs
import regex

from quoteattr.errors import LanguageError
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.pattern import Pattern, patterns
from quoteattr.grammar.reader import Reader
from quoteattr.grammar.retagging import Retagging
from quoteattr.language.language import Language
from quoteattr.text.tokens import Tokenizer


@attrs.frozen
class CueGroup:
    """A form of cue group: the pattern of the words around an attributing verb, and its frames, empty for all."""

    name: str
    regex: "regex.Pattern[str]"
    frames: frozenset[str] = frozenset()


# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])


@attrs.frozen(eq=False)
class Grammar:
    """All that the attribution floor asks of a language.

    Args:
        lexicon: Words to classes and frames.
        reader: Text to shapes.
        groups: Forms of cue groups, in the order in which they are tried.
        verb: Any letter of a verb that may attribute.
        sources: The source table.
        contents: The content table.
        continuations: What may go on after a tag.
        ends: Where content ends early.
        untagged: The start of a sentence that goes on with what was said before.
        inverting: What stands before a cue whose source follows it.
    """

    language: Language
    lexicon: Lexicon
    reader: Reader
    groups: tuple[CueGroup, ...]
    verb: "regex.Pattern[str]"
    sources: tuple[Pattern, ...]
    contents: tuple[Pattern, ...]
    continuations: tuple[Pattern, ...]
    ends: tuple[Pattern, ...]
    inverting: "regex.Pattern[str]"
    untagged: "regex.Pattern[str]"
    _chosen: dict[object, tuple[Pattern, ...]] = attrs.field(factory=dict, init=False)

    def contents_of(self, form: str, frames: frozenset[str]) -> tuple[Pattern, ...]:
        """The content patterns that a form of cue group and a cue's frames license, in their order."""
        found = self._chosen.get((form, frames))
        if found is None:
            licensed = (p for p in self.contents if form in (p.forms or ACTIVE) and (not p.frames or p.frames & frames))
            found = self._chosen[form, frames] = tuple(licensed)
        return found

    def sources_of(self, side: str, form: str) -> tuple[Pattern, ...]:
        """The source patterns of a side that go with a form of cue group, in their order."""
        found = self._chosen.get((side, form))
        if found is None:
            fitting = (p for p in self.sources if p.side == side and (not p.forms or form in p.forms))
            found = self._chosen[side, form] = tuple(fitting)
        return found


_GRAMMARS: "WeakKeyDictionary[Language, Grammar]" = WeakKeyDictionary()


def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled at its first use.

    Raises:
        LanguageError: A pattern cannot be read.
    """
    found = _GRAMMARS.get(language)
    if found is None:
        found = _GRAMMARS[language] = _compile(language)
    return found


def _compile(language: Language) -> Grammar:
    code, tables = language.code, language.tables
    for name, value in tables["phrases"].items():
        if not isinstance(value, str):
            raise LanguageError(f"{code}/phrases.toml: {name}: expected a string")
    notation = Notation(tables["phrases"], f"{code}/phrases.toml")
    lexicon = Lexicon(language)
    retagging = Retagging(tables["retagging"], notation, lexicon, f"{code}/retagging.toml")
    place = f"{code}/cue_groups.toml"
    return Grammar(
        language=language,
        lexicon=lexicon,
        reader=Reader(lexicon, Tokenizer(language.clitics), retagging),
        groups=tuple(
            CueGroup(
                g["name"],
                notation.compile(g["pattern"], f"{place}: {g['name']}", leftwards=True),
                frozenset(g.get("frames", ())),
            )
            for g in tables["cue_groups"]["group"]
        ),
        verb=notation.compile("CUE_VERB", place),
        sources=patterns(tables["sources"], "source", notation, f"{code}/sources.toml", "source"),
        contents=patterns(tables["contents"], "content", notation, f"{code}/contents.toml", "content"),
        continuations=patterns(
            tables["continuations"], "continuation", notation, f"{code}/continuations.toml", "content"
        ),
        ends=patterns(tables["ends"], "end", notation, f"{code}/ends.toml", "cut"),
        inverting=notation.compile("INVERTING", place),
        untagged=notation.compile("UNTAGGED", place),
    )
