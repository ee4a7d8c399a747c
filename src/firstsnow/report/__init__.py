"""A person's report: one page of HTML or paper, or the same as JSON."""

from firstsnow.report.document import to_json
from firstsnow.report.html import to_html
from firstsnow.report.page import Note, Report, Said
from firstsnow.report.paper import to_pdf
from firstsnow.report.report import report

__all__ = ["Note", "Report", "Said", "report", "to_html", "to_json", "to_pdf"]
