"""Things of a lane put into rows so that nothing meets: greedy, first fit, in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from firstsnow.charts.course.layer import Align, Label
from firstsnow.charts.ink import LINE_PX

_APART_PX = 12.0
"""Room between two things of a row."""
_BESIDE_PX = 8.0
"""Room between a thing and the words beside it."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Words:
    """A label of a thing.

    Attributes
    ----------
    text
        The words.
    x, align
        Where they stand, in px along the plot.
    line
        -1 on the line above the thing, 0 beside it, 1 and more below it.
    bold
        Whether they are bold.
    """

    text: str
    x: float
    align: Align
    line: int = 0
    bold: bool = False

    @property
    def span(self) -> tuple[float, float]:
        """From where to where they reach, in px, slack included."""
        box = Label(self.text, self.x, 0.0, self.align, bold=self.bold).box
        return box.left, box.right


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to set a thing and its words."""

    left: float
    right: float
    words: tuple[Words, ...]

    @property
    def lines(self) -> frozenset[int]:
        """The lines that it takes, its own among them."""
        return frozenset(each.line for each in self.words) | {0}


@dataclass(frozen=True, slots=True)
class Placed(Generic[Thing]):
    """A thing with the words that were chosen, and the middle of its line in px."""

    thing: Thing
    choice: Choice
    middle: float


@dataclass(frozen=True, slots=True)
class Packing(Generic[Thing]):
    """Things in rows, and how high all rows are in px."""

    placed: tuple[Placed[Thing], ...]
    height: float


def packed(
    things: Sequence[tuple[Thing, Sequence[Choice]]], top: float, gap: float
) -> Packing[Thing]:
    """Put each thing into the first row with room for one of its choices, else into a new row.

    Choices come in order of preference; the first is taken where a new row is needed. A choice may
    join a row only where that needs no line more than the row has.

    Parameters
    ----------
    things
        Each with its choices, in order of time.
    top
        Where the first row begins, in px.
    gap
        Room under each row, in px.
    """
    rows: list[list[tuple[float, float]]] = []
    lines: list[frozenset[int]] = []
    found: list[tuple[Thing, int, Choice]] = []
    for thing, choices in things:
        row, choice = _first_fit(rows, lines, choices)
        if row == len(rows):
            rows.append([])
            lines.append(choice.lines)
        rows[row].append((choice.left, choice.right))
        found.append((thing, row, choice))
    middles, height = _middles(lines, top, gap)
    return Packing(tuple(Placed(thing, c, middles[row]) for thing, row, c in found), height)


def _first_fit(
    rows: Sequence[Sequence[tuple[float, float]]],
    lines: Sequence[frozenset[int]],
    choices: Sequence[Choice],
) -> tuple[int, Choice]:
    for row, taken in enumerate(rows):
        for choice in choices:
            if choice.lines <= lines[row] and not _meets(choice, taken):
                return row, choice
    return len(rows), choices[0]


def _meets(choice: Choice, taken: Sequence[tuple[float, float]]) -> bool:
    return any(
        choice.left < right + _APART_PX and left < choice.right + _APART_PX for left, right in taken
    )


def _middles(lines: Sequence[frozenset[int]], top: float, gap: float) -> tuple[list[float], float]:
    """Give the middle of each row's own line, and the height of all rows."""
    found: list[float] = []
    y = top
    for taken in lines:
        found.append(y - LINE_PX * min(taken) + LINE_PX / 2)
        y += LINE_PX * (1 + max(taken) - min(taken)) + gap
    return found, y - top


def set_beside(left: float, right: float, text: str, width: float) -> list[Choice]:
    """Give the ways to set words beside a thing that fit a width: to its right, to its left."""
    ways = [
        Words(text, right + _BESIDE_PX, "left"),
        Words(text, left - _BESIDE_PX, "right"),
    ]
    return [with_words(left, right, way) for way in ways if _fits(way, width)]


def set_on_line(left: float, text: str, width: float, line: int, *, bold: bool = False) -> Words:
    """Set words on a line above or below a thing: from its left edge, or up to the right edge."""
    way = Words(text, max(left, 0.0), "left", line, bold)
    return way if _fits(way, width) else Words(text, width, "right", line, bold)


def set_lines(left: float, lines: Sequence[str], width: float, first: int) -> list[Words]:
    """Set lines of words under each other from a line on, all to the same side."""
    ways = [set_on_line(left, text, width, first + index) for index, text in enumerate(lines)]
    if all(way.align == "left" for way in ways):
        return ways
    return [Words(way.text, width, "right", way.line) for way in ways]


def with_words(left: float, right: float, *words: Words) -> Choice:
    """Give the choice of a thing with words, as wide as all of them."""
    spans = [word.span for word in words]
    low, high = min([left, *(s[0] for s in spans)]), max([right, *(s[1] for s in spans)])
    return Choice(low, high, words)


def _fits(words: Words, width: float) -> bool:
    low, high = words.span
    return low >= 0 and high <= width
