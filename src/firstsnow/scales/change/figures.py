"""The figures that a change is judged by: a group's means and standard deviations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from firstsnow.i18n import Message, message
from firstsnow.problems import InputError, Problem
from firstsnow.scales.vocabulary import Direction

FEWEST_PEOPLE = 2
"""Fewer people have no standard deviation."""


@dataclass(frozen=True, slots=True)
class Population:
    """Mean and standard deviation of a scale's totals in some people.

    Raises
    ------
    InputError
        If the standard deviation is not more than 0.
    """

    mean: float
    sd: float

    def __post_init__(self) -> None:
        if not self.sd > 0:
            raise problem(
                message("a standard deviation of {sd}", sd=self.sd),
                message("give a standard deviation of more than 0"),
            )


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of the people to whom a person is compared.

    Attributes
    ----------
    before
        Totals before; the clinical population of a cutoff.
    after
        Totals after; only some methods need them.
    change_sd
        Standard deviation of the changes; only the method of Hageman and Arrindell needs it.
    """

    before: Population
    after: Population | None = None
    change_sd: float | None = None


def group_of(before: Sequence[float], after: Sequence[float]) -> Group:
    """Give the figures of people who were rated twice.

    Raises
    ------
    InputError
        If there are fewer than two people, or if they all have the same total.
    """
    if len(before) < FEWEST_PEOPLE:
        raise problem(
            message("there are not two people with both ratings"),
            message("give at least two people who were rated before and after"),
        )
    changes = [end - start for start, end in zip(before, after, strict=True)]
    return Group(_population(before), _population(after), stdev(changes))


def worse_sign(direction: Direction) -> int:
    """Give 1 where higher totals are worse, and -1 where they are better.

    Raises
    ------
    InputError
        If the scale has no direction, and so nothing that is better or worse.
    """
    if direction == "none":
        raise problem(
            message("the scale has no total, so that nothing in it is better or worse"),
            message("give a scale whose totals have a direction"),
        )
    return 1 if direction == "higher-is-worse" else -1


def problem(what: Message, right: Message) -> InputError:
    """Make the error of one problem."""
    return InputError([Problem(what, right)])


def _population(totals: Sequence[float]) -> Population:
    return Population(fmean(totals), stdev(totals))
