"""A pattern: one line of the grammar, with its example and counter-example."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.grammar.conditions import Conditions
from quoteattr.grammar.expression import NEVER, Expression


class ContentKind(StrEnum):
    """What a content is: by it the scopes, ends and continuations tell contents apart."""

    CLAUSE = "clause"
    FRAGMENT = "fragment"
    QUESTION = "question"
    QUOTATION = "quotation"
    INFINITIVE = "infinitive"
    THING = "thing"
    TOPIC = "topic"
    TURN = "turn"


# The forms that a content pattern goes with where it names none.
ACTIVE = frozenset(["finite", "chain", "participle", "infinitive", "predicate"])
SIDES = frozenset(["left", "right", "closing", "subject", "after", "ahead"])
CONTENT = "content"
FILTERS = ("forms", "frames", "kinds")


class Pattern:
    """A pattern over shapes that says where a source or content may stand: a row of a table, or what is built in.

    Args:
        entry: The row.
        rank: Its place in its table.
        regex: The pattern as an expression.
        after: What must follow source and cue, for what stands left of them; its group `content` goes on with that.
        behind: What must hold where the content begins that an end is asked for.
        words: What the group `word` may be; empty for any.

    Attributes:
        name: What it is called in `Claim.rule`.
        kind: What it is, of a content.
        side: left ends where its anchor begins, right begins where its anchor ends; subject begins with a sentence.
        forms: The forms of cue group that it goes with; empty for all.
        frames: The frames that license it; empty for all.
        kinds: Of an end or a continuation, the kinds of content that it goes with; empty for all.
        sourceless: Whether it makes a claim without a source too.
        ends: Whether the rules for the end of content are asked.
        own: Whether the source must stand beside the cue: neither taken over nor a relative pronoun.
        closed: Whether a source found by it leaves no room for one on the other side of the cue.
        addressed: Whether it tells an addressee too.
        goes_on: Whether `after` tells where the content goes on.
        example: A sentence in which it applies, its parts marked.
        counter: A sentence in which it does not.
    """

    __slots__ = (
        *("name", "kind", "side", "forms", "frames", "kinds", "sourceless", "ends", "own", "closed"),
        *("rank", "regex", "after", "behind", "words", "addressed", "goes_on", "example", "counter"),
    )

    def __init__(
        self,
        entry: Mapping[str, Any],
        rank: int = -1,
        regex: Expression = NEVER,
        after: Expression | None = None,
        behind: Expression | None = None,
        words: frozenset[str] = frozenset(),
    ) -> None:
        self.name: str = entry["name"]
        self.kind: str = entry.get("kind", "")
        self.side: str = entry.get("side", "")
        self.forms, self.frames, self.kinds = (frozenset[str](entry.get(key, ())) for key in FILTERS)
        self.sourceless: bool = entry.get("sourceless", False)
        self.ends: bool = entry.get("ends", True)
        self.own: bool = entry.get("own", False)
        self.closed: bool = entry.get("closed", False)
        self.rank, self.regex, self.after, self.behind, self.words = rank, regex, after, behind, words
        self.addressed, self.goes_on = regex.has("addressee"), after is not None and after.has(CONTENT)
        self.example: str = entry.get("example", "")
        self.counter: str = entry.get("counter", "")

    def goes_with(self, content: "Pattern") -> bool:
        """Whether it, an end or a continuation, is asked for a content: by that one's kind, forms and frames."""
        return (
            (not self.kinds or content.kind in self.kinds)
            and (not self.forms or not self.forms.isdisjoint(content.forms or ACTIVE))
            and (not self.frames or not self.frames.isdisjoint(content.frames))
        )


def built_in(name: str, kind: ContentKind = ContentKind.QUOTATION) -> Pattern:
    """A source or a content that no row of a table finds."""
    return Pattern({"name": name, "kind": kind})


def patterns(table: Mapping[str, Any], key: str, conditions: Conditions, place: str, group: str) -> tuple[Pattern, ...]:
    """The patterns of a table, in the order in which they are tried.

    Args:
        table: The table.
        key: The key of its rows.
        conditions: What the rows ask for by name, with what reads their patterns.
        place: The file, for error messages.
        group: The group that each pattern must have.

    Raises:
        LanguageError: An entry cannot be read; the message names file and pattern.
    """
    found: list[Pattern] = []
    notation = conditions.notation
    for entry in table.get(key, ()):
        here = f"{place}: {key} {entry['name']!r}"
        compiled = conditions.compile(entry, here)
        if not compiled.has(group):
            raise LanguageError(f"{here}: the pattern has no {group}:( … )")
        after = notation.compile(entry["after"], f"{here}: after") if "after" in entry else None
        behind, words = conditions.behind(entry, here), conditions.words(entry, compiled, here)
        found.append(Pattern(entry, len(found), compiled, after, behind, words))
    return tuple(found)
