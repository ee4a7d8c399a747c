"""What a picture is made of before any library draws it: layers of plain rows.

Each layer says one thing (the totals, the line for remission, a lane's words). Its rows hold where,
in days along the time axis and in px down the picture, and what a reader is told who points there.
The rows also carry the facts themselves (date, scale, total), so that the specification can be read
as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from firstsnow.charts.ink import BOLD, INK, LINE_PX, REGULAR, TEXT_PX
from firstsnow.charts.text_width import SLACK, text_width

Cell: TypeAlias = str | float | int | bool | None
Row: TypeAlias = Mapping[str, Cell]
Style: TypeAlias = Mapping[str, Cell | Sequence[float]]
"""Properties of a mark, by their Vega-Lite name."""
Mark: TypeAlias = Literal["rect", "rule", "area", "line", "point", "text"]
OVER_BARS, UNDER_WORDS, WORDS = 1, 2, 3
"""Depths: strokes that fill a bar, halos that make words readable, words."""
Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Layer:
    """Rows that are drawn alike.

    Attributes
    ----------
    name
        What it shows.
    mark
        How it is drawn. Rows of every mark have ``day`` (or ``x``, px, where ``moves`` is false)
        and ``y``; rectangles and rules also ``end`` and ``base``, areas ``base`` and ``series``,
        lines ``series`` and ``order``, texts ``words``, ``dx``, ``align`` and ``weight``.
    rows
        The rows.
    style
        Properties that all rows share, by their Vega-Lite name.
    moves
        Whether it moves with the time axis.
    depth
        Layers of greater depth lie above others, whichever came first.
    """

    name: str
    mark: Mark
    rows: tuple[Row, ...]
    style: Style = field(default_factory=dict)
    moves: bool = True
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the picture, in px from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two rectangles share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A text in the picture, placed by the middle of its line.

    Attributes
    ----------
    words
        The text.
    x, y
        Its anchor in px: ``align`` says which end of the text stands at ``x``.
    colour, bold
        How it looks.
    tooltip
        What a reader is told who points at it.
    """

    words: str
    x: float
    y: float
    align: Align = "left"
    colour: str = INK
    bold: bool = False
    tooltip: str | None = None

    @property
    def box(self) -> Box:
        """The room that it takes, slack included."""
        width = needed_width(self.words, bold=self.bold)
        left = self.x - {"left": 0.0, "center": width / 2, "right": width}[self.align]
        return Box(left, self.y - LINE_PX / 2, left + width, self.y + LINE_PX / 2)


def needed_width(words: str, *, bold: bool = False) -> float:
    """Give the room that a text needs, in px, slack included."""
    return SLACK * text_width(words, TEXT_PX, bold=bold)


def box_sign(width: float, height: float) -> Style:
    """Give the style of points that are boxes of a size in px."""
    # Vega draws a path in units of half the root of a point's size.
    path = f"M{-width / 2},{-height / 2}h{width}v{height}h{-width}Z"
    return {"shape": path, "size": 4.0}


def text_row(label: Label, day: float | None, anchor: float) -> Row:
    """Give a label's row, tied to a day (``anchor`` is that day in px) or to the picture."""
    place: dict[str, Cell] = {"x": label.x, "dx": 0.0}
    if day is not None:
        place = {"day": day, "dx": round(label.x - anchor, 2)}
    return {
        **place,
        "y": round(label.y, 2),
        "words": label.words,
        "align": label.align,
        "weight": BOLD if label.bold else REGULAR,
        "colour": label.colour,
        "tooltip": label.tooltip,
    }


def merged(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Join layers that are drawn alike, each where the first of them stands, by their depth."""
    found: list[Layer] = []
    for layer in layers:
        for index, other in enumerate(found):
            alike = (other.name, other.mark, other.moves) == (layer.name, layer.mark, layer.moves)
            if alike and other.style == layer.style:
                found[index] = replace(other, rows=other.rows + layer.rows)
                break
        else:
            found.append(layer)
    return tuple(sorted((layer for layer in found if layer.rows), key=lambda layer: layer.depth))
