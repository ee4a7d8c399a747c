"""The course plot of a report: its words at once, its pictures when a page of some width asks."""

from __future__ import annotations

from dataclasses import dataclass

from firstsnow.charts import CourseChart, CourseFact, course_chart
from firstsnow.charts.course.composition import composed
from firstsnow.charts.course.summary import summary
from firstsnow.charts.course.table import course_facts
from firstsnow.charts.course.title import title
from firstsnow.history import History
from firstsnow.i18n import Message, Translator
from firstsnow.record import Record


@dataclass(frozen=True, slots=True)
class CoursePlot:
    """The course plot.

    Attributes
    ----------
    title
        The finding, by rule.
    summary
        What the picture shows, in sentences.
    facts
        The same facts as the picture, in order of time.
    record, history, translator
        What it is drawn from, and in which language.
    """

    title: Message
    summary: tuple[Message, ...]
    facts: tuple[CourseFact, ...]
    record: Record
    history: History
    translator: Translator

    def height_px(self, width_px: float) -> float:
        """Give how high the picture is at a width, without drawing it."""
        return composed(self.record, self.history, self.translator, width_px).height

    def chart(self, width_px: float) -> CourseChart:
        """Lay the picture out for a width in CSS pixels."""
        return course_chart(self.record, self.history, self.translator, width=width_px)


def course_plot(record: Record, history: History, translator: Translator) -> CoursePlot:
    """Make the course plot of a record, seen on the day of its history."""
    return CoursePlot(
        title=title(record, history),
        summary=summary(record, history),
        facts=course_facts(record, history),
        record=record,
        history=history,
        translator=translator,
    )
