"""Dates of a record as the first and the last day that they can be."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from typing import Any

from tests.history.labelled.three import Range

NEVER = math.inf
YEAR, MONTH = 4, 7


def date(day: float) -> dt.date:
    return dt.date.fromordinal(int(day))


def written(day: float) -> str:
    return date(day).isoformat()


def span(text: str) -> Range:
    """Read ``2024``, ``2024-03`` or ``2024-03-05``."""
    if len(text) == YEAR:
        year = int(text)
        return dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    if len(text) == MONTH:
        year, month = int(text[:4]), int(text[5:])
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, 1).toordinal(), dt.date(year, month, last).toordinal()
    day = dt.date.fromisoformat(text).toordinal()
    return day, day


def months_later(day: float, months: int) -> int:
    """Give the same day some calendar months later, or the month's last day."""
    then = date(day)
    year, month = divmod(then.year * 12 + then.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(then.day, last)).toordinal()


def first_day(entry: dict[str, Any]) -> Range:
    return span(entry["start"]) if "start" in entry else (-math.inf, math.inf)


def last_day(entry: dict[str, Any]) -> Range:
    """Give the last day; what goes on has none yet, and where nothing is said it is open."""
    if "end" in entry:
        return span(entry["end"])
    if entry.get("ongoing"):
        return NEVER, NEVER
    return first_day(entry)[0], NEVER


def ended_by(entry: dict[str, Any], day: int) -> bool | None:
    low, high = last_day(entry)
    if high <= day:
        return True
    return False if low > day else None


def time_given(entry: dict[str, Any], day: int) -> Range:
    """Give the days from the first to the last, or to the day on which one looks."""
    first, last = first_day(entry), last_day(entry)
    low = min(last[0], day) - first[1]
    high = min(last[1], day) - first[0]
    return max(0, low), max(0, high)
