"""A notebook's kernel shows the page as the last value of a cell."""

import os
from pathlib import Path

import pytest

from quoteattr import extract
from quoteattr.render import show

_TEXT = "Mayor Ana Brandt said that the bridge was closed. “It is <b>old</b>,” she said."
_CELL = f"from quoteattr import extract\nfrom quoteattr.render import show\nshow({_TEXT!r}, extract({_TEXT!r}))"

pytestmark = [
    pytest.mark.timeout(120),  # a kernel is started
    pytest.mark.filterwarnings("ignore:::zmq", "ignore:::jupyter_client", "ignore:::nbclient", "ignore:::traitlets"),
]


def test_a_cell_shows_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    monkeypatch.setenv(
        "PYTHONPATH", os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    )
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")  # without it Jupyter warns of its folders
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(_CELL)])
    nbclient.NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (output,) = notebook.cells[0].outputs
    assert output.data["text/plain"] == "View(height=600)"
    assert output.data["text/html"] == show(_TEXT, extract(_TEXT))._repr_html_()
