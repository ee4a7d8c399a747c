"""Response, partial response and remission between two ratings, by named definitions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from firstsnow.problems import InputError, Problem
from firstsnow.scales.checking import check_total
from firstsnow.scales.definition import Scale
from firstsnow.scales.interpretation import threshold, thresholds
from firstsnow.scales.meaning import Threshold
from firstsnow.scales.vocabulary import Number, Outcome

Answer: TypeAlias = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What two ratings say, each answer *yes*, *no* or *unknown*.

    Attributes
    ----------
    scale
        The variant's id.
    response, partial_response, remission
        The answers; a partial response is one that is no response.
    used
        The definitions that were used, by outcome.
    """

    scale: str
    response: Answer
    partial_response: Answer
    remission: Answer
    used: tuple[tuple[Outcome, Threshold], ...]


def outcome_of(scale: Scale, before: Number, after: Number, set: str | None = None) -> Outcomes:  # noqa: A002
    """Say whether two ratings show response, partial response and remission.

    Parameters
    ----------
    scale
        The variant that was used.
    before, after
        The totals. A fall is a share of what the total before lies above the scale's least total.
    set
        Name of a definition; an outcome for which it has no line is unknown. Without it, each
        outcome's default is used.

    Raises
    ------
    LookupError
        If the scale has no sourced threshold by that name.
    InputError
        If a total can't be.

    >>> from firstsnow.scales import scale
    >>> found = outcome_of(scale("ham-d17"), 24, 11)
    >>> found.response, found.partial_response, found.remission
    ('yes', 'no', 'no')
    """
    mistakes = [mistake for total in (before, after) for mistake in check_total(scale, total)]
    if mistakes:
        raise InputError([Problem(mistake.what, mistake.right) for mistake in mistakes])
    names = {entry.set for entry in thresholds(scale)}
    if set is not None and set not in names:
        raise LookupError(
            f"{scale.id} has no sourced set {set!r}; it has: {', '.join(sorted(names)) or 'none'}"
        )
    lines = {outcome: _line(scale, outcome, set) for outcome in _OUTCOMES}
    response = _answer(scale, lines["response"], before, after)
    return Outcomes(
        scale=scale.id,
        response=response,
        partial_response=_partial(
            response, _answer(scale, lines["partial-response"], before, after)
        ),
        remission=_answer(scale, lines["remission"], before, after),
        used=tuple((outcome, line) for outcome, line in lines.items() if line is not None),
    )


_OUTCOMES: tuple[Outcome, ...] = ("response", "partial-response", "remission")


def _line(scale: Scale, outcome: Outcome, set_name: str | None) -> Threshold | None:
    known = {entry.set for entry in thresholds(scale, outcome)}
    if set_name is not None and set_name not in known:
        return None
    return threshold(scale, outcome, set_name)


def _answer(scale: Scale, line: Threshold | None, before: Number, after: Number) -> Answer:
    if line is None:
        return "unknown"
    if line.fall_percent is None:
        met = line.is_met(after)
    elif scale.direction == "higher-is-worse":
        least = scale.total.minimum or 0
        met = line.is_met(after - least, before - least)
    else:
        met = None
    if met is None:
        return "unknown"
    if met and line.assessments > 1:
        return "unknown"
    return "yes" if met else "no"


def _partial(response: Answer, quarter: Answer) -> Answer:
    """Answer whether the fall is large enough for a partial response, and is no response."""
    if response == "yes" or quarter == "no":
        return "no"
    return "yes" if (response, quarter) == ("no", "yes") else "unknown"
