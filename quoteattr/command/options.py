"""What the user asked for, checked."""

import attrs

from quoteattr import Scope


@attrs.frozen
class Reading:
    """How documents are found and read.

    Args:
        names: Files, folders, patterns, or "-" for standard input.
        sort: text, html, jsonl or csv; None goes by each file's ending.
        encoding: What bytes are read as.
        text_column: The column or key that holds the text, in tables.
        id_column: The column or key that names a document, in tables.
        title_column: The column or key that holds a document's headline, in tables.
        outlet_column: The column or key that names the outlet, in tables.
        date_column: The column or key that tells the day, in tables.
        delimiter: What separates the columns of CSV; None is a tab for .tsv and else a comma.
    """

    names: tuple[str, ...]
    sort: str | None = None
    encoding: str = "utf-8"
    text_column: str = "text"
    id_column: str | None = None
    title_column: str | None = None
    outlet_column: str | None = None
    date_column: str | None = None
    delimiter: str | None = None


@attrs.frozen
class Extraction:
    """How claims are found.

    Args:
        language: A code, or the path of a folder.
        scope: What counts as a claim.
        nested: Whether claims in claims are wanted.
        known: The file of the people and bodies that the user knows of.
    """

    language: str = "en"
    scope: Scope = Scope.SPEECH
    nested: bool = True
    known: str | None = None


@attrs.frozen
class Choice:
    """Which claims are wanted. Nothing given, nothing is left out.

    Args:
        speakers: Names, in lower case, split in words; one of them must agree.
        kinds: Kinds of content; one of them must agree.
        min_confidence: What the rule's precision must reach.
    """

    speakers: tuple[tuple[str, ...], ...] = ()
    kinds: frozenset[str] = frozenset()
    min_confidence: float | None = None


@attrs.frozen
class Task:
    """What a worker does with each document.

    Args:
        format: Name of the format.
        extraction: How claims are found.
        choice: Which of them are wanted.
        several: Whether there may be several documents, which then are told apart by headings.
        colour: Whether the output may hold escape sequences.
        width: How many columns the terminal has.
    """

    format: str
    extraction: Extraction = Extraction()
    choice: Choice = Choice()
    several: bool = False
    colour: bool = False
    width: int = 80


@attrs.frozen
class Options:
    """The whole command.

    Args:
        reading: How documents are found and read.
        task: What is done with each.
        output: File or folder to write to; None is standard output.
        jobs: Number of processes.
    """

    reading: Reading
    task: Task
    output: str | None = None
    jobs: int = 1
