"""The gate's settings: snippets in Markdown are run, and Hypothesis repeats itself."""

import os
from importlib.util import find_spec

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# The gate tries the same examples each time, so that it fails for a change only; `explore` looks for new ones.
settings.register_profile("gate", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

# Modules that need a library are left out without it: pytest would import them in search of doctests.
_LIBRARIES = {
    "datasets": "datasets", "pandas": "pandas", "polars": "polars", "server": "starlette", "spacy": "spacy",
    "spark": "pyspark",
}  # fmt: skip
_NEEDED = {f"quoteattr/integrations/{name}.py": library for name, library in _LIBRARIES.items()}
_NEEDED["tests/fuzz/fuzz.py"] = "atheris"
collect_ignore = [path for path, library in _NEEDED.items() if not find_spec(library)]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "CONTRIBUTING.md", "docs/*.md"],
).pytest()
