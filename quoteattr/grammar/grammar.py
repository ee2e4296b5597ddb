"""A grammar: a language's words and patterns, compiled."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from quoteattr.grammar.choice import Choices, Index, by_letter
from quoteattr.grammar.conditions import Conditions
from quoteattr.grammar.cue_group import CueGroup
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.labels import Labels
from quoteattr.grammar.lexicon import Lexicon
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.pattern import Pattern, patterns
from quoteattr.grammar.reader import Reader
from quoteattr.grammar.retagging import Retagging
from quoteattr.grammar.titles import Titles
from quoteattr.language.language import Language
from quoteattr.once import once
from quoteattr.text.tokens import Tokenizer, token_pattern


@attrs.frozen(eq=False)
class Grammar:
    """All that the attribution floor asks of a language.

    Args:
        lexicon: Words to classes and frames.
        reader: Text to shapes.
        groups: Forms of cue groups, in the order in which they are tried.
        groups_by_letter: The same by their last letter.
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
    groups_by_letter: Index[CueGroup]
    verb: Expression
    sources: tuple[Pattern, ...]
    contents: tuple[Pattern, ...]
    continuations: tuple[Pattern, ...]
    ends: tuple[Pattern, ...]
    inverting: Expression
    untagged: Expression
    notation: Notation
    choices: Choices

    def table(self, name: str) -> tuple[Mapping[str, Any], Notation, str]:
        """A table of the language with patterns of its own, what reads these, and the table's file for error messages.

        Args:
            name: The table's name.

        Raises:
            LanguageError: One of its phrases cannot be read.
        """
        table, place = self.language.tables[name], f"{self.language.code}/{name}.toml"
        return table, Notation(table.get("phrases", {}), place, self.notation), place


@once
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language, compiled at its first use.

    Raises:
        LanguageError: A pattern cannot be read.
    """
    return _compile(language)


def _compile(language: Language) -> Grammar:
    code, tables = language.code, language.tables
    features = Notation.of_sets(tables["features"], f"{code}/features.toml", language)
    notation = Notation(tables["phrases"], f"{code}/phrases.toml", features)
    lexicon = Lexicon(language)
    courtesies = tables["speakers"]["names"]["courtesies"]
    titles = Titles(tuple(language.lists["titles"]), courtesies, lexicon, token_pattern(language.clitics))
    retagging = Retagging(tables["retagging"], notation, lexicon, titles, f"{code}/retagging.toml")
    place = f"{code}/cue_groups.toml"
    conditions = Conditions(tables["conditions"], notation, f"{code}/conditions.toml", language.verbs)
    sources = patterns(tables["sources"], "source", conditions, f"{code}/sources.toml", "source")
    contents = patterns(tables["contents"], "content", conditions, f"{code}/contents.toml", "content")
    more = patterns(tables["continuations"], "continuation", conditions, f"{code}/continuations.toml", "content")
    ends = patterns(tables["ends"], "end", conditions, f"{code}/ends.toml", "cut")
    groups = tuple(_groups(tables["cue_groups"]["group"], notation, place))
    return Grammar(
        language=language,
        lexicon=lexicon,
        reader=Reader(lexicon, Tokenizer(language.clitics), retagging, Labels(language, notation, lexicon)),
        groups=groups,
        groups_by_letter=by_letter(groups),
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


def _groups(table: Iterable[Mapping[str, Any]], notation: Notation, place: str) -> Iterator[CueGroup]:
    """The forms of cue groups, in their order."""
    for row in table:
        compiled = notation.compile(row["pattern"], f"{place}: {row['name']}", leftwards=True)
        doubtful = row.get("doubtful", False)
        yield CueGroup(row["name"], compiled, frozenset(row.get("frames", ())), doubtful=doubtful)
