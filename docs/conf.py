"""Settings of Sphinx, which builds these pages."""

from quoteattr import __version__

project = "quoteattr"
author = "The quoteattr authors"
copyright = "the quoteattr authors"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
autodoc_member_order = "bysource"
myst_heading_anchors = 3
