"""The strip at the top: how someone was, in words, and the shading of episodes."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firstsnow.charts.course.frame import Frame, Part, words_layer
from firstsnow.charts.course.layer import Align, Label, Layer, Row, Style, needed_width
from firstsnow.charts.course.words import day_text
from firstsnow.charts.ink import EDGE, INK, INK_3, LINE_PX, SHADE, SNOW, WELL, WELL_SOFT
from firstsnow.history import Segment
from firstsnow.history.segment import State
from firstsnow.i18n import DateText, Message, Value, message

STRIP_PX = 22.0
_INSET_PX = 6.0
_APART_PX = 10.0
_LEAST_BOX_PX = 2.0
_LEAST_PX = 4.0
"""A shorter stretch is said by its tooltip and the table alone."""

_SHORT: dict[State, Message] = {
    "episode": message("Episode"),
    "response": message("Response"),
    "remission": message("Remission"),
    "recovery": message("Recovery"),
    "symptoms": message("Symptoms"),
    "unobserved": message("Not measured"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring segments of one state, however they are known.

    Attributes
    ----------
    segment
        The state, from the first day to the last.
    is_current
        Whether it lasts until the day of the history.
    is_dated
        Whether it is known by a clinician's dates alone.
    recovered
        The day on which a remission became a recovery, where the two are taken together.
    """

    segment: Segment
    is_current: bool
    is_dated: bool
    recovered: float | None = None


def stretches(segments: Sequence[Segment], at: float) -> tuple[Stretch, ...]:
    """Join neighbouring segments of one state: measured and dated ones say the same to the eye."""
    joined: list[Stretch] = []
    for segment in segments:
        is_current = segment is segments[-1] and segment.end >= at
        is_dated = segment.basis == "dated"
        if joined and _continues(joined[-1].segment, segment):
            last = joined[-1]
            longer = replace(last.segment, end=segment.end)
            joined[-1] = Stretch(longer, is_current, last.is_dated and is_dated)
        else:
            joined.append(Stretch(segment, is_current, is_dated))
    return tuple(joined)


def _continues(before: Segment, after: Segment) -> bool:
    return (before.state, before.settled) == (after.state, after.settled) and (
        before.end == after.start
    )


def short_words(frame: Frame, stretch: Stretch) -> str:
    """Say a state in a word, in the reader's language."""
    return frame.say(short_state(stretch.segment))


def long_words(frame: Frame, stretch: Stretch) -> str:
    """Say a state with its days, in the reader's language."""
    return frame.say(long_state(frame, stretch))


def short_state(segment: Segment) -> Message:
    """Say a state in a word."""
    if segment.state == "remission" and segment.settled == "no":
        return message("Briefly well")
    return _SHORT[segment.state]


def long_state(frame: Frame, stretch: Stretch) -> Value:
    """Say a state with its days."""
    segment = stretch.segment
    start = _month(segment.start, is_calendar=frame.time.is_calendar)
    if segment.end == segment.start:
        day = day_text(segment.start, is_calendar=frame.time.is_calendar)
        return message("{state}, {date}", state=short_state(segment), date=day)
    if stretch.is_current and segment.state == "episode":
        return message("In an episode since {date}", date=start)
    if stretch.is_current and stretch.recovered is not None:
        return message("Well since {date}, recovered", date=start)
    state = _long_name(segment)
    if stretch.is_current:
        return message("{state} since {date}", state=state, date=start)
    end = _month(segment.end, is_calendar=frame.time.is_calendar)
    if frame.say(start) == frame.say(end):
        return message("{state}, {date}", state=state, date=start)
    return message("{state}, {start} – {end}", state=state, start=start, end=end)


def _long_name(segment: Segment) -> Message:
    if segment.state == "symptoms":
        return message("Above the remission line")
    return short_state(segment)


def _month(day: float, *, is_calendar: bool) -> Value:
    if not is_calendar:
        return day_text(math.floor(day), is_calendar=False)
    return DateText(dt.date.fromordinal(math.floor(day)), "month", short=True)


def state_tooltip(frame: Frame, stretch: Stretch) -> str:
    """Say a state, its days, and how it is known."""
    segment = stretch.segment
    said = message(
        "{state}, {start} – {end}",
        state=short_state(segment),
        start=day_text(segment.start, is_calendar=frame.time.is_calendar),
        end=day_text(segment.end, is_calendar=frame.time.is_calendar),
    )
    if segment.state == "remission" and segment.settled == "unknown":
        said = message("{said}; whether it lasts is not known yet", said=said)
    if stretch.recovered is not None:
        day = day_text(stretch.recovered, is_calendar=frame.time.is_calendar)
        said = message("{said}; recovery by definition on {day}", said=said, day=day)
    if stretch.is_dated:
        said = message("{said}; as a clinician dated it", said=said)
    return frame.say(said)


def strip(frame: Frame, found: Sequence[Stretch], top: float) -> Part:
    """Draw the strip: a box for each state, its words inside, or under it where it is too short."""
    layers: list[Layer] = []
    inside: list[Label] = []
    others: list[Stretch] = []
    for stretch in _well_together(found):
        layers += _box(frame, stretch, top)
        label = _inside(frame, stretch, top + STRIP_PX / 2)
        if label is None:
            others.append(stretch)
        else:
            inside.append(label)
    under = _under(frame, others, top + STRIP_PX + LINE_PX / 2)
    words = [frame.words(label) for label in (*inside, *under)]
    return Part((*layers, *words_layer(words)), STRIP_PX + (LINE_PX if under else 0.0))


def _well_together(found: Sequence[Stretch]) -> list[Stretch]:
    """Join a remission and the recovery that it became: the person stayed well."""
    joined: list[Stretch] = []
    for stretch in found:
        last = joined[-1] if joined else None
        if last is None or (last.segment.state, stretch.segment.state) != ("remission", "recovery"):
            joined.append(stretch)
            continue
        segment = replace(last.segment, end=stretch.segment.end, settled="yes")
        joined[-1] = replace(stretch, segment=segment, recovered=stretch.segment.start)
    return joined


def _inside(frame: Frame, stretch: Stretch, middle: float) -> Label | None:
    left, right = _reach(frame, stretch)
    is_measured = stretch.segment.state != "unobserved"
    texts = [long_words(frame, stretch), short_words(frame, stretch)]
    for text in texts if is_measured else texts[1:]:
        if needed_width(text, bold=is_measured) + _INSET_PX <= right - left:
            return _label(frame, stretch, text, left + _INSET_PX, middle, "left")
    return None


def _under(frame: Frame, found: Sequence[Stretch], middle: float) -> list[Label]:
    """Put the words of short stretches on one line, the present and the good ones first.

    Each gets a word before any gets its days.
    """
    said = [stretch for stretch in found if _deserves_words(frame, stretch)]
    placed: dict[Stretch, Label] = {}
    for words in (short_words, long_words):
        for stretch in sorted(said, key=_weight):
            others = [label for each, label in placed.items() if each != stretch]
            for label in _places_under(frame, stretch, words(frame, stretch), middle):
                if _has_room(frame, label, others):
                    placed[stretch] = label
                    break
    return list(placed.values())


def _deserves_words(frame: Frame, stretch: Stretch) -> bool:
    left, right = _reach(frame, stretch)
    is_seen = stretch.is_current or right - left >= _LEAST_PX
    return is_seen and stretch.segment.state != "unobserved"


def _has_room(frame: Frame, label: Label, others: Sequence[Label]) -> bool:
    box = label.box
    wide = replace(box, left=box.left - _APART_PX, right=box.right + _APART_PX)
    inside = box.left >= 0 and box.right <= frame.width
    return inside and not any(wide.overlaps(other.box) for other in others)


def _weight(stretch: Stretch) -> tuple[bool, bool, float]:
    segment = stretch.segment
    is_well = segment.state in ("remission", "recovery")
    return (not stretch.is_current, not is_well, segment.start - segment.end)


def _places_under(frame: Frame, stretch: Stretch, text: str, middle: float) -> Iterator[Label]:
    left, right = _reach(frame, stretch)
    yield _label(frame, stretch, text, left, middle, "left")
    yield _label(frame, stretch, text, right, middle, "right")


def _reach(frame: Frame, stretch: Stretch) -> tuple[float, float]:
    return frame.time.x(stretch.segment.start), frame.time.x(stretch.segment.end)


def _label(
    frame: Frame, stretch: Stretch, text: str, x: float, middle: float, align: Align
) -> Label:
    is_measured = stretch.segment.state != "unobserved"
    colour = _colours(stretch.segment)[2]
    return Label(text, x, middle, align, colour, is_measured, state_tooltip(frame, stretch))


def _box(frame: Frame, stretch: Stretch, top: float) -> Iterator[Layer]:
    fill, stroke, _ = _colours(stretch.segment)
    least = frame.time.day(frame.time.x(stretch.segment.start) + _LEAST_BOX_PX)
    row: Row = {
        "day": stretch.segment.start,
        "end": max(stretch.segment.end, least),
        "y": top + 1,
        "base": top + STRIP_PX - 1,
        "state": stretch.segment.state,
        "tooltip": state_tooltip(frame, stretch),
    }
    if stretch.segment.state == "unobserved":
        middle = {**row, "y": top + STRIP_PX - 1, "base": top + STRIP_PX - 1}
        yield Layer("not measured", "rule", (middle,), {"stroke": EDGE, "strokeDash": (1, 3)})
        return
    style: Style = {"fill": fill, "stroke": stroke, "strokeWidth": 1, "cornerRadius": 2}
    yield Layer(f"state: {stretch.segment.state}", "rect", (row,), style)


def _colours(segment: Segment) -> tuple[str, str, str]:
    """Give the filling, the border and the words of a state's box."""
    if segment.state in ("remission", "recovery"):
        return WELL_SOFT, WELL, WELL
    if segment.state == "episode":
        return SHADE, EDGE, INK
    if segment.state == "unobserved":
        return SNOW, SNOW, INK_3
    return SNOW, EDGE, INK


def episode_shading(found: Sequence[Stretch], top: float, bottom: float) -> Layer:
    """Shade the ground of the plot while someone was in an episode; remission stays white."""
    rows: list[Row] = []
    in_episode = False
    for each in found:
        # A response belongs to the episode that it follows; without one, none is known.
        in_episode = each.segment.state == "episode" or (
            in_episode and each.segment.state == "response"
        )
        if in_episode:
            day, end = each.segment.start, each.segment.end
            rows.append({"day": day, "end": end, "y": top, "base": bottom})
    return Layer("episodes", "rect", tuple(rows), {"fill": SHADE})
