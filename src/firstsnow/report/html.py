"""A report as one HTML file: complete without scripts, and without anything fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from firstsnow.charts import CourseChart
from firstsnow.report.font_subset import font_faces, font_families
from firstsnow.report.letters import shown_text
from firstsnow.report.page import Report
from firstsnow.report.pictures import embeddable
from firstsnow.report.policy import content_security_policy
from firstsnow.report.rendering import DataBlock, Dress, Picture, render

_ALWAYS_SHOWN = "0123456789 .,:;/+%()[]-\N{MINUS SIGN}\N{EN DASH}→“”"


def to_html(report: Report) -> str:
    """Write a report as one HTML file that holds everything: styles, fonts, pictures, script.

    Its content-security policy allows what is inside and nothing else. The picture of the course is
    drawn without scripts; where they run, it can be pointed at and walked along with arrow keys.
    """
    charts = {"wide": report.chart, "narrow": report.narrow_chart}
    pictures = [
        Picture(name, Markup(embeddable(chart.svg())), f"course-{name}")  # noqa: S704  our drawing
        for name, chart in charts.items()
    ]
    data = [DataBlock(f"course-{name}", _data(chart)) for name, chart in charts.items()]
    bare = render(report, Dress(pictures, (), data), paper=False)
    styles = (_fonts(report, bare), asset("report.css"), chart_asset("firstsnow-chart.css"))
    script = chart_asset("firstsnow-chart.js")
    policy = content_security_policy(styles, (script,))
    return render(report, Dress(pictures, styles, data, script, policy), paper=False)


@cache
def asset(name: str) -> str:
    """Read a style sheet of the report."""
    return (files("firstsnow.report") / "assets" / name).read_text(encoding="utf-8")


@cache
def chart_asset(name: str) -> str:
    """Read a style sheet or script of the charts."""
    return (files("firstsnow.charts") / "assets" / name).read_text(encoding="utf-8")


def font_stack(families: tuple[str, ...]) -> str:
    """Give the rule that names a page's fonts."""
    named = ", ".join(f'"{family}"' for family in families)
    return f":root {{ --font: {named}, system-ui, sans-serif; }}"


def _fonts(report: Report, page: str) -> str:
    regular, bold = shown_text(page)
    drawn = "".join(json.dumps(chart.spec, ensure_ascii=False) for chart in _charts(report))
    faces = font_faces(
        regular + drawn + _ALWAYS_SHOWN, bold + drawn + _ALWAYS_SHOWN, report.language
    )
    return f"{faces}\n{font_stack(font_families(report.language))}"


def _charts(report: Report) -> tuple[CourseChart, ...]:
    return (report.chart, report.narrow_chart)


def _data(chart: CourseChart) -> Markup:
    """The chart's specification, unable to end the element that holds it."""
    text = json.dumps({"spec": chart.spec, "reading": chart.reading}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  escaped on this line
