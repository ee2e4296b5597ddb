"""Noun phrases that describe a speaker, and the patterns that find what stands around them."""

from collections.abc import Sequence

from quoteattr.claim import SpeakerKind
from quoteattr.grammar.expression import Expression
from quoteattr.grammar.notation import Notation
from quoteattr.grammar.shape import Range
from quoteattr.language.language import Language

Head = tuple[str, bool, SpeakerKind | None, str]  # singular, whether it is plural, its kind and gender


class Nominal:
    """A noun phrase that describes somebody.

    Args:
        core: Its tokens up to the head.
        told: What its head noun tells.

    Attributes:
        head: The head noun, singular, in lower case.
        role: The head with what belongs to it: "prime minister".
        kind: What sort of entity it describes.
        plural: Whether it describes several.
        gender: f, m or empty.
        nation: The nation that its words tell.
        definite: Whether it speaks of one already known.
        other: Whether it speaks of a further one of its kind.
        owner: The tokens of whose it is.
        modifiers: Its other words, in lower case.
    """

    __slots__ = (
        *("core", "head", "role", "kind", "plural", "gender", "nation", "definite", "indefinite", "other", "owner"),
        "modifiers",
    )

    def __init__(self, core: Range, told: Head) -> None:
        self.core = core
        self.head, self.plural, self.kind, self.gender = told
        self.role, self.nation = self.head, ""
        self.definite = self.indefinite = self.other = False
        self.owner: Range | None = None
        self.modifiers: Sequence[str] = ()


class Patterns:
    """The compiled patterns of speakers.toml.

    Args:
        language: The language.

    Raises:
        LanguageError: A pattern cannot be read.
    """

    __slots__ = ("apposition", "clause", "core", "person", "predicate", "subject")

    def __init__(self, language: Language) -> None:
        notation = Notation.of_sets(language.tables["features"], f"{language.code}/features.toml", language)
        table, place = language.tables["speakers"]["patterns"], f"{language.code}/speakers.toml"

        def compiled(name: str) -> Expression:
            return notation.compile(table[name], f"{place}: {name}")

        self.core, self.apposition, self.clause = compiled("core"), compiled("apposition"), compiled("clause")
        self.predicate, self.person, self.subject = compiled("predicate"), compiled("person"), compiled("subject")
