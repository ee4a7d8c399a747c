"""Finding a place for words in a busy picture: the candidate that covers least."""

from __future__ import annotations

from collections.abc import Iterable

from firstsnow.charts.course.layer import Box, Label

_CELL_PX = 4.0


class Ground:
    """What already stands in a picture, as small cells, so that words can keep clear of it."""

    def __init__(self, room: Box) -> None:
        self._room = room
        self._taken: set[tuple[int, int]] = set()

    def take(self, box: Box) -> None:
        """Mark a rectangle as taken."""
        self._taken.update(_cells(box))

    def take_line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """Mark what a straight line runs over as taken."""
        count = 1 + int(max(abs(to_x - x), abs(to_y - y)) / _CELL_PX)
        for step in range(count + 1):
            share = step / count
            at_x, at_y = x + share * (to_x - x), y + share * (to_y - y)
            self._taken.add((int(at_x // _CELL_PX), int(at_y // _CELL_PX)))

    def best(self, candidates: Iterable[Label]) -> Label | None:
        """Take the candidate that covers least of what is there, the first of equals.

        ``None`` where none lies within the room, or each would cover more than a fifth of itself.
        """
        found: Label | None = None
        least = 0.0
        for label in candidates:
            if not self._holds(label.box):
                continue
            cells = list(_cells(label.box))
            covered = sum(cell in self._taken for cell in cells) / len(cells)
            if found is None or covered < least:
                found, least = label, covered
            if least == 0:
                break
        if found is None or least > _MOST_COVERED:
            return None
        self.take(found.box)
        return found

    def _holds(self, box: Box) -> bool:
        room = self._room
        return (
            room.left <= box.left
            and box.right <= room.right
            and room.top <= box.top
            and box.bottom <= room.bottom
        )


_MOST_COVERED = 0.2


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    for column in range(int(box.left // _CELL_PX), int(box.right // _CELL_PX) + 1):
        for row in range(int(box.top // _CELL_PX), int(box.bottom // _CELL_PX) + 1):
            yield column, row
