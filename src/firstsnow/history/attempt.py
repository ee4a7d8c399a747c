"""Attempts: exposures judged for adequacy and for how much they helped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firstsnow.history.adequacy import Adequacy, judge_adequacy
from firstsnow.history.answer import Bounds
from firstsnow.history.conventions import conventions
from firstsnow.history.dose_time import exposure_end, exposure_start
from firstsnow.history.improvement import Improvement, improvement
from firstsnow.history.ratings import Rating
from firstsnow.record import Exposure, Record
from firstsnow.treatments import Treatment, catalogue


@dataclass(frozen=True, slots=True)
class Attempt:
    """One exposure, judged as far as it had gone on a day.

    Attributes
    ----------
    exposure
        What was given.
    treatment
        The catalogue's entry, ``None`` where it is only known in the source's words.
    adequacy
        Whether it was enough to judge.
    improvement
        How much better someone became under it.
    start, end
        Bounds of its first and last day.
    """

    exposure: Exposure
    treatment: Treatment | None
    adequacy: Adequacy
    improvement: Improvement
    start: Bounds
    end: Bounds

    @property
    def is_augmentation(self) -> bool:
        """Whether it was added to another treatment."""
        return bool(self.exposure.augments) or (
            self.treatment is not None and self.treatment.role == "augmentation"
        )


def attempts(
    record: Record, ratings: Mapping[str, Sequence[Rating]], until: float
) -> tuple[Attempt, ...]:
    """Judge every exposure that had begun by day ``until``, in order of their start.

    Controls (placebo, waiting, usual care) are exposures but no attempts, and left out.
    """
    return in_order(
        attempt_at(record, exposure, ratings, until)
        for exposure in record.exposures
        if not exposure_start(exposure).low > until and not is_control(exposure)
    )


def in_order(attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Put attempts in order of their start."""
    return tuple(sorted(attempts, key=lambda attempt: (attempt.start.high, attempt.exposure.id)))


def is_control(exposure: Exposure) -> bool:
    """Whether an exposure is a control, which is never an attempt."""
    treatment = _treatment(exposure)
    return treatment is not None and treatment.role == "control"


def attempt_at(
    record: Record, exposure: Exposure, ratings: Mapping[str, Sequence[Rating]], until: float
) -> Attempt:
    """Judge one exposure as far as it had gone on day ``until``."""
    treatment = _treatment(exposure)
    return Attempt(
        exposure=exposure,
        treatment=treatment,
        adequacy=judge_adequacy(record, exposure, treatment, until),
        improvement=_improvement(record, exposure, ratings, until),
        start=exposure_start(exposure),
        end=exposure_end(exposure, until),
    )


def _improvement(
    record: Record, exposure: Exposure, ratings: Mapping[str, Sequence[Rating]], until: float
) -> Improvement:
    """Give the improvement under an exposure, with what came after something was added in doubt."""
    whole = improvement(exposure, ratings, until)
    own = _of_its_own(record, exposure, ratings)
    if own is ratings:
        return whole
    alone = improvement(exposure, own, until)
    low = min(whole.percent.low, alone.percent.low)
    return replace(whole, percent=Bounds(low, max(whole.percent.high, alone.percent.high)))


def _of_its_own(
    record: Record, exposure: Exposure, ratings: Mapping[str, Sequence[Rating]]
) -> Mapping[str, Sequence[Rating]]:
    """Leave out the ratings from after something was added: they tell of both together."""
    added = [
        exposure_start(other).high for other in record.exposures if exposure.id in other.augments
    ]
    last = min(added, default=math.inf) + conventions().attempt_rating.grace_days
    if math.isinf(last):
        return ratings
    kept = {scale: tuple(r for r in found if r.day <= last) for scale, found in ratings.items()}
    return {scale: found for scale, found in kept.items() if found}


def _treatment(exposure: Exposure) -> Treatment | None:
    return catalogue().get(exposure.treatment) if exposure.treatment is not None else None
