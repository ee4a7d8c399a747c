"""A report as one HTML file: complete without scripts, and without anything fetched."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from firstsnow.charts import CourseChart
from firstsnow.i18n import Translator, message, translator
from firstsnow.report.fonts_of_page import fonts_of_page
from firstsnow.report.page import Report
from firstsnow.report.pictures import embeddable
from firstsnow.report.policy import content_security_policy
from firstsnow.report.rendering import DataBlock, Dress, Picture, render

_WIDTHS_PX = {"wide": 1020.0, "narrow": 328.0}
"""Widths of the course plot: within the sheet at a desk, and on a phone 360 px wide."""


def to_html(report: Report) -> str:
    """Write a report as one HTML file that holds everything: styles, fonts, pictures, script.

    Its content-security policy allows what is inside and nothing else. The picture of the course is
    drawn without scripts; where they run, it can be pointed at and walked along with arrow keys.
    """
    spoken = translator(report.language)
    charts = {name: report.plot.chart(width) for name, width in _WIDTHS_PX.items()}
    pictures = [_picture(report, name, chart) for name, chart in charts.items()]
    data = [DataBlock(f"course-{name}", _data(chart, spoken)) for name, chart in charts.items()]
    bare = render(report, Dress(pictures, (), data), paper=False)
    drawn = "".join(block.json for block in data)
    fonts = fonts_of_page(bare, report.language, drawn)
    styles = (fonts, asset("report.css"), _chart_asset("firstsnow-chart.css"))
    script = _chart_asset("firstsnow-chart.js")
    policy = content_security_policy(styles, (script,))
    return render(report, Dress(pictures, styles, data, script, policy), paper=False)


@cache
def asset(name: str) -> str:
    """Read a style sheet of the report."""
    return (files("firstsnow.report") / "assets" / name).read_text(encoding="utf-8")


@cache
def _chart_asset(name: str) -> str:
    return (files("firstsnow.charts") / "assets" / name).read_text(encoding="utf-8")


def _picture(report: Report, name: str, chart: CourseChart) -> Picture:
    svg = embeddable(chart.svg(), report.language)
    return Picture(name, Markup(svg), f"course-{name}")  # noqa: S704  our own drawing


def _data(chart: CourseChart, spoken: Translator) -> Markup:
    """Give what a script draws the chart from, unable to end the element that holds it."""
    reading = {
        "label": spoken.text(message("Measurements in order of time, with the arrow keys")),
        "field": "tooltip",
        "measurements": [{"key": one.label, "text": one.label} for one in chart.measurements],
    }
    text = json.dumps({"spec": _silent(chart.spec), "reading": reading}, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  escaped on this line


def _silent(spec: dict[str, Any]) -> dict[str, Any]:
    """Leave the marks without roles: the figure describes the whole, and they have no names."""
    layers = [layer | {"mark": layer["mark"] | {"aria": False}} for layer in spec["layer"]]
    return spec | {"layer": layers}
