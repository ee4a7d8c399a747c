"""Totals over time: the ratings of depression in a record, scale by scale."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from firstsnow.history.conventions import conventions
from firstsnow.record import DeclaredScale, Measurement, Record
from firstsnow.scales import Score, Threshold, catalogue, score, threshold

DEPRESSION = "depression-severity"


@dataclass(frozen=True, slots=True)
class Rating:
    """One total of a depression scale.

    Attributes
    ----------
    scale
        The variant's identifier.
    day
        When, in days on the record's clock (the middle of what it can be).
    total
        Total in the scale's points.
    minimum, maximum
        Range of the total.
    index
        Position of the measurement in the record.
    is_dated
        Whether its day is known, rather than only its month or year.
    """

    scale: str
    day: float
    total: float
    minimum: float
    maximum: float
    index: int
    is_dated: bool = True

    def improvement_since(self, before: Rating) -> float:
        """Give the fall since ``before`` in percent of what could fall; a rise is negative."""
        if before.total == before.minimum:
            return 0.0 if self.total == self.minimum else float("-inf")
        return 100 * (before.total - self.total) / (before.total - before.minimum)


def depression_ratings(record: Record, until: float = math.inf) -> dict[str, tuple[Rating, ...]]:
    """Give every total of depression severity by scale that may be of a day up to ``until``.

    They stand in order of time; where several of one scale and day differ, the worst stands last.
    Measurements that can't be scored are left out: no partial total is made.
    """
    declared = {scale.id: scale for scale in record.declared_scales}
    found: dict[str, list[Rating]] = {}
    for index, measurement in enumerate(record.measurements):
        rating = _rating(measurement, index, declared, until)
        if rating is not None:
            found.setdefault(rating.scale, []).append(rating)
    return {
        scale: tuple(sorted(ratings, key=lambda rating: (rating.day, rating.total)))
        for scale, ratings in found.items()
    }


def _rating(
    measurement: Measurement, index: int, declared: Mapping[str, DeclaredScale], until: float
) -> Rating | None:
    if measurement.time.earliest > until:
        return None
    own = declared.get(measurement.scale)
    if own is not None:
        if own.measures != DEPRESSION or measurement.total is None:
            return None
        if own.direction != "higher-is-worse":
            return None
        low, high, total = own.minimum, own.maximum, measurement.total
    else:
        scale = catalogue()[measurement.scale]
        if scale.measures != DEPRESSION or scale.direction != "higher-is-worse":
            return None
        known = measurement_total(measurement)
        if known is None or scale.total.minimum is None or scale.total.maximum is None:
            return None
        low, high, total = scale.total.minimum, scale.total.maximum, known
    day = min(measurement.time.middle, until)
    is_dated = measurement.time.earliest == measurement.time.latest
    return Rating(measurement.scale, day, total, low, high, index, is_dated)


def measurement_total(measurement: Measurement) -> float | None:
    """Give a measurement's total: as scored from its items, else as noted, else ``None``."""
    if measurement.items is not None and measurement.scale in catalogue():
        scored = score(catalogue()[measurement.scale], measurement.items)
        if isinstance(scored, Score):
            return scored.total
    return measurement.total


def primary_scale(ratings: Mapping[str, tuple[Rating, ...]]) -> str | None:
    """Choose the scale that the course is told by.

    The scale with the most ratings among those with a sourced line for remission; equal numbers
    are settled by the order of preference in ``conventions.toml``.
    """
    preferred = conventions().scale_preference.order

    def rank(scale: str) -> tuple[bool, int, int]:
        place = preferred.index(scale) if scale in preferred else len(preferred)
        return (remission_line(scale) is not None, len(ratings[scale]), -place)

    return max(ratings, key=rank, default=None)


def remission_line(scale: str) -> float | None:
    """Give the highest total that counts as remission, ``None`` where no source gives one."""
    return _line(scale, "remission")


def episode_line(scale: str) -> float | None:
    """Give the lowest total that counts as ill again, ``None`` where no source gives one."""
    relapse = _line(scale, "relapse")
    return relapse if relapse is not None else _line(scale, "caseness")


def episode_assessments(scale: str) -> int:
    """Give how many ratings in a row have to show that someone is ill again, 1 if none is said."""
    found = _threshold(scale, "relapse") or _threshold(scale, "caseness")
    return 1 if found is None else found.assessments


def recall_days(scale: str) -> float:
    """Give how far back a scale looks, in days; 0 where it is not known."""
    if scale not in catalogue():
        return 0.0
    recall = catalogue()[scale].recall
    return float(recall.days or 0) if recall.is_sourced else 0.0


def _line(scale: str, outcome: Literal["remission", "relapse", "caseness"]) -> float | None:
    found = _threshold(scale, outcome)
    if found is None:
        return None
    return found.at_most if outcome == "remission" else found.at_least


def _threshold(
    scale: str, outcome: Literal["remission", "relapse", "caseness"]
) -> Threshold | None:
    return threshold(catalogue()[scale], outcome) if scale in catalogue() else None
