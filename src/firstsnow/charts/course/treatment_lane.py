"""Treatments drawn: the height of a bar is the dose, its filling whether it was enough to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firstsnow.charts.course.attempt_words import (
    head_text,
    short_text,
    shortest_text,
    tail_text,
    treatment_name,
)
from firstsnow.charts.course.bars import Bar
from firstsnow.charts.course.frame import Frame, Part, words_layer
from firstsnow.charts.course.layer import (
    OVER_BARS,
    Label,
    Layer,
    Row,
    Style,
    box_sign,
    needed_width,
)
from firstsnow.charts.course.packing import (
    Choice,
    Words,
    packed,
    set_beside,
    set_lines,
    set_on_line,
    with_words,
)
from firstsnow.charts.course.words import sentence_case
from firstsnow.charts.ink import INK, INK_2, LINE_PX, SNOW
from firstsnow.charts.text_width import shortened, wrapped
from firstsnow.history import Answer
from firstsnow.i18n import message

_BAR_PX = 14.0
_SLIM_BAR_PX = 12.0
_SESSION_PX, _WIDEST_PX = 10.0, 5.0
_LEAST_BAR_PX, _UNSURE_BAR_PX = 3.0, 10.0
_ROW_GAP_PX = 6.0
_SLIM_GAP_PX = 3.0
_ARROW_PX = 8.0
_HATCH_PX = 5.0
_OUTLINE: Style = {"stroke": INK, "strokeWidth": 1.2, "strokeJoin": "round"}


def treatment_lane(frame: Frame, bars: Sequence[Bar], top: float, *, in_full: bool) -> Part:
    """Draw treatments in as few rows as their words allow.

    Parameters
    ----------
    frame
        The picture.
    bars
        The treatments of this lane, in order of their start.
    top
        Where the lane begins, in px.
    in_full
        Whether each gets its doses, reason and outcome in words, or its name and verdict.
    """
    choices = [(bar, _choices(frame, bar, in_full=in_full)) for bar in bars]
    packing = packed(choices, top, _ROW_GAP_PX if in_full else _SLIM_GAP_PX)
    layers: list[Layer] = []
    words: list[Row] = []
    for each in packing.placed:
        layers += _drawn(frame, each.thing, each.middle, _BAR_PX if in_full else _SLIM_BAR_PX)
        told = tooltip(frame, each.thing)
        words += [
            _words_row(frame, each.thing, label, each.middle, told) for label in each.choice.words
        ]
    return Part((*layers, *words_layer(words)), packing.height)


def _choices(frame: Frame, bar: Bar, *, in_full: bool) -> list[Choice]:
    left, right = _reach(frame, bar)
    if in_full:
        return [_in_full(frame, bar, left, right)]
    room = frame.time.last_x
    texts = [
        short_text(bar.exposure, bar.attempt, frame.translator),
        shortest_text(bar.exposure, bar.attempt, frame.translator, room),
    ]
    beside = [way for text in texts for way in set_beside(left, right, text, room)]
    text = next((t for t in texts if needed_width(t) <= room), texts[-1])
    return beside or [with_words(left, right, set_on_line(left, text, room, -1))]


def _in_full(frame: Frame, bar: Bar, left: float, right: float) -> Choice:
    """Name and doses above the bar; verdict, reason and outcome where there is room for them."""
    room = frame.time.last_x
    head = shortened(head_text(bar.exposure, frame.translator), room, bold=True)
    above = set_on_line(left, head, room, -1, bold=True)
    if bar.attempt is None:
        return with_words(left, right, above)
    tail = tail_text(bar.attempt, frame.translator)
    beside = set_beside(left, right, tail, room)
    if beside:
        return with_words(left, right, above, *beside[0].words)
    at_the_end = Words(tail, room, "right", -1)
    if above.align == "left" and above.span[1] + 2 * LINE_PX <= at_the_end.span[0]:
        return with_words(left, right, above, at_the_end)
    below = set_lines(left, wrapped(tail, room), room, 1)
    return with_words(left, right, above, *below)


def _reach(frame: Frame, bar: Bar) -> tuple[float, float]:
    """From where to where a bar, its arrow and what may belong to it reach, in px."""
    days = [bar.start, bar.end, *(day for stretch in bar.perhaps for day in stretch)]
    days += [tick.day for tick in bar.sessions]
    left = frame.time.x(min(days))
    right = max(frame.time.x(max(days)), left + _least(bar))
    return left, right + (_ARROW_PX if bar.goes_on else 0.0)


def _words_row(frame: Frame, bar: Bar, words: Words, middle: float, told: str) -> Row:
    """Tie words to the end of the bar that they stand beside, so that they follow it."""
    colour = INK if words.bold else INK_2
    y = middle + LINE_PX * words.line
    label = Label(words.text, words.x, y, words.align, colour, words.bold, told)
    is_after = words.line == 0 and words.align == "left"
    return frame.words(label, bar.end if is_after else bar.start)


def tooltip(frame: Frame, bar: Bar) -> str:
    """Say everything about a treatment that its row says, however little room there was."""
    head = head_text(bar.exposure, frame.translator)
    if bar.attempt is None:
        return head
    return frame.say(
        message("{head}. {tail}", head=head, tail=tail_text(bar.attempt, frame.translator))
    )


def _drawn(frame: Frame, bar: Bar, middle: float, height: float) -> Iterator[Layer]:
    told = tooltip(frame, bar)
    if bar.sessions:
        yield from _sessions(frame, bar, middle, told)
    else:
        bottom = middle + height / 2
        yield from _filled(frame, bar, bottom, height, told)
    for low, high in bar.perhaps:
        row: Row = {"day": low, "end": high, "y": middle, "base": middle, "tooltip": told}
        style: Style = {"stroke": INK, "strokeWidth": 1.4, "strokeDash": (3, 3)}
        yield Layer("may have been given", "rule", (row,), style)
    if bar.goes_on:
        yield _arrow(bar, middle, height, told)


def _filled(frame: Frame, bar: Bar, bottom: float, height: float, told: str) -> Iterator[Layer]:
    answer: Answer | None = None if bar.attempt is None else bar.attempt.adequacy.answer
    rows = _outline(frame, bar, bottom, height, told)
    dash: Style = {} if bar.is_sure else {"strokeDash": (3, 2)}
    if answer == "yes":
        yield Layer("adequate", "area", rows, {"fill": INK, **_OUTLINE, **dash})
        return
    name = "adequacy not known" if answer == "unknown" else "not adequate"
    yield Layer(name, "area", rows, {"fill": SNOW, **_OUTLINE, **dash})
    if answer == "unknown":
        strokes = tuple(_hatching(frame, bar, bottom, height))
        style: Style = {"stroke": INK, "strokeWidth": 1.4}
        yield Layer("hatching of what is not known", "rule", strokes, style, depth=OVER_BARS)


def _least(bar: Bar) -> float:
    """Give the least width of a bar: one without a sure day still has to show its filling."""
    return _LEAST_BAR_PX if bar.is_sure else _UNSURE_BAR_PX


def _outline(frame: Frame, bar: Bar, bottom: float, height: float, told: str) -> tuple[Row, ...]:
    corners = [
        (day, bottom - step.height * height) for step in bar.steps for day in (step.start, step.end)
    ]
    least = frame.time.day(frame.time.x(bar.start) + _least(bar))
    if corners[-1][0] < least:
        corners = [(bar.start, corners[-1][1]), (least, corners[-1][1])]
    return tuple(
        {
            "series": bar.exposure.id,
            "order": index,
            "day": day,
            "y": y,
            "base": bottom,
            "treatment": sentence_case(frame.say(treatment_name(bar.exposure))),
            "tooltip": told,
        }
        for index, (day, y) in enumerate(corners)
    )


def _hatching(frame: Frame, bar: Bar, bottom: float, height: float) -> Iterator[Row]:
    """Give strokes at 45 degrees that fill a bar, each cut off at the edges of its step."""
    for step in bar.steps:
        left, right = frame.time.x(step.start), frame.time.x(step.end)
        right = max(right, left + _least(bar))
        tall = step.height * height
        foot = left - tall + _HATCH_PX / 2
        while foot < right:
            low, high = max(foot, left), min(foot + tall, right)
            if high > low:
                yield {
                    "day": frame.time.day(low),
                    "end": frame.time.day(high),
                    "y": bottom - (low - foot),
                    "base": bottom - (high - foot),
                }
            foot += _HATCH_PX


def _arrow(bar: Bar, middle: float, height: float, told: str) -> Layer:
    answer = None if bar.attempt is None else bar.attempt.adequacy.answer
    row: Row = {"day": bar.end, "y": middle, "tooltip": told}
    style: Style = {
        "shape": "M-0.5,-1L0.6,0L-0.5,1Z",
        "size": height * height,
        "fill": INK if answer == "yes" or bar.sessions else SNOW,
        **_OUTLINE,
    }
    return Layer("goes on", "point", (row,), style)


def _sessions(frame: Frame, bar: Bar, middle: float, told: str) -> Iterator[Layer]:
    """Give each session as a small upright box, which keeps its width when the reader zooms."""
    width = _session_width(frame, bar)
    for attended, name, fill in ((True, "sessions", INK), (False, "sessions missed", SNOW)):
        rows: tuple[Row, ...] = tuple(
            {"day": tick.day, "y": middle, "tooltip": told}
            for tick in bar.sessions
            if tick.attended is attended
        )
        style: Style = {"fill": fill, "stroke": INK, "strokeWidth": 1}
        yield Layer(name, "point", rows, {**box_sign(width, _SESSION_PX), **style})


def _session_width(frame: Frame, bar: Bar) -> float:
    """Give a width in px at which most neighbours can be told apart."""
    places = [frame.time.x(tick.day) for tick in bar.sessions]
    apart = sorted(b - a for a, b in pairwise(places))
    usual = apart[len(apart) // 4] if apart else _SESSION_PX
    return min(_WIDEST_PX, max(1.0, round(2 * 0.6 * usual) / 2))
