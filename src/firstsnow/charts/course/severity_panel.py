"""The totals drawn: dots and lines, the weight of illness, the lines for remission and response."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firstsnow.charts.course.frame import Frame, fixed_text, words_layer
from firstsnow.charts.course.layer import Layer, Row, Style, needed_width
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
from firstsnow.i18n import Value, message
from firstsnow.record import Record

COLUMN_GAP_PX = 12.0
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
_ROOMY_PX = 9.0
_LEAST_SHARE = 0.35


@dataclass(frozen=True, slots=True)
class Panel:
    """Where an axis stands in the picture.

    Attributes
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
    right = -COLUMN_GAP_PX
    if not frame.is_narrow:
        right -= sum(_column_width(scale_name(scale)) for scale in panel.axis.scales)
    for band in panel.axis.bands:
        middle = panel.at((band.low + band.high) / 2)
        if panel.at(band.low) - panel.at(band.high) >= LINE_PX - 2:
            rows.append(_band_word(frame, band.word, right, middle))
    if not frame.is_narrow or not panel.axis.bands:
        rows += _numbers(frame, panel, line)
    if frame.is_narrow and not panel.axis.bands:
        name = scale_name(panel.primary)
        rows.append(fixed_text(name, -frame.gutter, panel.top - LINE_PX, colour=INK_2, bold=True))
    yield from words_layer(rows, moves=False)


def _band_word(frame: Frame, word: Value, right: float, middle: float) -> Row:
    if frame.is_narrow:
        return fixed_text(frame.say(word), -frame.gutter, middle, colour=INK_2)
    return fixed_text(frame.say(word), right, middle, "right", colour=INK_2)


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
    yield Layer(
        "line for remission", "rule", (rule,), {"stroke": WELL, "strokeWidth": 2}, moves=False
    )
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
    style: Style = {"stroke": WELL, "strokeWidth": 1.4, "strokeDash": (5, 4)}
    yield Layer("line for response", "line", tuple(rows), style)


def curve_layers(frame: Frame, panel: Panel, record: Record, history: History) -> Iterator[Layer]:
    """Draw the totals, the scale that tells the course last so that it lies on top."""
    styled = list(enumerate(panel.scales))
    for place, scale in reversed(styled):
        ratings = history.ratings[scale]
        name = scale_name(scale)
        if place < len(_LINES):
            rows: tuple[Row, ...] = tuple(
                {"series": str(index), "order": order, "day": r.day, "y": panel.y(scale, r.total)}
                for index, run in enumerate(runs(ratings))
                if len(run) > 1
                for order, r in enumerate(run)
            )
            yield Layer(f"{name} line", "line", rows, _LINES[place])
        yield from _imprecise(panel, record, scale, ratings)
        points = tuple(_point(frame, panel, record, rating) for rating in ratings)
        style = _sized(frame, ratings, _STYLES[min(place, len(_STYLES) - 1)])
        yield Layer(f"{name} totals", "point", points, style)


def _sized(
    frame: Frame, ratings: Sequence[Rating], style: Mapping[str, str | float]
) -> dict[str, str | float]:
    """Draw smaller points where they would hide each other."""
    places = [frame.time.x(rating.day) for rating in ratings]
    apart = sorted(b - a for a, b in pairwise(places))
    usual = apart[len(apart) // 2] if apart else _ROOMY_PX
    share = min(1.0, max(_LEAST_SHARE, usual / _ROOMY_PX))
    return {**style, "size": round(share * float(style["size"]), 1)}


def _imprecise(
    panel: Panel, record: Record, scale: str, ratings: Sequence[Rating]
) -> Iterator[Layer]:
    """Draw a dotted line over the days that can be meant where only a month or a year is known."""
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
        "key": measurement_key(rating),
        "scale": scale_name(rating.scale),
        "total": rating.total,
        "tooltip": rating_text(frame, record, rating),
    }


def measurement_key(rating: Rating) -> str:
    """Give the name by which a measurement's point is found in the picture."""
    return f"m{rating.index}"


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
