"""References: each frame, form, lemma and kind of content that a table names is one that the language defines."""

from collections.abc import Iterator, Mapping
from typing import Any

from quoteattr.errors import LanguageError
from quoteattr.language.tables import Table

ASKED = ("frames", "not_frames", "forms", "lemmas", "kinds")
# Forms and kinds that no table defines: those of labels, and of quotations behind a sentence without a cue.
FORMS, KINDS = frozenset(["label", "floating", "mood"]), frozenset(["turn"])


def check_references(tables: Mapping[str, Table], cues: Mapping[str, frozenset[str]], code: str) -> None:
    """Refuses a table that names what the language does not define.

    Args:
        tables: The tables.
        cues: The lemmas of each frame.
        code: The language's code, for messages.

    Raises:
        LanguageError: The message names file, entry and key.
    """
    frames, lemmas = frozenset(cues), frozenset[str]().union(*cues.values())
    forms = FORMS.union(group["name"] for group in tables["cue_groups"]["group"])
    kinds = KINDS.union(entry["kind"] for entry in tables["contents"].get("content", ()))
    for place, entry in _entries(tables, code):
        for key, known in zip(ASKED, (frames, frames, forms, lemmas, kinds), strict=True):
            _check(entry.get(key, ()), known, f"{place}: {key}")
        licensed = [cues[frame] for frame in entry.get("frames", ())]
        if licensed:
            _check(entry.get("lemmas", ()), frozenset[str]().union(*licensed), f"{place}: lemmas")
    for key, value in tables["factivity"].items():
        _check(value, lemmas, f"{code}/factivity.toml: {key}")
    place = f"{code}/addressees.toml"
    _check(tables["addressees"]["unclear"], lemmas, f"{place}: unclear")
    place = f"{code}/commitment.toml"
    _check(tables["commitment"]["precedence"], frames, f"{place}: precedence")


def _entries(tables: Mapping[str, Table], code: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each entry of a list in a table, after its place."""
    for name, table in tables.items():
        for key, value in table.items():
            for entry in value if isinstance(value, list) else ():
                if isinstance(entry, Mapping):
                    yield f"{code}/{name}.toml: {key} {entry.get('name')!r}", entry


def _check(named: Any, known: frozenset[str], place: str) -> None:  # noqa: ANN401  # a value of any table
    for name in named:
        if name not in known:
            raise LanguageError(f"{place}: nothing defines {name!r}")
