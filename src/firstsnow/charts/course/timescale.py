"""The time that a picture covers, and where a day stands in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from firstsnow.history import History
from firstsnow.record import Record
from firstsnow.record.moment import When

LEFT_PAD_PX = 8.0
RIGHT_PAD_PX = 12.0
"""Room for half a point at the left, and for the arrow of what goes on at the right."""
_LEAST_DAYS = 7.0


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A stretch of time on a stretch of the picture.

    Attributes
    ----------
    first, last
        First and last day of what is shown, on the record's clock.
    width
        Width of the plot in px, with a little room beyond both days.
    is_calendar
        Whether the days are dates.
    is_empty
        Whether nothing has a place in time, so that there is no axis to draw.
    """

    first: float
    last: float
    width: float
    is_calendar: bool
    is_empty: bool = False

    @property
    def px_per_day(self) -> float:
        """How wide a day is."""
        return (self.width - LEFT_PAD_PX - RIGHT_PAD_PX) / (self.last - self.first)

    @property
    def last_x(self) -> float:
        """Where the last day stands: words end left of it."""
        return self.width - RIGHT_PAD_PX

    @property
    def domain(self) -> tuple[float, float]:
        """The days at the plot's left and right edge."""
        return (
            self.first - LEFT_PAD_PX / self.px_per_day,
            self.last + RIGHT_PAD_PX / self.px_per_day,
        )

    def x(self, day: float) -> float:
        """Give where a day stands, in px from the plot's left edge; never outside the plot."""
        place = LEFT_PAD_PX + (day - self.first) * self.px_per_day
        return min(max(place, 0.0), self.width)

    def day(self, x: float) -> float:
        """Give the day at a place."""
        return self.first + (x - LEFT_PAD_PX) / self.px_per_day


def time_scale(record: Record, history: History, width: float) -> TimeScale:
    """Choose the time that a record's picture covers: from its first entry to the history's day."""
    days = [day for day in _days(record, history) if math.isfinite(day) and day <= history.at]
    first = min(days, default=history.at)
    last = max(history.at, first + _LEAST_DAYS)
    return TimeScale(first, last, width, record.clock == "calendar", is_empty=not days)


def _days(record: Record, history: History) -> Iterator[float]:
    yield from (rating.day for ratings in history.ratings.values() for rating in ratings)
    yield from (answer.day for answer in history.safety.answers)
    yield from (segment.start for segment in history.status.segments)
    for exposure in record.exposures:
        yield from _earliest(exposure.start)
        yield from (when for dose in exposure.doses for when in _earliest(dose.start))
        yield from (session.time.earliest for session in exposure.sessions)
    yield from (event.time.earliest for event in record.life_events)
    yield from (event.time.earliest for event in record.self_harm)
    yield from (session.time.earliest for session in record.dosing_sessions)
    for stay in record.admissions:
        yield from _earliest(stay.start)
    for goal in record.goals:
        yield from _earliest(goal.set_on)


def _earliest(when: When | None) -> Iterator[float]:
    if when is not None:
        yield when.earliest
