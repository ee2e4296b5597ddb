"""Claims as flat records: one row a claim, one scalar a column, ready for CSV, Parquet and data frames."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import Any

import attrs

from quoteattr.claim import Claim
from quoteattr.formats.structure import alternatives, field_types
from quoteattr.text.span import Span

Scalar = str | int | float | bool | None
Record = dict[str, Scalar]

JOINT = " … "
"""What stands between the pieces of split content, and between circumstances."""

LIST = "; "
"""What stands between a speaker's roles, titles and aliases."""


@attrs.frozen
class Column:
    """A column of the flat records.

    Args:
        name: Its name.
        type: str, int, float or bool; any value may be None.
        value: Gives the cell of a claim.
    """

    name: str
    type: type[str | int | float | bool]
    value: Callable[[Claim], Scalar]


def columns() -> tuple[Column, ...]:
    """The columns in order.

    Example:
        >>> [column.name for column in columns()][:6]
        ['claim', 'parent', 'speaker', 'speaker_kind', 'speaker_gender', 'speaker_id']
    """
    return _COLUMNS


def records(claims: Sequence[Claim]) -> Iterator[Record]:
    """A record for each claim of a text; `claim` numbers them from 0 and `parent` names the parent's number.

    Example:
        >>> from quoteattr import extract
        >>> (record,) = records(extract("Sato said that the pact would last."))
        >>> record["speaker"], record["cue_lemma"], record["text"]
        ('Sato', 'say', 'the pact would last')
    """
    numbers = {claim: number for number, claim in reversed(list(enumerate(claims)))}
    for number, claim in enumerate(claims):
        record = {column.name: column.value(claim) for column in _COLUMNS}
        yield record | {"claim": number, "parent": None if claim.parent is None else numbers.get(claim.parent)}


def _at(path: str) -> Callable[[Claim], Scalar]:
    """The scalar at the end of a path of fields, None where one of them is None."""

    def value(claim: Claim) -> Scalar:
        found: Any = claim
        for name in path.split("."):
            found = None if found is None else getattr(found, name)
        if found == "":  # CSV cannot tell it from None, so no record does
            return None
        return found.value if isinstance(found, Enum) else found  # type: ignore[no-any-return]  # the path's end

    return value


def _names(field: str) -> Callable[[Claim], Scalar]:
    """Several names of a speaker in one cell."""
    return lambda claim: (LIST.join(getattr(claim.speaker, field)) or None) if claim.speaker else None


def _joined(spans: Sequence[Span]) -> str | None:
    return JOINT.join(span.text for span in spans) or None


def _offsets(spans: Sequence[Span]) -> str | None:
    """Start and end of each span, as in "0-6 18-24"."""
    return " ".join(f"{span.start}-{span.end}" for span in spans) or None


_WRITTEN = (
    Column("claim", int, lambda _: None),  # the two numbers are known to the list only
    Column("parent", int, lambda _: None),
    Column("speaker", str, _at("speaker.name")),
    Column("speaker_kind", str, _at("speaker.kind")),
    Column("speaker_gender", str, _at("speaker.gender")),
    Column("speaker_id", str, _at("speaker.identifier")),
    Column("speaker_roles", str, _names("roles")),
    Column("speaker_titles", str, _names("titles")),
    Column("speaker_affiliation", str, _at("speaker.affiliation")),
    Column("speaker_author", str, _at("speaker.author")),
    Column("speaker_nation", str, _at("speaker.nation")),
    Column("speaker_aliases", str, _names("aliases")),
    Column("source", str, _at("source.text")),
    Column("source_form", str, _at("source.form")),
    Column("anonymous", bool, _at("source.anonymous")),
    Column("cue", str, _at("cue.text")),
    Column("cue_lemma", str, _at("cue.lemma")),
    Column("factivity", str, _at("cue.factivity")),
    Column("text", str, _at("text")),
    Column("content", str, lambda claim: _joined(claim.content)),
    Column("quoted", str, lambda claim: _joined(claim.quoted)),
    Column("kind", str, _at("kind")),
    Column("attitude", str, _at("attitude")),
    Column("polarity", str, _at("polarity")),
    Column("realis", str, _at("realis")),
    Column("addressee", str, _at("addressee.text")),
    Column("circumstances", str, lambda claim: _joined(claim.circumstances)),
    Column("content_offsets", str, lambda claim: _offsets(claim.content)),
    Column("source_start", int, _at("source.start")),
    Column("source_end", int, _at("source.end")),
    Column("cue_start", int, _at("cue.start")),
    Column("cue_end", int, _at("cue.end")),
    Column("rule", str, _at("rule")),
)


def _scalar(name: str) -> Column | None:
    """The column of a claim's own field, where that is a scalar."""
    hint = field_types(Claim)[name]
    kind = next(iter(alternatives(hint)), hint)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Column(name, str, _at(name))
    return Column(name, kind, _at(name)) if kind in (str, int, float, bool) else None


def _all() -> Iterator[Column]:
    """The columns above, and then every scalar field of a claim that is not among them."""
    yield from _WRITTEN
    written = {column.name for column in _WRITTEN}
    found = (_scalar(field.name) for field in attrs.fields(Claim) if field.name not in written)
    yield from (column for column in found if column is not None)


_COLUMNS = tuple(_all())
