"""What became of one person between two ratings."""

from __future__ import annotations

import math
from dataclasses import dataclass

from firstsnow.i18n import message
from firstsnow.scales.change.category import Category, category_of
from firstsnow.scales.change.cutoff import CutoffKind, cutoff
from firstsnow.scales.change.figures import Group, Population, problem, worse_sign
from firstsnow.scales.change.methods import (
    Difference,
    Instrument,
    Method,
    after_of,
    critical_value,
    difference,
    measurement_error,
)
from firstsnow.scales.vocabulary import Direction


@dataclass(frozen=True, slots=True)
class Boundary:
    """Which cutoff parts the functional from the clinical population.

    Attributes
    ----------
    kind
        Cutoff a, b or c.
    functional
        The functional population; ``a`` needs none.
    """

    kind: CutoffKind
    functional: Population | None = None


@dataclass(frozen=True, slots=True)
class Approach:
    """How changes are to be judged.

    Attributes
    ----------
    instrument
        Reliability of the scale.
    method
        How to judge.
    direction
        Whether higher totals are worse or better.
    boundary
        The cutoff; without one nobody is called recovered or harmed.
    confidence
        See `critical_value`.
    """

    instrument: Instrument
    method: Method = "jacobson-truax"
    direction: Direction = "higher-is-worse"
    boundary: Boundary | None = None
    confidence: float = 0.95

    @property
    def critical(self) -> float:
        """How many standard errors are more than chance."""
        return critical_value(self.method, self.confidence)


@dataclass(frozen=True, slots=True)
class PersonChange:
    """A change between two ratings, and what the method makes of it.

    Attributes
    ----------
    before, after
        The totals.
    method
        How it was judged.
    difference
        How far the total after is from what it would be if nothing had happened, as the method
        has it; not for every method ``after - before``.
    standard_error
        Its standard error.
    statistic
        The difference in standard errors.
    critical
        How many standard errors are more than chance.
    low, high
        The values that the difference may have.
    cutoff
        The total that parts the functional from the clinical population, or ``None``.
    category
        What became of the person.
    """

    before: float
    after: float
    method: Method
    difference: float
    standard_error: float
    statistic: float
    critical: float
    low: float
    high: float
    cutoff: float | None
    category: Category

    @property
    def is_reliable(self) -> bool:
        """Whether the change is more than error explains."""
        return self.category != "unchanged"


def change_of(before: float, after: float, group: Group, approach: Approach) -> PersonChange:
    """Judge the change of one person.

    Parameters
    ----------
    before, after
        The totals.
    group
        Figures of the people to whom the person is compared.
    approach
        How to judge.

    Raises
    ------
    InputError
        If a figure is missing that the method or the cutoff needs, or can't be.

    >>> approach = Approach(
    ...     Instrument(0.80),
    ...     direction="higher-is-better",
    ...     boundary=Boundary("c", Population(60, 7.5)),
    ... )
    >>> one = change_of(32.5, 47.5, Group(Population(40, 7.5)), approach)
    >>> round(one.statistic, 2), one.cutoff, one.category
    (3.16, 50.0, 'improved')
    """
    worse, critical = worse_sign(approach.direction), approach.critical
    judged = difference(approach.method, before, after, approach.instrument, group)
    line = cutoff_of(group, approach)
    was = is_now = None
    if line is not None:
        was = worse * (before - line)
        is_now = worse * _side_after(after, line, group, approach)
    low, high = judged.interval(critical)
    return PersonChange(
        before=before,
        after=after,
        method=approach.method,
        difference=judged.value,
        standard_error=judged.standard_error,
        statistic=judged.statistic,
        critical=critical,
        low=low,
        high=high,
        cutoff=line,
        category=category_of(worse=worse * judged.sign_beyond(critical), was=was, is_now=is_now),
    )


def cutoff_of(group: Group, approach: Approach) -> float | None:
    """Give the cutoff between a group and the functional population, where one is asked for.

    The method of Hageman and Arrindell parts true totals, which spread less than observed ones.

    Raises
    ------
    InputError
        If the cutoff needs a functional population that was not given.
    """
    if approach.boundary is None:
        return None
    clinical, functional = group.before, approach.boundary.functional
    if approach.method == "hageman-arrindell":
        error = measurement_error(approach.instrument, group.before)
        clinical = _true(clinical, error)
        functional = None if functional is None else _true(functional, error)
    return cutoff(
        approach.boundary.kind,
        clinical=clinical,
        functional=functional,
        direction=approach.direction,
    )


def _true(population: Population, error: float) -> Population:
    """Give the population of true totals: the same mean, and a spread without error."""
    if population.sd <= error:
        raise problem(
            message("totals differ between people no more than error makes them differ"),
            message("use another method, or check the reliability"),
        )
    return Population(population.mean, math.sqrt(population.sd**2 - error**2))


def _side_after(after: float, line: float, group: Group, approach: Approach) -> float:
    """Give how far the total after lies above the cutoff; 0 where the method can't tell."""
    if approach.method != "hageman-arrindell":
        return after - line
    judged = true_total_after(after, line, approach.instrument, group)
    return judged.sign_beyond(approach.critical)


def true_total_after(after: float, line: float, instrument: Instrument, group: Group) -> Difference:
    """Give how far the true total after is estimated to be above a cutoff.

    ``M_y + r_y (y - M_y)`` with the standard error ``sqrt(r_y) E``, where
    ``r_y = 1 - E^2 / S_y^2`` (Hageman and Arrindell 1999).
    """
    end, error = after_of(group), measurement_error(instrument, group.before)
    reliable = max(1 - error**2 / end.sd**2, 0.0)
    estimate = after + (1 - reliable) * (end.mean - after)
    return Difference(estimate - line, math.sqrt(reliable) * error)
