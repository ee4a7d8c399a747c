"""Change over three or more ratings: each person's own line, drawn from a mixed model.

``y_ij = (beta_0 + u_0i) + (beta_1 + u_1i) t_ij + e_ij`` with ``(u_0i, u_1i)`` normal: a straight
line for everyone, from which each person's line departs. The departures are estimated by empirical
Bayes: the fewer or the more scattered a person's ratings, the closer the line is to everyone's
(Raudenbush SW, Bryk AS. Hierarchical Linear Models, 2nd edition, 2002).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, stdev
from typing import TYPE_CHECKING, Literal, TypeAlias

from firstsnow.i18n import Message, message
from firstsnow.scales.change.category import CATEGORIES, Category, category_of
from firstsnow.scales.change.cutoff import cutoff
from firstsnow.scales.change.figures import FEWEST_PEOPLE, Population, problem, worse_sign
from firstsnow.scales.change.methods import Difference
from firstsnow.scales.change.person import Boundary
from firstsnow.scales.vocabulary import Direction

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST_RATINGS = 3
"""A person with fewer ratings has no line of their own to speak of."""

Against: TypeAlias = Literal["no-change", "average"]
"""What a person's line is compared with.

``no-change``: a flat line: did this person get better? ``average``: everyone's line: did this
person get better by more than the others? A person who improved a little less than the others is
reliably *worse than average*, which says nothing bad about the treatment; reports that use this
comparison (the R package clinicalsignificance does) call such a person deteriorated.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One person's estimated line.

    Attributes
    ----------
    intercept, slope
        Total at time 0 and change in one unit of time.
    difference
        The slope, or how far it is from everyone's, as asked.
    standard_error
        Standard deviation of the difference given the ratings. Against no change it holds the error
        of everyone's slope too; how uncertain the model's variances are is in neither.
    statistic
        The difference in standard errors.
    low, high
        The values that the difference may have.
    category
        What became of the person.
    """

    intercept: float
    slope: float
    difference: float
    standard_error: float
    statistic: float
    low: float
    high: float
    category: Category


@dataclass(frozen=True, slots=True)
class Lines:
    """Everyone's lines.

    Attributes
    ----------
    people
        One line a person, in the order given; ``None`` for someone with too few ratings.
    intercept, slope
        The line of everyone.
    against
        What the slopes were compared with.
    cutoff
        The total that parts the functional from the clinical population, or ``None``.
    doubts
        What the estimation complained about.
    """

    people: Mapping[str, Line | None]
    intercept: float
    slope: float
    against: Against
    cutoff: float | None
    doubts: tuple[str, ...]

    @property
    def used(self) -> int:
        """How many people had enough ratings."""
        return sum(line is not None for line in self.people.values())

    def counts(self) -> dict[Category, int]:
        """How many people are in each category, from best to worst."""
        found = [line.category for line in self.people.values() if line is not None]
        return {category: found.count(category) for category in CATEGORIES}


@dataclass(frozen=True, slots=True)
class NoLines:
    """Why the model gives no lines."""

    reason: Message


def lines_of(
    ratings: Mapping[str, Sequence[tuple[float, float]]],
    *,
    direction: Direction = "higher-is-worse",
    against: Against = "no-change",
    boundary: Boundary | None = None,
    confidence: float = 0.95,
) -> Lines | NoLines:
    """Draw each person's line through three or more ratings, and judge its slope.

    Parameters
    ----------
    ratings
        Each person's ratings as ``(time, total)``, in any order; times in one unit for everyone.
    direction
        Whether higher totals are worse or better.
    against
        What a slope is compared with.
    boundary
        The cutoff, judged at each person's first and last rating; the clinical population is
        everyone at their first one.
    confidence
        Share of people who did not change and are left unchanged.

    Returns
    -------
    Lines or NoLines
        The lines, or why the model could not be estimated.

    Raises
    ------
    InputError
        If fewer than two people have three ratings, or the cutoff lacks a figure.
    """
    sorted_ratings = {person: sorted(points) for person, points in ratings.items()}
    used = {name: points for name, points in sorted_ratings.items() if _is_enough(points)}
    if len(used) < FEWEST_PEOPLE:
        raise problem(
            message("there are not two people with three ratings"),
            message("give people who were rated at three times or more"),
        )
    line = None if boundary is None else _cutoff(used, boundary, direction)
    model = _fit(used)
    if isinstance(model, NoLines):
        return model
    worse, critical = worse_sign(direction), NormalDist().inv_cdf((1 + confidence) / 2)
    people: dict[str, Line | None] = dict.fromkeys(ratings)
    for name, points in used.items():
        from_intercept, from_slope, error, error_with_line = model.departure(points)
        if against == "average":
            judged = Difference(from_slope, error)
        else:
            judged = Difference(model.slope + from_slope, error_with_line)
        was, is_now = (None, None) if line is None else _sides(points, line, worse)
        low, high = judged.interval(critical)
        people[name] = Line(
            intercept=model.intercept + from_intercept,
            slope=model.slope + from_slope,
            difference=judged.value,
            standard_error=judged.standard_error,
            statistic=judged.statistic,
            low=low,
            high=high,
            category=category_of(
                worse=worse * judged.sign_beyond(critical), was=was, is_now=is_now
            ),
        )
    return Lines(people, model.intercept, model.slope, against, line, model.doubts)


def _is_enough(points: Sequence[tuple[float, float]]) -> bool:
    return len({time for time, _ in points}) >= FEWEST_RATINGS


def _cutoff(
    used: Mapping[str, Sequence[tuple[float, float]]], boundary: Boundary, direction: Direction
) -> float:
    first = [points[0][1] for points in used.values()]
    clinical = Population(fmean(first), stdev(first))
    return cutoff(
        boundary.kind, clinical=clinical, functional=boundary.functional, direction=direction
    )


def _sides(
    points: Sequence[tuple[float, float]], line: float, worse: int
) -> tuple[float | None, float | None]:
    return worse * (points[0][1] - line), worse * (points[-1][1] - line)


@dataclass(frozen=True, slots=True)
class _Model:
    """The estimated model: everyone's line, how people's lines scatter, and the error."""

    intercept: float
    slope: float
    scatter: NDArray[np.float64]
    error_variance: float
    line_variance: NDArray[np.float64]
    doubts: tuple[str, ...]

    def departure(self, points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
        """Give how far a person's intercept and slope depart, and two errors of the slope.

        ``P Z' V^-1 (y - X beta)`` and ``P - P Z' V^-1 Z P`` with ``V = Z P Z' + s^2 I``: the mean
        and variance of the departures given the ratings, also where ``P`` has no inverse. The first
        error is that of the departure, the second that of the person's slope itself, to which the
        error of everyone's line adds.
        """
        import numpy as np

        design, totals = _design(points)
        spread = design @ self.scatter
        gain = np.linalg.solve(_variance(design, self.scatter, self.error_variance), spread).T
        mean = gain @ (totals - design @ np.array([self.intercept, self.slope]))
        left = self.scatter - gain @ spread
        share = np.eye(2) - gain @ design
        whole = left + share @ self.line_variance @ share.T
        errors = [max(float(part[1, 1]), 0.0) ** 0.5 for part in (left, whole)]
        return float(mean[0]), float(mean[1]), errors[0], errors[1]


def _design(
    points: Sequence[tuple[float, float]],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    import numpy as np

    times, totals = (np.array(column, dtype=np.float64) for column in zip(*points, strict=True))
    return np.column_stack([np.ones_like(times), times]), totals


def _variance(
    design: NDArray[np.float64], scatter: NDArray[np.float64], error_variance: float
) -> NDArray[np.float64]:
    import numpy as np

    total: NDArray[np.float64] = design @ scatter @ design.T + error_variance * np.eye(len(design))
    return total


def _line_variance(
    designs: Sequence[NDArray[np.float64]], scatter: NDArray[np.float64], error_variance: float
) -> NDArray[np.float64]:
    """Give the variance of everyone's line, ``(sum X' V^-1 X)^-1``."""
    import numpy as np

    known = np.zeros((2, 2))
    for design in designs:
        known += design.T @ np.linalg.solve(_variance(design, scatter, error_variance), design)
    inverse: NDArray[np.float64] = np.linalg.inv(known).astype(np.float64)
    return inverse


def _fit(used: Mapping[str, Sequence[tuple[float, float]]]) -> _Model | NoLines:
    """Estimate the model by restricted maximum likelihood."""
    import numpy as np
    from statsmodels.regression.mixed_linear_model import MixedLM

    made = [_design(points) for points in used.values()]
    names = np.array([name for name, points in used.items() for _ in points])
    design = np.vstack([one for one, _ in made])
    totals = np.concatenate([one for _, one in made])
    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        try:
            fitted = MixedLM(totals, design, groups=names, exog_re=design).fit(reml=True)
        except (np.linalg.LinAlgError, ValueError):
            return _NOT_ESTIMATED
    if not fitted.converged or not fitted.scale > 0:
        return _NOT_ESTIMATED
    scatter = np.asarray(fitted.cov_re, dtype=np.float64)
    if scatter[1, 1] <= _NO_SCATTER * fitted.scale / np.var(design[:, 1]):
        return NoLines(message("these ratings do not tell the slopes of people apart"))
    intercept, slope = (float(value) for value in fitted.fe_params)
    doubts = tuple(dict.fromkeys(str(complaint.message) for complaint in complaints))
    error = float(fitted.scale)
    variance = _line_variance([one for one, _ in made], scatter, error)
    return _Model(intercept, slope, scatter, error, variance, doubts)


_NO_SCATTER = 1e-6
"""Slopes that scatter by less than this share of the error's variance do not scatter."""

_NOT_ESTIMATED = NoLines(message("the model could not be estimated from these ratings"))
