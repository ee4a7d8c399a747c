"""The totals drawn: dots and lines, the weight of illness, the lines for remission and response."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firstsnow.charts.course.frame import Frame, Part, fixed_text, words_layer
from firstsnow.charts.course.layer import Box, Label, Layer, Row, needed_width
from firstsnow.charts.course.placing import Ground
from firstsnow.charts.course.severity import response_steps, runs, weight_of_illness
from firstsnow.charts.course.severity_axis import SeverityAxis
from firstsnow.charts.course.words import (
    band_name,
    number,
    rating_time,
    scale_name,
)
from firstsnow.charts.ink import EDGE, HAIR, INK, INK_2, INK_3, LINE_PX, SNOW, WELL
from firstsnow.history import History, Rating
from firstsnow.i18n import message
from firstsnow.record import Record

COLUMN_GAP_PX = 12.0
_LEADER_FROM_PX = 14.0
_STYLES: tuple[dict[str, str | float], ...] = (
    {"shape": "circle", "size": 44, "fill": INK, "stroke": INK},
    {"shape": "circle", "size": 24, "fill": SNOW, "stroke": INK_2, "strokeWidth": 1.2},
    {"shape": "diamond", "size": 48, "fill": SNOW, "stroke": INK, "strokeWidth": 1.3},
    {"shape": "square", "size": 34, "fill": SNOW, "stroke": INK, "strokeWidth": 1.3},
    {"shape": "triangle-up", "size": 40, "fill": SNOW, "stroke": INK, "strokeWidth": 1.3},
)
"""The scale that tells the course first, then the others; shape tells them apart in grey."""
_LINES: tuple[dict[str, str | float], ...] = (
    {"stroke": INK, "strokeWidth": 2.4, "strokeJoin": "round"},
    {"stroke": INK_3, "strokeWidth": 0.9},
)
"""The first two scales have a line; more lines than two can't be followed."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Where an axis stands in the picture.

    Attributes:
    ----------
    axis
        The axis.
    top, bottom
        Its upper and lower end, in px.
    primary
        The scale that tells the course, or the only one.
    """

    axis: SeverityAxis
    top: float
    bottom: float
    primary: str

    def y(self, scale: str, total: float) -> float:
        """Give where a total stands, in px from the top."""
        return self.at(self.axis.height(scale, total))

    def at(self, height: float) -> float:
        """Give where a height from 0 to 1 stands."""
        return self.bottom - height * (self.bottom - self.top)

    @property
    def scales(self) -> tuple[str, ...]:
        """The scales in order of weight, the one that tells the course first."""
        return tuple(sorted(self.axis.scales, key=lambda scale: scale != self.primary))


def gutter_width(frame_words: Sequence[str], axis: SeverityAxis, *, is_narrow: bool) -> float:
    """Give the room that severity words and scale numbers need left of the plot."""
    words = max((needed_width(text) for text in frame_words), default=0.0)
    if is_narrow and axis.bands:
        return words + COLUMN_GAP_PX / 2
    columns = [scale_name(scale) for scale in axis.scales]
    if is_narrow:
        return needed_width("000") + COLUMN_GAP_PX / 2
    return words + sum(_column_width(name) for name in columns) + COLUMN_GAP_PX


def _column_width(name: str) -> float:
    return max(needed_width(name, bold=True), needed_width("00")) + COLUMN_GAP_PX / 2


def ground_layers(frame: Frame, panel: Panel) -> Iterator[Layer]:
    """Draw the hairlines between bands, and the ends of the axis."""
    heights = [band.low for band in panel.axis.bands[1:]] or [1.0]
    rows: tuple[Row, ...] = tuple(
        {"x": 0.0, "x2": frame.width, "y": panel.at(h), "base": panel.at(h)} for h in heights
    )
    yield Layer("bands", "rule", rows, {"stroke": HAIR, "strokeWidth": 1}, moves=False)
    axis: Row = {"x": 0.0, "x2": 0.0, "y": panel.top, "base": panel.bottom}
    yield Layer("axes", "rule", (axis,), {"stroke": EDGE, "strokeWidth": 1}, moves=False)


def beside_layers(frame: Frame, panel: Panel, line: float | None) -> Iterator[Layer]:
    """Write the severity words and each scale's own numbers beside the plot."""
    rows: list[Row] = []
    for band in panel.axis.bands:
        middle = panel.at((band.low + band.high) / 2)
        if panel.at(band.low) - panel.at(band.high) >= LINE_PX - 2:
            rows.append(fixed_text(frame.say(band.word), -frame.gutter, middle, colour=INK_2))
    if not frame.is_narrow or not panel.axis.bands:
        rows += _numbers(frame, panel, line)
    yield from words_layer(rows, moves=False)


def _numbers(frame: Frame, panel: Panel, line: float | None) -> Iterator[Row]:
    right = -COLUMN_GAP_PX / 2
    for scale in reversed(panel.axis.scales):
        name = scale_name(scale)
        if not frame.is_narrow:
            title_y = panel.top - LINE_PX
            yield fixed_text(name, right, title_y, "right", colour=INK_2, bold=True)
        taken: list[float] = []
        if line is not None and scale == panel.primary:
            taken.append(panel.y(scale, line))
            words = frame.say(number(line))
            yield fixed_text(words, right, taken[0], "right", colour=WELL, bold=True)
        for each in panel.axis.numbers(scale):
            y = panel.at(each.height)
            if all(abs(y - other) >= LINE_PX - 2 for other in taken):
                taken.append(y)
                yield fixed_text(frame.say(number(each.total)), right, y, "right", colour=INK_3)
        right -= _column_width(name)


def line_layers(
    frame: Frame, panel: Panel, history: History, line: float | None
) -> Iterator[Layer]:
    """Draw the weight of illness, the line for remission and the stepped line for response."""
    if line is None:
        return
    bottom = panel.y(panel.primary, line)
    pieces = [
        piece
        for run in runs(history.ratings[panel.primary])
        for piece in weight_of_illness(run, line)
    ]
    weight: tuple[Row, ...] = tuple(
        {
            "series": str(index),
            "order": order,
            "day": corner.day,
            "y": panel.y(panel.primary, corner.total),
            "base": bottom,
        }
        for index, piece in enumerate(pieces)
        for order, corner in enumerate(piece)
    )
    yield Layer("weight of illness", "area", weight, {"fill": INK, "fillOpacity": 0.1})
    rule: Row = {"x": 0.0, "x2": frame.width, "y": bottom, "base": bottom, "total": line}
    yield Layer("line for remission", "rule", (rule,), {"stroke": WELL, "strokeWidth": 2}, moves=False)
    yield from _response(panel, history)


def _response(panel: Panel, history: History) -> Iterator[Layer]:
    rows: list[Row] = []
    series = -1
    last_end: float | None = None
    for order, step in enumerate(response_steps(history)):
        y = panel.y(panel.primary, step.total)
        series += step.start != last_end
        last_end = step.end
        for place, day in enumerate((step.start, step.end)):
            rows.append({"series": str(series), "order": 2 * order + place, "day": day, "y": y})
    style = {"stroke": WELL, "strokeWidth": 1.4, "strokeDash": (5, 4)}
    yield Layer("line for response", "line", tuple(rows), style)


def curve_layers(
    frame: Frame, panel: Panel, record: Record, history: History
) -> Iterator[Layer]:
    """Draw the totals, the scale that tells the course last so that it lies on top."""
    styled = list(enumerate(panel.scales))
    for place, scale in reversed(styled):
        ratings = history.ratings[scale]
        name = scale_name(scale)
        if place < len(_LINES):
            rows = tuple(
                {"series": str(index), "order": order, "day": r.day, "y": panel.y(scale, r.total)}
                for index, run in enumerate(runs(ratings))
                if len(run) > 1
                for order, r in enumerate(run)
            )
            yield Layer(f"{name} line", "line", rows, _LINES[place])
        yield from _imprecise(panel, record, scale, ratings)
        points = tuple(_point(frame, panel, record, rating) for rating in ratings)
        yield Layer(f"{name} totals", "point", points, _STYLES[min(place, len(_STYLES) - 1)])


def _imprecise(
    panel: Panel, record: Record, scale: str, ratings: Sequence[Rating]
) -> Iterator[Layer]:
    """A total of which the month or year is known: a dotted line over the days that it can be."""
    rows: tuple[Row, ...] = tuple(
        {"day": when.earliest, "end": when.latest, "y": y, "base": y}
        for rating in ratings
        if (when := record.measurements[rating.index].time).latest > when.earliest
        for y in (panel.y(scale, rating.total),)
    )
    yield Layer("imprecise dates", "rule", rows, {"stroke": EDGE, "strokeDash": (2, 2)})


def _point(frame: Frame, panel: Panel, record: Record, rating: Rating) -> Row:
    when = rating_time(record, rating)
    return {
        "day": rating.day,
        "y": round(panel.y(rating.scale, rating.total), 2),
        "date": frame.say(when),
        "scale": scale_name(rating.scale),
        "total": rating.total,
        "tooltip": rating_text(frame, record, rating),
    }


def rating_text(frame: Frame, record: Record, rating: Rating) -> str:
    """Say a rating: scale, total, its own word for it, and when."""
    name, total = scale_name(rating.scale), number(rating.total)
    when = rating_time(record, rating)
    word = band_name(rating.scale, rating.total)
    if word is None:
        return frame.say(message("{scale} {total}, {when}", scale=name, total=total, when=when))
    return frame.say(
        message("{scale} {total} ({word}), {when}", scale=name, total=total, word=word, when=when)
    )


def label_layers(
    frame: Frame, panel: Panel, record: Record, history: History, line: float | None
) -> Iterator[Layer]:
    """Write what each line is beside it, where it covers least."""
    room = Box(2.0, panel.top + 2, frame.width - 2, panel.bottom - 2)
    ground = Ground(room)
    _take_curves(ground, frame, panel, history)
    words: list[Row] = []
    leaders: list[Row] = []
    for scale in panel.scales:
        found = _name_scale(ground, frame, panel, scale, history)
        if found is not None:
            label, leader = found
            words.append(frame.words(label))
            leaders += leader
    if line is not None:
        words += _name_lines(ground, frame, panel, history, line)
    yield Layer("leaders", "rule", tuple(leaders), {"stroke": INK_2, "strokeWidth": 0.8})
    yield from words_layer(words, halo=True)


def _take_curves(ground: Ground, frame: Frame, panel: Panel, history: History) -> None:
    for scale in panel.scales:
        for run in runs(history.ratings[scale]):
            places = [(frame.time.x(r.day), panel.y(scale, r.total)) for r in run]
            for (x, y), (to_x, to_y) in zip(places, places[1:], strict=False):
                ground.take_line(x, y, to_x, to_y)
            for x, y in places:
                ground.take(Box(x - 4, y - 4, x + 4, y + 4))


def _name_scale(
    ground: Ground, frame: Frame, panel: Panel, scale: str, history: History
) -> tuple[Label, list[Row]] | None:
    """Name a scale by its last total: beside it, or further off with a thin line to it."""
    ratings = history.ratings[scale]
    name = scale_name(scale)
    latest = ratings[-1]
    with_total = frame.say(message("{scale} {total}", scale=name, total=number(latest.total)))
    candidates: list[tuple[Label, Rating]] = []
    places = [latest, ratings[0], *ratings[1:-1:_every(len(ratings))]]
    for far in (0.0, 16.0, 32.0, 52.0, 76.0):
        for rating in places:
            text = with_total if rating is latest else name
            candidates += [(label, rating) for label in _around(frame, panel, rating, text, far)]
    label = ground.best(label for label, _ in candidates)
    if label is None:
        return None
    rating = next(rating for other, rating in candidates if other is label)
    return label, _leader(ground, frame, panel, label, rating)


def _every(count: int) -> int:
    return max(1, count // 10)


def _around(
    frame: Frame, panel: Panel, rating: Rating, text: str, far: float
) -> Iterator[Label]:
    x, y = frame.time.x(rating.day), panel.y(rating.scale, rating.total)
    if far == 0:
        yield Label(text, x + 8, y, "left", bold=True)
        yield Label(text, x - 8, y, "right", bold=True)
    for up in (-1, 1):
        for aside in (0.0, -0.6 * far, 0.6 * far):
            yield Label(text, x + aside, y + up * (_LEADER_FROM_PX + far), "center", bold=True)


def _leader(
    ground: Ground, frame: Frame, panel: Panel, label: Label, rating: Rating
) -> list[Row]:
    x, y = frame.time.x(rating.day), panel.y(rating.scale, rating.total)
    if label.align != "center" or abs(label.y - y) <= _LEADER_FROM_PX + 1:
        return []
    edge = label.y + (LINE_PX / 2 if label.y < y else -LINE_PX / 2)
    end = y + (-5 if label.y < y else 5)
    ground.take_line(label.x, edge, x, end)
    return [{"day": frame.time.day(label.x), "end": rating.day, "y": edge, "base": end}]


def _name_lines(
    ground: Ground, frame: Frame, panel: Panel, history: History, line: float
) -> Iterator[Row]:
    name = scale_name(panel.primary)
    y = panel.y(panel.primary, line)
    texts = [
        frame.say(
            message("Remission line: {scale} {line} or below", scale=name, line=number(line))
        ),
        frame.say(message("Remission line")),
    ]
    remission = ground.best(_along(frame, texts, y, 0.0, frame.width, bold=True))
    if remission is not None:
        yield frame.words(remission)
    steps = response_steps(history)
    texts = [
        frame.say(message("Response line: half of where each treatment began")),
        frame.say(message("Response line")),
    ]
    candidates = (
        label
        for step in steps
        for label in _along(
            frame,
            texts,
            panel.y(panel.primary, step.total),
            frame.time.x(step.start), frame.width, bold=False,
        )
    )
    response = ground.best(candidates)
    if response is not None:
        yield frame.words(response)


def _along(
    frame: Frame, texts: Sequence[str], y: float, left: float, right: float, *, bold: bool
) -> Iterator[Label]:
    """Places just above and below a level line, from left to right; the longer words first."""
    for text in texts:
        width = needed_width(text, bold=bold)
        count = max(1, int((right - left - width) // 40))
        for index in range(count + 1):
            x = left + 8 + index * max(0.0, right - left - width - 10) / max(1, count)
            for offset in (10.0, -10.0):
                yield Label(text, x, y + offset, "left", WELL, bold)
