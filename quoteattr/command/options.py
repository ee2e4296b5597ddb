"""What the user asked for, checked."""

import attrs

from quoteattr import Scope


@attrs.frozen
class Reading:
    """How documents are found and read.

    Args:
        names: Files, folders, patterns, or "-" for standard input.
        sort: text, html, jsonl or csv; None goes by each file's ending.
        text_column: The column or key that holds the text, in tables.
        id_column: The column or key that names a document, in tables.
        delimiter: What separates the columns of CSV; None is a tab for .tsv and else a comma.
    """

    names: tuple[str, ...]
    sort: str | None = None
    text_column: str = "text"
    id_column: str | None = None
    delimiter: str | None = None


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
        choice: Which claims are wanted.
        scope: What counts as a claim.
        known: The file of the people and bodies that the user knows of.
        several: Whether there may be several documents, which then are told apart by headings.
        colour: Whether the output may hold escape sequences.
    """

    format: str
    choice: Choice = Choice()
    scope: Scope = Scope.SPEECH
    known: str | None = None
    several: bool = False
    colour: bool = False


@attrs.frozen
class Options:
    """The whole command.

    Args:
        reading: How documents are found and read.
        task: What is done with each.
        output: File or folder to write to; None is standard output.
        jobs: Number of processes.
        stats: Whether counts are printed.
    """

    reading: Reading
    task: Task
    output: str | None = None
    jobs: int = 1
    stats: bool = False
