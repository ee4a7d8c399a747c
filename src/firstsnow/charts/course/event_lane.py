"""Life events, stays in hospital, self-harm and goals: small signs with words beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firstsnow.charts.course.frame import Frame, Part, words_layer
from firstsnow.charts.course.layer import Label, Layer, Row, Style
from firstsnow.charts.course.packing import Choice, packed, set_beside, set_lines, with_words
from firstsnow.charts.course.words import sentence_case, when_text
from firstsnow.charts.ink import EDGE, INK, LINE_PX, SNOW, WELL
from firstsnow.charts.text_width import wrapped
from firstsnow.history.dose_time import moment_bounds
from firstsnow.i18n import Message, Value, message
from firstsnow.record import Record

_SIGN_PX = 5.0
_GAP_PX = 4.0

Sign = Literal["event", "stay", "self-harm", "goal"]

_SELF_HARM: dict[str, Message] = {
    "attempt": message("suicide attempt"),
    "interrupted-attempt": message("interrupted suicide attempt"),
    "self-injury-without-intent": message("self-injury without intent to die"),
    "preparation": message("preparation for suicide"),
}
_STAYS: dict[str | None, Message] = {
    "ward": message("in hospital"),
    "day-clinic": message("in a day clinic"),
    "crisis-house": message("in a crisis house"),
    "emergency": message("in the emergency department"),
    None: message("in hospital"),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """Something with a place in time and words.

    Attributes
    ----------
    sign
        What it is.
    start, end
        First and last day that it can be; for a stay, that it lasted.
    words
        What is said of it.
    when
        When it was, as exactly as it is known.
    """

    sign: Sign
    start: float
    end: float
    words: Value
    when: Value

    @property
    def day(self) -> float:
        """Where its sign stands."""
        return self.start if self.sign == "stay" else (self.start + self.end) / 2


def life_events(record: Record, at: float) -> tuple[Happening, ...]:
    """Give life events, stays and self-harm up to a day, in order of time."""
    found = [
        Happening("event", e.time.earliest, e.time.latest, e.what, when_text(e.time))
        for e in record.life_events
    ]
    found += [
        Happening(
            "self-harm", e.time.earliest, e.time.latest, _SELF_HARM[e.kind], when_text(e.time)
        )
        for e in record.self_harm
    ]
    found += _stays(record, at)
    return tuple(sorted((e for e in found if e.start <= at), key=lambda e: (e.day, e.end)))


def _stays(record: Record, at: float) -> Iterator[Happening]:
    for stay in record.admissions:
        start, end = moment_bounds(stay.start), moment_bounds(stay.end)
        if stay.start is None or not math.isfinite(start.low):
            continue
        last = at if stay.ongoing else (start.high if stay.end is None else end.high)
        words = _STAYS[stay.setting]
        when = when_text(stay.start)
        if stay.end is not None and stay.end != stay.start:
            when = message("{start} – {end}", start=when, end=when_text(stay.end))
        yield Happening("stay", start.low, min(last, at), words, when)


def goals(record: Record, at: float) -> tuple[tuple[Happening, ...], tuple[str, ...]]:
    """Give goals with a day, and the words of those without one."""
    dated = [
        Happening(
            "goal",
            goal.set_on.earliest,
            goal.set_on.latest,
            message("“{words}”", words=goal.words),
            when_text(goal.set_on),
        )
        for goal in record.goals
        if goal.set_on is not None and goal.set_on.earliest <= at
    ]
    undated = tuple(goal.words for goal in record.goals if goal.set_on is None)
    return tuple(sorted(dated, key=lambda goal: goal.day)), undated


def happening_text(frame: Frame, happening: Happening) -> str:
    """Say what happened, and when."""
    words = sentence_case(frame.say(happening.words))
    return frame.say(message("{words}, {when}", words=words, when=happening.when))


def event_lane(frame: Frame, happenings: Sequence[Happening], top: float) -> Part:
    """Draw signs and words in as few rows as needed."""
    packing = packed([(each, _choices(frame, each)) for each in happenings], top, _GAP_PX)
    layers: list[Layer] = []
    words: list[Row] = []
    for each in packing.placed:
        layers += _signs(frame, each.thing, each.middle)
        told = happening_text(frame, each.thing)
        colour = WELL if each.thing.sign == "goal" else INK
        words += [
            frame.words(
                Label(
                    label.text,
                    label.x,
                    each.middle + label.line * LINE_PX,
                    label.align,
                    colour,
                    tooltip=told,
                ),
                each.thing.day,
            )
            for label in each.choice.words
        ]
    return Part((*layers, *words_layer(words)), packing.height)


def _choices(frame: Frame, happening: Happening) -> list[Choice]:
    left = frame.time.x(happening.start if happening.sign == "stay" else happening.day)
    right = frame.time.x(happening.end) if happening.sign == "stay" else left
    left, right = left - _SIGN_PX, max(right, left) + _SIGN_PX
    room = frame.time.last_x
    full = happening_text(frame, happening)
    beside = set_beside(left, right, full, room)
    if beside:
        return beside
    lines = wrapped(full, room)
    return [with_words(left, right, *set_lines(left, lines, room, -len(lines)))]


def _signs(frame: Frame, happening: Happening, middle: float) -> Iterator[Layer]:
    told = happening_text(frame, happening)
    row: Row = {"day": happening.day, "y": middle, "tooltip": told}
    if happening.sign == "stay":
        least = frame.time.day(frame.time.x(happening.start) + _SIGN_PX)
        end = max(happening.end, least)
        stay: Row = {
            "day": happening.start,
            "end": end,
            "y": middle - _SIGN_PX,
            "base": middle + _SIGN_PX,
            "tooltip": told,
        }
        yield Layer("stays", "rect", (stay,), {"fill": SNOW, "stroke": INK, "strokeWidth": 1.4})
        return
    if happening.end > happening.start:
        perhaps: Row = {"day": happening.start, "end": happening.end, "y": middle, "base": middle}
        yield Layer("imprecise dates", "rule", (perhaps,), {"stroke": EDGE, "strokeDash": (2, 2)})
    if happening.sign == "goal":
        flag: Style = {"shape": "M-0.5,1L-0.5,-1L0.9,-0.45L-0.5,0.1Z", "size": 90, "fill": WELL}
        yield Layer("goals", "point", (row,), {**flag, "stroke": WELL, "strokeWidth": 1.2})
        return
    shape = "triangle-down" if happening.sign == "event" else "square"
    style: Style = {"shape": shape, "size": 60, "fill": INK, "stroke": INK, "strokeWidth": 1}
    yield Layer("life events" if happening.sign == "event" else "self-harm", "point", (row,), style)
