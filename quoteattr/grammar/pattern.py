"""A pattern: one line of the grammar, with its example and counter-example."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

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
SIDES = frozenset(["left", "right", "subject", "after", "ahead"])
CONTENT = "content"


@attrs.frozen(eq=False)
class Pattern:
    """A pattern over shapes that says where a source or content may stand.

    Args:
        name: What it is called in `Claim.rule`.
        rank: Its place in its table.
        kind: What it is, of a content.
        side: left ends where its anchor begins, right begins where its anchor ends; subject begins with a sentence.
        forms: The forms of cue group that it goes with; empty for all.
        frames: The frames that license it; empty for all.
        regex: The pattern as an expression.
        sourceless: Whether it makes a claim without a source too.
        ends: Whether the rules for the end of content are asked.
        kinds: Of an end or a continuation, the kinds of content that it goes with; empty for all.
        own: Whether the source must stand beside the cue: neither taken over nor a relative pronoun.
        closed: Whether a source found by it leaves no room for one on the other side of the cue.
        addressed: Whether it tells an addressee too.
        goes_on: Whether `after` tells where the content goes on.
        after: What must follow source and cue, for what stands left of them; its group `content` goes on with that.
        example: A sentence in which it applies, its parts marked.
        counter: A sentence in which it does not.
    """

    name: str
    rank: int
    side: str
    forms: frozenset[str]
    frames: frozenset[str]
    regex: Expression
    sourceless: bool
    ends: bool
    example: str
    counter: str
    after: Expression | None = None
    kinds: frozenset[str] = frozenset()
    closed: bool = False
    addressed: bool = False
    own: bool = False
    goes_on: bool = False
    kind: str = ""

    def goes_with(self, content: "Pattern") -> bool:
        """Whether it, an end or a continuation, is asked for a content: by that one's kind, forms and frames."""
        return (
            (not self.kinds or content.kind in self.kinds)
            and (not self.forms or not self.forms.isdisjoint(content.forms or ACTIVE))
            and (not self.frames or not self.frames.isdisjoint(content.frames))
        )


def built_in(name: str, kind: ContentKind = ContentKind.QUOTATION) -> Pattern:
    """A source or a content that no row of a table finds."""
    nothing = frozenset[str]()
    return Pattern(name, -1, "", nothing, nothing, NEVER, True, False, "", "", kind=kind)  # noqa: FBT003


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
        compiled = notation.compile(conditions.pattern(entry, here), here, leftwards=entry["side"] == "left")
        if not compiled.has(group):
            raise LanguageError(f"{here}: the pattern has no {group}:( … )")
        after = notation.compile(entry["after"], f"{here}: after") if "after" in entry else None
        found.append(
            Pattern(
                name=entry["name"],
                rank=len(found),
                side=entry["side"],
                forms=frozenset(entry.get("forms", ())),
                frames=frozenset(entry.get("frames", ())),
                regex=compiled,
                sourceless=entry.get("sourceless", False),
                ends=entry.get("ends", True),
                example=entry["example"],
                counter=entry["counter"],
                kinds=frozenset(entry.get("kinds", ())),
                closed=entry.get("closed", False),
                addressed=compiled.has("addressee"),
                own=entry.get("own", False),
                kind=entry.get("kind", ""),
                after=after,
                goes_on=after is not None and after.has(CONTENT),
            )
        )
    return tuple(found)
