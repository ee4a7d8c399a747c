"""Reading a value off a table, between its rows too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Points = Sequence[tuple[float, float]]


def read_off(points: Points, value: float) -> float | None:
    """Give the second coordinate at ``value``, in a straight line between two points.

    ``None`` outside the first coordinates: nothing is guessed beyond a table.
    """
    if not points[0][0] <= value <= points[-1][0]:
        return None
    return read_off_within(points, value)


def read_off_within(points: Points, value: float) -> float:
    """Give the second coordinate at ``value``, and that of the nearest end outside."""
    if value <= points[0][0]:
        return points[0][1]
    if value >= points[-1][0]:
        return points[-1][1]
    after = bisect_right([x for x, _ in points], value)
    (x1, y1), (x2, y2) = points[after - 1], points[after]
    return y1 + (y2 - y1) * (value - x1) / (x2 - x1)
