"""Whether a blood level was high enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from firstsnow.history.adequacy.part import DAYS_PER_WEEK, Part, needed_days, plain
from firstsnow.history.answer import Answer, Bounds, any_of, elapsed
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.i18n import message
from firstsnow.record import Exposure, LaboratoryResult, Record
from firstsnow.treatments import AdequacyRule


def blood_level(record: Record, exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether a level was reached under it, and held for as long as the rule asks."""
    level = rule.level
    if level is None:
        raise ValueError("a rule on blood levels has a level")
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    found = [
        result
        for result in record.laboratory
        if result.analyte == exposure.treatment
        and start.low <= result.time.latest
        and result.time.earliest <= min(end.high, until)
    ]
    readable = [result for result in found if result.unit == level.unit]
    if not readable:
        reason = message("no blood level is on record")
        return Part("unknown", reason, message("a blood level in {unit}", unit=level.unit))
    readings = sorted(readable, key=lambda result: result.time.middle)
    answer = any_of(_level_reaches(result, level.minimum) for result in readings)
    best = max(readings, key=lambda result: result.value)
    reason = message(
        "highest blood level {value} {unit}, where {needed} is asked for",
        value=plain(best.value),
        needed=plain(level.minimum),
        unit=level.unit,
    )
    if answer == "yes":
        return _held(readings, rule, start, end.at_most(until)) or Part("yes", reason)
    missing = message("an exact blood level") if answer == "unknown" else None
    return Part(answer, reason, missing)


def _held(
    readings: Sequence[LaboratoryResult], rule: AdequacyRule, start: Bounds, end: Bounds
) -> Part | None:
    """Judge how long a level that was reached was held; ``None`` where nothing speaks against it.

    Readings that all reach it speak for the whole time, and how long that was is another part.
    """
    minimum = rule.level.minimum if rule.level is not None else 0.0
    if all(_level_reaches(result, minimum) == "yes" for result in readings):
        return None
    answer = _time_at_level(readings, minimum, start, end).reaches(needed_days(rule))
    if answer == "yes":
        return None
    reason = message(
        "the blood level was reached; that it was held for {weeks} weeks is not known",
        weeks=plain(needed_days(rule) / DAYS_PER_WEEK),
    )
    if answer == "no":
        reason = message(
            "the blood level was reached, but not held for {weeks} weeks",
            weeks=plain(needed_days(rule) / DAYS_PER_WEEK),
        )
        return Part("no", reason, is_length=True)
    return Part("unknown", reason, message("blood levels in between"))


def _time_at_level(
    readings: Sequence[LaboratoryResult], minimum: float, start: Bounds, end: Bounds
) -> Bounds:
    """Give the bounds of the days at a level, by readings in order of time.

    The first reading speaks for the days before it, the last for those after it. Between a reading
    at the level and one that is not, any part of the time may have been at it.
    """
    states = [_level_reaches(result, minimum) for result in readings]
    days = [result.time.middle for result in readings]
    first = elapsed(start, Bounds.exactly(days[0]))
    last = elapsed(Bounds.exactly(days[-1]), end)
    spans = [(first, states[:1]), (last, states[-1:])]
    for at, (before, after) in enumerate(pairwise(days)):
        spans.append((Bounds.exactly(after - before), states[at : at + 2]))
    low = sum(length.low for length, seen in spans if set(seen) == {"yes"})
    high = sum(length.high for length, seen in spans if set(seen) != {"no"})
    return Bounds(low, high)


def _level_reaches(result: LaboratoryResult, minimum: float) -> Answer:
    bounds = Bounds.exactly(result.value)
    if result.comparator == "<":
        bounds = Bounds(0.0, math.nextafter(result.value, -math.inf))
    elif result.comparator == ">":
        bounds = Bounds(result.value, math.inf)
    return bounds.reaches(minimum)
