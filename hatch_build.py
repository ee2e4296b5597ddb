"""What the build of a wheel adds: of each language that ships, what the library would else work out at each start.

A copy of the repository, also one that is installed for editing, has no such file but where somebody ran
``python -m quoteattr.prepare``. Where the variable QUOTEATTR_COMPILE is set, the engine is compiled too, and the wheel
is one for this platform and this Python.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE, COMPILER = "quoteattr", "mypyc_build.py"
LIBRARIES = (".so", ".pyd")


def is_compiled() -> bool:
    """Whether a compiled wheel is asked for."""
    return os.environ.get("QUOTEATTR_COMPILE", "0") not in ("", "0")


class BuildHook(BuildHookInterface):
    """Adds the prepared data of the languages and, where it is asked for, the compiled modules."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What a build of this kind needs."""
        return ["mypy[mypyc]>=2,<3", "setuptools>=77"] if is_compiled() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the files in a folder of its own and adds each of them."""
        if version == "editable":
            return
        self._home = tempfile.TemporaryDirectory()
        for made, place in (*self._prepared(), *(self._compiled() if is_compiled() else ())):
            build_data["force_include"][str(made)] = place.as_posix()
        if is_compiled():
            build_data.update(pure_python=False, infer_tag=True)

    def _prepared(self) -> Iterator[tuple[Path, Path]]:
        """Prepared data, and its place in the wheel."""
        home = Path(self._home.name, "prepared")
        subprocess.run([sys.executable, "-B", "-m", "quoteattr.prepare", home], cwd=self.root, check=True)  # noqa: S603
        for path in sorted(home.rglob("*.json")):
            yield path, Path(PACKAGE, "language", path.relative_to(home))

    def _compiled(self) -> Iterator[tuple[Path, Path]]:
        """Compiled modules, and their places in the wheel."""
        home = Path(self._home.name, "compiled")
        shutil.copytree(Path(self.root, PACKAGE), home / PACKAGE)
        shutil.copy(Path(self.root, COMPILER), home)
        subprocess.run([sys.executable, COMPILER], cwd=home, check=True)  # noqa: S603
        for path in (*home.glob("*"), *(home / PACKAGE).rglob("*")):
            if path.suffix in LIBRARIES:
                yield path, path.relative_to(home)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatch's
        """Takes the files away again."""
        if version != "editable":
            self._home.cleanup()
