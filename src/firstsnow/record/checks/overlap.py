"""Intervals of one kind that can't both be true because they overlap."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from firstsnow.i18n import message
from firstsnow.record.checks.finding import Finding
from firstsnow.record.event import Episode
from firstsnow.record.exposure import Exposure
from firstsnow.record.fact import Interval


def exposure_overlaps(exposures: Sequence[Exposure]) -> Iterator[Finding]:
    """Walk over exposures to one treatment, given in one way, that surely overlap.

    Two sources may tell of the same time differently: both are kept.
    """
    known = [(index, one) for index, one in enumerate(exposures) if one.treatment is not None]
    for (_, first), (index, second) in combinations(known, 2):
        if _way(first) == _way(second) and _surely_overlap(first, second):
            yield Finding(
                ("exposures", index, "start"),
                message(
                    "{second} overlaps {first}, an exposure to the same treatment",
                    second=second.id,
                    first=first.id,
                ),
                message("make them one exposure with several doses, or mend the dates"),
                None if second.start is None else second.start.written,
            )


def episode_overlaps(episodes: Sequence[Episode]) -> Iterator[Finding]:
    """Walk over episodes of one polarity that surely overlap, told by one source."""
    for (_, first), (index, second) in combinations(enumerate(episodes), 2):
        if first.polarity == second.polarity and _surely_overlap(first, second):
            yield Finding(
                ("episodes", index, "start"),
                message("this episode overlaps another of the same polarity"),
                message("make them one episode, or mend the dates"),
                None if second.start is None else second.start.written,
            )


def _way(exposure: Exposure) -> tuple[str | None, ...]:
    return (
        exposure.treatment,
        exposure.route,
        exposure.formulation,
        exposure.variant,
        exposure.format,
    )


def _surely_overlap(first: Interval, second: Interval) -> bool:
    if first.start is None or second.start is None or first.source != second.source:
        return False
    if first.start.is_calendar != second.start.is_calendar:
        return False
    begins = max(first.start.latest, second.start.latest)
    return begins < min(_surely_until(first), _surely_until(second))


def _surely_until(interval: Interval) -> float:
    """Give the day to which an interval surely lasts."""
    if interval.end is not None:
        return interval.end.earliest
    return math.inf if interval.ongoing else -math.inf
