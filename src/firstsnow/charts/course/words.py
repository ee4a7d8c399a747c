"""Times and names in words, for labels, tables and sentences."""

from __future__ import annotations

import datetime as dt
import math

from firstsnow.history import Rating
from firstsnow.i18n import DateText, Duration, Value, message
from firstsnow.record import Record
from firstsnow.record.moment import When
from firstsnow.scales import band, catalogue

_DAYS_PER_WEEK = 7
_DAYS_PER_MONTH = 30.4375
_DAYS_PER_YEAR = 365.25
_WEEKS_UP_TO_DAYS = 84
_MONTHS_UP_TO_DAYS = 730


def day_text(day: float, *, is_calendar: bool, short: bool = True) -> Value:
    """Say a day: a date, or a day on a study's clock."""
    if is_calendar:
        return DateText(dt.date.fromordinal(math.floor(day)), "day", short)
    return message("day {day}", day=number(day))


def when_text(when: When, *, short: bool = True) -> Value:
    """Say a time as exactly as it is known."""
    if when.precision == "study-day":
        return day_text(when.earliest, is_calendar=False)
    if when.precision in ("year", "month"):
        return DateText(when.date, "year" if when.precision == "year" else "month", short)
    return DateText(when.date, "day", short)


def rating_time(record: Record, rating: Rating, *, short: bool = True) -> Value:
    """Say when a rating was made."""
    return when_text(record.measurements[rating.index].time, short=short)


def lasting(days: float) -> Duration:
    """Say how long something lasted, in the unit in which one would say it."""
    if days < 2 * _DAYS_PER_WEEK:
        return Duration(max(1, round(days)), "day")
    if days <= _WEEKS_UP_TO_DAYS:
        return Duration(round(days / _DAYS_PER_WEEK), "week")
    if days <= _MONTHS_UP_TO_DAYS:
        return Duration(round(days / _DAYS_PER_MONTH), "month")
    return Duration(round(days / _DAYS_PER_YEAR), "year")


def scale_name(scale: str) -> str:
    """Give the name by which clinicians know a scale; a declared scale has its own."""
    known = catalogue().get(scale)
    return scale if known is None else known.short_name


def band_name(scale: str, total: float) -> Value | None:
    """Give the scale's own word for a total, ``None`` where no source gives one."""
    known = catalogue().get(scale)
    found = None if known is None else band(known, total)
    return None if found is None else found.name


def number(value: float) -> int | float:
    """Give a number as one writes it: whole where it is."""
    return int(value) if float(value).is_integer() else round(value, 2)


def sentence_case(words: str) -> str:
    """Write the first letter large."""
    return words[:1].upper() + words[1:]
