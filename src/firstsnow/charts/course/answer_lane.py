"""Answers about self-harm, as they were given: figures in a lane of their own, never smoothed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.charts.course.frame import Frame, Part, words_layer
from firstsnow.charts.course.layer import Label, Layer, Row, Style, box_sign
from firstsnow.charts.course.words import day_text, scale_name
from firstsnow.charts.ink import INK, INK_2, LINE_PX, SIGNAL, SIGNAL_SOFT, SNOW
from firstsnow.charts.text_width import wrapped
from firstsnow.history import SafetyAnswer, SafetyAnswers
from firstsnow.i18n import Message, message, plural_message

_BOX_PX = 14.0
_ROW_PX = 20.0
_APART_PX = 1.5
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """The answers to one item, in order of time."""

    scale: str
    item: str
    answers: tuple[SafetyAnswer, ...]

    @property
    def name(self) -> Message:
        """The item's name."""
        return message("{scale} item {item}", scale=scale_name(self.scale), item=self.item)

    @property
    def above_zero(self) -> tuple[SafetyAnswer, ...]:
        """The answers above 0."""
        return tuple(answer for answer in self.answers if answer.answer > 0)


def by_item(safety: SafetyAnswers) -> tuple[ItemAnswers, ...]:
    """Gather answers by item, in the order in which the items were first asked."""
    found: dict[tuple[str, str], list[SafetyAnswer]] = {}
    for answer in safety.answers:
        found.setdefault((answer.scale, answer.item), []).append(answer)
    return tuple(ItemAnswers(*key, tuple(answers)) for key, answers in found.items())


def zeros_text(answers: ItemAnswers, *, is_calendar: bool) -> Message:
    """Say how many answers were 0: since when, where some were above."""
    above = answers.above_zero
    if not above:
        return plural_message(
            "0 at {number} answer", "0 at all {number} answers", len(answers.answers)
        )
    after = [a for a in answers.answers if a.day > above[-1].day]
    if not after:
        return message(
            "latest answer {answer}, {day}",
            answer=above[-1].answer,
            day=day_text(above[-1].day, is_calendar=is_calendar),
        )
    return plural_message(
        "0 at {number} answer since {day}",
        "0 at all {number} answers since {day}",
        len(after),
        day=day_text(after[0].day, is_calendar=is_calendar),
    )


def answer_lane(
    frame: Frame, answers: ItemAnswers, waiting: Sequence[SafetyAnswer], top: float
) -> Part:
    """Draw each answer above 0 as a boxed figure where it was given.

    Where figures would need more than three rows, figures that touch are one box with the highest
    of them. An answer that nobody has dealt with yet has the colour of a task.
    """
    rows, is_gathered = _rows(frame, answers.above_zero)
    layers: list[Layer] = []
    words: list[Row] = []
    for index, row in enumerate(rows):
        middle = top + _ROW_PX * index + _ROW_PX / 2
        for answer in row:
            is_waiting = answer in waiting
            layers.append(_box(frame, answers, answer, middle, is_waiting=is_waiting))
            colour = SIGNAL if is_waiting else INK
            x = frame.time.x(answer.day)
            label = Label(str(answer.answer), x, middle, "center", colour, bold=True)
            words.append(frame.words(label, answer.day))
    note = _note(frame, answers, is_gathered=is_gathered)
    said = _note_labels(frame, note, rows, top)
    words += [frame.words(label) for label in said]
    bottom = max([top + _ROW_PX * max(1, len(rows)), *(label.y + _ROW_PX / 2 for label in said)])
    return Part((*layers, *words_layer(words)), bottom - top)


def _note(frame: Frame, answers: ItemAnswers, *, is_gathered: bool) -> str:
    said = frame.say(zeros_text(answers, is_calendar=frame.time.is_calendar))
    if not is_gathered:
        return said
    return frame.say(message("{said}; each figure is the highest of its days", said=said))


def _note_labels(
    frame: Frame, note: str, rows: Sequence[Sequence[SafetyAnswer]], top: float
) -> list[Label]:
    """Set the note right of the last figure, or under the figures where it needs the room."""
    latest = max((frame.time.x(a.day) for row in rows for a in row), default=-_BOX_PX)
    beside = Label(note, latest + _BOX_PX, top + _ROW_PX / 2, colour=INK_2)
    if beside.box.right <= frame.time.last_x:
        return [beside]
    below = top + len(rows) * _ROW_PX + LINE_PX / 2
    return [
        Label(line, frame.time.last_x, below + LINE_PX * index, "right", INK_2)
        for index, line in enumerate(wrapped(note, frame.time.last_x))
    ]


def _rows(frame: Frame, answers: Sequence[SafetyAnswer]) -> tuple[list[list[SafetyAnswer]], bool]:
    """Part figures into rows in which none touch, and say whether any were gathered."""
    rows: list[list[SafetyAnswer]] = []
    for answer in answers:
        for row in rows:
            if _is_apart(frame, row[-1], answer):
                row.append(answer)
                break
        else:
            rows.append([answer])
    if len(rows) <= _MOST_ROWS:
        return rows, False
    return [_highest(frame, answers)], True


def _highest(frame: Frame, answers: Sequence[SafetyAnswer]) -> list[SafetyAnswer]:
    groups: list[list[SafetyAnswer]] = []
    for answer in answers:
        if groups and not _is_apart(frame, groups[-1][0], answer):
            groups[-1].append(answer)
        else:
            groups.append([answer])
    found: list[SafetyAnswer] = []
    for group in groups:
        highest = max(group, key=lambda answer: answer.answer)
        if found and not _is_apart(frame, found[-1], highest):
            found[-1] = max(found[-1], highest, key=lambda answer: answer.answer)
        else:
            found.append(highest)
    return found


def _is_apart(frame: Frame, before: SafetyAnswer, after: SafetyAnswer) -> bool:
    return frame.time.x(after.day) - frame.time.x(before.day) >= _BOX_PX + _APART_PX


def _box(
    frame: Frame, answers: ItemAnswers, answer: SafetyAnswer, middle: float, *, is_waiting: bool
) -> Layer:
    row: Row = {
        "day": answer.day,
        "y": middle,
        "answer": answer.answer,
        "tooltip": answer_tooltip(frame, answers, answer, is_waiting=is_waiting),
    }
    sign = box_sign(_BOX_PX, _BOX_PX + 3.0)
    if is_waiting:
        style: Style = {"fill": SIGNAL_SOFT, "stroke": SIGNAL, "strokeWidth": 2.4}
        return Layer("answers to act on", "point", (row,), {**sign, **style})
    style = {"fill": SNOW, "stroke": INK, "strokeWidth": 1.4}
    return Layer("answers", "point", (row,), {**sign, **style})


def answer_tooltip(
    frame: Frame, answers: ItemAnswers, answer: SafetyAnswer, *, is_waiting: bool
) -> str:
    """Say an answer, its day, and whether it still waits to be dealt with."""
    said = message(
        "{name}: {answer}, {day}",
        name=answers.name,
        answer=answer.answer,
        day=day_text(answer.day, is_calendar=frame.time.is_calendar),
    )
    if is_waiting:
        said = message("{said}; not yet dealt with", said=said)
    return frame.say(said)
