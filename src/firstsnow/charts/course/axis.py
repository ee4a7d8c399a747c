"""The time axis: its line, its marks and words, the sessions repeated on it, and today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from firstsnow.charts.course.bars import Bar
from firstsnow.charts.course.frame import Frame, words_layer
from firstsnow.charts.course.layer import Label, Layer, Row
from firstsnow.charts.course.ticks import ticks
from firstsnow.charts.ink import EDGE, INK, INK_2, LINE_PX

AXIS_PX = 2 * LINE_PX + 10.0
"""Height of the axis with two lines of words."""
_TICK_PX = 4.0
_SESSION_PX = 9.0


def axis_layers(frame: Frame, y: float) -> Iterator[Layer]:
    """Draw the axis at a height."""
    line: Row = {"x": 0.0, "x2": frame.width, "y": y, "base": y}
    yield Layer("axes", "rule", (line,), {"stroke": EDGE, "strokeWidth": 1}, moves=False)
    found = ticks(frame.time, frame.translator)
    marks: tuple[Row, ...] = tuple(
        {"day": tick.day, "end": tick.day, "y": y, "base": y + _TICK_PX} for tick in found
    )
    yield Layer("marks of time", "rule", marks, {"stroke": EDGE, "strokeWidth": 1})
    words: list[Row] = []
    for tick in found:
        x = frame.time.x(tick.day)
        first = y + _TICK_PX + LINE_PX / 2 + 1
        if tick.words:
            label = Label(tick.words, x, first, "center", INK_2)
            words.append(frame.words(_inside(frame, label), tick.day))
        if tick.below:
            label = Label(tick.below, x, first + LINE_PX, "center", INK, bold=True)
            words.append(frame.words(_inside(frame, label), tick.day))
    yield from words_layer(words)


def _inside(frame: Frame, label: Label) -> Label:
    """Move a label that would stick out of the plot to its edge."""
    if label.box.left < 0:
        return replace(label, x=0.0, align="left")
    if label.box.right > frame.width:
        return replace(label, x=frame.width, align="right")
    return label


def session_layers(bars: Sequence[Bar], y: float) -> Iterator[Layer]:
    """Repeat the attended sessions as marks on the axis, under the curve that they may move."""
    rows: tuple[Row, ...] = tuple(
        {"day": tick.day, "end": tick.day, "y": y - _SESSION_PX, "base": y}
        for bar in bars
        for tick in bar.sessions
        if tick.attended
    )
    yield Layer("sessions on the axis", "rule", rows, {"stroke": INK, "strokeWidth": 1.6})


def today_layer(frame: Frame, at: float, top: float, bottom: float) -> Layer:
    """Draw the day up to which the record is told."""
    if frame.time.is_empty:
        return Layer("today", "rule", ())
    row: Row = {"day": at, "end": at, "y": top, "base": bottom}
    return Layer("today", "rule", (row,), {"stroke": EDGE, "strokeDash": (2, 3)})
