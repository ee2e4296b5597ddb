"""The library is whole without any extra, and a missing one is named."""

import subprocess
import sys

import pytest

from quoteattr.extras import MissingExtraError, need, present

_OTHERS = (
    "spacy",
    "pandas",
    "polars",
    "datasets",
    "pyspark",
    "rich",
    "trafilatura",
    "argcomplete",
    "xlsxwriter",
    "numpy",
    "pyarrow",
    "lxml",
)


def _python(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout


def test_the_core_imports_nothing_of_them() -> None:
    code = f"import sys, quoteattr; quoteattr.extract('a'); print([name for name in {_OTHERS} if name in sys.modules])"
    assert _python(code).strip() == "[]"


def test_the_command_imports_nothing_of_them() -> None:
    code = f"import sys, quoteattr.cli; print([name for name in {_OTHERS} if name in sys.modules])"
    assert _python(code).strip() == "[]"


def test_the_door_imports_all_but_types_only_when_asked() -> None:
    names = ["quoteattr.render", "quoteattr.checking", "quoteattr.pipeline", "quoteattr.language.language", "regex"]
    code = f"import sys, quoteattr; print([name for name in {names} if name in sys.modules])"
    assert _python(code).strip() == "[]"
    assert _python("from quoteattr import *; print(extract(''), Language.load('en').code)").strip() == "Claims() en"
    assert _python("import quoteattr; print(quoteattr.render.html('', ())[:15])").strip() == "<!DOCTYPE html>"
    assert _python("from quoteattr import to_dict, from_dict, verify; print(len(verify('', '')))").strip() == "0"
    assert _python("import quoteattr\ntry: quoteattr.nothing\nexcept AttributeError as e: print(e)").strip() == (
        "module 'quoteattr' has no attribute 'nothing'"
    )


@pytest.mark.parametrize(
    ("module", "library", "extra"),
    [
        ("quoteattr.integrations.pandas", "pandas", "pandas"),
        ("quoteattr.integrations.polars", "polars", "polars"),
        ("quoteattr.integrations.spark", "pyspark", "spark"),
    ],
)
def test_a_missing_library_names_the_extra(module: str, library: str, extra: str) -> None:
    code = (
        f"import sys; sys.modules['{library}'] = None\nimport {module} as m\n"
        "try: m.claims_frame(None)\nexcept ImportError as error: print(error)"
    )
    assert _python(code).strip() == f'{library} is not installed: pip install "quoteattr[{extra}]"'


def test_spacy_and_datasets_name_theirs() -> None:
    code = (
        "import sys; sys.modules['spacy'] = sys.modules['datasets'] = None\n"
        "try: import quoteattr.integrations.spacy\nexcept ImportError as error: print(error)\n"
        "from quoteattr.integrations.datasets import map_claims\n"
        "try: map_claims(None)\nexcept ImportError as error: print(error)"
    )
    assert _python(code).splitlines() == [
        'spacy is not installed: pip install "quoteattr[spacy]"',
        'datasets is not installed: pip install "quoteattr[datasets]"',
    ]


def test_a_fault_inside_a_library_is_not_taken_for_a_missing_one() -> None:
    assert present("json")
    assert not present("no_such_library")
    with pytest.raises(MissingExtraError) as caught:
        need("no_such_library.inner", extra="x")
    assert caught.value.name == "no_such_library"
