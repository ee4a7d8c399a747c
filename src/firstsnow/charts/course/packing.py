"""Things of a lane put into rows so that nothing meets: greedy, first fit, in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from firstsnow.charts.course.layer import Align, Label

_APART_PX = 12.0
"""Room between two things of a row."""
_BESIDE_PX = 8.0
"""Room between a thing and the words beside it."""

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Words:
    """A label of a thing, on its own line or on another line of its row.

    Attributes:
    ----------
    text
        The words.
    x, align
        Where they stand.
    line
        -1 above the thing, 0 beside it, 1 below it.
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
        """The lines that it needs beside its own."""
        return frozenset(each.line for each in self.words) | {0}


@dataclass(frozen=True, slots=True)
class Placed(Generic[Thing]):
    """A thing in its row, with the words that were chosen."""

    thing: Thing
    row: int
    choice: Choice


def packed(
    things: Sequence[tuple[Thing, Sequence[Choice]]],
) -> tuple[Placed[Thing], ...]:
    """Put each thing into the first row with room for one of its choices, else into a new row.

    Choices come in order of preference; the first is taken where a new row is needed. A choice may
    join a row only where that needs no line more than the row has.
    """
    rows: list[list[tuple[float, float]]] = []
    lines: list[frozenset[int]] = []
    found: list[Placed[Thing]] = []
    for thing, choices in things:
        row, choice = _first_fit(rows, lines, choices)
        if row == len(rows):
            rows.append([])
            lines.append(choice.lines)
        rows[row].append((choice.left, choice.right))
        found.append(Placed(thing, row, choice))
    return tuple(found)


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


def set_beside(left: float, right: float, text: str, width: float) -> list[Choice]:
    """Give the ways to set words beside a thing that fit a width: to its right, to its left."""
    ways = [
        Words(text, right + _BESIDE_PX, "left"),
        Words(text, left - _BESIDE_PX, "right"),
    ]
    return [_choice(left, right, (way,)) for way in ways if _fits(way, width)]


def set_above(left: float, right: float, text: str, width: float, *, bold: bool = False) -> Words:
    """Set words above a thing: from its left edge, or up to the plot's right edge."""
    way = Words(text, max(left, 0.0), "left", -1, bold)
    return way if _fits(way, width) else Words(text, width, "right", -1, bold)


def with_words(left: float, right: float, *words: Words) -> Choice:
    """Give the choice of a thing with words, as wide as all of them."""
    return _choice(left, right, words)


def _choice(left: float, right: float, words: tuple[Words, ...]) -> Choice:
    spans = [word.span for word in words]
    return Choice(
        min([left, *(low for low, _ in spans)]), max([right, *(high for _, high in spans)]), words
    )


def _fits(words: Words, width: float) -> bool:
    low, high = words.span
    return low >= 0 and high <= width
