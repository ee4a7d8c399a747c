"""The course plot: the whole story of a record at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firstsnow.charts.course.altair_layers import Specification, specification
from firstsnow.charts.course.composition import Composition, composed
from firstsnow.charts.course.severity_panel import measurement_key, rating_text
from firstsnow.charts.course.summary import summary
from firstsnow.charts.course.table import CourseFact, CourseMeasurement, course_facts
from firstsnow.charts.course.title import title
from firstsnow.charts.svg import drawn_svg
from firstsnow.history import History
from firstsnow.i18n import Message, Translator
from firstsnow.record import Record

WIDE_PX = 1104.0


@dataclass(frozen=True, slots=True)
class CourseChart:
    """The course plot, in every form in which it is needed.

    Attributes
    ----------
    spec
        The Vega-Lite specification: of the page, the PDF and the notebook alike.
    name
        The title in the picture's language.
    title
        The finding as a sentence.
    summary
        What the picture shows, in sentences.
    table
        The facts of the picture as rows, in order of time.
    measurements
        The measurements in order of time, with their places in the picture.
    width, height
        Size in px.
    """

    spec: Specification
    name: str
    title: Message
    summary: tuple[Message, ...]
    table: tuple[CourseFact, ...]
    measurements: tuple[CourseMeasurement, ...]
    width: float
    height: float

    def svg(self, fonts_dir: Path | None = None) -> str:
        """Draw the picture as an SVG document, complete without scripts.

        Parameters
        ----------
        fonts_dir
            A folder of fonts to draw with, beside those of the machine.
        """
        return drawn_svg(self.spec, self.name, fonts_dir)

    def _repr_mimebundle_(self, **_wanted: object) -> dict[str, Any]:
        """Give the specification to a notebook, which draws it and may ask for other forms."""
        return {"application/vnd.vegalite.v6+json": self.spec}


def course_chart(
    record: Record, history: History, translator: Translator, *, width: float = WIDE_PX
) -> CourseChart:
    """Draw a record's course up to the day of its history.

    Parameters
    ----------
    record
        The record.
    history
        What this record says about the past.
    translator
        The reader's language.
    width
        Width of the whole picture in px. Below 640 px the picture is laid out for a narrow screen;
        text is 12 px at any width.
    """
    made = composed(record, history, translator, width)
    told, heard = title(record, history), summary(record, history)
    description = " ".join(translator.text(each) for each in (told, *heard))
    return CourseChart(
        spec=specification(made.frame, made.layers, made.height, description),
        name=translator.text(told),
        title=told,
        summary=heard,
        table=course_facts(record, history),
        measurements=_measurements(made, record, history),
        width=width,
        height=made.height,
    )


def _measurements(
    made: Composition, record: Record, history: History
) -> tuple[CourseMeasurement, ...]:
    found = [
        (
            rating.day,
            CourseMeasurement(
                key=measurement_key(rating),
                index=rating.index,
                x=round(made.frame.gutter + made.frame.time.x(rating.day), 2),
                y=round(panel.y(scale, rating.total), 2),
                label=rating_text(made.frame, record, rating),
            ),
        )
        for panel in made.panels
        for scale in panel.scales
        for rating in history.ratings[scale]
    ]
    return tuple(one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].index)))
