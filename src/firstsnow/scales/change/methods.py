r"""Six published ways to say whether a change between two ratings is more than error.

Each compares the total after with what it would be if nothing had happened, and divides the
difference by a standard error. With ``x`` and ``y`` the totals before and after, ``M`` and ``S``
the group's means and standard deviations, ``r`` the reliability and ``E = S_x sqrt(1 - r)``:

======================  =====================================  ==================================
method                  difference                             standard error
======================  =====================================  ==================================
Jacobson-Truax          ``y - x``                              ``sqrt(2) E``
Gulliksen-Lord-Novick   ``y - (M_x + r (x - M_x))``            ``S_x sqrt(1 - r^2)``
Hsu-Linn-Lord           ``y - (M_y + r (x - M_x))``            ``S_x sqrt(1 - r^2)``
Edwards-Nunnally        ``y - (M_x + r (x - M_x))``            ``E``
Nunnally-Kotsch         ``y - (M_x + r (x - M_x))``            ``S_x sqrt(r^2 (1 - r) + 1 - r_y)``
Hageman-Arrindell       ``d (y - x) + (1 - d) (M_y - M_x)``    ``sqrt(2 d) E``
======================  =====================================  ==================================

where ``d = 1 - 2 E^2 / S_{y-x}^2`` is the reliability of the changes, and ``r_y`` the reliability
of the rating after. Jacobson NS, Truax P. J Consult Clin Psychol 1991;59:12-19; Hsu LM. Behav
Assess 1989;11:459-67; Speer DC. J Consult Clin Psychol 1992;60:402-8; Nunnally JC, Kotsch WE. Br J
Clin Psychol 1983;22:83-93; Hageman WJ, Arrindell WA. Behav Res Ther 1999;37:1169-93.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal, TypeAlias

from firstsnow.i18n import Message, message
from firstsnow.problems import InputError
from firstsnow.scales.change.figures import Group, Population, problem

Method: TypeAlias = Literal[
    "jacobson-truax",
    "gulliksen-lord-novick",
    "hsu-linn-lord",
    "edwards-nunnally",
    "nunnally-kotsch",
    "hageman-arrindell",
]
"""A way to judge the change between two ratings."""

METHODS: tuple[Method, ...] = (
    "jacobson-truax",
    "gulliksen-lord-novick",
    "hsu-linn-lord",
    "edwards-nunnally",
    "nunnally-kotsch",
    "hageman-arrindell",
)
"""Every method for two ratings."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How far something is from where it would be if nothing had happened.

    Attributes
    ----------
    value
        The difference in the scale's points; positive where the total after is higher.
    standard_error
        Its standard error.
    """

    value: float
    standard_error: float

    @property
    def statistic(self) -> float:
        """The difference in standard errors; infinite where there is no error."""
        if self.standard_error > 0:
            return self.value / self.standard_error
        return 0.0 if self.value == 0 else math.copysign(math.inf, self.value)

    def sign_beyond(self, critical: float) -> int:
        """Give the sign of the difference where it is larger than chance allows, else 0."""
        if abs(self.statistic) <= critical:
            return 0
        return 1 if self.value > 0 else -1

    def interval(self, critical: float) -> tuple[float, float]:
        """Give the values that the difference may have."""
        half = critical * self.standard_error
        return self.value - half, self.value + half


@dataclass(frozen=True, slots=True)
class Instrument:
    """How well a scale repeats itself.

    Attributes
    ----------
    reliability
        Coefficient from 0 to 1, of the rating before.
    reliability_after
        Of the rating after, where it is another; only the method of Nunnally and Kotsch uses it.
    """

    reliability: float
    reliability_after: float | None = None

    def __post_init__(self) -> None:
        for value in (self.reliability, self.reliability_after):
            if value is not None and not 0 <= value <= 1:
                raise problem(
                    message("a reliability of {value}", value=value),
                    message("a reliability lies between 0 and 1"),
                )

    @property
    def after(self) -> float:
        """Reliability of the rating after."""
        return self.reliability if self.reliability_after is None else self.reliability_after


def difference(
    method: Method, before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    """Give the difference that a method judges, with its standard error.

    Raises
    ------
    InputError
        If the method needs a figure of the group that was not given.
    """
    return _FORMULAS[method](before, after, instrument, group)


def critical_value(method: Method, confidence: float) -> float:
    """Give how many standard errors are more than chance.

    ``confidence`` is the share of people who did not change and are left unchanged; for Hageman and
    Arrindell, one minus the greatest risk of calling someone changed in the wrong direction.
    """
    if not 0 < confidence < 1:
        raise problem(
            message("a confidence of {value}", value=confidence),
            message("a confidence lies between 0 and 1, for example 0.95"),
        )
    one_sided = method == "hageman-arrindell"
    return NormalDist().inv_cdf(confidence if one_sided else (1 + confidence) / 2)


def measurement_error(instrument: Instrument, before: Population) -> float:
    """Give the standard error of measurement, ``S sqrt(1 - r)``."""
    return before.sd * math.sqrt(1 - instrument.reliability)


def change_reliability(instrument: Instrument, group: Group) -> float:
    """Give the reliability of changes, ``1 - 2 E^2 / S_{y-x}^2``.

    Raises
    ------
    InputError
        If the group's changes are not known, or vary no more than error makes them.
    """
    if group.change_sd is None:
        raise _lacking(message("the standard deviation of the changes"))
    error = measurement_error(instrument, group.before)
    if 2 * error**2 >= group.change_sd**2:
        raise problem(
            message("the changes differ between people no more than error makes them differ"),
            message("use another method, or check the reliability"),
        )
    return 1 - 2 * error**2 / group.change_sd**2


def after_of(group: Group) -> Population:
    """Give the group's totals after.

    Raises
    ------
    InputError
        If they were not given.
    """
    if group.after is None:
        raise _lacking(message("the mean of the totals after"))
    return group.after


def _lacking(what: Message) -> InputError:
    return problem(
        message("the method needs {what}", what=what),
        message("give it with the group, or use another method"),
    )


def _expected(before: float, instrument: Instrument, group: Group) -> float:
    # the same as M + r (x - M), and exactly x where r is 1
    return before + (1 - instrument.reliability) * (group.before.mean - before)


def _prediction_error(instrument: Instrument, group: Group) -> float:
    return group.before.sd * math.sqrt(1 - instrument.reliability**2)


def _jacobson_truax(
    before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    return Difference(after - before, math.sqrt(2) * measurement_error(instrument, group.before))


def _gulliksen_lord_novick(
    before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    expected = _expected(before, instrument, group)
    return Difference(after - expected, _prediction_error(instrument, group))


def _hsu_linn_lord(before: float, after: float, instrument: Instrument, group: Group) -> Difference:
    shift = after_of(group).mean - group.before.mean
    expected = _expected(before, instrument, group) + shift
    return Difference(after - expected, _prediction_error(instrument, group))


def _edwards_nunnally(
    before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    expected = _expected(before, instrument, group)
    return Difference(after - expected, measurement_error(instrument, group.before))


def _nunnally_kotsch(
    before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    r = instrument.reliability
    error = group.before.sd * math.sqrt(r**2 * (1 - r) + (1 - instrument.after))
    return Difference(after - _expected(before, instrument, group), error)


def _hageman_arrindell(
    before: float, after: float, instrument: Instrument, group: Group
) -> Difference:
    reliable = change_reliability(instrument, group)
    shift = after_of(group).mean - group.before.mean
    value = (after - before) * reliable + shift * (1 - reliable)
    error = math.sqrt(2 * reliable) * measurement_error(instrument, group.before)
    return Difference(value, error)


_Formula: TypeAlias = Callable[[float, float, Instrument, Group], Difference]

_FORMULAS: dict[Method, _Formula] = {
    "jacobson-truax": _jacobson_truax,
    "gulliksen-lord-novick": _gulliksen_lord_novick,
    "hsu-linn-lord": _hsu_linn_lord,
    "edwards-nunnally": _edwards_nunnally,
    "nunnally-kotsch": _nunnally_kotsch,
    "hageman-arrindell": _hageman_arrindell,
}
