"""What linked scales are called, which totals they have and which bands."""

from __future__ import annotations

from firstsnow.scales.catalogue import catalogue
from firstsnow.scales.checking import check_total
from firstsnow.scales.interpretation import band_set

METRICS = {
    "promis-depression-t": "PROMIS depression T",
    "depression-metric-2014": "depression metric of 2014",
}
"""Metrics that are no scales of their own, and what they are called."""


def name_of(scale_id: str) -> str:
    """Give the name that clinicians use, or the id where the catalogue has none."""
    if scale_id in METRICS:
        return METRICS[scale_id]
    found = catalogue().get(scale_id)
    return scale_id if found is None else found.short_name


def is_total(scale_id: str, total: float) -> bool:
    """Say whether a scale can give a total; for metrics, every number can be."""
    found = catalogue().get(scale_id)
    return found is None or not check_total(found, total)


def band_names(scale_id: str, low: float, high: float) -> tuple[str, ...]:
    """Give the bands that totals from ``low`` to ``high`` touch, by their English names."""
    found = catalogue().get(scale_id)
    group = None if found is None else band_set(found)
    if group is None:
        return ()
    first, last = (group.levels.index(group.level_of(total)) for total in (low, high))
    return tuple(level.name.en for level in group.levels[first : last + 1])


def ends_of(scale_id: str) -> tuple[float, float] | None:
    """Give the least and the greatest total of a scale; ``None`` for a metric."""
    found = catalogue().get(scale_id)
    if found is None or found.total.minimum is None or found.total.maximum is None:
        return None
    return found.total.minimum, found.total.maximum


def whole_totals(scale_id: str) -> list[int]:
    """Give the whole totals that a scale can have; none for a metric."""
    ends = ends_of(scale_id)
    if ends is None:
        return []
    return [total for total in range(int(ends[0]), int(ends[1]) + 1) if is_total(scale_id, total)]
