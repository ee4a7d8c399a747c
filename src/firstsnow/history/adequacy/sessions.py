"""Whether there were enough sessions, and each at a dose that is high enough."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.history.adequacy.least_dose import minimum_dose
from firstsnow.history.adequacy.part import DAYS_PER_WEEK, Part, dose_too_low, plain
from firstsnow.history.answer import Bounds
from firstsnow.history.last_day import last_day
from firstsnow.i18n import message, plural_message
from firstsnow.record import DosingSession, Exposure, Record, Session
from firstsnow.record.moment import When
from firstsnow.treatments import AdequacyRule, MinimumSessions


@dataclass(frozen=True, slots=True)
class _Given:
    """One session that took place, and its dose, ``None`` where that is not known in the unit."""

    time: When
    amount: float | None


def enough_sessions(record: Record, exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether there were enough sessions up to a day."""
    fitting = _fitting(exposure, rule.sessions)
    had = [(one, _count_within(record, exposure, one.within_weeks, until)) for one in fitting]
    if all(count.low >= one.count for one, count in had):
        least = int(min(count.low for _, count in had))
        needed = plain(max(one.count for one, _ in had))
        return Part(
            "yes", plural_message("{number} session", "{number} sessions", least, needed=needed)
        )
    if all(count.high < one.count for one, count in had):
        reason = message(
            "{had} of {needed} sessions: too few to judge",
            had=plain(max(count.high for _, count in had)),
            needed=plain(min(one.count for one, _ in had)),
        )
        return Part("no", reason, is_length=True)
    if len({one.count for one in fitting}) > 1:
        reason = message("the number of sessions needed depends on how it was given")
        return Part("unknown", reason, message("how it was given"))
    reason = message("the number of sessions is not known")
    return Part("unknown", reason, message("the number of sessions"))


def session_dose(record: Record, exposure: Exposure, rule: AdequacyRule, until: float) -> Part:
    """Judge whether the sessions that the rule asks for were each at a dose that is high enough."""
    minimum, unit = minimum_dose(record, exposure, rule.doses)
    given = _given(record, exposure, unit, until)
    doses = [one.amount for one in given] or _levels(exposure, unit)
    known = [dose for dose in doses if dose is not None]
    needed = min(one.count for one in _fitting(exposure, rule.sessions)) if given else 1
    surely = sum(dose >= minimum.high for dose in known)
    too_low = sum(dose < minimum.low for dose in known)
    if known and (surely == len(doses) or (given and surely >= needed)):
        return Part("yes", message("{dose} {unit} each", dose=plain(min(known)), unit=unit))
    if too_low and len(doses) - too_low < needed:
        return Part("no", dose_too_low(min(known), minimum.low, unit))
    if len(known) < len(doses) or not known:
        reason = message("the dose is not known as a number")
        return Part("unknown", reason, message("the dose in {unit}", unit=unit))
    reason = message("the least dose depends on age, route or formulation, not all known")
    return Part("unknown", reason, message("age, route and formulation"))


def _fitting(exposure: Exposure, rules: Sequence[MinimumSessions]) -> Sequence[MinimumSessions]:
    """Give what is needed of this way of giving it; everything where it is not known which."""
    if exposure.variant is None:
        return rules
    exact = [rule for rule in rules if rule.variant == exposure.variant]
    return exact or [rule for rule in rules if rule.variant is None] or rules


def _count_within(record: Record, exposure: Exposure, weeks: float | None, until: float) -> Bounds:
    """Count sessions up to a day, within so many weeks.

    Of a bare number it is known that it was reached when the exposure ended, or when the record
    does where no end is known.
    """
    given = _given(record, exposure, "", math.inf)
    count = exposure.session_count or 0
    if given:
        sure = [one.time.latest for one in given if one.time.latest <= until]
        possible = [one.time.earliest for one in given if one.time.earliest <= until]
        return Bounds(_most(sure, weeks), max(_most(possible, weeks), count))
    if exposure.session_count is None:
        return Bounds(0, math.inf)
    over = last_day(record) if exposure.end is None else exposure.end.latest
    return Bounds(count if over <= until and weeks is None else 0, count)


def _most(days: Sequence[float], weeks: float | None) -> int:
    """Give the greatest number of days that lie within so many weeks."""
    if weeks is None:
        return len(days)
    spread = weeks * DAYS_PER_WEEK
    return max((sum(0 <= day - first <= spread for day in days) for first in days), default=0)


def _given(record: Record, exposure: Exposure, unit: str, until: float) -> list[_Given]:
    """Gather the sessions up to a day, and the supervised doses that are none of them."""
    attended = [session for session in exposure.sessions if session.attended]
    watched = [one for one in record.dosing_sessions if one.exposure == exposure.id]
    apart = [one for one in watched if not any(_same_day(one, other) for other in attended)]
    levels = set(_levels(exposure, unit))
    usual = levels.pop() if len(levels) == 1 else None
    given: list[Session | DosingSession] = [*attended, *apart]
    found = []
    for session in given:
        on_the_day = [session, *(one for one in watched if _same_day(one, session))]
        amounts = [one.amount for one in on_the_day if one.unit == unit]
        found.append(_Given(session.time, amounts[0] if amounts else usual))
    return [one for one in found if one.time.earliest <= until]


def _same_day(one: Session | DosingSession, other: Session | DosingSession) -> bool:
    a, b = one.time, other.time
    return math.floor(a.earliest) <= b.latest and math.floor(b.earliest) <= a.latest


def _levels(exposure: Exposure, unit: str) -> list[float | None]:
    return [dose.amount if dose.unit == unit else None for dose in exposure.doses]
