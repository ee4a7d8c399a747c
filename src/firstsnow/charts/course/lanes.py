"""The lanes under the time axis, in their order, and the sentences under the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from firstsnow.charts.course.answer_lane import answer_lane, by_item
from firstsnow.charts.course.attempt_words import treatment_name
from firstsnow.charts.course.bars import Bar, Lane, undated
from firstsnow.charts.course.event_lane import event_lane, goals, life_events
from firstsnow.charts.course.frame import (
    Frame,
    Part,
    divider,
    fixed_text,
    heading,
    heading_lines,
    words_layer,
)
from firstsnow.charts.course.layer import Layer
from firstsnow.charts.course.severity_axis import SeverityAxis
from firstsnow.charts.course.treatment_lane import treatment_lane
from firstsnow.charts.course.words import sentence_case
from firstsnow.charts.ink import INK_2, LINE_PX
from firstsnow.charts.text_width import wrapped
from firstsnow.history import History
from firstsnow.i18n import Listing, Message, Value, message
from firstsnow.record import Record

_FULL_UP_TO = 12
"""The most treatments that get their doses, reason and outcome in words."""
_FULL_FROM_PX = 640.0
"""The least width of a plot that has room for these words."""
_GAP_PX = 8.0

TREATMENT_LANES: tuple[tuple[Lane, Message, Message | None], ...] = (
    ("medicines", message("Medicines"), message("height is dose")),
    ("other", message("Other treatments"), None),
    ("sessions", message("Sessions"), message("each tick is one")),
)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane: its name, what is said under its name, and how it is drawn from a height down."""

    name: Value
    caption: Value | None
    draw: Callable[[float], Part]


def lane_names(history: History) -> list[Value]:
    """Give the names that stand beside lanes."""
    names: list[Value] = [message("Life events"), message("Goals")]
    names += [name for _, name, _ in TREATMENT_LANES]
    return names + [answers.name for answers in by_item(history.safety)]


def lanes(frame: Frame, record: Record, history: History, bars: Sequence[Bar], top: float) -> Part:
    """Draw the lanes that have anything in them under each other."""
    layers: list[Layer] = []
    y = top
    for lane in _planned(frame, record, history, bars):
        layers.append(divider(frame, y))
        y += _GAP_PX / 2
        named = heading(frame, lane.name, lane.caption, y)
        part = lane.draw(y + named.height)
        layers += [*named.layers, *part.layers]
        least = LINE_PX * heading_lines(frame, lane.caption)
        y += max(named.height + part.height, least) + _GAP_PX / 2
    return Part(tuple(layers), y - top)


def _planned(
    frame: Frame, record: Record, history: History, bars: Sequence[Bar]
) -> Iterator[_Lane]:
    """Give the lanes in their order; on a narrow screen treatments come before what happened."""
    around = list(_around(frame, record, history))
    given = list(_given(frame, record, history, bars))
    yield from (*given, *around) if frame.is_narrow else (*around, *given)
    for answers in by_item(history.safety):
        caption = message("answers above 0") if answers.above_zero else None
        draw = partial(answer_lane, frame, answers, history.safety.open)
        yield _Lane(answers.name, caption, draw)


def _around(frame: Frame, record: Record, history: History) -> Iterator[_Lane]:
    happened = life_events(record, history.at)
    if happened:
        yield _Lane(message("Life events"), None, partial(event_lane, frame, happened))
    dated, undated_goals = goals(record, history.at)
    if dated or undated_goals:
        yield _Lane(message("Goals"), None, partial(_goal_lane, frame, record, history))


def _goal_lane(frame: Frame, record: Record, history: History, top: float) -> Part:
    dated, others = goals(record, history.at)
    part = event_lane(frame, dated, top)
    words = [frame.say(message("“{words}”, no date", words=each)) for each in others]
    said = _sentences(words, 0.0, frame.width, top + part.height)
    return Part((*part.layers, *said.layers), part.height + said.height)


def _given(frame: Frame, record: Record, history: History, bars: Sequence[Bar]) -> Iterator[_Lane]:
    in_full = len(bars) <= _FULL_UP_TO and frame.width >= _FULL_FROM_PX
    for lane, name, caption in TREATMENT_LANES:
        inside = [bar for bar in bars if bar.lane == lane]
        if not inside:
            continue
        said = caption
        if any(not tick.attended for bar in inside for tick in bar.sessions):
            said = message("each tick is one; open: missed")
        yield _Lane(name, said, partial(treatment_lane, frame, inside, in_full=in_full))
    without = undated(record, history)
    if without:
        names: tuple[Value, ...] = tuple(treatment_name(exposure) for exposure in without)
        listed = sentence_case(frame.say(Listing(names)))
        yield _said_lane(frame, message("Time not known"), listed)
    if not bars and not without:
        empty = message("No treatment on record yet. Treatments will stand here as bars.")
        yield _said_lane(frame, message("Treatments"), frame.say(empty))


def _said_lane(frame: Frame, name: Value, words: str) -> _Lane:
    """Give a lane that holds words alone."""
    return _Lane(name, None, lambda top: _sentences([words], 0.0, frame.width, top))


def notes(frame: Frame, axes: Sequence[SeverityAxis], bars: Sequence[Bar], top: float) -> Part:
    """Say under the picture how to read it."""
    said: list[str] = []
    if any(axis.is_shared for axis in axes):
        said.append(
            frame.say(
                message(
                    "Scales share the axis by lining up each scale’s own bands; "
                    "this is not a conversion."
                )
            )
        )
    if any(bar.attempt is not None and not bar.sessions for bar in bars):
        said.append(
            frame.say(message("Bars: filled adequate, open not adequate, hatched not known."))
        )
    if any(bar.perhaps for bar in bars):
        said.append(frame.say(message("Dashed: the date is not known exactly.")))
    if not said:
        return Part()
    first = divider(frame, top)
    # One paragraph reads better than a sentence a line, and is less high.
    part = _sentences([" ".join(said)], -frame.gutter, frame.width, top + _GAP_PX)
    return Part((first, *part.layers), part.height + _GAP_PX)


def _sentences(said: Sequence[str], left: float, right: float, top: float) -> Part:
    lines = [line for each in said for line in wrapped(each, right - left)]
    rows = [
        fixed_text(line, left, top + LINE_PX * index + LINE_PX / 2, colour=INK_2)
        for index, line in enumerate(lines)
    ]
    return Part(words_layer(rows, moves=False), LINE_PX * len(lines))
