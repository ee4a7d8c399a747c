"""How Sphinx builds the documentation: from Markdown, offline, fetching nothing."""

import logging
from importlib.metadata import version as installed_version

from sphinx.application import Sphinx

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

html_theme = "furo"
html_title = "firstsnow"
html_copy_source = False
html_show_sourcelink = False


def setup(app: Sphinx) -> None:  # noqa: ARG001 (Sphinx calls it so)
    """Let the table of contents name kinds of pages that nobody has written yet.

    Sphinx gives this one warning no type, so that `suppress_warnings` cannot name it.
    """
    logging.getLogger("sphinx.sphinx.directives.other").addFilter(
        lambda record: getattr(record, "subtype", None) != "empty_glob"
    )
