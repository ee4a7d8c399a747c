"""How far one person's value on another scale may be from the linked one.

What a table gives as standard error is the error of measurement alone. Two scales also measure
somewhat different things: among 731 people with both, the interval from measurement alone held 82
instead of 95 percent. So one person's total is linked only where the differences between people's
own and linked values were measured (`Spread`).

By way of a metric, the errors of both ends are added: with ``a - p`` and ``b - p`` the differences
of two scales from a third, ``Var(a - b) <= Var(a - p) + Var(b - p)`` where they are not negatively
related. The result is never smaller than the error of measurement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firstsnow.scales.linking.curve import Points, read_off, read_off_within
from firstsnow.scales.linking.table import Step, spread_of

_MEASURED_ON = "promis-depression-t"
"""The metric on which differences were measured; its points are, as those of the other metric,
tenths of the standard deviation of a general population."""

_METRIC = "depression-metric-2014"


@dataclass(frozen=True, slots=True)
class PersonalError:
    """An error on a metric, and the way from there to the other scale.

    Attributes
    ----------
    metric
        Id of the metric.
    middle
        The value on it.
    sd
        Its standard error.
    to_end
        Points from the metric to the other scale.
    """

    metric: str
    middle: float
    sd: float
    to_end: Points


def personal_error(way: Sequence[Step], total: float) -> PersonalError | None:
    """Give the error of one person's linked value, or ``None`` where it was not measured."""
    middle = read_off(way[0].points, total)
    if middle is None:
        return None
    if len(way) == 1:
        return _direct(way[0], total, middle)
    if [step.start for step in way[1:]] == [_METRIC]:
        return _by_way_of_the_metric(way[0], way[1], middle)
    return None


def _direct(step: Step, total: float, middle: float) -> PersonalError | None:
    measured = spread_of(step.start, step.end)
    if measured is not None:
        return PersonalError(step.end, middle, measured.sd, _same(step))
    if step.end == _METRIC:
        sd = _end_error(step, middle)
        return None if sd is None else PersonalError(_METRIC, middle, sd, _same(step))
    if step.start == _METRIC:
        sd = _end_error(step, total)
        return None if sd is None else PersonalError(_METRIC, total, sd, step.points)
    return None


def _by_way_of_the_metric(first: Step, second: Step, middle: float) -> PersonalError | None:
    errors = _end_error(first, middle), _end_error(second, middle)
    if errors[0] is None or errors[1] is None:
        return None
    sd = (errors[0] ** 2 + errors[1] ** 2) ** 0.5
    return PersonalError(_METRIC, middle, sd, second.points)


def _end_error(step: Step, middle: float) -> float | None:
    """Give the error between a scale and the metric at a value of the metric."""
    scale = step.start if step.end == _METRIC else step.end
    measured, given = spread_of(scale, _MEASURED_ON), step.pairs.error_points()
    if measured is None or not given:
        return None
    return max(measured.sd, read_off_within(given, middle))


def _same(step: Step) -> Points:
    values = [value for _, value in step.points]
    return [(values[0], values[0]), (values[-1], values[-1])]
