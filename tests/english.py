"""English words in Python code: string constants that the language's data lists."""

import ast
import enum
import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

from quoteattr import claim

_LANGUAGE = Path(claim.__file__).parent / "language" / "en"

# Constants that stand in the code as names, beside those of the result, of the tables and of the lists.
_ALLOWED = {
    "en": "the code of the language",
    "quoteattr.language": "the package that holds the data",
    "/sources.toml": "a file of the language",
    "Scene": "a class that is named before it is defined",
    "no source": "a rule's name in the result",
    "source before": "a rule's name in the result",
    "floating quotation": "a rule's name in the result",
    "carried quotation": "a rule's name in the result",
    "quotation alone": "a rule's name in the result",
    "turn of a dialogue": "a rule's name in the result",
    "turn after a label": "a rule's name in the result",
    "turn of a transcript": "a rule's name in the result",
    "clause": "a key of speakers.toml",
    "code": "a field of Language",
    "label": "a key of labels.toml, and the form of its colon",
    "turn": "a key of labels.toml",
    "part": "a kind of time_words.txt",
    "section": "a key of labels.toml",
    "dotted": "a key of labels.toml",
    "meanwhile": "a key of labels.toml",
    "condition": "the key of conditions.toml",
    "any": "a column of abbreviations.txt: it may end a sentence",
    "before": "a column of abbreviations.txt: it stands before a name",
    "number": "a column of abbreviations.txt: it stands before a number",
    "capital": "a column of seats.txt",
    "day": "a kind in time_words.txt",
    "month": "a kind in time_words.txt",
    "unit": "a kind in time_words.txt",
    "counts": "what a language holds of its rules",
    "unclear": "a key of addressees.toml",
    "ed": "the ending of regular verbs, whose spelling is inflection.py's one concern",
    "ing": "the ending of regular verbs, the same",
}

_NOTATION = frozenset({"true"})
"""Words that TOML has in its notation."""
_SPELLING = {"endings", "stemming"}
"""Tables of checking.toml that hold parts of words."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NOT_WORDS = re.compile(r"\(\?P?<\w+>|\(\?P=\w+\)|\\[pP]\{[^}]*\}|\\u[0-9a-f]{4}|\\[A-Za-z]|\w*_\w*")
"""Names of groups, properties and escapes of patterns, and identifiers."""


def found_in(source: str, listed: frozenset[str] | None = None) -> set[str]:
    """The words or phrases among the constants of a module that are listed in the data."""
    known = words() if listed is None else listed
    constants = (text for text in _constants(ast.parse(source)) if text.strip(" :+") not in _names())
    found = {candidate for text in constants for candidate in _candidates(text) if candidate in known}
    return found - _result_names() - _NOTATION


def _candidates(text: str) -> Iterator[str]:
    """A constant as a whole and its words; a letter is no word, and what is in capitals names a class of words."""
    plain = _NOT_WORDS.sub(" ", text).strip()
    yield from (part.lower() for part in (plain, *_WORD.findall(plain)) if len(part) > 1 and not part.isupper())


def _constants(tree: ast.Module) -> Iterator[str]:
    skipped = {id(node) for unread in _unread(tree) for node in ast.walk(unread)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def _unread(tree: ast.Module) -> Iterator[ast.AST]:
    """What may hold English: docstrings and other statements, errors, annotations, enumerations and names."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assign(targets=[ast.Name(id="__slots__")]):
                yield node
            case ast.AnnAssign(annotation=annotation):
                yield annotation
            case ast.arg(annotation=ast.expr() as annotation):
                yield annotation
            case ast.FunctionDef(returns=ast.expr() as returns):
                yield returns
            case ast.ClassDef(bases=[ast.Name(id="StrEnum" | "Enum")], body=body):
                yield from body


@functools.cache
def words() -> frozenset[str]:
    """Every word and phrase of the closed classes and of the cues, in lower case."""
    return frozenset(word.lower() for path in _LANGUAGE.glob("*.toml") for word in _leaves(_toml(path)))


def _toml(path: Path) -> dict[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _leaves(value: object) -> Iterator[str]:
    """The strings in a table; its keys are names that the code may use."""
    match value:
        case str():
            yield value
        case dict():
            yield from (leaf for key, inner in value.items() if key not in _SPELLING for leaf in _leaves(inner))
        case list():
            yield from (leaf for inner in value for leaf in _leaves(inner))


def entries(path: Path) -> list[str]:
    """The first column of a word list, without comments."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t")[0] for line in lines if line.strip() and not line.startswith("#")]


@functools.cache
def _names() -> frozenset[str]:
    """Constants that are names as a whole: of the result, of tables and lists, and those allowed for a reason."""
    lists = [path.stem for path in _LANGUAGE.iterdir()]
    tables = [name for path in _LANGUAGE.glob("*.toml") for name in _entry_names(_toml(path))]
    return frozenset([*_result_names(), *lists, *tables, *_ALLOWED])


def _entry_names(table: dict[str, object]) -> Iterator[str]:
    """The keys of a table's entries, and the sides, forms and groups that they name."""
    entries = [
        entry for value in table.values() if isinstance(value, list) for entry in value if isinstance(entry, dict)
    ]
    for entry in entries:
        yield from entry
        yield from _leaves([value for key, value in entry.items() if key in ("side", "forms")])
        if set(entry) <= {"name", "pattern", "cases", "example", "counter"}:  # a cue group's name is its form
            yield from _leaves(entry["name"])


@functools.cache
def _result_names() -> frozenset[str]:
    """The values and fields of the result."""
    classes = [value for value in vars(claim).values() if isinstance(value, type)]
    enums = [item for value in classes if issubclass(value, enum.Enum) for item in value]
    fields = [field.name for value in classes if attrs.has(value) for field in attrs.fields(value)]
    return frozenset([*(item.value for item in enums), *fields])
