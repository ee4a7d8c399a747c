"""Marks along the time axis: days, weeks, months or years, as dense as can be read."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from firstsnow.charts.course.layer import needed_width
from firstsnow.charts.course.timescale import TimeScale
from firstsnow.i18n import DateText, Message, Translator, message

_MONTHS: tuple[Message, ...] = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)
_MONTHS_PER_YEAR = 12
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50)
_DAY_STEPS = (1, 2, 7, 14)
_WEEK_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 260)
_DAYS_PER_WEEK = 7
_DAYS_UP_TO = 60
_MONTHS_UP_TO = 6 * 366
_STUDY_DAYS_UP_TO = 21


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark along the axis.

    Attributes
    ----------
    day
        Where it stands.
    words
        What it says, empty for a mark without words.
    below
        What stands under it on the second line, such as the year.
    """

    day: float
    words: str = ""
    below: str = ""


def ticks(scale: TimeScale, translator: Translator) -> tuple[Tick, ...]:
    """Choose the marks of an axis, none of whose words meet."""
    if scale.is_empty:
        return ()
    days = scale.last - scale.first
    if not scale.is_calendar:
        return (
            _study_days(scale, translator)
            if days <= _STUDY_DAYS_UP_TO
            else _weeks(scale, translator)
        )
    if days <= _DAYS_UP_TO:
        return _dates(scale, translator)
    for step in _MONTH_STEPS if days <= _MONTHS_UP_TO else ():
        found = _months(scale, translator, step)
        if _is_readable(scale, found):
            return found
    return _years(scale, translator)


def _study_days(scale: TimeScale, translator: Translator) -> tuple[Tick, ...]:
    return _stepped(
        scale, _DAY_STEPS, 1, lambda day: translator.text(message("day {day}", day=day))
    )


def _weeks(scale: TimeScale, translator: Translator) -> tuple[Tick, ...]:
    return _stepped(
        scale,
        _WEEK_STEPS,
        _DAYS_PER_WEEK,
        lambda week: translator.text(message("week {week}", week=week)),
    )


def _stepped(
    scale: TimeScale, steps: Sequence[int], days: int, words: Callable[[int], str]
) -> tuple[Tick, ...]:
    found: tuple[Tick, ...] = ()
    for step in steps:
        first = math.ceil(scale.first / (days * step)) * step
        last = math.floor(scale.last / days)
        found = tuple(
            Tick(float(count * days), words(count)) for count in range(first, last + 1, step)
        )
        if _is_readable(scale, found):
            return found
    return found[:1]


def _dates(scale: TimeScale, translator: Translator) -> tuple[Tick, ...]:
    found: tuple[Tick, ...] = ()
    for step in _DAY_STEPS:
        days = range(math.ceil(scale.first), math.floor(scale.last) + 1, step)
        found = _with_years(
            scale,
            [(float(day), _day_of_month(dt.date.fromordinal(day), translator)) for day in days],
            translator,
        )
        if _is_readable(scale, found):
            return found
    return found[:1]


def _day_of_month(date: dt.date, translator: Translator) -> str:
    month = _MONTHS[date.month - 1]
    return translator.text(message("{day} {month}", day=date.day, month=month))


def _months(scale: TimeScale, translator: Translator, step: int) -> tuple[Tick, ...]:
    shown = []
    for date in _month_starts(scale):
        is_named = (date.month - 1) % step == 0
        words = translator.text(_MONTHS[date.month - 1]) if is_named else ""
        shown.append((float(date.toordinal()), words))
    return _with_years(scale, shown, translator)


def _with_years(
    scale: TimeScale, shown: Sequence[tuple[float, str]], translator: Translator
) -> tuple[Tick, ...]:
    """Write the year under the first mark with words of each year, where there is room for it."""
    found: list[Tick] = []
    year, right, latest = 0, -math.inf, -1
    for day, words in shown:
        date = dt.date.fromordinal(math.floor(day))
        below = ""
        if words and date.year != year:
            year = date.year
            below = translator.text(DateText(date, "year", short=True))
            left, end = _span(scale, day, below, is_bold=True)
            if left < right:
                found[latest] = replace(found[latest], below="")
            right, latest = end, len(found)
        found.append(Tick(day, words, below))
    return tuple(found)


def _years(scale: TimeScale, translator: Translator) -> tuple[Tick, ...]:
    found: tuple[Tick, ...] = ()
    for step in _YEAR_STEPS:
        found = tuple(
            Tick(
                float(date.toordinal()),
                translator.text(DateText(date, "year", short=True))
                if date.year % step == 0
                else "",
            )
            for date in _month_starts(scale)
            if date.month == 1
        )
        if _is_readable(scale, found):
            return found
    return found


def _month_starts(scale: TimeScale) -> Iterator[dt.date]:
    first = dt.date.fromordinal(math.ceil(scale.first))
    year, month = first.year, first.month
    if first.day > 1:
        year, month = year + month // _MONTHS_PER_YEAR, month % _MONTHS_PER_YEAR + 1
    while (date := dt.date(year, month, 1)).toordinal() <= scale.last:
        yield date
        year, month = year + month // _MONTHS_PER_YEAR, month % _MONTHS_PER_YEAR + 1


def _is_readable(scale: TimeScale, found: Sequence[Tick]) -> bool:
    """Whether no words meet, on either line."""
    for line in (
        [(tick.day, tick.words, False) for tick in found],
        [(tick.day, tick.below, True) for tick in found],
    ):
        right = -math.inf
        for day, words, is_bold in line:
            if words:
                left, end = _span(scale, day, words, is_bold=is_bold)
                if left < right:
                    return False
                right = end
    return True


def _span(scale: TimeScale, day: float, words: str, *, is_bold: bool) -> tuple[float, float]:
    """From where to where words under a mark reach; at the plot's edges they are moved inside."""
    width = needed_width(words, bold=is_bold)
    left = min(max(scale.x(day) - width / 2, 0.0), scale.width - width)
    return left, left + width
