"""Whether a blood level was high enough."""

from __future__ import annotations

import math

from firstsnow.history.adequacy.part import Part, plain
from firstsnow.history.answer import Answer, Bounds, any_of
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.i18n import message
from firstsnow.record import Exposure, LaboratoryResult, Record
from firstsnow.treatments import AdequacyRule


def blood_level(record: Record, exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether the highest blood level under it was high enough."""
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
    answer = any_of(_level_reaches(result, level.minimum) for result in readable)
    best = max(readable, key=lambda result: result.value)
    reason = message(
        "highest blood level {value} of {needed} {unit}",
        value=plain(best.value),
        needed=plain(level.minimum),
        unit=level.unit,
    )
    missing = message("an exact blood level") if answer == "unknown" else None
    return Part(answer, reason, missing)


def _level_reaches(result: LaboratoryResult, minimum: float) -> Answer:
    bounds = Bounds.exactly(result.value)
    if result.comparator == "<":
        bounds = Bounds(0.0, math.nextafter(result.value, -math.inf))
    elif result.comparator == ">":
        bounds = Bounds(result.value, math.inf)
    return bounds.reaches(minimum)
