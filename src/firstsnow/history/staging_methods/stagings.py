"""Staging a record on a day: each item's points, their sum, and what is missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from firstsnow.history.answer import Answer, Bounds, all_of
from firstsnow.history.attempt import Attempt
from firstsnow.history.evaluation import Requirement
from firstsnow.history.ratings import Rating
from firstsnow.history.requirements import requirements
from firstsnow.history.staging_methods.method_file import (
    Asks,
    Band,
    Item,
    StagingMethod,
    staging_methods,
)
from firstsnow.history.staging_methods.months import months_between
from firstsnow.history.staging_methods.points import has_a_level, points
from firstsnow.history.staging_methods.severity import severity_on
from firstsnow.history.staging_methods.trials import Known, Trials, trials
from firstsnow.history.status import Status
from firstsnow.i18n import Message, message
from firstsnow.record import Record


@dataclass(frozen=True, slots=True)
class ItemPoints:
    """One item's points for someone on a day.

    Attributes
    ----------
    item
        The item.
    number
        Bounds of what it asks: months, a rank of severity from 0, or how many.
    points
        Bounds of its points, if the method applies.
    missing
        What would have to be known to say them exactly, or whether there are any.
    """

    item: Item
    number: Bounds
    points: Bounds
    missing: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Staging:
    """What a method gives for someone on a day.

    Attributes
    ----------
    method
        The method.
    day
        The day, on the record's clock.
    applies
        Whether the method applies: it stages an episode that is going on.
    requirements
        What decides whether it applies.
    items
        Each item's points; none where the method does not apply.
    score
        Bounds of the score, if it applies; ``None`` where it does not.
    bands
        The bands that the score may be in; one where that is known.
    """

    method: StagingMethod
    day: float
    applies: Answer
    requirements: tuple[Requirement, ...]
    items: tuple[ItemPoints, ...] = ()
    score: Bounds | None = None
    bands: tuple[Band, ...] = ()

    @property
    def band(self) -> Band | None:
        """The band of the score, ``None`` where several are possible or there is none."""
        return self.bands[0] if len(self.bands) == 1 else None

    @property
    def missing(self) -> tuple[Message, ...]:
        """What would have to be known to say whether it applies, and the score."""
        asked = [one.missing for one in self.requirements if one.answer == "unknown"]
        found = [what for what in asked if what is not None]
        found += [what for item in self.items for what in item.missing]
        return tuple(dict.fromkeys(found))


def stagings(
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    attempts: Sequence[Attempt],
    told: Status,
    day: float,
) -> tuple[Staging, ...]:
    """Stage a record on a day by every method whose points were read.

    Parameters
    ----------
    record, ratings
        The record, and its ratings of depression.
    attempts
        Its attempts, judged as far as they had gone on that day.
    told
        How the person was over time.
    day
        The day, on the record's clock.
    """
    return tuple(
        _staging(method, record, ratings, attempts, told, day)
        for method in staging_methods().values()
        if method.is_scored
    )


def _staging(
    method: StagingMethod,
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    attempts: Sequence[Attempt],
    told: Status,
    day: float,
) -> Staging:
    began = told.episode_start(day)
    given = trials(record, attempts, method.counting, began, day)
    ask = _asking(record, ratings, given, told, began, day)
    known = [(item, ask[item.asks]()) for item in method.items]
    asked = (
        *requirements(method.counting, record, ratings, told, day),
        *(_has_a_level(item, answer) for item, answer in known),
    )
    decided = tuple(one for one in asked if one is not None)
    applies = all_of(one.answer for one in decided)
    if applies == "no":
        return Staging(method, day, applies, decided)
    items = tuple(_item_points(item, answer) for item, answer in known)
    score = _sum(method, items)
    return Staging(method, day, applies, decided, items, score, _bands(method, score))


def _asking(
    record: Record,
    ratings: Mapping[str, Sequence[Rating]],
    given: Trials,
    told: Status,
    began: Bounds,
    day: float,
) -> dict[Asks, Callable[[], Known]]:
    """Give what answers each question of an item; those that nothing answers are never scored."""

    def months() -> Known:
        lasted = months_between(began, day, on_calendar=record.clock == "calendar")
        missing = message("when the current episode began")
        return Known(lasted, () if lasted.is_exact else (missing,))

    def severity() -> Known:
        known = severity_on(record, ratings, told.scale, day)
        return Known(known.rank, known.missing)

    return {
        "months": months,
        "severity": severity,
        "antidepressants": lambda: given.antidepressants,
        "antidepressant-trials": lambda: given.antidepressant_trials,
        "augmentations": lambda: given.augmentations,
        "optimisations": lambda: given.optimisations,
        "ect": lambda: given.ect,
    }


def _has_a_level(item: Item, known: Known) -> Requirement | None:
    """Answer whether the method has points for an item, where some numbers have none."""
    answer = has_a_level(item, known.number)
    if answer == "yes":
        return None
    if answer == "no":
        return Requirement(
            "no", message("no antidepressant on record was enough to judge and did not help enough")
        )
    return Requirement(
        "unknown", message("whether an antidepressant did not help enough is not known")
    )


def _item_points(item: Item, known: Known) -> ItemPoints:
    found = points(item, known.number)
    if found is None:
        raise ValueError(f"item {item.id!r} has no level for {known.number}")
    is_settled = found.is_exact and has_a_level(item, known.number) == "yes"
    return ItemPoints(item, known.number, found, () if is_settled else known.missing)


def _sum(method: StagingMethod, items: Sequence[ItemPoints]) -> Bounds:
    low = math.fsum(item.points.low for item in items)
    high = math.fsum(item.points.high for item in items)
    return Bounds(low, high if method.total is None else min(high, method.total.maximum))


def _bands(method: StagingMethod, score: Bounds) -> tuple[Band, ...]:
    return tuple(
        band
        for band in method.bands
        if band.is_sourced and score.low <= band.maximum and score.high >= band.minimum
    )
