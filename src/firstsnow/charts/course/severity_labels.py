"""The words in the plot: each line named beside it, the latest total and the soonest turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firstsnow.charts.course.frame import Frame, words_layer
from firstsnow.charts.course.layer import Box, Label, Layer, Row, needed_width
from firstsnow.charts.course.placing import Ground, Leader, Place, beside, led_to
from firstsnow.charts.course.remarks import Remark, latest_remark, turn_remark
from firstsnow.charts.course.severity import response_steps, runs
from firstsnow.charts.course.severity_panel import Panel
from firstsnow.charts.course.words import number, scale_name
from firstsnow.charts.ink import INK_2, WELL
from firstsnow.history import History, Rating
from firstsnow.i18n import message
from firstsnow.record import Record

_NEAR_PX = (30.0, 48.0, 70.0, 95.0, 125.0, 160.0)
_LINE_OFFSET_PX = 10.0
_ALONG_PX = 40.0
_POINT_PX = 4.0


def label_layers(
    frame: Frame, panel: Panel, record: Record, history: History, line: float | None
) -> Iterator[Layer]:
    """Write what each line is beside it, where it covers least; what finds no room is left out."""
    ground = _ground(frame, panel, history, line)
    told = history.status.scale == panel.primary
    remarks = [latest_remark(record, history, panel.primary)]
    if told and (turn := turn_remark(history, panel.scales)) is not None:
        remarks.append(turn)
    places = [_remarked(ground, frame, panel, remark) for remark in remarks]
    named = [s for s in panel.scales if places[0] is None or _is_named_too(frame, panel, s)]
    places += [_named(ground, frame, panel, history.ratings[scale]) for scale in named]
    if line is not None:
        places += _lines_named(ground, frame, panel, history, line)
    found = [place for place in places if place is not None]
    leaders = tuple(_leader(frame, p.leader) for p in found if p.leader is not None)
    yield Layer("leaders", "rule", leaders, {"stroke": INK_2, "strokeWidth": 0.8})
    rows = [frame.words(label) for place in found for label in place.labels]
    yield from words_layer(rows, halo=True)


def _is_named_too(frame: Frame, panel: Panel, scale: str) -> bool:
    """Whether a line needs a name: the latest total has named the scale that tells the course."""
    return scale != panel.primary or (len(panel.scales) > 1 and not frame.is_narrow)


def _ground(frame: Frame, panel: Panel, history: History, line: float | None) -> Ground:
    """Mark the curves, the points and the two lines as taken."""
    ground = Ground(Box(2.0, panel.top + 2, frame.width - 2, panel.bottom - 2))
    for scale in panel.scales:
        for run in runs(history.ratings[scale]):
            places = [_point(frame, panel, rating) for rating in run]
            for (x, y), (to_x, to_y) in pairwise(places):
                ground.take_line(x, y, to_x, to_y)
            for x, y in places:
                box = Box(x - _POINT_PX, y - _POINT_PX, x + _POINT_PX, y + _POINT_PX)
                ground.take(box)
    if line is not None:
        y = panel.y(panel.primary, line)
        ground.take_line(0.0, y, frame.width, y)
        for step in response_steps(history):
            y = panel.y(panel.primary, step.total)
            ground.take_line(frame.time.x(step.start), y, frame.time.x(step.end), y)
    return ground


def _point(frame: Frame, panel: Panel, rating: Rating) -> tuple[float, float]:
    return frame.time.x(rating.day), panel.y(rating.scale, rating.total)


def _remarked(ground: Ground, frame: Frame, panel: Panel, remark: Remark) -> Place | None:
    lines = [(frame.say(remark.words), True), (frame.say(remark.more), False)]
    point = _point(frame, panel, remark.rating)
    return ground.best((*beside(point, lines), *led_to(point, lines, _NEAR_PX)))


def _named(ground: Ground, frame: Frame, panel: Panel, ratings: Sequence[Rating]) -> Place | None:
    """Name a scale beside one of its totals, or further off with a leader to it."""
    name = scale_name(ratings[0].scale)
    every = max(1, len(ratings) // 10)
    points = [_point(frame, panel, r) for r in (ratings[0], ratings[-1], *ratings[1:-1:every])]
    lines = [(name, True)]
    near = (place for point in points for place in beside(point, lines))
    far = (place for point in points for place in led_to(point, lines, _NEAR_PX))
    return ground.best(near) or ground.best(far)


def _leader(frame: Frame, leader: Leader) -> Row:
    return {
        "day": frame.time.day(leader.x),
        "end": frame.time.day(leader.to_x),
        "y": leader.y,
        "base": leader.to_y,
    }


def _lines_named(
    ground: Ground, frame: Frame, panel: Panel, history: History, line: float
) -> Iterator[Place | None]:
    name = scale_name(panel.primary)
    texts = [
        frame.say(
            message("Remission line: {scale} {line} or below", scale=name, line=number(line))
        ),
        frame.say(message("Remission line")),
    ]
    y = panel.y(panel.primary, line)
    yield ground.best(
        place for text in texts for place in _along(text, y, 0.0, frame.width, bold=True)
    )
    texts = [
        frame.say(message("Response line: half of where each treatment began")),
        frame.say(message("Response line")),
    ]
    steps = [
        (panel.y(panel.primary, step.total), frame.time.x(step.start), frame.time.x(step.end))
        for step in response_steps(history)
    ]
    yield ground.best(
        place
        for text in texts
        for y, left, right in steps
        for place in _along(text, y, left, max(right, left + needed_width(text)), bold=False)
    )


def _along(text: str, y: float, left: float, right: float, *, bold: bool) -> Iterator[Place]:
    """Give places just above and below a level line, from left to right."""
    spare = max(0.0, right - left - needed_width(text, bold=bold) - _LINE_OFFSET_PX)
    count = int(spare // _ALONG_PX)
    for index in range(count + 1):
        x = left + _LINE_OFFSET_PX / 2 + index * spare / max(1, count)
        for offset in (_LINE_OFFSET_PX + 1, -_LINE_OFFSET_PX - 1):
            yield Place((Label(text, x, y + offset, "left", WELL, bold),))
