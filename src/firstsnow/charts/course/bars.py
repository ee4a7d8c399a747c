"""Treatments as bars: when, at what dose, whether enough to judge, as far as dates are known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from firstsnow.charts.course.timescale import TimeScale
from firstsnow.history import Attempt, Bounds, History
from firstsnow.history.dose_time import Level, exposure_end, exposure_start, levels
from firstsnow.record import Exposure, Record
from firstsnow.treatments import catalogue

Lane: TypeAlias = Literal["medicines", "sessions", "other"]

_UNKNOWN_HEIGHT = 0.6
_LEAST_HEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class DoseStep:
    """A stretch of a bar at one dose: its days, and its height from 0 to 1."""

    start: float
    end: float
    height: float


@dataclass(frozen=True, slots=True)
class SessionTick:
    """One session."""

    day: float
    attended: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One exposure as it is drawn.

    Attributes
    ----------
    exposure
        What was given.
    attempt
        How it was judged; ``None`` for a control such as placebo, which is no attempt.
    lane
        Where it stands.
    start, end
        First and last day that are sure; both the middle of what can be where no day is.
    steps
        The doses over that time; one of full height where doses don't apply.
    sessions
        Its sessions in order of time.
    perhaps
        Stretches of time in which it may have been given.
    goes_on
        Whether it goes on.
    is_sure
        Whether any day of it is sure.
    """

    exposure: Exposure
    attempt: Attempt | None
    lane: Lane
    start: float
    end: float
    steps: tuple[DoseStep, ...]
    sessions: tuple[SessionTick, ...]
    perhaps: tuple[tuple[float, float], ...]
    goes_on: bool
    is_sure: bool


def bars(record: Record, history: History, scale: TimeScale) -> tuple[Bar, ...]:
    """Give the bars of all exposures that have a place in time, in order of their start."""
    judged = {attempt.exposure.id: attempt for attempt in history.attempts}
    begun = [e for e in record.exposures if not exposure_start(e).low > history.at]
    found = [
        bar
        for exposure in begun
        if (bar := _bar(record, exposure, judged.get(exposure.id), history.at, scale)) is not None
    ]
    return tuple(sorted(found, key=lambda bar: (bar.start, bar.exposure.id)))


def undated(record: Record, history: History) -> tuple[Exposure, ...]:
    """Give the exposures of which no time at all is known."""
    return tuple(e for e in record.exposures if not _is_dated(e, history.at))


def _is_dated(exposure: Exposure, at: float) -> bool:
    start, end = exposure_start(exposure), exposure_end(exposure, at)
    return math.isfinite(start.high) or math.isfinite(end.low)


def _bar(
    record: Record, exposure: Exposure, attempt: Attempt | None, at: float, scale: TimeScale
) -> Bar | None:
    if not _is_dated(exposure, at):
        return None
    start, end = exposure_start(exposure), exposure_end(exposure, at)
    start = Bounds(max(start.low, scale.first), min(start.high, at))
    end = Bounds(max(end.low, scale.first), min(end.high, at))
    ticks = _sessions(record, exposure, at)
    is_sure = start.high <= end.low
    middle = (start.low + end.high) / 2
    first, last = (start.high, end.low) if is_sure else (middle, middle)
    return Bar(
        exposure=exposure,
        attempt=attempt,
        lane=_lane(exposure, ticks),
        start=first,
        end=last,
        steps=_steps(levels(exposure, at), first, last),
        sessions=ticks,
        perhaps=tuple(_perhaps(start, end, is_sure=is_sure)),
        goes_on=exposure.end is None and exposure.ongoing is True,
        is_sure=is_sure,
    )


def _perhaps(start: Bounds, end: Bounds, *, is_sure: bool) -> list[tuple[float, float]]:
    stretches = [(start.low, start.high), (end.low, end.high)]
    if not is_sure:
        stretches = [(start.low, end.high)]
    return [(low, high) for low, high in stretches if high > low]


def _sessions(record: Record, exposure: Exposure, at: float) -> tuple[SessionTick, ...]:
    own = [SessionTick(s.time.middle, s.attended) for s in exposure.sessions]
    supervised = [
        SessionTick(s.time.middle, attended=True)
        for s in record.dosing_sessions
        if s.exposure == exposure.id
    ]
    known = {math.floor(tick.day) for tick in own}
    own += [tick for tick in supervised if math.floor(tick.day) not in known]
    return tuple(sorted((t for t in own if t.day <= at), key=lambda tick: tick.day))


def _lane(exposure: Exposure, ticks: Sequence[SessionTick]) -> Lane:
    if ticks:
        return "sessions"
    known = catalogue().get(exposure.treatment or "")
    is_medicine = known is not None and known.kind in ("drug", "placebo")
    return "medicines" if is_medicine or exposure.doses else "other"


def _steps(given: Sequence[Level], first: float, last: float) -> tuple[DoseStep, ...]:
    heights = _heights(given)
    starts = [
        first if index == 0 else min(max(level.start.middle_or(first), first), last)
        for index, level in enumerate(given)
    ]
    ends = [*starts[1:], last]
    steps = [
        DoseStep(*step) for step in zip(starts, ends, heights, strict=True) if step[1] > step[0]
    ]
    return tuple(steps) or (DoseStep(first, last, heights[-1]),)


def _heights(given: Sequence[Level]) -> list[float]:
    units = {level.unit for level in given if level.amount is not None}
    unit = next(iter(sorted(filter(None, units))), None)
    amounts = [level.amount_in(unit) if unit is not None else None for level in given]
    top = max((amount for amount in amounts if amount is not None), default=0.0)
    if top <= 0:
        return [1.0 if len(given) == 1 else _UNKNOWN_HEIGHT for _ in given]
    return [
        _UNKNOWN_HEIGHT if amount is None else max(_LEAST_HEIGHT, amount / top)
        for amount in amounts
    ]
