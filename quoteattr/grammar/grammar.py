"""A grammar: a language's words and patterns, compiled."""

import attrs

from quoteattr.grammar.choice import Choices
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.pattern import Pattern, patterns
from quoteattr.grammar.reader import Reader
from quoteattr.grammar.retagging import Retagging
from quoteattr.grammar.titles import Titles
from quoteattr.language.language import Language
from quoteattr.once import once
from quoteattr.text.tokens import Tokenizer, token_pattern


@attrs.frozen
class CueGroup:
    """A form of cue group: the pattern of the words around an attributing verb, and its frames, empty for all."""

    name: str
    regex: Expression
    frames: frozenset[str] = frozenset()


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
        notation: What reads patterns, with the phrases of all tables.
        choices: What chooses among sources, contents, continuations and ends.
    """

    language: Language
    lexicon: Lexicon
    reader: Reader
    groups: tuple[CueGroup, ...]
    verb: Expression
    sources: tuple[Pattern, ...]
    contents: tuple[Pattern, ...]
    continuations: tuple[Pattern, ...]
    ends: tuple[Pattern, ...]
    inverting: Expression
    untagged: Expression
    notation: Notation
    choices: Choices
    _groups: dict[str, tuple[CueGroup, ...]] = attrs.field(factory=dict, init=False)

    def groups_with(self, letter: str) -> tuple[CueGroup, ...]:
        """The forms of cue group that a word of a class may stand at the end of, in their order."""
        found = self._groups.get(letter)
        if found is None:
            found = self._groups[letter] = tuple(g for g in self.groups if g.regex.may_begin_with(letter))
        return found


@once
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled at its first use.

    Raises:
        LanguageError: A pattern cannot be read.
    """
    return _compile(language)


def _compile(language: Language) -> Grammar:
    code, tables = language.code, language.tables
    notation = Notation(tables["phrases"], f"{code}/phrases.toml")
    lexicon = Lexicon(language)
    titles = Titles(tuple(language.lists["titles"]), lexicon, token_pattern(language.clitics))
    retagging = Retagging(tables["retagging"], notation, lexicon, titles, f"{code}/retagging.toml")
    place = f"{code}/cue_groups.toml"
    sources = patterns(tables["sources"], "source", notation, f"{code}/sources.toml", "source")
    contents = patterns(tables["contents"], "content", notation, f"{code}/contents.toml", "content")
    more = patterns(tables["continuations"], "continuation", notation, f"{code}/continuations.toml", "content")
    ends = patterns(tables["ends"], "end", notation, f"{code}/ends.toml", "cut")
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
        sources=sources,
        contents=contents,
        continuations=more,
        ends=ends,
        inverting=notation.compile("INVERTING", place),
        untagged=notation.compile("UNTAGGED", place),
        notation=notation,
        choices=Choices(sources, contents, more, ends),
    )
