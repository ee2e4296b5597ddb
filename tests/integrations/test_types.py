"""The integrations say which types of the other library they take and give: no annotation of theirs is Any."""

import ast
from pathlib import Path

import pytest

_MODULES = sorted((Path(__file__).parents[2] / "quoteattr" / "integrations").glob("*.py"))


@pytest.mark.parametrize("path", _MODULES, ids=lambda path: path.name)
def test_no_signature_has_any(path: Path) -> None:
    functions = [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    for function in functions:
        arguments = [*function.args.args, *function.args.kwonlyargs, function.args.vararg, function.args.kwarg]
        found = [each.annotation for each in arguments if each is not None and each.annotation] + [function.returns]
        told = [ast.unparse(each) for each in found if each is not None]
        assert not [each for each in told if "Any" in each], function.name
