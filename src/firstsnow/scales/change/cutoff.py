"""Where the functional people begin: the cutoffs a, b and c."""

from __future__ import annotations

from typing import Literal, TypeAlias

from firstsnow.i18n import message
from firstsnow.scales.change.figures import Population, problem, worse_sign
from firstsnow.scales.vocabulary import Direction

CutoffKind: TypeAlias = Literal["a", "b", "c"]
"""``a``: two standard deviations from the clinical mean, towards better. ``b``: two standard
deviations from the functional mean, towards worse. ``c``: between the two means, as many standard
deviations from the one as from the other."""

_STANDARD_DEVIATIONS = 2


def cutoff(
    kind: CutoffKind,
    *,
    clinical: Population,
    functional: Population | None = None,
    direction: Direction = "higher-is-worse",
) -> float:
    """Give the total that parts the functional from the clinical population.

    ``a = M_c - 2 S_c``, ``b = M_f + 2 S_f``, ``c = (S_f M_c + S_c M_f) / (S_f + S_c)`` where higher
    totals are worse; signs of the twos change where they are better.

    Raises
    ------
    InputError
        If ``b`` or ``c`` is asked for without a functional population.

    >>> round(cutoff("c", clinical=Population(40, 7.5), functional=Population(60, 7.5)), 1)
    50.0
    """
    worse = worse_sign(direction)
    if kind == "a":
        return clinical.mean - worse * _STANDARD_DEVIATIONS * clinical.sd
    if functional is None:
        raise problem(
            message("cutoff {kind} needs a functional population", kind=kind),
            message("give its mean and its standard deviation, or use cutoff a"),
        )
    if kind == "b":
        return functional.mean + worse * _STANDARD_DEVIATIONS * functional.sd
    both = functional.sd + clinical.sd
    return (functional.sd * clinical.mean + clinical.sd * functional.mean) / both
