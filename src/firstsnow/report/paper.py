"""A report as PDF: A4, tagged, with its fonts inside."""

from __future__ import annotations

from markupsafe import Markup

from firstsnow.charts import CourseChart
from firstsnow.report.fonts_of_page import fonts_of_page
from firstsnow.report.html import asset
from firstsnow.report.page import Report
from firstsnow.report.pictures import embeddable
from firstsnow.report.rendering import Dress, Picture, render

_UNIVERSAL_ACCESS = "pdf/ua-1"
_PAPER_PX = 703.0
"""Width of the text on A4, in CSS pixels."""
_PAGE_PX = 940.0
"""Height that a picture may have on a page of its own, under its heading."""
_TALL_PX = 640.0
"""From this height a picture has a page of its own, and other sections come first."""
_WIDTHS_PX = (790.0, 1020.0, 1280.0, 1600.0)
"""Widths to lay the picture out for: 12 px text is 8 pt on paper at the first, less at the others,
which are for very long records."""


def to_pdf(report: Report) -> bytes:
    """Write a report as a tagged PDF (PDF/UA), one A4 page for most people.

    Nothing is fetched: every address but the fonts inside is refused.
    """
    # WeasyPrint takes longer to import than the command line may take to answer.
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    chart = _fitting_chart(report)
    picture = Picture("wide", Markup(embeddable(chart.svg(), report.language)))  # noqa: S704  ours
    is_tall = chart.height * _PAPER_PX / chart.width > _TALL_PX
    bare = render(report, Dress([picture], ()), paper=True, plot_first=not is_tall)
    styles = (fonts_of_page(bare, report.language), asset("report.css"), asset("paper.css"))
    page = render(report, Dress([picture], styles), paper=True, plot_first=not is_tall)
    inside = URLFetcher(allowed_protocols=("data",))
    made: bytes = HTML(string=page, url_fetcher=inside).write_pdf(pdf_variant=_UNIVERSAL_ACCESS)
    return made


def _fitting_chart(report: Report) -> CourseChart:
    """Lay the course plot out so that it fits on a page, its type 8 pt for most people."""
    for width in _WIDTHS_PX[:-1]:
        if report.plot.height_px(width) * _PAPER_PX / width <= _PAGE_PX:
            return report.plot.chart(width)
    return report.plot.chart(_WIDTHS_PX[-1])
