"""Settings of Sphinx, which builds these pages."""

from pathlib import Path

from sphinx.application import Sphinx

from quoteattr import __version__, extract, render

project = "quoteattr"
author = "The quoteattr authors"
copyright = "the quoteattr authors"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 80
html_theme = "furo"
html_title = f"quoteattr {release}"
html_static_path = ["_static"]
html_css_files = ["code.css"]
html_theme_options = {"top_of_page_buttons": []}

_HOME = Path(__file__).parent


def _article(app: Sphinx) -> None:
    """Puts the coloured view of the example article beside the pages, so that it is always what the library gives."""
    text = (_HOME.parent / "examples" / "article.txt").read_text(encoding="utf-8")
    page = render.html(text, extract(text), title="Swing bridge stays closed until spring")
    folder = Path(app.outdir)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.html").write_text(page, encoding="utf-8")


def _without_last_lines(app: Sphinx, name: str, source: list[str]) -> None:  # noqa: ARG001  # Sphinx's protocol
    """Takes off the empty line that ends a snippet for whoever runs it."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")


def setup(app: Sphinx) -> None:
    """Makes the example page when a build begins, and mends what is read."""
    app.connect("builder-inited", _article)
    app.connect("source-read", _without_last_lines)
