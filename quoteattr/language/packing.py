"""Packing: the fields of a language as plain data, and back. Rows are packed as columns, which are read faster."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quoteattr.language.conformity import Checked
from quoteattr.language.counts import Count
from quoteattr.language.files import verb
from quoteattr.language.inflection import Verb
from quoteattr.language.lemma import Lemma, Part

PACKED = "all_fields"
"""What the fields are called among the prepared data."""


def packed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a language as plain data."""
    verbs, lists = fields["verbs"], fields["lists"]
    return {
        **{name: fields[name] for name in ("code", "clitics", "closed", "tables")},
        "lists": {name: _columns((entry, *cells) for entry, cells in rows.items()) for name, rows in lists.items()},
        "verbs": {lemma: ["/".join(forms) for forms in each[1:]] for lemma, each in verbs.items() if any(each[1:])},
        "regular": [lemma for lemma, each in verbs.items() if not any(each[1:])],
        "cues": _columns(fields["cues"]),
        "counts": _columns(fields["counts"]),
    }


def unpacked(packed: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a language, of plain data."""
    words, frames, parts = packed["cues"]
    return {
        "code": packed["code"],
        "clitics": tuple(packed["clitics"]),
        "closed": packed["closed"],
        "lists": Checked({name: _rows(columns) for name, columns in packed["lists"].items()}),
        "verbs": {
            **dict(zip(packed["regular"], map(Verb, packed["regular"]), strict=True)),
            **{lemma: verb(lemma, forms) for lemma, forms in packed["verbs"].items()},
        },
        "cues": tuple(map(Lemma, words, frames, map(Part, parts))),
        "tables": Checked(packed["tables"]),
        "counts": tuple(map(Count, *packed["counts"])),
        "frames": frozenset(frames),
    }


def _columns(rows: Iterable[Sequence[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _rows(columns: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """A list of words by its entries."""
    if not columns:
        return {}
    entries, *others = columns
    return dict(zip(entries, zip(*others, strict=True), strict=True)) if others else dict.fromkeys(entries, ())
