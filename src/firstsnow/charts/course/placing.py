"""Finding a place for words in a busy picture: the candidate that covers least."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firstsnow.charts.course.layer import Align, Box, Label
from firstsnow.charts.ink import LINE_PX

_CELL_PX = 4.0
_MOST_COVERED = 0.08
"""The largest share of words that may lie over something else."""
_COVERING, _CROSSING, _LENGTH = 10.0, 0.02, 0.0004
"""What it costs to cover words whole, to cross something with a leader, and each px of a leader."""
_AT_THE_POINT = 2
_CLEAR_PX = 6.0
"""Room between a leader's end and the point that it leads to."""

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Leader:
    """A thin line from words to what they are about, in px."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class Place:
    """Words in one or more lines, with a leader where they stand further off."""

    labels: tuple[Label, ...]
    leader: Leader | None = None


class Ground:
    """What already stands in a picture, as small cells, so that words can keep clear of it."""

    def __init__(self, room: Box) -> None:
        self._room = room
        self._taken: set[Cell] = set()

    def take(self, box: Box) -> None:
        """Mark a rectangle as taken."""
        self._taken.update(_cells(box))

    def take_line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """Mark what a straight line runs over as taken."""
        self._taken.update(_line_cells(x, y, to_x, to_y))

    def best(self, candidates: Iterable[Place]) -> Place | None:
        """Take the candidate that covers least of what is there, the first of equals.

        ``None`` where each lies outside the room or covers too much.
        """
        found: Place | None = None
        least = math.inf
        for place in candidates:
            cost = self._cost(place)
            if cost is not None and cost < least:
                found, least = place, cost
            if least == 0:
                break
        if found is not None:
            self._stand(found)
        return found

    def _cost(self, place: Place) -> float | None:
        if not all(self._holds(label.box) for label in place.labels):
            return None
        cells = [cell for label in place.labels for cell in _cells(label.box)]
        covered = sum(cell in self._taken for cell in cells) / len(cells)
        if covered > _MOST_COVERED:
            return None
        if place.leader is None:
            return _COVERING * covered
        line = place.leader
        # The last cells lie at the point itself, which is always taken.
        run = _line_cells(line.x, line.y, line.to_x, line.to_y)[:-_AT_THE_POINT]
        crossed = sum(cell in self._taken for cell in run)
        length = abs(line.to_x - line.x) + abs(line.to_y - line.y)
        return _COVERING * covered + _CROSSING * crossed + _LENGTH * length

    def _stand(self, place: Place) -> None:
        for label in place.labels:
            self.take(label.box)
        if place.leader is not None:
            self.take_line(place.leader.x, place.leader.y, place.leader.to_x, place.leader.to_y)

    def _holds(self, box: Box) -> bool:
        room = self._room
        return (
            room.left <= box.left
            and box.right <= room.right
            and room.top <= box.top
            and box.bottom <= room.bottom
        )


def beside(point: tuple[float, float], lines: Sequence[tuple[str, bool]]) -> Iterator[Place]:
    """Give the places right beside a point, for lines of words, each with whether it is bold."""
    x, y = point
    half = LINE_PX * (len(lines) - 1) / 2
    yield _block(lines, x + 8, y - half, "left")
    yield _block(lines, x - 8, y - half, "right")
    edges: tuple[tuple[Align, float], ...] = (("center", x), ("right", x + 6), ("left", x - 6))
    for align, edge in edges:
        yield _block(lines, edge, y - 14 - 2 * half, align)
        yield _block(lines, edge, y + 14, align)


def _block(lines: Sequence[tuple[str, bool]], x: float, first: float, align: Align) -> Place:
    return Place(
        tuple(
            Label(text, x, first + LINE_PX * index, align, bold=is_bold)
            for index, (text, is_bold) in enumerate(lines)
        )
    )


def led_to(
    point: tuple[float, float], lines: Sequence[tuple[str, bool]], far: Sequence[float]
) -> Iterator[Place]:
    """Give places further off, with a leader to the point, the nearer ones first.

    Parameters
    ----------
    point
        What the words are about, in px.
    lines
        The words line by line, each with whether it is bold.
    far
        Distances to try, in px.
    """
    x, y = point
    height = LINE_PX * len(lines)
    for distance in far:
        for aside in (0.0, 0.5, -0.5, 1.2, -1.2, 2.0, -2.0):
            for up in (-1, 1):
                yield _led(point, lines, (x + aside * distance, y + up * distance), height)


def _led(
    point: tuple[float, float],
    lines: Sequence[tuple[str, bool]],
    foot: tuple[float, float],
    height: float,
) -> Place:
    """Set words above or below a leader's foot, to the side that leads away from the point."""
    x, y = foot
    is_above = y < point[1]
    first = y - height + LINE_PX / 2 if is_above else y + LINE_PX / 2
    is_left = x < point[0]
    edge = x + 12 if is_left else x - 12
    labels = _block(lines, edge, first, "right" if is_left else "left").labels
    length = max(1.0, ((x - point[0]) ** 2 + (y - point[1]) ** 2) ** 0.5)
    share = _CLEAR_PX / length
    end = (point[0] + share * (x - point[0]), point[1] + share * (y - point[1]))
    return Place(labels, Leader(x, y, *end))


def _cells(box: Box) -> list[Cell]:
    return [
        (column, row)
        for column in range(int(box.left // _CELL_PX), int(box.right // _CELL_PX) + 1)
        for row in range(int(box.top // _CELL_PX), int(box.bottom // _CELL_PX) + 1)
    ]


def _line_cells(x: float, y: float, to_x: float, to_y: float) -> list[Cell]:
    count = 1 + int(max(abs(to_x - x), abs(to_y - y)) / _CELL_PX)
    shares = [step / count for step in range(count + 1)]
    return [
        (int((x + s * (to_x - x)) // _CELL_PX), int((y + s * (to_y - y)) // _CELL_PX))
        for s in shares
    ]
