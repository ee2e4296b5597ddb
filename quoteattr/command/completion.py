"""Completion in a shell, by argcomplete: ``eval "$(register-python-argcomplete quoteattr)"`` switches it on."""

import argparse
import os
from collections.abc import Mapping
from importlib import import_module

from quoteattr.extras import need

_OF_A_COMMAND = "2"  # argcomplete then takes the second word of the line for the program


def complete(commands: Mapping[str, str]) -> None:
    """Prints what may stand at the cursor, and ends the program.

    Args:
        commands: The modules of the commands that have a name.
    """
    argcomplete = need("argcomplete", extra="completion")
    name = _named(os.environ["COMP_LINE"][: int(os.environ["COMP_POINT"])])
    files = argcomplete.FilesCompleter()
    if name in commands:
        os.environ["_ARGCOMPLETE"] = _OF_A_COMMAND
        made: argparse.ArgumentParser = import_module(commands[name]).parser()
    else:
        made = import_module("quoteattr.command.claims").parser()
        positional = next(action for action in made._actions if action.dest == "files")  # noqa: SLF001  # argparse gives them nowhere else
        positional.completer = lambda prefix, **_: [*commands, *files(prefix)]  # type: ignore[attr-defined]  # argcomplete's own
    argcomplete.autocomplete(made)


def _named(line: str) -> str:
    """The word behind the program's name, where it is whole."""
    words = f"{line}|".split()
    return words[1] if len(words) > 2 else ""  # noqa: PLR2004  # program, word, and what the cursor stands at
