"""Conditions that a vital sign or a laboratory value shows."""

from __future__ import annotations

from collections.abc import Iterator

from firstsnow.history.cautions.caution import Ground
from firstsnow.history.conventions import conventions
from firstsnow.i18n import message
from firstsnow.record import Record
from firstsnow.record.fact import Presence
from firstsnow.record.moment import When
from firstsnow.treatments.vocabulary import ConditionWord, Limit

_NAMES = {
    "systolic-mmhg": message("systolic blood pressure in mmHg"),
    "diastolic-mmhg": message("diastolic blood pressure in mmHg"),
    "pulse-per-minute": message("pulse in beats a minute"),
    "weight-kg": message("weight in kg"),
    "oxygen-saturation-percent": message("oxygen saturation in percent"),
}


def reading_grounds(record: Record, word: ConditionWord, day: float) -> Iterator[Ground]:
    """Give what the last reading of each limit of a condition says, if it is recent enough.

    A reading beyond its limit shows the condition. One within it does not rule it out.
    """
    for limit in word.limits:
        if limit.is_sourced:
            last = _last(record, limit, day)
            if last is not None:
                yield last


def _last(record: Record, limit: Limit, day: float) -> Ground | None:
    found: list[tuple[float, int, Ground]] = []
    for index, sign in enumerate(record.vital_signs):
        if sign.name == limit.reading and _is_recent(sign.time, day):
            place = f"vital_signs[{index}]"
            ground = _ground(place, limit, sign.value, "")
            found.append((sign.time.latest, index, ground))
    for index, result in enumerate(record.laboratory):
        is_it = (result.analyte.casefold(), result.unit) == (limit.reading.casefold(), limit.unit)
        if is_it and result.comparator is None and _is_recent(result.time, day):
            place = f"laboratory[{index}]"
            ground = _ground(place, limit, result.value, result.unit)
            found.append((result.time.latest, index, ground))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _ground(place: str, limit: Limit, value: float, unit: str) -> Ground:
    named = _NAMES.get(limit.reading, limit.reading)
    shown = f"{value:g} {unit}".strip()
    words = message("{reading}: {value}", reading=named, value=shown)
    return Ground(place, words, _beyond(limit, value))


def _beyond(limit: Limit, value: float) -> Presence:
    is_above = limit.above is not None and value > limit.above
    is_below = limit.below is not None and value < limit.below
    return "present" if is_above or is_below else "unknown"


def _is_recent(time: When, day: float) -> bool:
    return time.earliest <= day and time.latest >= day - conventions().readings.recent_days
