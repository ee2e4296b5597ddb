"""What the build of a wheel adds: the tables of each language as one JSON file, which is read in a tenth of the time.

A copy of the repository, also one that is installed for editing, has no such file: there the tables are read as they
are written, so that none can be out of date.
"""

import json
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGES = Path("quoteattr", "language")
NAME = "tables.json"


class TablesHook(BuildHookInterface):
    """Writes the tables beside those they are made of."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds a file for each folder with tables."""
        if version == "editable":
            return
        self._home = tempfile.TemporaryDirectory()
        for folder in sorted({path.parent for path in Path(self.root, LANGUAGES).rglob("*.toml")}):
            tables = {path.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
            inside = folder.relative_to(self.root)
            built = Path(self._home.name, f"{inside.name}.json")
            built.write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
            build_data["force_include"][str(built)] = (inside / NAME).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatch's
        """Takes the files away again."""
        if version != "editable":
            self._home.cleanup()
