"""The least dose that counts for someone, by age, route and formulation."""

from __future__ import annotations

import math
from collections.abc import Sequence

from firstsnow.history.age import age_years
from firstsnow.history.answer import Answer, Bounds
from firstsnow.history.dose_time import exposure_start
from firstsnow.record import Exposure, Record
from firstsnow.treatments import MinimumDose


def minimum_dose(
    record: Record, exposure: Exposure, doses: Sequence[MinimumDose]
) -> tuple[Bounds, str]:
    """Give the least dose, as bounds where what decides between several is not known.

    Where perhaps none of the rule's doses is for this way of giving it, the upper bound is open:
    the attempt can be too little, but never surely enough.
    """
    age = age_years(record, exposure_start(exposure))
    perhaps: list[MinimumDose] = []
    surely: list[MinimumDose] = []
    for dose in doses:
        fits = [
            _condition(dose.route, exposure.route),
            _condition(dose.formulation, exposure.formulation),
            _old_enough(dose.age_from_years, age),
        ]
        if "no" not in fits:
            (perhaps if "unknown" in fits else surely).append(dose)
    closest = sorted(surely, key=_conditions, reverse=True)[:1]
    rivals = [
        dose for dose in perhaps if not closest or _conditions(dose) > _conditions(closest[0])
    ]
    possible = closest + rivals
    if not possible:
        return Bounds(0.0, math.inf), doses[0].unit
    unit = possible[0].unit
    amounts = [dose.minimum for dose in possible if dose.unit == unit]
    return Bounds(min(amounts), max(amounts) if surely else math.inf), unit


def _conditions(dose: MinimumDose) -> int:
    return sum(value is not None for value in (dose.route, dose.formulation, dose.age_from_years))


def _condition(needed: str | None, given: str | None) -> Answer:
    if needed is None:
        return "yes"
    if given is None:
        return "unknown"
    return "yes" if needed == given else "no"


def _old_enough(needed: float | None, age: Bounds) -> Answer:
    return "yes" if needed is None else age.reaches(needed)
