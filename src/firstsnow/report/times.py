"""Days of a record in words: dates as exactly as they are known, or days on a study's clock."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from dataclasses import dataclass, replace

from firstsnow.history import Bounds
from firstsnow.i18n import DateText, Duration, Value, message
from firstsnow.record import Record, When

_DAYS_PER_WEEK = 7.0
_DAYS_PER_YEAR = 365.25
_DECEMBER = 12
_SHOWN_IN_DAYS_BELOW = 14.0
_SHOWN_IN_TENTHS_BELOW = 70.0
_SHOWN_IN_WEEKS_BELOW = 730.0


@dataclass(frozen=True, slots=True)
class Clock:
    """How the days of one record are written.

    Attributes
    ----------
    is_calendar
        Whether its days are dates rather than days on a study's clock.
    at
        The day on which the record is seen.
    is_brief
        Whether dates are written short, for tables.
    """

    is_calendar: bool
    at: float
    is_brief: bool = False

    @classmethod
    def of(cls, record: Record, at: float) -> Clock:
        """Give the clock of a record, seen on a day."""
        return cls(record.clock == "calendar", at)

    def briefly(self) -> Clock:
        """Give the same clock, writing dates short."""
        return replace(self, is_brief=True)

    def day(self, day: float) -> Value:
        """Write one day."""
        if not self.is_calendar:
            return message("day {day}", day=_rounded(day))
        return DateText(dt.date.fromordinal(math.floor(day)), "day", self.is_brief)

    def when(self, when: When) -> Value:
        """Write a time as exactly as it is known; the hour of an instant is left out."""
        return self._between(when.earliest, when.latest)

    def bounds(self, bounds: Bounds) -> Value:
        """Write a day that is known within bounds."""
        if math.isinf(bounds.low) and math.isinf(bounds.high):
            return message("at a time that is not known")
        if math.isinf(bounds.low):
            return message("{day} or before", day=self.day(bounds.high))
        if math.isinf(bounds.high):
            return message("{day} or later", day=self.day(bounds.low))
        return self._between(bounds.low, bounds.high)

    def span(self, start: Value, end: Value) -> Value:
        """Write a time with a first and a last day, or one day where they read the same."""
        if start == end:
            return start
        if self.is_brief:
            return message("{start} – {end}", start=start, end=end)
        return message("{start} to {end}", start=start, end=end)

    def is_today(self, day: float) -> bool:
        """Whether a day is the one on which the record is seen."""
        return math.floor(day) == math.floor(self.at)

    def _between(self, low: float, high: float) -> Value:
        if math.floor(low) == math.floor(high) or not self.is_calendar:
            return self.day(low)
        first, last = (dt.date.fromordinal(math.floor(day)) for day in (low, high))
        if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, _DECEMBER, 31)):
            return DateText(first, "year", self.is_brief)
        length = calendar.monthrange(first.year, first.month)[1]
        if (first.day, last) == (1, dt.date(first.year, first.month, length)):
            return DateText(first, "month", self.is_brief)
        return message("between {first} and {last}", first=self.day(low), last=self.day(high))


def length(days: Bounds) -> Value | None:
    """Write how long something lasted, from bounds in days; ``None`` where nothing is known.

    Tenths of weeks are cut, not rounded, so that 27 days never read as four weeks.
    """
    if math.isinf(days.high) or math.isinf(days.low):
        return None
    if days.is_exact:
        return _duration(days.high, tenths=True)
    low, high = _duration(days.low, tenths=False), _duration(days.high, tenths=False)
    if low == high:
        return low
    if days.low < 1:
        return message("at most {time}", time=high)
    if low.unit == high.unit:
        return message("{low} to {high}", low=low.amount, high=high)
    return message("{low} to {high}", low=low, high=high)


def _duration(days: float, *, tenths: bool) -> Duration:
    if days < _SHOWN_IN_DAYS_BELOW:
        return Duration(_rounded(days), "day")
    weeks = days / _DAYS_PER_WEEK
    if tenths and days < _SHOWN_IN_TENTHS_BELOW:
        return Duration(_cut(weeks), "week")
    if days < _SHOWN_IN_WEEKS_BELOW:
        return Duration(math.floor(weeks), "week")
    return Duration(_cut(days / _DAYS_PER_YEAR), "year")


def _cut(amount: float) -> float:
    tenths = math.floor(amount * 10 + 1e-9)
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def _rounded(value: float) -> int | float:
    return int(value) if float(value).is_integer() else round(value, 1)
