"""What the build of a wheel adds: of each language that ships, what the library would else work out at each start.

A copy of the repository, also one that is installed for editing, has no such file but where somebody ran
``python -m quoteattr.prepare``.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGES = Path("quoteattr", "language")


class PreparedHook(BuildHookInterface):
    """Adds the prepared data of the languages."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Has the package work it out, in a Python of its own, and adds each file."""
        if version == "editable":
            return
        self._home = tempfile.TemporaryDirectory()
        command = [sys.executable, "-B", "-m", "quoteattr.prepare", self._home.name]
        subprocess.run(command, cwd=self.root, check=True)  # noqa: S603  # our own
        for path in sorted(Path(self._home.name).rglob("*.json")):
            inside = LANGUAGES / path.relative_to(self._home.name)
            build_data["force_include"][str(path)] = inside.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatch's
        """Takes the files away again."""
        if version != "editable":
            self._home.cleanup()
