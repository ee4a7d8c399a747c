"""A report as PDF: A4, tagged, with the fonts inside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from firstsnow.report.font_subset import FONT_FOLDER, font_families, font_file_faces
from firstsnow.report.html import asset, font_stack
from firstsnow.report.page import Report
from firstsnow.report.pictures import embeddable
from firstsnow.report.rendering import Dress, Picture, render

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNIVERSAL_ACCESS = "pdf/ua-1"


def to_pdf(report: Report) -> bytes:
    """Write a report as a tagged PDF (PDF/UA), one page for most people.

    Nothing is fetched: the fonts that ship with firstsnow are embedded, and every other address is
    refused.
    """
    # WeasyPrint takes longer to import than the command line may take to answer.
    from weasyprint import HTML

    page = _page(report)
    made: bytes = HTML(string=page, url_fetcher=_fonts_only).write_pdf(
        pdf_variant=_UNIVERSAL_ACCESS
    )
    return made
