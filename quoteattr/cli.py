"""The command line: claims of files, folders, tables and pages, and what else can be done with them."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from quoteattr.extras import present

COMMANDS: Mapping[str, str] = {
    "stats": "quoteattr.command.stats",
    "verify": "quoteattr.command.verifying",
    "serve": "quoteattr.command.serving",
}
"""The module of each command that has a name. It has `main` and `parser`, as `quoteattr.command.claims` has.

A file of that name is given as ``./verify``.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Does what the command line asks for: without the name of a command it writes claims.

    Args:
        argv: The arguments; None takes the command line's.

    Returns:
        The exit code: 0; 1 where some documents could not be read, or `verify` found something; 2 where nothing could
        be read, or the usage is wrong.
    """
    if "_ARGCOMPLETE" in os.environ and present("argcomplete"):
        import_module("quoteattr.command.completion").complete(COMMANDS)
    given = sys.argv[1:] if argv is None else list(argv)
    if given and given[0] in COMMANDS:
        return int(import_module(COMMANDS[given[0]]).main(given[1:]))
    return int(import_module("quoteattr.command.claims").main(given))
