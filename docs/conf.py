"""How Sphinx builds the documentation: from Markdown, offline, fetching nothing."""

import logging
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from docs.catalogue.write import write as write_catalogue

project = "firstsnow"
author = "The firstsnow authors"
copyright = "The firstsnow authors, Apache-2.0"  # noqa: A001 (Sphinx's own name)
version = release = installed_version("firstsnow")

extensions = ["myst_parser"]
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}
nitpicky = True

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 4
# Notes stand under a heading of their own, "Sources", which says what they are.
myst_footnote_transition = False

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["narrow.css"]
html_title = "firstsnow"
html_copy_source = False
html_show_sourcelink = False


def write_pages(app: Sphinx) -> None:  # noqa: ARG001 (Sphinx calls it so)
    """Write the pages that are made from the catalogue's files, before Sphinx looks for pages."""
    write_catalogue()


def setup(app: Sphinx) -> None:
    """Write the catalogue's pages, and let the table of contents name kinds that nobody wrote yet.

    Sphinx gives that one warning no type, so that `suppress_warnings` cannot name it.
    """
    app.connect("builder-inited", write_pages)
    logging.getLogger("sphinx.sphinx.directives.other").addFilter(
        lambda record: getattr(record, "subtype", None) != "empty_glob"
    )
