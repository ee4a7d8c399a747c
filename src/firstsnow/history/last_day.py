"""The last day that a record knows."""

from __future__ import annotations

import math

from firstsnow.record import Record
from firstsnow.record.checks.walk import moments


def last_day(record: Record) -> float:
    """Give the last day that a record knows: its ``observed_until``, else its latest entry."""
    if record.observed_until is not None:
        return end_of_day(record, record.observed_until.latest)
    times = [when for place, when in moments(record) if place[-1] != "wished_by"]
    for exposure in record.exposures:
        times += [session.time for session in exposure.sessions]
        times += [t for dose in exposure.doses for t in (dose.start, dose.end) if t is not None]
    return max((when.latest for when in times), default=0.0)


def end_of_day(record: Record, day: float) -> float:
    """Give the last instant of a day of which the record knows something, else the day itself.

    A day that is given without a clock time is meant whole: what was measured that afternoon
    belongs to it.
    """
    if not day.is_integer():
        return day
    instants = (measurement.time.latest for measurement in record.measurements)
    return max((one for one in instants if math.floor(one) == day), default=day)
