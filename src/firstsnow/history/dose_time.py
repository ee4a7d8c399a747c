"""How long a dose was given: dose levels of an exposure, up to a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Bounds, elapsed
from firstsnow.record import Exposure
from firstsnow.record.moment import When

_MG_PER_UNIT = {"mg/day": 1.0, "g/day": 1000.0, "ug/day": 0.001}


@dataclass(frozen=True, slots=True)
class Level:
    """One dose level.

    Attributes
    ----------
    start, end
        Bounds of its first and last day, in days.
    amount
        Dose in ``unit``, or ``None`` where it is not known.
    unit
        Unit of the amount.
    is_followed
        Whether the next level follows at once: then both change on the same day, whichever it was.
    """

    start: Bounds
    end: Bounds
    amount: float | None
    unit: str | None
    is_followed: bool = False

    def amount_in(self, unit: str) -> float | None:
        """Give the amount in another unit, ``None`` where it is unknown or can't be converted."""
        if self.amount is None or self.unit == unit:
            return self.amount
        if self.unit in _MG_PER_UNIT and unit in _MG_PER_UNIT:
            return self.amount * _MG_PER_UNIT[self.unit] / _MG_PER_UNIT[unit]
        return None


def moment_bounds(when: When | None) -> Bounds:
    """Give the bounds of a time, in days; without a time nothing is known."""
    return Bounds.unknown() if when is None else Bounds(when.earliest, when.latest)


def exposure_start(exposure: Exposure) -> Bounds:
    """Give the bounds of an exposure's first day, from its sessions where it has no start."""
    if exposure.start is not None:
        return moment_bounds(exposure.start)
    first = [dose.start for dose in exposure.doses[:1] if dose.start is not None]
    first += [session.time for session in exposure.sessions[:1]]
    if first:
        return Bounds(float("-inf"), min(when.latest for when in first))
    return Bounds.unknown()


def exposure_end(exposure: Exposure, until: float) -> Bounds:
    """Give the bounds of an exposure's last day, seen on day ``until``.

    An exposure that is known to go on lasts until that day. One without an end of which that is
    not known lasts at least to the last thing that is known of it.
    """
    if exposure.end is not None:
        return moment_bounds(exposure.end).at_most(until)
    if exposure.ongoing:
        return Bounds.exactly(until)
    return Bounds(min(_last_trace(exposure), until), until)


def _last_trace(exposure: Exposure) -> float:
    traces = [exposure.start]
    for dose in exposure.doses:
        traces += [dose.start, dose.end]
    traces += [session.time for session in exposure.sessions]
    return max((when.earliest for when in traces if when is not None), default=float("-inf"))


def levels(exposure: Exposure, until: float) -> tuple[Level, ...]:
    """Give an exposure's dose levels up to day ``until``; without doses, one of unknown amount."""
    start, end = exposure_start(exposure), exposure_end(exposure, until)
    if not exposure.doses:
        return (Level(start, end, None, None),)
    found = []
    for index, dose in enumerate(exposure.doses):
        first = moment_bounds(dose.start) if dose.start is not None else start
        if dose.start is None and index > 0:
            first = Bounds(start.low, end.high)
        if dose.end is not None:
            last = moment_bounds(dose.end)
        elif index + 1 < len(exposure.doses):
            following = exposure.doses[index + 1].start
            last = (
                moment_bounds(following) if following is not None else Bounds(start.low, end.high)
            )
        else:
            last = end
        if first.low <= until:
            followed = dose.end is None and index + 1 < len(exposure.doses)
            last = last.at_most(until)
            found.append(Level(first, last, dose.amount, dose.unit, followed))
    return tuple(found)


def time_at_dose(given: Sequence[Level], minimum: Bounds, unit: str) -> Bounds:
    """Give the bounds of the days spent at a dose of ``minimum`` or more.

    Time at a dose that is not known may count, time at a dose below the minimum does not.
    """
    doses = [level.amount_in(unit) for level in given]
    surely = _time([dose is not None and dose >= minimum.high for dose in doses], given)
    perhaps = _time([dose is None or dose >= minimum.low for dose in doses], given)
    whole = elapsed(given[0].start, given[-1].end) if given else Bounds.exactly(0)
    return Bounds(surely.low, min(perhaps.high, whole.high))


def _time(chosen: Sequence[bool], given: Sequence[Level]) -> Bounds:
    """Add up the time of the levels that are chosen, those that follow at once as one."""
    total, first = Bounds.exactly(0.0), 0
    for index, (is_chosen, level) in enumerate(zip(chosen, given, strict=True)):
        if not is_chosen:
            first = index + 1
        elif not (level.is_followed and index + 1 < len(given) and chosen[index + 1]):
            total = total.plus(elapsed(given[first].start, level.end))
            first = index + 1
    return total


def highest(given: Iterable[Level], unit: str) -> float | None:
    """Give the highest known dose in a unit, ``None`` where none is known."""
    return max((a for level in given if (a := level.amount_in(unit)) is not None), default=None)
