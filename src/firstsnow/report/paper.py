"""A report as PDF: A4, tagged, with its fonts inside."""

from __future__ import annotations

from markupsafe import Markup

from firstsnow.report.fonts_of_page import fonts_of_page
from firstsnow.report.html import asset
from firstsnow.report.page import Report
from firstsnow.report.pictures import embeddable
from firstsnow.report.rendering import Dress, Picture, render

_UNIVERSAL_ACCESS = "pdf/ua-1"


def to_pdf(report: Report) -> bytes:
    """Write a report as a tagged PDF (PDF/UA), one A4 page for most people.

    Nothing is fetched: every address but the fonts inside is refused.
    """
    # WeasyPrint takes longer to import than the command line may take to answer.
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    picture = Picture("wide", Markup(embeddable(report.chart.svg(), report.language)))  # noqa: S704  ours
    bare = render(report, Dress([picture], ()), paper=True)
    styles = (fonts_of_page(bare, report.language), asset("report.css"), asset("paper.css"))
    page = render(report, Dress([picture], styles), paper=True)
    inside = URLFetcher(allowed_protocols=("data",))
    made: bytes = HTML(string=page, url_fetcher=inside).write_pdf(pdf_variant=_UNIVERSAL_ACCESS)
    return made
