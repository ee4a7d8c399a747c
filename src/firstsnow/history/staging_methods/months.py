"""How many months have passed, counted on the calendar where there is one."""

from __future__ import annotations

import calendar
import datetime as dt
import math

from firstsnow.history.answer import Bounds

_DAYS_PER_MONTH = 365.25 / 12
_MONTHS_PER_YEAR = 12


def months_between(start: Bounds, day: float, *, on_calendar: bool) -> Bounds:
    """Give the bounds of the months from a start to a day.

    On the calendar, whole months end on the same day of the month (on its last day where that month
    is shorter), so that a year to the day is 12; a study's month is a twelfth of a year.
    """
    count = _calendar_months if on_calendar else _study_months
    longest = count(start.low, day) if math.isfinite(start.low) else math.inf
    shortest = count(start.high, day) if math.isfinite(start.high) else 0.0
    return Bounds(max(0.0, shortest), max(0.0, longest))


def _study_months(start: float, day: float) -> float:
    return (day - start) / _DAYS_PER_MONTH


def _calendar_months(start: float, day: float) -> float:
    if day < start:
        return 0.0
    first, last = (dt.date.fromordinal(math.floor(one)) for one in (start, day))
    whole = _MONTHS_PER_YEAR * (last.year - first.year) + last.month - first.month
    if _after_months(start, whole) > day:
        whole -= 1
    begun, over = _after_months(start, whole), _after_months(start, whole + 1)
    return whole + (day - begun) / (over - begun)


def _after_months(start: float, months: int) -> float:
    whole = math.floor(start)
    first = dt.date.fromordinal(whole)
    year, month = divmod(first.year * _MONTHS_PER_YEAR + first.month - 1 + months, _MONTHS_PER_YEAR)
    length = calendar.monthrange(year, month + 1)[1]
    there = dt.date(year, month + 1, min(first.day, length))
    return there.toordinal() + (start - whole)
