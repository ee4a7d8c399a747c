"""The parts of the picture put under each other, from the strip to the sentences at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstsnow.charts.course.axis import AXIS_PX, axis_layers, session_layers, today_layer
from firstsnow.charts.course.bars import bars
from firstsnow.charts.course.frame import Frame, Part, fixed_text, words_layer
from firstsnow.charts.course.lanes import lane_names, lanes, notes
from firstsnow.charts.course.layer import Layer, merged, needed_width
from firstsnow.charts.course.severity_axis import SeverityAxis, severity_axes
from firstsnow.charts.course.severity_labels import label_layers
from firstsnow.charts.course.severity_panel import (
    Panel,
    beside_layers,
    curve_layers,
    ground_layers,
    gutter_width,
    line_layers,
)
from firstsnow.charts.course.strip import episode_shading, stretches, strip
from firstsnow.charts.course.timescale import time_scale
from firstsnow.charts.ink import INK_2, LINE_PX
from firstsnow.charts.text_width import wrapped
from firstsnow.history import History
from firstsnow.i18n import Translator, message
from firstsnow.record import Record

NARROW_BELOW_PX = 640.0
_LEAST_PANEL_PX, _MOST_PANEL_PX, _PANEL_SHARE = 200.0, 300.0, 0.27
"""Height of the curve: a share of the picture's width, within limits."""
_OWN_PANEL_PX = 110.0
_BETWEEN_PX = 8.0
_EMPTY_PX = 3 * LINE_PX


@dataclass(frozen=True, slots=True)
class Composition:
    """A picture before it is drawn.

    Attributes
    ----------
    frame
        Its room and language.
    layers
        What it is made of, in the order in which it is drawn.
    panels
        Where the totals stand.
    height
        Its height in px.
    """

    frame: Frame
    layers: tuple[Layer, ...]
    panels: tuple[Panel, ...]
    height: float


def composed(record: Record, history: History, translator: Translator, width: float) -> Composition:
    """Lay a picture out at a width; its height follows from what is in it."""
    axes = severity_axes(history.ratings, history.status.scale)
    frame = _frame(record, history, translator, axes, width)
    found = stretches(history.status.segments, history.at)
    states = strip(frame, found, 0.0) if found else Part()
    # The names of the scales stand over their numbers, which a narrow picture has no room for.
    top = states.height + _BETWEEN_PX + (0.0 if frame.is_narrow else LINE_PX)
    panels, bottom = _panels(frame, history, axes, top)
    given = bars(record, history, frame.time)
    foot = bottom + (0.0 if frame.time.is_empty else AXIS_PX)
    below = lanes(frame, record, history, given, foot)
    foot += below.height
    said = notes(frame, axes, given, foot)
    layers = [
        episode_shading(found if panels else (), top, bottom),
        *states.layers,
        today_layer(frame, history.at, top, bottom),
        *_curves(frame, panels, record, history, top),
        *session_layers(given, bottom),
        *([] if frame.time.is_empty else axis_layers(frame, bottom)),
        *below.layers,
        *said.layers,
    ]
    return Composition(frame, merged(layers), panels, foot + said.height + _BETWEEN_PX)


def _frame(
    record: Record,
    history: History,
    translator: Translator,
    axes: Sequence[SeverityAxis],
    width: float,
) -> Frame:
    is_narrow = width < NARROW_BELOW_PX
    gutters = [
        gutter_width([translator.text(b.word) for b in axis.bands], axis, is_narrow=is_narrow)
        for axis in axes
    ]
    if not is_narrow:
        names = [translator.text(name) for name in lane_names(history)]
        gutters += [needed_width(name, bold=True) for name in names]
    gutter = max(gutters, default=0.0) + _BETWEEN_PX / 2
    return Frame(time_scale(record, history, width - gutter), translator, gutter, is_narrow)


def _panels(
    frame: Frame, history: History, axes: Sequence[SeverityAxis], top: float
) -> tuple[tuple[Panel, ...], float]:
    """Stack the axes: the one with the scale that tells the course is the highest."""
    found: list[Panel] = []
    y = top
    for index, axis in enumerate(axes):
        share = _PANEL_SHARE * (frame.gutter + frame.width)
        height = min(_MOST_PANEL_PX, max(_LEAST_PANEL_PX, share))
        if index:
            y += 2 * LINE_PX
            height = _OWN_PANEL_PX
        most = max(axis.scales, key=lambda scale: len(history.ratings[scale]))
        told = history.status.scale
        primary = told if told is not None and told in axis.scales else most
        found.append(Panel(axis, y, y + height, primary))
        y += height
    return tuple(found), y if found else top + _EMPTY_PX


def _curves(
    frame: Frame, panels: Sequence[Panel], record: Record, history: History, top: float
) -> Iterator[Layer]:
    for panel in panels:
        line = history.status.remission_line if panel.primary == history.status.scale else None
        yield from ground_layers(frame, panel)
        yield from beside_layers(frame, panel, line)
        yield from line_layers(frame, panel, history, line)
        yield from curve_layers(frame, panel, record, history)
        yield from label_layers(frame, panel, record, history, line)
    if not panels:
        said = message("No measurement yet. The curve will stand here after the first one.")
        lines = wrapped(frame.say(said), frame.width - 2 * _BETWEEN_PX)
        first = top + (_EMPTY_PX - LINE_PX * (len(lines) - 1)) / 2
        rows = [
            fixed_text(line, _BETWEEN_PX, first + index * LINE_PX, colour=INK_2)
            for index, line in enumerate(lines)
        ]
        yield from words_layer(rows, moves=False)
