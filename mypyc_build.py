"""Compiles the engine to machine code, in place: ``python mypyc_build.py`` in a copy of the repository made for it.

The source is the same as of the pure build. A wheel with compiled modules is built where QUOTEATTR_COMPILE is set
(hatch_build.py); it needs a C compiler, and two or three minutes.
"""

import os
import sys
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext

# The way from a text to its claims, without what is done once for a language.
COMPILED = ("compiled.py", "once.py", "text", "grammar", "attribution", "speakers")
INTERPRETED = {
    "text/span.py": "results are classes of attrs",
    "grammar/grammar.py": "the same",
    "grammar/automaton.py": "patterns are read once, most of them when a wheel is built",
    "grammar/backtracking.py": "the same",
    "grammar/notation.py": "the same",
    "grammar/phrases.py": "the same",
    "grammar/piece.py": "the same",
    "grammar/syntax.py": "the same",
    "grammar/words.py": "the same",
}
# Modules call each other and Python straight, not by way of a table that another library might change.
FLAGS = ["-fvisibility=hidden", "-fno-plt"] if os.name == "posix" else []


def modules(package: Path) -> list[str]:
    """The modules that are compiled, as mypyc wants them."""
    files = (path for name in COMPILED for path in sorted([package / name, *(package / name).rglob("*.py")]))
    named = (path.relative_to(package).as_posix() for path in files if path.is_file() and path.name != "__init__.py")
    return [f"{package.name}/{name}" for name in named if name not in INTERPRETED]


def main() -> None:
    """Compiles beside the sources."""
    options = ["--config-file=", "--strict", "--ignore-missing-imports"]
    extensions = mypycify(
        [*options, *modules(Path("quoteattr"))],
        opt_level="2",
        debug_level="0",
        multi_file=True,
        group_name="quoteattr",
    )
    for extension in extensions:
        extension.extra_compile_args += FLAGS
    command = build_ext(Distribution({"name": "quoteattr", "ext_modules": extensions}))
    command.inplace, command.parallel = True, os.cpu_count()
    command.ensure_finalized()
    command.run()


if __name__ == "__main__":
    sys.path.insert(0, "")
    main()
