"""Whether a dose was high enough for long enough."""

from __future__ import annotations

from collections.abc import Sequence

from firstsnow.history.adequacy.least_dose import minimum_dose
from firstsnow.history.adequacy.part import (
    DAYS_PER_WEEK,
    Part,
    dose_too_low,
    needed_days,
    plain,
    too_short,
)
from firstsnow.history.answer import elapsed
from firstsnow.history.dose_time import (
    Level,
    exposure_end,
    exposure_start,
    highest,
    time_at_dose,
)
from firstsnow.i18n import Message, message
from firstsnow.record import Exposure, Record
from firstsnow.treatments import AdequacyRule


def daily_dose(
    record: Record, exposure: Exposure, rule: AdequacyRule, given: Sequence[Level]
) -> Part:
    """Judge whether a daily dose was high enough for long enough."""
    minimum, unit = minimum_dose(record, exposure, rule.doses)
    needed = needed_days(rule)
    at_dose = time_at_dose(given, minimum, unit)
    answer = at_dose.reaches(needed)
    known = highest(given, unit)
    if answer == "yes":
        return Part("yes", _enough(minimum.high, unit, needed))
    unread = any(level.amount_in(unit) is None for level in given)
    if answer == "no":
        if known is not None and known < minimum.low and not unread:
            return Part("no", dose_too_low(known, minimum.low, unit))
        return Part("no", too_short(at_dose.high, needed), is_length=True)
    if unread:
        reason = message("the dose is not known as a number")
        return Part("unknown", reason, message("the dose in {unit}", unit=unit))
    if not minimum.is_exact:
        reason = message("the least dose depends on age, route or formulation, not all known")
        return Part("unknown", reason, message("age, route and formulation"))
    reason = message("how long the dose was taken is not known exactly enough")
    return Part("unknown", reason, message("the first and last day at this dose"))


def duration(exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether it was given for long enough."""
    needed = needed_days(rule)
    lasted = elapsed(exposure_start(exposure), exposure_end(exposure, until))
    answer = lasted.reaches(needed)
    weeks = needed / DAYS_PER_WEEK
    if answer == "yes":
        return Part("yes", message("given for {weeks} weeks or more", weeks=plain(weeks)))
    if answer == "no":
        return Part("no", too_short(lasted.high, needed), is_length=True)
    reason = message("how long it was given is not known exactly enough")
    return Part("unknown", reason, message("its first and last day"))


def _enough(amount: float, unit: str, days: float) -> Message:
    return message(
        "{dose} {unit} or more for {weeks} weeks or more",
        dose=plain(amount),
        unit=unit,
        weeks=plain(days / DAYS_PER_WEEK),
    )
