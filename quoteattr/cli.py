"""The command line: claims of files, folders, tables and pages, to read or in one of the formats."""

from collections.abc import Sequence

from quoteattr.command.arguments import parse
from quoteattr.command.run import run


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the claims of every document.

    Args:
        argv: The arguments; None takes the command line's.

    Returns:
        The exit code: 0; 1 where some documents could not be read; 2 where none could, or the usage is wrong.
    """
    return run(parse(argv))
