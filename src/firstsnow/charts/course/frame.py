"""What every part of a picture shares: its time, its language, its room; and what a part gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.charts.course.layer import (
    UNDER_WORDS,
    WORDS,
    Align,
    Label,
    Layer,
    Row,
    Style,
    text_row,
)
from firstsnow.charts.course.timescale import TimeScale
from firstsnow.charts.ink import HAIR, INK, INK_3, LINE_PX
from firstsnow.charts.text_width import wrapped
from firstsnow.i18n import Translator, Value


@dataclass(frozen=True, slots=True)
class Frame:
    """The room and the language of a picture.

    Attributes
    ----------
    time
        Time scale of the plot.
    translator
        Says everything in the reader's language.
    gutter
        Room left of the plot for words and numbers, in px.
    is_narrow
        Whether the picture is for a narrow screen: lane names stand above their lanes.
    """

    time: TimeScale
    translator: Translator
    gutter: float
    is_narrow: bool

    @property
    def width(self) -> float:
        """Width of the plot in px."""
        return self.time.width

    def say(self, value: Value) -> str:
        """Say a value in the reader's language."""
        return self.translator.text(value)

    def words(self, label: Label, day: float | None = None) -> Row:
        """Give a label's row: it moves with a day, by default the one where it stands."""
        tied = self.time.day(label.x) if day is None else day
        return text_row(label, tied, self.time.x(tied) if day is not None else label.x)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the picture: its layers, and how high it is in px."""

    layers: tuple[Layer, ...] = ()
    height: float = 0.0


def words_layer(
    rows: Sequence[Row], *, moves: bool = True, halo: bool = False
) -> tuple[Layer, ...]:
    """Give the layers of texts: with a halo, they can be read over lines."""
    name = "words" if moves else "names beside the plot"
    layer = Layer(name, "text", tuple(rows), moves=moves, depth=WORDS)
    if not halo:
        return (layer,)
    ring: Style = {"stroke": "#ffffff", "strokeWidth": 4, "strokeJoin": "round"}
    return (Layer("halo of words", "text", tuple(rows), ring, moves, UNDER_WORDS), layer)


def fixed_text(
    words: str, x: float, y: float, align: Align = "left", *, colour: str = INK, bold: bool = False
) -> Row:
    """Give the row of a text that stays where it is when time moves."""
    return text_row(Label(words, x, y, align, colour, bold), None, 0.0)


def heading(frame: Frame, title: Value, caption: Value | None, top: float) -> Part:
    """Name a lane: in the gutter, or above the lane where the picture is narrow."""
    x, y = -frame.gutter, top + LINE_PX / 2
    rows = [fixed_text(frame.say(title), x, y, bold=True)]
    if caption is None:
        return Part(words_layer(rows, moves=False), LINE_PX if frame.is_narrow else 0.0)
    if frame.is_narrow:
        rows = [fixed_text(f"{frame.say(title)}", x, y, bold=True)]
        rows.append(fixed_text(frame.say(caption), frame.width, y, "right", colour=INK_3))
        return Part(words_layer(rows, moves=False), LINE_PX)
    lines = wrapped(frame.say(caption), frame.gutter)
    rows += [
        fixed_text(line, x, y + LINE_PX * (1 + index), colour=INK_3)
        for index, line in enumerate(lines)
    ]
    return Part(words_layer(rows, moves=False), 0.0)


def heading_lines(frame: Frame, caption: Value | None) -> int:
    """Give how many lines a lane's name takes in the gutter."""
    if frame.is_narrow:
        return 0
    return 1 if caption is None else 1 + len(wrapped(frame.say(caption), frame.gutter))


def divider(frame: Frame, y: float) -> Layer:
    """Give the hairline above a lane."""
    row: Row = {"x": -frame.gutter, "x2": frame.width, "y": y, "base": y}
    return Layer("dividers", "rule", (row,), {"stroke": HAIR, "strokeWidth": 1}, moves=False)
