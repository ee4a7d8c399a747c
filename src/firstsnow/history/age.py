"""How old someone was."""

from __future__ import annotations

import math

from firstsnow.history.answer import Bounds, elapsed
from firstsnow.record import Record

_DAYS_PER_YEAR = 365.25


def age_years(record: Record, day: Bounds) -> Bounds:
    """Give the bounds of the age on a day; an age in whole years is up to a year less than it was.

    An age at the start of the record says how old someone was on day 0 of a study's clock; on the
    calendar, the start of a record is no day.
    """
    person = record.person
    if person.birth is not None and person.birth.is_calendar and math.isfinite(day.high):
        born = Bounds(person.birth.earliest, person.birth.latest)
        lived = elapsed(born, Bounds(max(day.low, born.low), day.high))
        return Bounds(lived.low / _DAYS_PER_YEAR, lived.high / _DAYS_PER_YEAR)
    if person.age_years is not None and record.clock == "study" and math.isfinite(day.high):
        at_start = Bounds(person.age_years, person.age_years + 1)
        return at_start.plus(Bounds(day.low / _DAYS_PER_YEAR, day.high / _DAYS_PER_YEAR))
    return Bounds.unknown()
